/**
 * The wire: typed calls to the server, and what can become of one. It speaks what the stock client
 * of tRPC speaks, one call a request, and takes that client's types; its code, with links, streams
 * and transformers, would weigh a fifth of all that comes before the first spin.
 */
import type { TRPCClient } from '@trpc/client';
import type { AppRouter } from '../server/api/router.ts';
import type { Refusal } from '../shared/refusals.ts';
import { jsonOf } from './state/json.ts';

/** `lost`: nobody knows whether the server acted, so the same command must be sent again. */
export type Answer<Value> =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'lost' };

export type Api = TRPCClient<AppRouter>['shopper'];

interface Reply {
  readonly result?: { readonly data: unknown };
  readonly error?: { readonly data?: { readonly refusal?: Refusal } };
}

const answerMsMax = 12_000;

/** `token` is asked before every call. */
export function createApi(origin: string, token: () => string | undefined): Api {
  const url = `${origin}/trpc/shopper.`;
  const calls: Api = new Proxy(Object.create(null), {
    get: (_, name) => ({
      query: (input: unknown) =>
        call(`${url}${String(name)}?input=${encodeURIComponent(jsonOf(input))}`, token()),
      mutate: (input: unknown) => call(url + String(name), token(), jsonOf(input)),
    }),
  });
  return calls;
}

/** These may hide a command that was settled after all: the id stays alive. */
const uncertain = ['internal_error', 'busy', 'storage_unavailable'];

export async function ask<Value>(asked: Promise<Value>): Promise<Answer<Value>> {
  try {
    return { kind: 'value', value: await asked };
  } catch (error) {
    const refusal = error instanceof Refused ? error.refusal : undefined;
    if (!refusal || uncertain.includes(refusal.code)) return { kind: 'lost' };
    return { kind: 'refused', refusal };
  }
}

class Refused extends Error {
  readonly refusal: Refusal | undefined;

  constructor(refusal: Refusal | undefined) {
    super(refusal?.code);
    this.refusal = refusal;
  }
}

/** With a body it changes something. `keepalive` lets such a call outlive its page. */
async function call(url: string, bearer?: string, body?: string): Promise<unknown> {
  const response = await fetch(url, {
    ...(body === undefined ? {} : { method: 'POST', body, keepalive: true }),
    credentials: 'omit',
    signal: AbortSignal.timeout(answerMsMax),
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
    },
  });
  const { result, error }: Reply = await response.json();
  if (!result) throw new Refused(error?.data?.refusal);
  return result.data;
}
