/** A small programme that is valid; tests change only what matters to them. */
import {
  programmeDocument,
  type ProgrammeDocument,
  type ProgrammeInput,
} from '../../shared/schema/programme.ts';

export const siteId = 'shop';

export const prizes = {
  nothing: { id: 'nothing', kind: 'nothing', label: 'Not this time' },
  points: { id: 'ten-points', kind: 'points', label: '10 points', points: 10, cost: 100 },
  freePlay: { id: 'again', kind: 'free_play', label: 'Spin again', plays: 1 },
  voucher: {
    id: 'ten-off',
    kind: 'voucher',
    label: { en: '10 % off', vi: 'Giảm 10 %' },
    poolId: 'generated',
    benefit: { kind: 'percent', percent: 10 },
    ttlDays: 30,
    cost: 20_000,
  },
} as const satisfies Record<string, NonNullable<ProgrammeInput['prizes']>[number]>;

export type GameInput = NonNullable<ProgrammeInput['campaigns']>[number]['games'][number];
type CampaignInput = NonNullable<ProgrammeInput['campaigns']>[number];
type PrizeInput = NonNullable<ProgrammeInput['prizes']>[number];

export interface ProgrammeParts {
  readonly game?: Partial<GameInput>;
  readonly games?: readonly GameInput[];
  /** Added to the standard ones, or in their place where the id is the same. */
  readonly prizes?: readonly PrizeInput[];
  readonly site?: Partial<ProgrammeInput['site']>;
  readonly points?: ProgrammeInput['points'];
  readonly tiers?: ProgrammeInput['tiers'];
  readonly rewardShop?: ProgrammeInput['rewardShop'];
  readonly missions?: ProgrammeInput['missions'];
  readonly surveys?: ProgrammeInput['surveys'];
  /** More of the campaign: its budget, pacing … */
  readonly campaign?: Partial<CampaignInput>;
  readonly referral?: ProgrammeInput['referral'];
  readonly gifts?: ProgrammeInput['gifts'];
  readonly badges?: ProgrammeInput['badges'];
  readonly leaderboards?: ProgrammeInput['leaderboards'];
  readonly checkIns?: ProgrammeInput['checkIns'];
  readonly quizzes?: ProgrammeInput['quizzes'];
  readonly startsAt?: string;
  readonly endsAt?: string;
}

export function programmeInput(parts: ProgrammeParts = {}): ProgrammeInput {
  const added = parts.prizes ?? [];
  const kept = Object.values(prizes).filter(({ id }) => !added.some((prize) => prize.id === id));
  const game: GameInput = {
    id: 'wheel',
    kind: 'wheel',
    name: 'Lucky wheel',
    slots: [
      { prizeId: 'ten-off', weight: 1 },
      { prizeId: 'nothing', weight: 1 },
      { prizeId: 'ten-points', weight: 1 },
      { prizeId: 'nothing', weight: 1 },
    ],
    fallbackPrizeId: 'nothing',
    ...parts.game,
  };
  return {
    format: 1,
    site: {
      id: siteId,
      name: 'Shop',
      currency: 'VND',
      timeZone: 'Asia/Ho_Chi_Minh',
      locale: 'vi',
      origins: ['https://shop.example'],
      care: { paidDraws: true },
      ...parts.site,
    },
    ...(parts.points ? { points: parts.points } : {}),
    pools: [
      { id: 'generated', kind: 'generated', prefix: 'TEN' },
      { id: 'imported', kind: 'imported' },
      { id: 'shared', kind: 'shared', code: 'WELCOME' },
    ],
    prizes: [...kept, ...added],
    ...(parts.tiers ? { tiers: parts.tiers } : {}),
    ...(parts.rewardShop ? { rewardShop: parts.rewardShop } : {}),
    ...(parts.missions ? { missions: parts.missions } : {}),
    ...(parts.surveys ? { surveys: parts.surveys } : {}),
    ...(parts.referral ? { referral: parts.referral } : {}),
    ...(parts.gifts ? { gifts: parts.gifts } : {}),
    ...(parts.badges ? { badges: parts.badges } : {}),
    ...(parts.leaderboards ? { leaderboards: parts.leaderboards } : {}),
    ...(parts.checkIns ? { checkIns: parts.checkIns } : {}),
    ...(parts.quizzes ? { quizzes: parts.quizzes } : {}),
    campaigns: [
      {
        id: 'always',
        name: 'Always',
        startsAt: parts.startsAt ?? '2026-01-01T00:00:00+07:00',
        endsAt: parts.endsAt ?? '2027-01-01T00:00:00+07:00',
        games: [...(parts.games ?? [game])],
        ...parts.campaign,
      },
    ],
  };
}

export function programmeOf(parts: ProgrammeParts = {}): ProgrammeDocument {
  return programmeDocument.parse(programmeInput(parts));
}
