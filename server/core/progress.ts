/**
 * How far a shopper is in everything that is counted: one row for each item of each kind. A kind's
 * state and the rule of its merge stand in the kind's own file and are listed here.
 */
import type { ShopperId } from '../../shared/ids.ts';
import type { ProgressKind } from '../../shared/progress.ts';
import { mergeAttribute, type AttributeState } from './attribute.ts';
import { mergeGiftState, type GiftState } from './gift-state.ts';
import { mergeBadgeBooks, type BadgeBook } from './badge.ts';
import { mergeMissionBooks, type MissionBook } from './mission.ts';
import { mergeCheckInState, type CheckInState } from './check-in.ts';
import { mergeQuizState, type QuizState } from './quiz.ts';
import { mergeRewardState, type RewardState } from './reward-shop.ts';
import { mergeSurveyBooks, type SurveyBook } from './survey.ts';
import { mergeTierState, type TierState } from './tier.ts';

/** What is kept for an item of each kind, as JSON. */
export interface ProgressStates extends Record<ProgressKind, object> {
  readonly reward: RewardState;
  readonly mission: MissionBook;
  readonly gift: GiftState;
  readonly survey: SurveyBook;
  readonly attribute: AttributeState;
  readonly badge: BadgeBook;
  readonly check_in: CheckInState;
  readonly quiz: QuizState;
  readonly tier: TierState;
}

/** By kind, then by the item's id. */
export type ProgressFacts = {
  readonly [Kind in ProgressKind]: ReadonlyMap<string, ProgressStates[Kind]>;
};

export interface ProgressChange {
  readonly shopperId: ShopperId;
  readonly of: ProgressKind;
  readonly itemId: string;
  readonly state: ProgressStates[ProgressKind];
}

/** What signing in makes of what was counted for the anonymous shopper, no book with a backlog. */
export function mergedProgress(
  from: ProgressFacts,
  to: ProgressFacts,
  shopperId: ShopperId,
): ProgressChange[] {
  const merged = [
    ...merge('reward', from.reward, to.reward, mergeRewardState),
    ...merge('mission', from.mission, to.mission, mergeMissionBooks),
    ...merge('gift', from.gift, to.gift, mergeGiftState),
    ...merge('survey', from.survey, to.survey, mergeSurveyBooks),
    ...merge('attribute', from.attribute, to.attribute, mergeAttribute),
    ...merge('badge', from.badge, to.badge, mergeBadgeBooks),
    ...merge('check_in', from.check_in, to.check_in, mergeCheckInState),
    ...merge('quiz', from.quiz, to.quiz, mergeQuizState),
    ...merge('tier', from.tier, to.tier, mergeTierState),
  ];
  return merged.map((change) => ({ ...change, shopperId }));
}

type Items<Kind extends ProgressKind> = ReadonlyMap<string, ProgressStates[Kind]>;

/** `rule` makes the customer's state of both; `to` is undefined when they had none. */
function merge<Kind extends ProgressKind>(
  of: Kind,
  from: Items<Kind>,
  to: Items<Kind>,
  rule: (from: ProgressStates[Kind], to: ProgressStates[Kind] | undefined) => ProgressStates[Kind],
): Omit<ProgressChange, 'shopperId'>[] {
  return [...from].map(([itemId, state]) => ({ of, itemId, state: rule(state, to.get(itemId)) }));
}
