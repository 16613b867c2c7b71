/** Reads a request's body within its limit. */
import type { IncomingMessage } from 'node:http';
import { limits } from '../../shared/limits.ts';

/** The body as UTF-8 text without a byte order mark; null when it is larger than allowed. */
export function readBody(request: IncomingMessage): Promise<string | null> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > limits.bodyBytesMax) {
    discard(request);
    return Promise.resolve(null);
  }
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= limits.bodyBytesMax) {
        chunks.push(chunk);
        return;
      }
      request.removeAllListeners('data');
      discard(request);
      resolve(null);
    });
    request.on('end', () => resolve(textOf(chunks)));
    request.on('error', reject);
  });
}

function textOf([first, ...more]: readonly Buffer[]): string {
  if (!first) return '';
  const text = (more.length === 0 ? first : Buffer.concat([first, ...more])).toString('utf8');
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

/** Lets a client that is still sending read our answer, but not for long. */
function discard(request: IncomingMessage): void {
  request.resume();
  setTimeout(() => request.destroy(), 1_000).unref();
}
