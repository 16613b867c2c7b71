/**
 * A load generator over raw sockets: one request at a time on each connection, its path and token
 * always the same, sent as one string and answered with a content-length. It costs a fraction of an
 * HTTP client, so that what is measured is the server.
 */
import { connect, type Socket } from 'node:net';

/** Makes the next request of a connection from the last answer; null ends the connection. */
export type Conversation = (answer: Answer | null) => Request | null;

export interface Request {
  readonly path: string;
  readonly body: string;
  readonly token?: string;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
}

export interface LoadResult {
  /** Answers within the measured time that `counts`. */
  readonly answered: number;
  readonly seconds: number;
}

export interface Load {
  readonly port: number;
  readonly conversations: readonly Conversation[];
  readonly warmSeconds: number;
  readonly seconds: number;
  readonly counts: (answer: Answer) => boolean;
}

/** Runs all conversations at once for a bounded time. */
export async function runLoad(load: Load): Promise<LoadResult> {
  const startsAt = performance.now() + load.warmSeconds * 1_000;
  const endsAt = startsAt + load.seconds * 1_000;
  let answered = 0;
  await Promise.all(
    load.conversations.map((conversation) =>
      talk(load.port, (answer) => {
        const now = performance.now();
        if (answer && now >= startsAt && now < endsAt && load.counts(answer)) answered += 1;
        return now < endsAt ? conversation(answer) : null;
      }),
    ),
  );
  return { answered, seconds: load.seconds };
}

function talk(port: number, next: Conversation): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    socket.setNoDelay(true);
    let buffered = '';
    let head: string | undefined;
    const send = (answer: Answer | null): void => {
      const request = next(answer);
      if (!request) {
        socket.end();
        return;
      }
      head ??= headOf(request);
      const { body } = request;
      socket.write(`${head}${body.length}\r\n\r\n${body}`, 'latin1');
    };
    socket.on('connect', () => send(null));
    socket.on('data', (chunk) => {
      const text = chunk.toString('latin1');
      buffered = buffered === '' ? text : buffered + text;
      const answer = parse(buffered);
      if (!answer) return;
      buffered = '';
      send(answer);
    });
    socket.on('error', reject);
    socket.on('close', () => resolve());
    endWith(socket);
  });
}

function endWith(socket: Socket): void {
  socket.setTimeout(20_000, () => socket.destroy(new Error('no answer within 20 seconds')));
}

/** The same for every request of a connection, up to the length of its body. */
function headOf({ path, token }: Request): string {
  const authorization = token === undefined ? '' : `authorization: Bearer ${token}\r\n`;
  return (
    `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\n` +
    `${authorization}content-length: `
  );
}

/** Null until the whole answer is there. */
function parse(text: string): Answer | null {
  const headEnd = text.indexOf('\r\n\r\n');
  if (headEnd < 0) return null;
  const status = Number(text.slice(9, 12));
  // As Node writes it, lower case or not; nothing but an answer of the servers here is read.
  const at = Math.max(text.indexOf('content-length: '), text.indexOf('Content-Length: '));
  if (at >= 0 && at < headEnd) {
    const length = Number.parseInt(text.slice(at + 16, at + 26), 10);
    return text.length - headEnd - 4 < length ? null : { status, body: text.slice(headEnd + 4) };
  }
  // The stock adapter answers in chunks.
  return text.endsWith('\r\n0\r\n\r\n') ? { status, body: text.slice(headEnd + 4) } : null;
}
