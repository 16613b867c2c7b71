/** What shoppers do that missions, badges and leaderboards can count. */
export const activityKinds = [
  'play',
  'win',
  'check_in',
  'order',
  'answer',
  'referral',
  'event',
] as const;

export type ActivityKind = (typeof activityKinds)[number];
