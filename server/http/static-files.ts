/** The built widget, admin page and verify page, compressed beforehand. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { IncomingMessage, ServerResponse } from 'node:http';
import sirv, { type RequestHandler } from 'sirv';

/** Handles the request, or answers false: nothing of that name was built. */
export type StaticHandler = (request: IncomingMessage, response: ServerResponse) => boolean;

/** Pages of ours run nothing but our own files, and are framed by nobody. */
const pageHeaders = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
} as const;

/** Scripts that any shop's page may load, under any policy. */
export const widgetHeaders = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'timing-allow-origin': '*',
  'x-content-type-options': 'nosniff',
} as const;

interface Mount {
  readonly prefix: string;
  readonly serve: RequestHandler;
}

export function createStaticHandler(distFolder: string): StaticHandler {
  const mounts: Mount[] = [
    mount('/v1', join(distFolder, 'widget'), (name) => ({
      ...widgetHeaders,
      // Else it would be a film: `.ts` is MPEG's too.
      ...(name.endsWith('.d.ts') ? { 'content-type': 'text/plain; charset=utf-8' } : {}),
      'cache-control': isHashed(name)
        ? forever
        : 'public, max-age=300, stale-while-revalidate=86400',
    })),
    ...['/admin', '/verify'].map((prefix) =>
      mount(prefix, join(distFolder, prefix), (name) => ({
        ...pageHeaders,
        'cache-control': isHashed(name) ? forever : 'no-cache',
      })),
    ),
  ];

  return (request, response) => {
    const target = request.url ?? '/';
    const path = target.split('?', 1)[0] ?? '/';
    const found = mounts.find(({ prefix }) => path === prefix || path.startsWith(`${prefix}/`));
    if (!found || (request.method !== 'GET' && request.method !== 'HEAD')) return false;
    if (path === found.prefix) {
      // Relative links in the page need the slash.
      response.writeHead(308, { location: `${found.prefix}/` }).end();
      return true;
    }
    let missed = false;
    request.url = target.slice(found.prefix.length);
    found.serve(request, response, () => {
      missed = true;
    });
    if (missed) request.url = target;
    return !missed;
  };
}

const forever = 'public, max-age=31536000, immutable';

/** Names that change with their content: `panel-B4x8_k2Q.js`, but not `custom-elements.json`. */
function isHashed(name: string): boolean {
  return /-[\w-]{8,}\.(?!json$)\w+$/.test(name);
}

function mount(
  prefix: string,
  folder: string,
  headersOf: (name: string) => Readonly<Record<string, string>>,
): Mount {
  if (!existsSync(folder)) return { prefix, serve: (_request, _response, next) => next?.() };
  const serve = sirv(folder, {
    brotli: true,
    gzip: true,
    setHeaders(response, name) {
      for (const [key, value] of Object.entries(headersOf(name))) response.setHeader(key, value);
    },
  });
  return { prefix, serve };
}
