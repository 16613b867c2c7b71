/** The wire: typed calls to the server, and what can become of one. */
import { TRPCClientError, TRPCUntypedClient, type TRPCClient, type TRPCLink } from '@trpc/client';
import { observable } from '@trpc/server/observable';
import type { AppRouter } from '../server/api/router.ts';
import type { Refusal } from '../shared/refusals.ts';

/** `lost`: nobody knows whether the server acted, so the same command must be sent again. */
export type Answer<Value> =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'lost' };

export type Api = TRPCClient<AppRouter>['shopper'];

const answerMsMax = 12_000;

/** `token` is asked before every call. The stock proxy would serve routers in routers too. */
export function createApi(origin: string, token: () => string | undefined): Api {
  const client = new TRPCUntypedClient({ links: [link(`${origin}/trpc/shopper.`, token)] });
  const calls: Api = new Proxy(Object.create(null), {
    get: (_, name: string) => ({
      query: (input: unknown) => client.query(name, input),
      mutate: (input: unknown) => client.mutation(name, input),
    }),
  });
  return calls;
}

/** These may hide a command that was settled after all: the id stays alive. */
const uncertain = ['internal_error', 'busy', 'storage_unavailable'];

export async function ask<Value>(call: Promise<Value>): Promise<Answer<Value>> {
  try {
    return { kind: 'value', value: await call };
  } catch (error) {
    const refusal = refusalOf(error);
    if (!refusal || uncertain.includes(refusal.code)) return { kind: 'lost' };
    return { kind: 'refused', refusal };
  }
}

function refusalOf(error: unknown): Refusal | undefined {
  if (!(error instanceof TRPCClientError)) return undefined;
  const data: { refusal?: Refusal } | null | undefined = error.data;
  return data?.refusal;
}

/**
 * One call, one request, JSON both ways: the stock link's wire without forms, streams and
 * transformers, which weigh as much as the wheel. `keepalive` lets a call outlive its page.
 */
function link(url: string, token: () => string | undefined): TRPCLink<AppRouter> {
  return () =>
    ({ op: { path, type, input } }) =>
      observable((observer) => {
        const isQuery = type === 'query';
        const json = JSON.stringify(input);
        const bearer = token();
        fetch(url + path + (isQuery ? `?input=${encodeURIComponent(json)}` : ''), {
          method: isQuery ? 'GET' : 'POST',
          body: isQuery ? null : json,
          credentials: 'omit',
          keepalive: !isQuery,
          signal: AbortSignal.timeout(answerMsMax),
          headers: {
            ...(isQuery ? {} : { 'content-type': 'application/json' }),
            ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
          },
        })
          .then((response) => response.json())
          .then((answer) => {
            if (!('result' in answer)) throw answer;
            observer.next({ result: answer.result });
            observer.complete();
          })
          .catch((cause: Error) => observer.error(TRPCClientError.from(cause)));
      });
}
