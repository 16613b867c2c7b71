/** The real edge on a free port, and a small client that sends exactly what it is told. */
import { Agent, request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SignJWT } from 'jose';
import { pino } from 'pino';
import { afterAll, beforeAll, expect } from 'vitest';
import type { StartReply } from '../../shared/schema/shopper-api.ts';
import { HttpIdentity } from '../../server/http/identity.ts';
import { identityKeyOf, secretKeyOf, type Keys } from '../../server/http/keys.ts';
import { createNetworks, type Networks } from '../../server/http/networks.ts';
import { createEdge } from '../../server/http/server.ts';
import type { Store } from '../../server/store/store.ts';
import { depsFor, late, type Engine, type Opened, type TestDeps } from './engines.ts';
import { siteId } from './programme.ts';
import { expectCleanBooks, newId } from './shopping.ts';

export const keys: Keys = { draw: Buffer.alloc(32, 7), master: Buffer.alloc(32, 9) };
export const secretKey = secretKeyOf(keys, siteId);

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** The body as JSON; undefined when it is none. */
  readonly json: any;
  /** The refusal's code, of REST or tRPC. */
  readonly code: string | undefined;
}

export interface Request {
  readonly method?: string;
  /** Sent as it is, without any normalization. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer | undefined;
}

export interface CallOptions {
  readonly token?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Edge {
  readonly url: string;
  readonly deps: TestDeps;
  readonly identity: HttpIdentity;
  send(request: Request): Promise<Answer>;
  mutate(path: string, input: unknown, options?: CallOptions): Promise<Answer>;
  query(path: string, input: unknown, options?: CallOptions): Promise<Answer>;
  /** With the shop's secret key and a fresh Idempotency-Key, unless `headers` say otherwise. */
  rest(method: string, path: string, body?: unknown, options?: CallOptions): Promise<Answer>;
  close(): Promise<void>;
}

export interface EdgeSettings {
  readonly publicUrl?: string;
  readonly anonymousPlaysPerHour?: number;
  readonly distFolder?: string;
  /** Bounds that may be used up beforehand. */
  readonly networks?: Networks;
  readonly isStopping?: boolean;
}

/** Listens when it resolves. Closing it leaves the store open. */
export async function openEdge(store: Store, settings: EdgeSettings = {}): Promise<Edge> {
  const deps = depsFor(store);
  const identity = new HttpIdentity(keys, deps.clock);
  const { anonymousPlaysPerHour = 10_000, publicUrl = 'http://fairground.example' } = settings;
  const server = createEdge({
    deps,
    identity,
    networks: settings.networks ?? createNetworks({ trustedProxies: 1, anonymousPlaysPerHour }),
    log: pino({ level: 'silent' }),
    publicUrl: () => publicUrl,
    isOurs: (origin) => origin === publicUrl,
    distFolder: settings.distFolder ?? join(tmpdir(), 'fairground-nothing-built'),
    unreadyReason: async () => null,
    isStopping: () => settings.isStopping === true,
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const client = clientOf(port);
  return {
    url: `http://127.0.0.1:${port}`,
    deps,
    identity,
    ...client,
    async close() {
      client.end();
      server.close();
      server.closeAllConnections();
    },
  };
}

/**
 * The edge on a store of the suite's own, prepared before its tests and there while they run; in
 * the end its books must be in order.
 */
export function edgeFor(engine: Engine, prepare: () => Promise<void>): Edge {
  let opened: Opened;
  let edge: Edge;
  beforeAll(async () => {
    opened = await engine.open();
    edge = await openEdge(opened.store);
    await prepare();
  });
  afterAll(async () => {
    await expectCleanBooks(edge.deps);
    await edge.close();
    await opened.close();
  });
  return late(() => edge);
}

type Client = Pick<Edge, 'send' | 'mutate' | 'query' | 'rest'> & { end(): void };

/** Talks to whatever listens on `port` of this machine. */
export function clientOf(port: number): Client {
  const agent = new Agent({ keepAlive: true });
  const send = (request: Request): Promise<Answer> => sendTo(port, agent, request);
  return {
    send,
    end: () => agent.destroy(),
    mutate: (path, input, options) =>
      send({
        method: 'POST',
        path: `/trpc/${path}`,
        headers: headersOf(options),
        body: JSON.stringify(input),
      }),
    query: (path, input, options) =>
      send({
        path: `/trpc/${path}${search(input)}`,
        headers: headersOf(options),
      }),
    rest: (method, path, body, options) =>
      send({
        method,
        path,
        headers: { 'idempotency-key': newId(), ...headersOf({ token: secretKey, ...options }) },
        body: body === undefined ? undefined : JSON.stringify(body),
      }),
  };
}

export function search(input: unknown): string {
  return input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`;
}

function headersOf({ token, headers }: CallOptions = {}): Record<string, string> {
  const sent: Record<string, string> = { 'content-type': 'application/json', ...headers };
  if (token !== undefined) sent['authorization'] ??= `Bearer ${token}`;
  return sent;
}

async function sendTo(port: number, agent: Agent, request: Request): Promise<Answer> {
  const { method = 'GET', path, headers = {}, body } = request;
  const sized = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  const outgoing = httpRequest({
    host: '127.0.0.1',
    port,
    agent,
    method,
    path,
    headers: { ...headers, ...sized },
  });
  outgoing.end(body);
  const [response] = await once(outgoing, 'response');
  let text = '';
  response.setEncoding('utf8');
  for await (const chunk of response) text += chunk;
  const json = jsonOf(text);
  return { status: response.statusCode, headers: response.headers, text, json, code: codeIn(json) };
}

function jsonOf(text: string): any {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `{error: {code}}` of REST, or `{error: {data: {refusal: {code}}}}` of tRPC. */
export function codeIn(json: any): string | undefined {
  const error = json?.error;
  return error?.data?.refusal?.code ?? (typeof error?.code === 'string' ? error.code : undefined);
}

/** The data of a tRPC answer, or a failed test that shows what came instead. */
export function dataOf(answer: Answer): any {
  if (answer.status !== 200) throw new Error(`${answer.status}: ${answer.text}`);
  return answer.json.result.data;
}

/** The body of a REST answer, or a failed test that shows what came instead. */
export function bodyOf(answer: Answer): any {
  if (answer.status !== 200) throw new Error(`${answer.status}: ${answer.text}`);
  return answer.json;
}

export async function startOn(edge: Edge, token?: string, site = siteId): Promise<StartReply> {
  return dataOf(await edge.query('shopper.start', { siteId: site }, { token }));
}

/** A play of the first game offered, as its input. */
export function turnOf(started: StartReply, more: Record<string, unknown> = {}) {
  const [game] = started.games;
  if (!game) throw new Error('no game is shown');
  const { commitment } = game.turn.draw;
  return { commandId: newId(), clientSeed: newId(), gameId: game.id, commitment, ...more };
}

/** Looks at the game and plays it. */
export async function playOn(edge: Edge, token: string): Promise<Answer> {
  return edge.mutate('shopper.play', turnOf(await startOn(edge, token)), { token });
}

export interface CustomerClaims {
  readonly sub?: string;
  readonly audience?: string;
  readonly kid?: string;
  readonly secret?: string;
  readonly alg?: string;
  readonly jti?: string;
  readonly issuedAt?: number;
  readonly ttlSeconds?: number;
}

/** The word of a shop's back end for its customer, good unless the claims make it bad. */
export function customerToken(edge: Edge, claims: CustomerClaims = {}): Promise<string> {
  const key = identityKeyOf(keys, siteId);
  const issuedAt = claims.issuedAt ?? Math.floor(edge.deps.clock() / 1_000);
  return new SignJWT({})
    .setProtectedHeader({ alg: claims.alg ?? 'HS256', kid: claims.kid ?? key.kid })
    .setSubject(claims.sub ?? 'anna')
    .setAudience(claims.audience ?? siteId)
    .setJti(claims.jti ?? newId())
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + (claims.ttlSeconds ?? 600))
    .sign(new TextEncoder().encode(claims.secret ?? key.secret));
}

/** Signs in, presenting `token` when there is one. */
export async function identifyOn(
  edge: Edge,
  claims: CustomerClaims = {},
  token?: string,
): Promise<Answer> {
  const input = { commandId: newId(), siteId, token: await customerToken(edge, claims) };
  return edge.mutate('shopper.identify', input, { token });
}

const tables = [
  'site',
  'programme',
  'command',
  'shopper',
  'stream',
  'play',
  'award',
  'stock',
  'stock_entry',
  'voucher',
  'voucher_code',
  'code_import',
  'transfer',
  'lot',
  'shop_order',
  'used_token',
  'event',
] as const;

/** Every row that means money, points, stock or limits, to be compared with later. */
export async function booksOf(store: Store): Promise<Record<string, string[]>> {
  const rows = await store.read(
    tables.map((table) => ({ sql: `SELECT * FROM ${table}`, params: [] })),
  );
  return Object.fromEntries(
    tables.map((table, at) => [table, (rows[at] ?? []).map((row) => JSON.stringify(row)).sort()]),
  );
}

/** How many rows a table has. */
export async function countOf(store: Store, table: string): Promise<number> {
  const [rows] = await store.read([{ sql: `SELECT count(*) AS n FROM ${table}`, params: [] }]);
  return Number(rows?.[0]?.['n']);
}

/** Nothing of our insides leaves: no stack, no path, no statement. */
export function expectNoStack({ text }: Answer): void {
  expect(text).not.toMatch(/"stack"|\n\s+at |node_modules|\.ts:\d|SELECT |INSERT /);
}
