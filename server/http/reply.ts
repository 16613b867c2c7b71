/** Writes answers. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { refusalStatus, type Refusal } from '../../shared/refusals.ts';

/** A refusal as REST and the edge say it. The message is for developers. */
export function sendRefusal(response: ServerResponse, refusal: Refusal): void {
  const { code, detail, nextAt, issues } = refusal;
  const body = { error: { code, message: detail ?? code.replaceAll('_', ' '), nextAt, issues } };
  sendJson(response, refusalStatus[code], JSON.stringify(body));
}

export function sendWrongMethod(response: ServerResponse, allowed: readonly string[]): void {
  response.setHeader('allow', allowed.join(', '));
  sendRefusal(response, { code: 'method_not_allowed' });
}

export function sendJson(response: ServerResponse, status: number, body: string): void {
  response
    .writeHead(status, {
      'cache-control': 'no-store',
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    })
    .end(body);
}

const compressedBytesMin = 1_024;

/** A small window costs less time than the stock one, and pays for the better quality. */
export function compressed(body: string): Promise<Buffer> {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_LGWIN]: 16 };
  return promisify(brotliCompress)(Buffer.from(body), { params });
}

/** For answers that are read once on a slow line: compressed where the client can read it. */
export async function sendCompressedJson(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  body: string,
): Promise<void> {
  const accepts = /\bbr\b/.test(request.headers['accept-encoding'] ?? '');
  if (!accepts || body.length < compressedBytesMin) {
    sendJson(response, status, body);
    return;
  }
  const bytes = await compressed(body);
  response.statusCode = status;
  response.setHeader('content-type', 'application/json');
  response.setHeader('content-encoding', 'br');
  response.setHeader('content-length', bytes.length);
  response.end(bytes);
}
