/**
 * The kinds of things that are counted for a shopper, each item in a row of its own; missions and
 * badges are many that move together, and stand in one row each.
 */
export const progressKinds = [
  'reward',
  'mission',
  'badge',
  'gift',
  'survey',
  'attribute',
  'check_in',
  'quiz',
  'tier',
] as const;

/** The books move together: who loads one of them loads both. */
export const bookKinds = ['mission', 'badge'] as const satisfies ProgressKind[];

export type ProgressKind = (typeof progressKinds)[number];
