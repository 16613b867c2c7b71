/** The one script that is a site's own: what attends to a page, with the site's rules in it. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Deps } from '../flow/deps.ts';
import { pageRules } from '../flow/page-rules.ts';
import { compressed, sendRefusal } from './reply.ts';
import { widgetHeaders, type StaticHandler } from './static-files.ts';

interface Made {
  readonly text: string;
  readonly etag: string;
  readonly brotli: Promise<Buffer>;
}

const path = /^\/v1\/sites\/([a-z0-9-]{1,63})\/page\.js(?:\?|$)/;

export function createSiteModule(deps: Deps, distFolder: string): StaticHandler {
  const file = join(distFolder, 'site/page.js');
  const code = existsSync(file) ? readFileSync(file, 'utf8').trimEnd() : null;
  const made = new Map<string, Made>();

  function moduleOf(siteId: string): Made | undefined {
    const rules = pageRules(deps, siteId);
    if (!rules || code === null) return undefined;
    const text = `${code};page.attend(${JSON.stringify(siteId)},${JSON.stringify(rules)});\n`;
    const known = made.get(siteId);
    if (known?.text === text) return known;
    const hash = createHash('sha256').update(text).digest('base64url').slice(0, 20);
    const fresh = { text, etag: `"${hash}"`, brotli: compressed(text) };
    made.set(siteId, fresh);
    return fresh;
  }

  return (request, response) => {
    const siteId = path.exec(request.url ?? '')?.[1];
    const { method } = request;
    if (siteId === undefined || (method !== 'GET' && method !== 'HEAD')) return false;
    for (const [name, value] of Object.entries(widgetHeaders)) response.setHeader(name, value);
    const found = moduleOf(siteId);
    if (found) void send(request, response, found);
    else sendRefusal(response, { code: 'site_not_found' });
    return true;
  };
}

async function send(request: IncomingMessage, response: ServerResponse, made: Made): Promise<void> {
  const { text, etag, brotli } = made;
  response.setHeader('cache-control', 'public, max-age=300, stale-while-revalidate=86400');
  response.setHeader('vary', 'accept-encoding');
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
