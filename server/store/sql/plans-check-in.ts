/** Which facts check-ins and quizzes need. */
import type { PrizeId } from '../../../shared/ids.ts';
import type {
  AnswerQuizCommand,
  BuyFreezeCommand,
  CheckInCommand,
  FinishQuizzesCommand,
  MakeUpCommand,
} from '../../core/command.ts';
import type { CheckInFacts, ShopperFacts } from '../../core/facts.ts';
import type { Programme } from '../../core/programme.ts';
import { freezeRow, freezesOf } from './check-in.ts';
import {
  anonymousShopper,
  shopperNeed,
  shopperPlan,
  withMore,
  type Need,
  type Plan,
  type ShopperAsk,
} from './needs.ts';

type Calling = Pick<CheckInCommand, 'siteId' | 'shopperId' | 'calendarId'>;

export function planCheckIn(command: CheckInCommand): Plan<CheckInFacts> {
  return {
    need: (programme, now) =>
      calendarNeed(programme, command, {
        lots: now,
        prizeIds: prizesOf(programme, command),
        activities: ['check_in'],
      }),
  };
}

export function planMakeUp(command: MakeUpCommand): Plan<CheckInFacts> {
  return {
    need: (programme) =>
      calendarNeed(programme, command, { lots: 'all', prizeIds: prizesOf(programme, command) }),
  };
}

export function planBuyFreeze(command: BuyFreezeCommand): Plan<CheckInFacts> {
  return {
    need: (programme) => calendarNeed(programme, command, { lots: 'all', prizeIds: [] }),
  };
}

export function planAnswerQuiz(command: AnswerQuizCommand): Plan<ShopperFacts> {
  const { siteId, shopperId, quizId } = command;
  return shopperPlan(siteId, anonymousShopper(shopperId), ({ quizzes }) => ({
    progress: ['quiz'],
    activities: ['answer'],
    prizeIds: quizzes.get(quizId)?.prizeIds ?? [],
  }));
}

export function planFinishQuizzes({ siteId, shopperId }: FinishQuizzesCommand): Plan<ShopperFacts> {
  return shopperPlan(siteId, anonymousShopper(shopperId), ({ quizzes }) => ({
    progress: ['quiz'],
    prizeIds: [...quizzes.values()].flatMap(({ prizeIds }) => prizeIds),
  }));
}

/** Which square it will be is known only with the shopper's history: all of the calendar's. */
function prizesOf(programme: Programme, { calendarId }: Calling): readonly PrizeId[] {
  return programme.checkIns.get(calendarId)?.prizeIds ?? [];
}

function calendarNeed(
  programme: Programme,
  { siteId, shopperId }: Calling,
  ask: Pick<ShopperAsk, 'lots' | 'prizeIds' | 'activities'>,
): Need<CheckInFacts> {
  const newcomer = anonymousShopper(shopperId);
  const need = shopperNeed(programme, { siteId, newcomer, progress: ['check_in'], ...ask });
  return withMore(need, [freezesOf(siteId, shopperId)], ([freezes = []]) => ({
    freezes: freezes.map(freezeRow),
  }));
}
