/**
 * The built widget, admin page and verify page, compressed beforehand. They are read once and kept:
 * a build that is made while the server runs takes the files away, and their sizes with them.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join, relative, sep } from 'node:path';
import type { IncomingMessage, ServerResponse } from 'node:http';

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
  readonly headersOf: (name: string) => Readonly<Record<string, string>>;
  /** By name below the prefix, with those that end in `.br` and `.gz`. */
  readonly files: ReadonlyMap<string, Buffer>;
}

export function createStaticHandler(distFolder: string): StaticHandler {
  const mounts: Mount[] = [
    {
      prefix: '/v1/',
      // Pages that were loaded before an update go on asking for the scripts of their own build.
      files: new Map([...earlierScripts(distFolder), ...filesIn(join(distFolder, 'widget'))]),
      headersOf: (name) => ({
        ...widgetHeaders,
        'cache-control': isHashed(name)
          ? forever
          : 'public, max-age=300, stale-while-revalidate=86400',
      }),
    },
    ...['/admin/', '/verify/'].map((prefix) => ({
      prefix,
      files: filesIn(join(distFolder, prefix)),
      headersOf: (name: string) => ({
        ...pageHeaders,
        'cache-control': isHashed(name) ? forever : 'no-cache',
      }),
    })),
  ];

  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    const found = mounts.find(({ prefix }) => `${path}/`.startsWith(prefix));
    if (!found) return false;
    if (!path.startsWith(found.prefix)) {
      // Relative links in the page need the slash.
      response.writeHead(308, { location: found.prefix }).end();
      return true;
    }
    return serve(found, path.slice(found.prefix.length) || 'index.html', request, response);
  };
}

function serve(
  { files, headersOf }: Mount,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  const type = types[extname(name)];
  const plain = files.get(name);
  if (!plain || type === undefined) return false;
  const read = request.headers['accept-encoding'] ?? '';
  const coding = codings.find((each) => read.includes(each.name) && files.has(name + each.suffix));
  const content = (coding && files.get(name + coding.suffix)) ?? plain;
  response.writeHead(200, {
    ...headersOf(name),
    'content-type': type,
    'content-length': content.length,
    vary: 'accept-encoding',
    ...(coding ? { 'content-encoding': coding.name } : {}),
  });
  response.end(request.method === 'HEAD' ? undefined : content);
  return true;
}

/** The better one first. */
const codings = [
  { name: 'br', suffix: '.br' },
  { name: 'gzip', suffix: '.gz' },
] as const;

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  // Types for compilers; elsewhere the name means a film.
  '.ts': 'text/plain; charset=utf-8',
};

const forever = 'public, max-age=31536000, immutable';

/** Names that change with their content: `panel-B4x8_k2Q.js`, but not `custom-elements.json`. */
function isHashed(name: string): boolean {
  return /-[\w-]{8,}\.(?!json$)\w+$/.test(name);
}

function earlierScripts(distFolder: string): [string, Buffer][] {
  return [...filesIn(join(distFolder, 'earlier'))].map(([path, script]) => [
    basename(path),
    script,
  ]);
}

/** All that stands in the folder and below, by path. */
function filesIn(folder: string): Map<string, Buffer> {
  if (!existsSync(folder)) return new Map();
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    paths.map((path) => [relative(folder, path).replaceAll(sep, '/'), readFileSync(path)]),
  );
}
