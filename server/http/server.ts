/** The edge: one HTTP server that knows who asks, what for, and from where. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { limits } from '../../shared/limits.ts';
import { appRouter } from '../api/router.ts';
import type { Context } from '../api/trpc.ts';
import type { Deps } from '../flow/deps.ts';
import type { HttpIdentity } from './identity.ts';
import type { Networks } from './networks.ts';
import { passwords } from './passwords.ts';
import { sendRefusal, sendWrongMethod } from './reply.ts';
import { createRestHandler } from './rest.ts';
import { createSiteModule } from './site-module.ts';
import { createStaticHandler } from './static-files.ts';
import { createTrpcHandler, type ReportBug } from './trpc-handler.ts';

export interface EdgeOptions {
  readonly deps: Deps;
  readonly identity: HttpIdentity;
  readonly networks: Networks;
  readonly log: Logger;
  /** How browsers reach us. */
  readonly publicUrl: () => string;
  /** Whether a page of this origin is one of our own. */
  readonly isOurs: (origin: string) => boolean;
  readonly distFolder: string;
  /** Why this process should get no traffic now; null when it is ready. */
  readonly unreadyReason: () => Promise<string | null>;
  /** Whether connections are to end with the answer that comes next. */
  readonly isStopping: () => boolean;
}

const cookieName = 'fairground_admin';

export function createEdge(options: EdgeOptions): Server {
  const { deps, log } = options;

  const reportBug: ReportBug = (error, path) => {
    if (error.code === 'INTERNAL_SERVER_ERROR') log.error({ err: error.cause ?? error, path });
  };

  const contextOf = (request: IncomingMessage, response: ServerResponse): Promise<Context> =>
    contextFor(options, request, response);
  const trpc = createTrpcHandler(appRouter, contextOf, reportBug);
  const rest = createRestHandler(contextOf, reportBug);
  const serveStatic = createStaticHandler(options.distFolder);
  const serveSiteModule = createSiteModule(deps, options.distFolder, options.isOurs);

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const target = request.url ?? '/';
    const path = target.split('?', 1)[0] ?? '/';
    if (path.startsWith('/trpc/')) {
      if (!allowPage(deps, request, response)) await trpc(request, response);
      return;
    }
    const isProbe = path === '/healthz' || path === '/readyz';
    if (isProbe && request.method !== 'GET' && request.method !== 'HEAD') {
      sendWrongMethod(response, ['GET', 'HEAD']);
    } else if (path === '/healthz') {
      sendText(response, 200, 'ok');
    } else if (path === '/readyz') {
      const reason = await options.unreadyReason();
      sendText(response, reason === null ? 200 : 503, reason ?? 'ready');
    } else if (path === '/favicon.ico') {
      response.writeHead(204, { 'cache-control': 'public, max-age=86400' }).end();
    } else if (path === '/') {
      response.writeHead(302, { location: '/admin/' }).end();
    } else if (!serveSiteModule(request, response) && !serveStatic(request, response)) {
      await rest(request, response);
    }
  }

  const settings = { keepAliveTimeout: limits.keepAliveMsMax };
  return createServer(settings, (request, response) => {
    dropRefusedCodings(request);
    // Who asks a server that stops is answered, and asks another one next.
    if (options.isStopping()) response.setHeader('connection', 'close');
    route(request, response).catch((error: unknown) => {
      // A client that left in the middle of its request is no fault of ours.
      if (request.destroyed && !request.complete) return;
      // What stands behind the path may be a shopper's own.
      log.error({ err: error, path: (request.url ?? '').split('?', 1)[0] });
      if (response.headersSent) response.destroy();
      else sendRefusal(response, { code: 'internal_error' });
    });
  });
}

/** A weight of nothing says that a coding cannot be read; nobody after this asks for weights. */
function dropRefusedCodings({ headers }: IncomingMessage): void {
  const asked = headers['accept-encoding'];
  if (asked?.includes(';') !== true) return;
  const read = asked.split(',').filter((coding) => !/;\s*q=0(?:\.0*)?\s*$/i.test(coding));
  headers['accept-encoding'] = read.join(',');
}

async function contextFor(
  { deps, identity, networks, publicUrl, isOurs }: EdgeOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<Context> {
  const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? null;
  const isSecret = bearer?.startsWith('sk_') === true;
  const { origin = null } = request.headers;
  const ours = publicUrl();
  return {
    deps,
    identity,
    passwords,
    shopper: bearer === null || isSecret ? null : await identity.readShopper(bearer),
    backendSiteId: bearer !== null && isSecret ? identity.siteOfSecretKey(bearer) : null,
    adminSecret: cookieOf(request),
    setAdminCookie: (session) => setCookie(response, session, ours.startsWith('https:')),
    origin: origin !== null && isOurs(origin) ? null : origin,
    takeAttempt: (kind, of = networks.addressOf(request)) => networks.takeAttempt(kind, of),
    giveBack: (kind) => networks.giveBack(kind, networks.addressOf(request)),
    widgetUrl: `${ours}/v1/fairground.js`,
  };
}

/**
 * Lets pages of listed origins read our answers; no cookie ever goes with them. Answers a preflight
 * itself, which names no site: any site's origin passes here, and each call checks its own.
 */
function allowPage(deps: Deps, request: IncomingMessage, response: ServerResponse): boolean {
  const { origin } = request.headers;
  response.setHeader('cache-control', 'no-store');
  if (origin !== undefined && isListed(deps, origin)) {
    response.setHeader('access-control-allow-origin', origin);
    response.setHeader('access-control-expose-headers', 'retry-after');
  }
  if (request.method !== 'OPTIONS') return false;
  response
    .writeHead(204, {
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': 'authorization, content-type',
      'access-control-max-age': '7200',
    })
    .end();
  return true;
}

function isListed({ programmes }: Deps, origin: string): boolean {
  for (const { site } of programmes.values()) if (site.origins.includes(origin)) return true;
  return false;
}

function cookieOf(request: IncomingMessage): string | null {
  const cookies = (request.headers.cookie ?? '').split('; ');
  const found = cookies.find((cookie) => cookie.startsWith(`${cookieName}=`));
  return found?.slice(cookieName.length + 1) ?? null;
}

/** Host-only: no Domain. Strict: sent from our own pages alone. */
function setCookie(
  response: ServerResponse,
  session: { readonly secret: string; readonly expiresAt: number } | null,
  secure: boolean,
): void {
  const expires = new Date(session?.expiresAt ?? 0).toUTCString();
  const flags = `Path=/; HttpOnly; SameSite=Strict; Expires=${expires}${secure ? '; Secure' : ''}`;
  response.setHeader('set-cookie', `${cookieName}=${session?.secret ?? ''}; ${flags}`);
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}
