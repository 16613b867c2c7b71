/**
 * The programme document: all of a site's settings. This schema is the only truth for what can be
 * configured; it reads the JSON and refuses what could not be played. Each noun has its own file.
 */
import { z } from 'zod';
import { themes } from '../themes.ts';
import type { RefusalIssue } from '../refusals.ts';
import { limits } from '../limits.ts';
import { badge, badgeProblems } from './badge.ts';
import { campaign, campaignProblems } from './campaign.ts';
import { leaderboard, leaderboardProblems } from './leaderboard.ts';
import { mission, missionProblems } from './mission.ts';
import { colour, currency, locale, origin, plainText, siteId } from './parts.ts';
import { pointsProblems, pointsRules } from './points.ts';
import { giftProblems, gifts } from './gifts.ts';
import { checkInCalendar, checkInProblems } from './check-in.ts';
import { pool, prize, prizeProblems } from './prize.ts';
import { issuesOf } from './issues.ts';
import { whatIsRight } from './what-is-right.ts';
import { repeated, type Problem } from './problems.ts';
import { referral, referralProblems } from './referral.ts';
import { quiz, quizProblems } from './quiz.ts';
import { reward, rewardProblems } from './reward-shop.ts';
import { tierProblems, tierRules } from './tiers.ts';
import { survey, surveyProblems } from './survey.ts';
import { trigger, triggerProblems } from './trigger.ts';
import { ownWords, wordProblems } from './words.ts';

const timeZone = z.string().refine(isTimeZone, 'an IANA time zone such as Asia/Ho_Chi_Minh');

const site = z.strictObject({
  id: siteId,
  name: plainText,
  currency,
  timeZone,
  locale,
  /** Exact origins whose pages may use the widget. Denied by default. */
  origins: z.array(origin).max(limits.originsMax),
  theme: z
    .strictObject({
      name: z.enum(['auto', ...themes]).default('auto'),
      accent: colour.optional(),
      /** Where it stands; said in the code that the admin page gives to paste. */
      launcher: z.enum(['start', 'end', 'none']).default('end'),
    })
    .default({ name: 'auto', launcher: 'end' }),
  /** The shop's own sentences, in place of ours. */
  words: ownWords.optional(),
  care: z
    .strictObject({
      /** Plays of a shopper a day over all games, free ones too; null for no cap. */
      playsPerDayMax: z.int().min(1).max(10_000).nullable().default(null),
      /** Whether a play may cost points. */
      paidDraws: z.boolean().default(false),
      /** Whether a confirmed e-mail address lifts the limit on plays from one network. */
      contactAtLimit: z.boolean().default(true),
    })
    .default({ playsPerDayMax: null, paidDraws: false, contactAtLimit: true }),
});

export const programmeDocument = z
  .strictObject({
    format: z.literal(1),
    site,
    points: pointsRules.prefault({}),
    tiers: tierRules.nullable().default(null),
    pools: z.array(pool).max(limits.poolsMax).default([]),
    prizes: z.array(prize).max(limits.prizesMax).default([]),
    campaigns: z.array(campaign).max(limits.campaignsMax).default([]),
    /** What shoppers may buy with points. */
    rewardShop: z.array(reward).max(limits.rewardsMax).default([]),
    missions: z.array(mission).max(limits.missionsMax).default([]),
    surveys: z.array(survey).max(limits.surveysMax).default([]),
    referral: referral.nullable().default(null),
    gifts: gifts.default({ welcome: null, birthday: null, milestones: [] }),
    badges: z.array(badge).max(limits.badgesMax).default([]),
    leaderboards: z.array(leaderboard).max(limits.leaderboardsMax).default([]),
    checkIns: z.array(checkInCalendar).max(limits.checkInsMax).default([]),
    quizzes: z.array(quiz).max(limits.quizzesMax).default([]),
    /** When the panel opens by itself. */
    triggers: z.array(trigger).max(limits.triggersMax).default([]),
  })
  .superRefine((document, context) => {
    for (const { path, message } of problemsOf(document)) {
      context.addIssue({ code: 'custom', path, message });
    }
  });

/** The document, or every mistake with its path and what would be right. */
export function checkProgramme(
  input: unknown,
):
  | { readonly ok: true; readonly value: ProgrammeDocument }
  | { readonly ok: false; readonly issues: readonly RefusalIssue[] } {
  const parsed = programmeDocument.safeParse(input, { error: whatIsRight });
  return parsed.success
    ? { ok: true, value: parsed.data }
    : { ok: false, issues: issuesOf(parsed.error) };
}

export type ProgrammeDocument = z.infer<typeof programmeDocument>;
export type ProgrammeInput = z.input<typeof programmeDocument>;
export type SiteSettings = ProgrammeDocument['site'];

function paidProblems({ site, campaigns }: ProgrammeDocument): Problem[] {
  if (site.care.paidDraws) return [];
  const message = 'must be 0: plays cost no points unless site.care.paidDraws is true';
  return campaigns.flatMap(({ games }, at) =>
    games.flatMap(({ price }, index) =>
      price > 0 ? [{ path: ['campaigns', at, 'games', index, 'price'], message }] : [],
    ),
  );
}

/** What no single field can know: references, order of dates, sums. */
function problemsOf(document: ProgrammeDocument): Problem[] {
  return [
    ...wordProblems(document.site.words),
    ...paidProblems(document),
    ...repeated(document.pools, ['pools']),
    ...repeated(document.prizes, ['prizes']),
    ...repeated(document.campaigns, ['campaigns']),
    ...repeated(
      document.campaigns.flatMap(({ games }) => games),
      ['campaigns', 'games'],
    ),
    ...prizeProblems(document),
    ...rewardProblems(document),
    ...missionProblems(document),
    ...pointsProblems(document),
    ...tierProblems(document),
    ...surveyProblems(document),
    ...referralProblems(document),
    ...giftProblems(document),
    ...badgeProblems(document),
    ...leaderboardProblems(document),
    ...checkInProblems(document),
    ...quizProblems(document),
    ...triggerProblems(document),
    ...document.campaigns.flatMap((one, at) => campaignProblems(document, one, at)),
  ];
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return !/^[+-]/.test(name);
  } catch {
    return false;
  }
}
