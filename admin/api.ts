/** The office's calls over tRPC. Nothing else on this page talks to the network. */
import { TRPCClientError, createTRPCClient, httpLink } from '@trpc/client';
import type { AppRouter } from '../server/api/router.ts';
import { type RefusalCode, refusalStatus } from '../shared/refusals.ts';
import type { OfficeApi } from './state/office-api.ts';
import type { Answer, Problem } from './state/problem.ts';

/** Longer than any answer takes; after it the page says so instead of waiting on. */
const timeoutMs = 15_000;

/**
 * `url` is where tRPC lives, `/trpc` on the page's own origin: the session cookie goes nowhere
 * else.
 */
export function createOfficeApi(url: string): OfficeApi {
  const client = createTRPCClient<AppRouter>({
    links: [httpLink({ url, fetch: (input, init) => fetchInTime(input, init) })],
  });
  return {
    acceptLink: (input) => answerOf(client.admin.acceptLink.mutate(input)),
    signIn: (input) => answerOf(client.admin.signIn.mutate(input)),
    signOut: () => answerOf(client.admin.signOut.mutate()),
    me: () => answerOf(client.admin.me.query()),
    overview: (query) => answerOf(client.admin.overview.query(query)),
  };
}

type FetchInit = { signal?: AbortSignal | null } & Omit<RequestInit, 'signal'>;

function fetchInTime(input: RequestInfo | URL | string, init: FetchInit = {}): Promise<Response> {
  const signals = [init.signal, AbortSignal.timeout(timeoutMs)].filter(
    (signal): signal is AbortSignal => signal instanceof AbortSignal,
  );
  return fetch(input, { ...init, cache: 'no-store', signal: AbortSignal.any(signals) });
}

async function answerOf<Value>(call: Promise<Value>): Promise<Answer<Value>> {
  try {
    return { ok: true, value: await call };
  } catch (error) {
    return { ok: false, problem: problemOf(error) };
  }
}

/** A refusal carries its code; without one, nothing that could be read came back. */
function problemOf(error: unknown): Problem {
  if (!(error instanceof TRPCClientError)) return { kind: 'unreachable' };
  const data: unknown = error.data;
  const refusal = field(data, 'refusal');
  const code = field(refusal, 'code');
  if (isRefusalCode(code)) {
    const detail = field(refusal, 'detail');
    return {
      kind: 'refused',
      refusal: {
        code,
        detail: typeof detail === 'string' ? detail : undefined,
        issues: issuesOf(field(refusal, 'issues')),
      },
    };
  }
  return field(data, 'httpStatus') === 401
    ? { kind: 'refused', refusal: { code: 'unauthorized' } }
    : { kind: 'unreachable' };
}

function issuesOf(issues: unknown): { path: string; message: string }[] {
  if (!Array.isArray(issues)) return [];
  return issues.map((issue: unknown) => ({
    path: words(field(issue, 'path')),
    message: words(field(issue, 'message')),
  }));
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function words(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isRefusalCode(code: unknown): code is RefusalCode {
  return typeof code === 'string' && Object.hasOwn(refusalStatus, code);
}
