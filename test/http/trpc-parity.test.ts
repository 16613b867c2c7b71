/** The thin handler answers as the stock adapter does, and the clients of tRPC cannot tell. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { createTRPCClient, httpBatchLink, httpLink, TRPCClientError } from '@trpc/client';
import { createHTTPHandler } from '@trpc/server/adapters/standalone';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limits } from '../../shared/limits.ts';
import { appRouter, type AppRouter } from '../../server/api/router.ts';
import type { Context } from '../../server/api/trpc.ts';
import { passwords } from '../../server/http/passwords.ts';
import { onBothEngines, type Opened } from '../helper/engines.ts';
import { siteId } from '../helper/programme.ts';
import {
  clientOf,
  dataOf,
  openEdge,
  playOn,
  search,
  secretKey,
  startOn,
  turnOf,
  type Edge,
  type Request,
} from '../helper/http.ts';
import { apply, newId } from '../helper/shopping.ts';

const json = { 'content-type': 'application/json' };
const seed = 'a'.repeat(32);
const oldDraw = 'b'.repeat(64);
const play = { commandId: 'c'.repeat(32), gameId: 'wheel', clientSeed: seed, commitment: oldDraw };
const batch = (input: unknown): string =>
  `?batch=1&input=${encodeURIComponent(JSON.stringify(input))}`;
const post = (path: string, body?: string, headers = {}): Request => ({
  method: 'POST',
  path,
  headers: { ...json, ...headers },
  body,
});
const get = (path: string, headers = {}): Request => ({ path, headers });

/** `TOKEN` and `SECRET` in a header stand for the shopper's token and the shop's key. */
const mine = { authorization: 'Bearer TOKEN' };
const backend = { authorization: 'Bearer SECRET' };
const site = { siteId };

const cases: Record<string, Request> = {
  // Queries.
  'a query': get(`/trpc/shopper.wallet${search(site)}`, mine),
  'a query with a content type': get(`/trpc/shopper.wallet${search(site)}`, { ...mine, ...json }),
  'a query of another content type': get(`/trpc/shopper.wallet${search(site)}`, {
    ...mine,
    'content-type': 'text/plain',
  }),
  'a query of a form': get(`/trpc/shopper.wallet${search(site)}`, {
    ...mine,
    'content-type': 'multipart/form-data; boundary=x',
  }),
  'a query without its input': get('/trpc/shopper.wallet', mine),
  'a query with an empty input': get('/trpc/shopper.wallet?input=', mine),
  'a query with malformed JSON': get('/trpc/shopper.wallet?input={', mine),
  'a query with an unknown key': get(`/trpc/shopper.wallet${search({ ...site, x: 1 })}`, mine),
  'a query with a list as its input': get(`/trpc/shopper.wallet${search([1])}`, mine),
  'a query with null as its input': get(`/trpc/shopper.wallet${search(null)}`, mine),
  'a query without a token': get(`/trpc/shopper.wallet${search(site)}`),
  'a query with a bad token': get(`/trpc/shopper.wallet${search(site)}`, {
    authorization: 'Bearer x.y.z',
  }),
  'a query whose refusal beats malformed JSON': get('/trpc/shopper.wallet?input={'),
  'a query of the back end': get(`/trpc/storefront.points${search({ shopperId: 'no' })}`, backend),
  'a query twice named': get(`/trpc/shopper.wallet${search(site)}&input=2`, mine),
  'a query with a plus for a space': get(
    '/trpc/shopper.wallet?input=%7B+%22siteId%22:%22shop%22%7D',
    mine,
  ),
  'a query with a hash in the target': get(`/trpc/shopper.wallet${search(site)}#frag`, mine),
  'a query with a hash in the path': get(`/trpc/shopper.wallet#x${search(site)}`, mine),
  'a query with a slash at the end': get(`/trpc/shopper.wallet/${search(site)}`, mine),
  'a query with an odd Host': get(`/trpc/shopper.wallet${search(site)}`, { ...mine, host: 'a b' }),
  'a query with an escaped path': get(`/trpc/shopper%2Ewallet${search(site)}`, mine),
  'a query with a malformed escape': get(`/trpc/shopper.wallet%${search(site)}`, mine),
  'a query asked with HEAD': {
    method: 'HEAD',
    path: `/trpc/shopper.wallet${search(site)}`,
    headers: mine,
  },
  'an admin query without a cookie': get('/trpc/admin.me'),
  'an admin query of another page': get('/trpc/admin.me', { origin: 'https://evil.example' }),
  // Paths and methods.
  'an unknown path': get('/trpc/shopper.nothing'),
  'an unknown mutation': post('/trpc/shopper.nothing', '{}'),
  'a path of the prototype': get('/trpc/__proto__.constructor'),
  'an empty path': get('/trpc/'),
  'a router for a procedure': get('/trpc/shopper'),
  'a query by POST': post('/trpc/shopper.wallet', JSON.stringify(site), mine),
  'a mutation by GET': get(`/trpc/shopper.play${search(play)}`, mine),
  'a mutation by PUT': { ...post('/trpc/shopper.play', JSON.stringify(play), mine), method: 'PUT' },
  'a mutation by DELETE': { method: 'DELETE', path: '/trpc/shopper.play', headers: mine },
  // Mutations.
  'a mutation that is refused': post('/trpc/shopper.play', JSON.stringify(play), mine),
  'a mutation without a token': post('/trpc/shopper.play', JSON.stringify(play)),
  'a mutation with a charset': post('/trpc/shopper.play', JSON.stringify(play), {
    ...mine,
    'content-type': 'application/json; charset=utf-8',
  }),
  'a mutation with malformed JSON': post('/trpc/shopper.play', '{"a":', mine),
  'a mutation with a byte order mark': post(
    '/trpc/shopper.play',
    `\uFEFF${JSON.stringify(play)}`,
    mine,
  ),
  'a mutation with an empty body': post('/trpc/shopper.play', '', mine),
  'a mutation with no body at all': post('/trpc/shopper.play', undefined, mine),
  'a mutation with broken UTF-8': {
    ...post('/trpc/shopper.play', undefined, mine),
    body: Buffer.from([0x22, 0xff, 0xfe, 0x22]),
  },
  'a mutation with a number for a body': post('/trpc/shopper.play', '7', mine),
  'a mutation with wrong types': post('/trpc/shopper.play', '{"commandId":1}', mine),
  'a mutation with input in the query': post(`/trpc/shopper.play${search(play)}`, undefined, mine),
  'a mutation without an input': post('/trpc/admin.signOut', undefined),
  'a mutation of a bad secret key': post('/trpc/storefront.reportOrder', '{}', {
    authorization: 'Bearer sk_shop_x',
  }),
  // Batches.
  'a batch of queries': get(
    `/trpc/shopper.wallet,shopper.plays${batch({ 0: site, 1: site })}`,
    mine,
  ),
  'a batch of one': get(`/trpc/shopper.wallet${batch({ 0: site })}`, mine),
  'a batch of successes and refusals': get(
    `/trpc/shopper.wallet,admin.me,shopper.plays${batch({ 0: site, 2: {} })}`,
    mine,
  ),
  'a batch of refusals alone': get(`/trpc/admin.me,admin.me${batch({})}`),
  'a batch of two kinds of refusals': get(`/trpc/admin.me,shopper.plays${batch({ 1: {} })}`, mine),
  'a batch with an unknown path': get(`/trpc/shopper.wallet,a.b${batch({ 0: site })}`, mine),
  'a batch with an input missing': get(
    `/trpc/shopper.wallet,shopper.plays${batch({ 1: site })}`,
    mine,
  ),
  'a batch with a list as its inputs': get(`/trpc/shopper.wallet${batch([site])}`, mine),
  'a batch with malformed JSON': get('/trpc/shopper.wallet,shopper.plays?batch=1&input={', mine),
  'a batch without inputs': get('/trpc/shopper.wallet,shopper.plays?batch=1', mine),
  'a batch with an empty name': get(`/trpc/shopper.wallet,${batch({ 0: site })}`, mine),
  'a batch that is none': get(`/trpc/shopper.wallet,shopper.plays${search({ 0: site })}`, mine),
  'a batch of mutations': post(
    '/trpc/shopper.play,shopper.track?batch=1',
    JSON.stringify({ 0: play, 1: { ...site, events: [] } }),
    mine,
  ),
  'a batch of a query and a mutation': post(
    '/trpc/shopper.wallet,shopper.play?batch=1',
    JSON.stringify({ 0: site, 1: play }),
    mine,
  ),
  'a batch with null for a body': post('/trpc/shopper.play?batch=1', 'null', mine),
  // Other ways to ask.
  'a stream of lines': get(`/trpc/shopper.wallet${batch({ 0: site })}`, {
    ...mine,
    'trpc-accept': 'application/jsonl',
  }),
  'connection parameters': get(`/trpc/shopper.wallet${search(site)}&connectionParams=1`, mine),
};

/** The stock adapter around the same router and an equal context. */
async function openStock(edge: Edge): Promise<{ server: Server; port: number }> {
  const handler = createHTTPHandler({
    router: appRouter,
    basePath: '/trpc/',
    maxBodySize: limits.bodyBytesMax,
    maxBatchSize: limits.batchCallsMax,
    async createContext({ req }): Promise<Context> {
      const bearer = /^Bearer (.+)$/.exec(req.headers.authorization ?? '')?.[1] ?? null;
      const isSecret = bearer?.startsWith('sk_') === true;
      const { identity, deps } = edge;
      return {
        deps,
        identity,
        passwords,
        shopper: bearer === null || isSecret ? null : await identity.readShopper(bearer),
        backendSiteId: isSecret ? identity.siteOfSecretKey(bearer ?? '') : null,
        adminSecret: null,
        setAdminCookie: () => undefined,
        origin: req.headers.origin ?? null,
        takeAttempt: async () => null,
        giveBack: async () => undefined,
        widgetUrl: '',
      };
    },
  });
  const server = createServer(handler).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return { server, port: typeof address === 'object' && address ? address.port : 0 };
}

onBothEngines('a call over tRPC', (engine) => {
  let opened: Opened;
  let edge: Edge;
  let stock: Awaited<ReturnType<typeof openStock>>;
  let stockClient: ReturnType<typeof clientOf>;
  let token: string;

  beforeAll(async () => {
    opened = await engine.open();
    edge = await openEdge(opened.store);
    await apply(edge.deps);
    stock = await openStock(edge);
    stockClient = clientOf(stock.port);
    ({ token } = await startOn(edge));
    dataOf(await playOn(edge, token));
  });

  afterAll(async () => {
    stockClient.end();
    stock.server.close();
    await edge.close();
    await opened.close();
  });

  const filled = (request: Request): Request => {
    const authorization = request.headers?.['authorization'];
    if (authorization === undefined) return request;
    const real = authorization.replace('TOKEN', token).replace('SECRET', secretKey);
    return { ...request, headers: { ...request.headers, authorization: real } };
  };

  describe('gets the answer of the stock adapter to', () => {
    it.each(Object.entries(cases))('%s', async (_name, request) => {
      const thin = await edge.send(filled(request));
      const plain = await stockClient.send(filled(request));
      const seen = ({ status, text, headers }: typeof thin): unknown => ({
        status,
        text,
        type: headers['content-type'],
        vary: headers['vary'],
      });
      expect(seen(thin)).toEqual(seen(plain));
    });
  });

  it('answers a batch of successes and refusals with 207', async () => {
    const { status } = await edge.send(filled(cases['a batch of successes and refusals']!));
    expect(status).toBe(207);
  });

  it.each([
    ['httpLink', httpLink],
    ['httpBatchLink', httpBatchLink],
  ] as const)('serves %s unchanged', async (_name, link) => {
    const { token } = await startOn(edge);
    const client = createTRPCClient<AppRouter>({
      links: [link({ url: `${edge.url}/trpc`, headers: { authorization: `Bearer ${token}` } })],
    });
    const [started, wallet] = await Promise.all([
      client.shopper.start.query({ siteId }),
      client.shopper.wallet.query({ siteId }),
    ]);
    expect(wallet).toEqual(started.wallet);
    const reply = await client.shopper.play.mutate(turnOf(started));
    expect(reply.receipt.stream).toBe(started.shopper.id);
    const refused = client.shopper.play.mutate({ ...turnOf(started), commandId: newId() });
    const error = await refused.catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(TRPCClientError);
    expect(error).toMatchObject({ data: { httpStatus: 409, refusal: { code: 'draw_moved' } } });
  });
});
