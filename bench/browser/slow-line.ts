/**
 * A line of 1.6 Mbit/s and 150 ms there and back, shared by all connections through it. Unlike what
 * browsers emulate, a new connection costs here what it costs elsewhere: a round trip for TCP, one
 * for TLS 1.3, and one for the name before the first of a host.
 */
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

const bytesPerMs = 1_600 / 8;
const roundTripMs = 150;
const setupRoundTrips = 2;
/** Small enough for two answers to share the line. */
const pieceBytes = 1_400;

export interface SlowLine {
  /** For Chromium: leads the addresses over this line. */
  readonly args: readonly string[];
  /** Names have to be asked for again. */
  readonly forgetNames: () => void;
  readonly close: () => void;
}

/** To servers on this machine, by their addresses. */
export async function openSlowLine(...addresses: readonly string[]): Promise<SlowLine> {
  const [up, down] = [new Direction(), new Direction()];
  const sockets = new Set<Socket>();
  const servers: Server[] = [];
  const rules: string[] = [];
  /** When each is known. */
  const names = new Map<string, number>();
  for (const { host, hostname, port } of addresses.map((address) => new URL(address))) {
    const server = createServer({ noDelay: true }, (near) => {
      const far = connect({ host: hostname, port: Number(port), noDelay: true });
      const knownAt = names.get(host) ?? performance.now() + roundTripMs;
      names.set(host, knownAt);
      const openAt = Math.max(performance.now(), knownAt) + setupRoundTrips * roundTripMs;
      for (const socket of [near, far]) {
        sockets.add(socket);
        socket.on('error', () => socket.destroy());
        socket.on('close', () => sockets.delete(socket));
      }
      up.lead(near, far, openAt);
      down.lead(far, near, openAt);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    servers.push(server);
    rules.push(`MAP ${host} 127.0.0.1:${(server.address() as AddressInfo).port}`);
  }
  return {
    args: [`--host-resolver-rules=${rules.join(',')}`],
    forgetNames: () => names.clear(),
    close() {
      for (const server of servers) server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** One way of the line: pieces leave one after the other, whoever they are for. */
class Direction {
  #freeAt = 0;

  lead(from: Socket, to: Socket, openAt: number): void {
    // Until then nothing of it is on the line, and whoever is connected already has all of it.
    const open = new Promise<void>((resolve) => later(openAt, resolve));
    from.on('data', (bytes: Buffer) => {
      void open.then(() => {
        for (let start = 0; start < bytes.length; start += pieceBytes) {
          const piece = bytes.subarray(start, start + pieceBytes);
          later(this.#take(piece.length), () => to.write(piece));
        }
      });
    });
    from.on('end', () => void open.then(() => later(this.#take(0), () => to.end())));
  }

  /** When a piece that is sent now has arrived. */
  #take(bytes: number): number {
    const startAt = Math.max(performance.now(), this.#freeAt);
    this.#freeAt = startAt + bytes / bytesPerMs;
    return this.#freeAt + roundTripMs / 2;
  }
}

/** Never too early; and in the order of the calls, as timers of one delay are. */
function later(at: number, act: () => void): void {
  setTimeout(act, Math.ceil(at - performance.now()));
}
