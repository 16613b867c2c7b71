/** The steps from a glance to a purchase, in order. */
export const funnelSteps = [
  'shown',
  'opened',
  'started',
  'settled',
  'won',
  'claimed',
  'redeemed',
] as const;
export type FunnelStep = (typeof funnelSteps)[number];
