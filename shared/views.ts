/** Where the panel can lead to, by the names that pages, links and programmes use. */

export const tabs = ['home', 'play', 'wallet', 'me'] as const;

export const views = [
  ...tabs,
  'fair',
  'check-in',
  'quiz',
  'survey',
  'missions',
  'badges',
  'tiers',
  'leaderboard',
  'shop',
  'points',
  'referral',
  'parcels',
  'settings',
] as const;

export type View = (typeof views)[number];
