/** What can go wrong between the page and the server, as data. */
import type { Refusal } from '../../shared/refusals.ts';

export type Problem =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** The browser knows that it has no network. */
  | { readonly kind: 'offline' }
  /** Nothing came back, or nothing that could be read. */
  | { readonly kind: 'unreachable' };

export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem };

export function isSignedOut(problem: Problem): boolean {
  return problem.kind === 'refused' && problem.refusal.code === 'unauthorized';
}
