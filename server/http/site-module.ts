/**
 * The one script that is a site's own: what attends to a page, with the site's rules in it. A page
 * that no site of ours is for gets one all the same: it tells its owner why nothing shows.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Deps } from '../flow/deps.ts';
import { pageRules } from '../flow/page-rules.ts';
import { compressed } from './reply.ts';
import { widgetHeaders, type StaticHandler } from './static-files.ts';

interface Made {
  readonly text: string;
  readonly etag: string;
  readonly brotli: Promise<Buffer>;
}

const kept = 'public, max-age=300, stale-while-revalidate=86400';
/** A page may ask for a site of any name, and for none. */
const path = /^\/v1\/sites\/(.*)\/page\.js(?:\?|$)/;

/** `isOurs`: whether a page of this origin is one of our own. */
export function createSiteModule(
  deps: Deps,
  distFolder: string,
  isOurs: (origin: string) => boolean,
): StaticHandler {
  const file = join(distFolder, 'site/page.js');
  const code = existsSync(file) ? readFileSync(file, 'utf8').trimEnd() : null;
  const known = new Map<string, Made>();

  function moduleOf(siteId: string): Made | undefined {
    const rules = pageRules(deps, siteId);
    if (!rules || code === null) return undefined;
    const text = `${code};page.attend(${JSON.stringify(siteId)},${JSON.stringify(rules)});\n`;
    const last = known.get(siteId);
    if (last?.text === text) return last;
    const made = madeOf(text);
    known.set(siteId, made);
    return made;
  }

  return (request, response) => {
    const siteId = path.exec(request.url ?? '')?.[1];
    const { method, headers } = request;
    if (siteId === undefined || (method !== 'GET' && method !== 'HEAD')) return false;
    const isSame = headers.origin === undefined || isOurs(headers.origin);
    const trouble = troubleOf(deps, siteId, isSame ? undefined : headers.origin);
    const made = trouble ? madeOf(warning(trouble)) : moduleOf(siteId);
    if (!made) return false;
    for (const [name, value] of Object.entries(widgetHeaders)) response.setHeader(name, value);
    // A warning is gone with the next view of the page, once it is mended.
    response.setHeader('cache-control', trouble ? 'no-store' : kept);
    response.setHeader('vary', 'accept-encoding, origin');
    void send(request, response, made);
    return true;
  };
}

/** Why pages of this origin get nothing from us, and what their owner can do. */
function troubleOf(
  { programmes }: Deps,
  siteId: string,
  origin: string | undefined,
): string | undefined {
  if (!siteId) return 'the script tag needs data-site="…", with the id of your site';
  const programme = programmes.get(siteId);
  if (!programme) return `there is no site "${siteId}" here: copy the tag from your admin page`;
  if (origin === undefined || programme.site.origins.includes(origin)) return undefined;
  return `add "${origin}" to "origins" of the site "${siteId}": pages of it get no answer`;
}

function warning(trouble: string): string {
  return `console.warn(${JSON.stringify(`fairground: ${trouble}`)});\n`;
}

function madeOf(text: string): Made {
  const hash = createHash('sha256').update(text).digest('base64url').slice(0, 20);
  return { text, etag: `"${hash}"`, brotli: compressed(text) };
}

async function send(request: IncomingMessage, response: ServerResponse, made: Made): Promise<void> {
  const { text, etag, brotli } = made;
  response.setHeader('etag', etag);
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304).end();
    return;
  }
  const isRead = /\bbr\b/.test(request.headers['accept-encoding'] ?? '');
  const body = isRead ? await brotli : Buffer.from(text);
  if (isRead) response.setHeader('content-encoding', 'br');
  response.setHeader('content-type', 'text/javascript; charset=utf-8');
  response.setHeader('content-length', body.length);
  response.end(request.method === 'HEAD' ? undefined : body);
}
