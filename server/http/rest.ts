/** REST for shops in any language: a table of paths over the storefront procedures. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { getTRPCErrorFromUnknown } from '@trpc/server';
import { limits } from '../../shared/limits.ts';
import { refuse, type Result } from '../../shared/refusals.ts';
import { appRouter } from '../api/router.ts';
import { refusalOf, type Context } from '../api/trpc.ts';
import { readBody } from './body.ts';
import { callProcedure, proceduresOf } from './call-procedure.ts';
import { sendJson, sendRefusal, sendWrongMethod } from './reply.ts';
import type { Handler, ReportBug } from './trpc-handler.ts';

interface Route {
  readonly method: 'GET' | 'POST';
  /** `{name}` takes one segment into the input. */
  readonly path: string;
  readonly procedure: string;
  /** Whether it changes anything, so that it needs an Idempotency-Key. */
  readonly commands: boolean;
  /** What a read takes from its query string. */
  readonly query?: readonly string[];
}

const routes: readonly Route[] = [
  command('/v1/events', 'reportEvent'),
  command('/v1/orders', 'reportOrder'),
  command('/v1/orders/{orderId}/cancel', 'cancelOrder'),
  command('/v1/orders/{orderId}/refund', 'refundOrder'),
  { ...command('/v1/vouchers/validate', 'validateVoucher'), commands: false },
  command('/v1/vouchers/hold', 'holdVoucher'),
  command('/v1/vouchers/redeem', 'redeemVoucher'),
  command('/v1/vouchers/release', 'releaseVoucher'),
  command('/v1/vouchers/{voucherId}/void', 'voidVoucher'),
  command('/v1/points/hold', 'holdPoints'),
  command('/v1/points/redeem', 'redeemPoints'),
  command('/v1/points/release', 'releasePoints'),
  read('/v1/shoppers/{shopperId}', 'shopper'),
  command('/v1/shoppers/{shopperId}/credit', 'adjustCredit'),
  read('/v1/shoppers/{shopperId}/points', 'points'),
  command('/v1/shoppers/{shopperId}/points', 'adjustPoints'),
  command('/v1/shoppers/{shopperId}/vouchers', 'grantPrize'),
  command('/v1/shoppers/{shopperId}/attributes', 'setAttributes'),
  command('/v1/shoppers/{shopperId}/badges/{badgeId}/revoke', 'revokeBadge'),
  command('/v1/shoppers/{shopperId}/pause', 'pause'),
  read('/v1/shoppers/{shopperId}/data', 'personalData'),
  command('/v1/shoppers/{shopperId}/erase', 'eraseData'),
  read('/v1/gifts', 'gifts', ['state', 'after']),
  command('/v1/gifts/{parcelId}', 'moveGift'),
  command('/v1/shoppers/{shopperId}/profile', 'setProfile'),
  command('/v1/shoppers/{shopperId}/referral-code', 'openReferral'),
  command('/v1/shoppers/{shopperId}/referral', 'attachReferral'),
  read('/v1/referrals/reviews', 'referralReviews', ['after']),
  command('/v1/referrals/{referralId}/review', 'reviewReferral'),
];

export function createRestHandler(
  contextOf: (request: IncomingMessage, response: ServerResponse) => Promise<Context>,
  reportBug: ReportBug,
): Handler {
  const procedures = proceduresOf(appRouter);
  return async (request, response) => {
    const path = (request.url ?? '').split('?', 1)[0] ?? '';
    const here = routes.flatMap((route) => {
      const places = matchPath(route.path, path);
      return places ? [{ route, places }] : [];
    });
    const found = here.find(({ route }) => route.method === request.method);
    if (!found) {
      const allowed = here.map(({ route }) => route.method);
      if (allowed.length > 0) sendWrongMethod(response, allowed);
      else sendRefusal(response, { code: 'not_found' });
      return;
    }
    const { route, places } = found;
    const ctx = await contextOf(request, response);
    if (ctx.backendSiteId === null) {
      request.resume();
      sendRefusal(response, { code: 'unauthorized', detail: 'send the secret key' });
      return;
    }
    const input = await inputOf(request, route);
    if (!input.ok) {
      sendRefusal(response, input.refusal);
      return;
    }
    try {
      const data = await callProcedure(procedures, {
        path: `storefront.${route.procedure}`,
        type: route.method === 'GET' ? 'query' : 'mutation',
        ctx,
        batchIndex: 0,
        getRawInput: async () => ({ ...input.value, ...places }),
      });
      sendJson(response, 200, JSON.stringify(data));
    } catch (cause) {
      const error = getTRPCErrorFromUnknown(cause);
      reportBug(error, route.procedure);
      sendRefusal(response, refusalOf(error));
    }
  };
}

/** The body, and the command's id from `Idempotency-Key`. */
async function inputOf(
  request: IncomingMessage,
  { method, commands, query = [] }: Route,
): Promise<Result<Record<string, unknown>>> {
  if (method === 'GET') return { ok: true, value: queryOf(request, query) };
  const [type] = (request.headers['content-type'] ?? '').split(';', 1);
  const text = await readBody(request);
  if (text === null) {
    return refuse('body_too_large', { detail: `${limits.bodyBytesMax} bytes at most` });
  }
  if (text !== '' && type?.trim().toLowerCase() !== 'application/json') {
    return refuse('unsupported_media_type', { detail: 'send application/json' });
  }
  const body = parseObject(text === '' ? '{}' : text);
  if (!body || 'commandId' in body) {
    return refuse('bad_request', { detail: 'the body must be a JSON object of the fields named' });
  }
  if (!commands) return { ok: true, value: body };
  const commandId = request.headers['idempotency-key'];
  if (typeof commandId !== 'string' || !/^[\w-]{16,64}$/.test(commandId)) {
    const path = 'Idempotency-Key';
    const message = '16 to 64 letters, digits, underscores or hyphens; the same for a retry';
    return refuse('bad_request', { issues: [{ path, message }] });
  }
  return { ok: true, value: { ...body, commandId } };
}

function queryOf(request: IncomingMessage, names: readonly string[]): Record<string, unknown> {
  const search = new URLSearchParams((request.url ?? '').split('?')[1] ?? '');
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = search.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? { ...value } : null;
  } catch {
    return null;
  }
}

function matchPath(pattern: string, path: string): Record<string, string> | null {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  if (wanted.length !== given.length) return null;
  const places: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    const segment = given[at] ?? '';
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name === undefined && part !== segment) return null;
    if (name !== undefined) {
      const value = decode(segment);
      if (value === null || value === '') return null;
      places[name] = value;
    }
  }
  return places;
}

function decode(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}

function command(path: string, procedure: string): Route {
  return { method: 'POST', path, procedure, commands: true };
}

function read(path: string, procedure: string, query: readonly string[] = []): Route {
  return { method: 'GET', path, procedure, commands: false, query };
}
