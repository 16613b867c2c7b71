/** The edge of the shop: cookies, forms, files and the headers of a careful site. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { extname } from 'node:path';
import { gzipSync } from 'node:zlib';

const bodyBytesMax = 16_384;

export function cookiesOf(request: IncomingMessage): Map<string, string> {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return new Map(pairs.map(([name = '', ...value]) => [name, value.join('=')]));
}

export function cookie(
  name: string,
  value: string,
  options: { days?: number; isScript?: boolean },
): string {
  const age = options.days === undefined ? '' : `; Max-Age=${options.days * 86_400}`;
  return `${name}=${value}; Path=/; SameSite=Lax${age}${options.isScript ? '' : '; HttpOnly'}`;
}

/** The fields of a form, or null when it is none that the shop's pages send. */
export async function formOf(request: IncomingMessage): Promise<URLSearchParams | null> {
  const type = request.headers['content-type']?.split(';')[0]?.trim();
  if (type !== 'application/x-www-form-urlencoded') return null;
  const chunks: Buffer[] = [];
  let size = 0;
  const body: AsyncIterable<Buffer> = request;
  for await (const bytes of body) {
    size += bytes.length;
    if (size > bodyBytesMax) return null;
    chunks.push(bytes);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}

/** Beside SameSite cookies: browsers name the origin of every form that is posted. */
export function isOwnOrigin({ headers }: IncomingMessage): boolean {
  const { origin, host } = headers;
  if (origin === undefined || host === undefined) return false;
  return URL.canParse(origin) && new URL(origin).host === host;
}

/** A path of this shop, whatever was asked for. */
export function safeBack(back: string | null): string {
  const url = URL.canParse(back ?? '', 'http://shop') ? new URL(back ?? '', 'http://shop') : null;
  // A path that begins with two slashes would be read as another host.
  if (!url || url.origin !== 'http://shop' || url.pathname.startsWith('//')) return '/';
  return url.pathname + url.search;
}

/**
 * What a careful shop sends with every page: the only foreign origin is the one that the tag
 * comes from.
 */
export function pageHeaders(tagOrigin: string): Record<string, string> {
  const policy = [
    "default-src 'none'",
    `script-src 'self' ${tagOrigin}`,
    "style-src 'self'",
    "img-src 'self'",
    `connect-src ${tagOrigin}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ];
  return {
    'Content-Security-Policy': policy.join('; '),
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
  };
}

interface StaticFile {
  readonly type: string;
  readonly etag: string;
  readonly bytes: Buffer;
  readonly gzipped: Buffer;
}

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** All files of the public folder by their path; read once. */
export function readPublic(folder: URL): Map<string, StaticFile> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const known = names.filter((name) => Object.hasOwn(types, extname(name)));
  return new Map(
    known.map((name) => {
      const path = name.replaceAll('\\', '/');
      const bytes = readFileSync(new URL(path, folder));
      const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
      const type = types[extname(name)] ?? 'application/octet-stream';
      return [`/${path}`, { type, etag, bytes, gzipped: gzipSync(bytes) }];
    }),
  );
}

export function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: StaticFile,
): void {
  const headers = {
    'Content-Type': file.type,
    'Cache-Control': 'no-cache',
    'X-Content-Type-Options': 'nosniff',
    // A picture opened by itself can run nothing either.
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'",
    ETag: file.etag,
    Vary: 'Accept-Encoding',
  };
  if (request.headers['if-none-match'] === file.etag) {
    response.writeHead(304, headers).end();
    return;
  }
  const isGzip = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  const body = isGzip ? file.gzipped : file.bytes;
  const length = { 'Content-Length': body.length, ...(isGzip && { 'Content-Encoding': 'gzip' }) };
  response.writeHead(200, { ...headers, ...length });
  response.end(request.method === 'HEAD' ? undefined : body);
}
