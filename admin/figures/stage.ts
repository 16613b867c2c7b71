/** Which of three pages the figures make: the first steps, an empty period, or the figures. */
import type { OverviewReply } from '../../shared/schema/admin-api.ts';

export type Stage =
  /**
   * Nobody has ever played; `seen` shoppers have been shown a game, so the tag works if it is
   * above 0.
   */
  | { readonly kind: 'first_run'; readonly seen: number }
  | { readonly kind: 'empty_period' }
  | { readonly kind: 'figures' };

export function stageOf(reply: OverviewReply): Stage {
  const { totals } = reply;
  const seen = reply.funnel.find(({ step }) => step === 'shown')?.shoppers.value ?? 0;
  const compared = Object.values(totals);
  if (compared.some(({ value }) => value !== 0)) return { kind: 'figures' };
  // The latest plays are the site's, whatever period and campaign are chosen: none means none ever.
  if (reply.latestPlays.length === 0) return { kind: 'first_run', seen };
  return seen > 0 ? { kind: 'figures' } : { kind: 'empty_period' };
}
