/** Bodies and batches beyond their bounds: refused early, and the server goes on as before. */
import { connect, type Socket } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it, vi } from 'vitest';
import { onBothEngines } from '../helper/engines.ts';
import { booksOf, codeIn, secretKey, startOn, turnOf } from '../helper/http.ts';
import { siteId } from '../helper/programme.ts';
import { newId } from '../helper/shopping.ts';
import { worldFor, order, type World } from './world.ts';

const twentyMegabytes = 20 * 1_024 * 1_024;
const chunk = Buffer.alloc(65_536, 'a');

const targets = ['/trpc/shopper.play', '/trpc/shopper.play,shopper.track?batch=1', '/v1/orders'];

interface Connection {
  readonly socket: Socket;
  /** Status and code of the answer, as soon as it is whole. */
  readonly answer: Promise<{ status: number; code: string | undefined }>;
}

/** Sends the head of a POST, and leaves the body to the caller. */
function post(world: World, path: string, framing: string): Connection {
  const socket = connect(Number(new URL(world.edge.url).port), '127.0.0.1');
  const key = path.startsWith('/trpc') ? world.token : secretKey;
  const head = [
    `POST ${path} HTTP/1.1`,
    'host: 127.0.0.1',
    'content-type: application/json',
    `authorization: Bearer ${key}`,
    `idempotency-key: ${newId()}`,
    framing,
  ];
  // The server may hang up while we are still sending.
  socket.on('error', () => undefined);
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  return { socket, answer: answerOn(socket) };
}

function answerOn(socket: Socket): Connection['answer'] {
  return new Promise((resolve, reject) => {
    let text = '';
    socket.setEncoding('utf8');
    socket.on('close', () => reject(new Error(`closed after: ${text.slice(0, 200)}`)));
    socket.on('data', (more: string) => {
      text += more;
      const [head = '', body] = text.split('\r\n\r\n');
      const length = Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
      if (body === undefined || body.length < length) return;
      const status = Number(/^HTTP\/1.1 (\d+)/.exec(head)?.[1]);
      resolve({ status, code: codeIn(JSON.parse(body)) });
    });
  });
}

/** One chunk after the other, until all is sent or the server has hung up. */
async function pour(socket: Socket, wrap: (bytes: Buffer) => Buffer): Promise<void> {
  const wrapped = wrap(chunk);
  for (let sent = 0; sent < twentyMegabytes && !socket.destroyed; sent += chunk.length) {
    if (socket.write(wrapped)) continue;
    await drained(socket);
  }
}

function drained(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      socket.off('drain', done).off('close', done);
      resolve();
    };
    socket.once('drain', done).once('close', done);
  });
}

/** Bytes of buffers that somebody still holds. */
function heldBytes(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().arrayBuffers;
}

const chunked = (bytes: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')]);

onBothEngines('a request beyond the bounds', (engine) => {
  const world: World = worldFor(engine);

  const tooLarge = { status: 413, code: 'body_too_large' };

  describe.each(targets)('to %s', (path) => {
    it('that announces 20 MB is refused before a byte of them', async () => {
      const { socket, answer } = post(world, path, `content-length: ${twentyMegabytes}`);
      expect(await answer).toEqual(tooLarge);
      socket.destroy();
    });

    it('that announces nothing is refused as soon as it is too large', async () => {
      const { socket, answer } = post(world, path, 'transfer-encoding: chunked');
      socket.write(chunked(chunk));
      socket.write(chunked(chunk));
      expect(await answer).toEqual(tooLarge);
      socket.destroy();
    });

    it.each([
      ['announced', `content-length: ${twentyMegabytes}`, (bytes: Buffer) => bytes],
      ['chunked', 'transfer-encoding: chunked', chunked],
    ] as const)(
      'that pours 20 MB, %s, leaves memory and books alone',
      async (_name, framing, wrap) => {
        const before = await booksOf(world.edge.deps.store);
        const held = heldBytes();
        const { socket, answer } = post(world, path, framing);
        const poured = pour(socket, wrap);
        expect(await answer).toEqual(tooLarge);
        await poured;
        // Whoever kept the body would hold 20 MB. Buffers are freed some time after a collection.
        await vi.waitFor(
          () => expect(heldBytes() - held).toBeLessThan(twentyMegabytes / 2),
          15_000,
        );
        socket.destroy();
        expect(await booksOf(world.edge.deps.store)).toEqual(before);
        expect((await world.edge.send({ path: '/healthz' })).status).toBe(200);
      },
    );

    it('with a body of just the bound is read, and one byte more is not', async () => {
      const sized = (bytes: number): string => `{"${'x'.repeat(bytes - 5)}":1}`.slice(0, bytes);
      const status = async (bytes: number): Promise<number> => {
        const authorization = `Bearer ${path.startsWith('/trpc') ? world.token : secretKey}`;
        const headers = { 'content-type': 'application/json', authorization };
        const body = sized(bytes);
        return (await world.edge.send({ method: 'POST', path, headers, body })).status;
      };
      expect(await status(65_536)).toBe(400);
      expect(await status(65_537)).toBe(413);
    });
  });

  it('with 2,000 calls in a batch is refused', async () => {
    const path = `/trpc/${Array.from({ length: 2_000 }, () => 'a').join(',')}?batch=1&input={}`;
    const { status, code } = await world.edge.send({ path });
    expect({ status, code }).toEqual({ status: 413, code: 'batch_too_large' });
  });

  it('with 2,000 plays in its address is refused, and the server goes on', async () => {
    const calls = Array.from({ length: 2_000 }, () => 'shopper.play').join(',');
    const before = await booksOf(world.edge.deps.store);
    const { status } = await world.edge.mutate(`${calls}?batch=1`, {}, { token: world.token });
    expect(status).toBe(431);
    expect(await booksOf(world.edge.deps.store)).toEqual(before);
    await startOn(world.edge, world.token);
  });

  it('with eleven calls is refused, and with ten is answered', async () => {
    const wallets = (count: number): string => {
      const inputs = Array.from({ length: count }, (_, at) => [at, { siteId }]);
      const input = encodeURIComponent(JSON.stringify(Object.fromEntries(inputs)));
      return `/trpc/${inputs.map(() => 'shopper.wallet').join(',')}?batch=1&input=${input}`;
    };
    const headers = { authorization: `Bearer ${world.token}` };
    const ten = await world.edge.send({ path: wallets(10), headers });
    expect({ status: ten.status, answers: ten.json.length }).toEqual({ status: 200, answers: 10 });
    const eleven = await world.edge.send({ path: wallets(11), headers });
    expect({ status: eleven.status, code: eleven.code }).toEqual({
      status: 413,
      code: 'batch_too_large',
    });
  });

  describe('two calls that move money in one batch are refused', () => {
    const twice = 'shopper.play,shopper.play';
    it.each([
      ['plainly', twice, {}],
      ['with an escaped comma', 'shopper.play%2Cshopper.play', {}],
      ['with an escaped dot', 'shopper%2Eplay,shopper%2eplay', {}],
      ['with an unknown call between', 'shopper.play,a.b,shopper.play', {}],
      ['with a dot segment before', `./${twice}`, {}],
      ['with slashes around', `/${twice}/`, {}],
      ['as a stream of lines', twice, { 'trpc-accept': 'application/jsonl' }],
      ['as an accepted stream of lines', twice, { accept: 'application/jsonl' }],
      ['to an odd host', twice, { host: 'a_b!' }],
      ['as a play and a claim', 'shopper.play,shopper.claim', {}],
      ['as two orders', 'storefront.reportOrder,storefront.reportOrder', {}],
      ["as two of an admin's", 'admin.moveGift,admin.reviewReferral', {}],
    ] as const)('%s', async (_name, path, headers) => {
      const started = await startOn(world.edge, world.token);
      const orders = { orderId: newId(), commandId: newId(), ...order };
      const input = path.startsWith('storefront') ? () => orders : () => turnOf(started);
      const token = path.startsWith('storefront') ? secretKey : world.token;
      const before = await booksOf(world.edge.deps.store);
      const inputs = { 0: input(), 1: input(), 2: input() };
      const answer = await world.edge.mutate(`${path}?batch=1`, inputs, { token, headers });
      expect({ status: answer.status, code: answer.code }).toEqual({
        status: 413,
        code: 'batch_too_large',
      });
      expect(await booksOf(world.edge.deps.store)).toEqual(before);
    });
  });
});
