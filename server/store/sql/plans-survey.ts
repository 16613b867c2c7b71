/** Which facts answers and attributes need. */
import type { AnswerSurveyCommand, SetAttributesCommand } from '../../core/command.ts';
import type { ShopperFacts } from '../../core/facts.ts';
import { anonymousShopper, identifiedShopper, shopperNeed, type Plan } from './needs.ts';

export function planAnswerSurvey(command: AnswerSurveyCommand): Plan<ShopperFacts> {
  const { siteId, shopperId, surveyId } = command;
  return {
    find: null,
    need: (programme, now) =>
      shopperNeed(programme, {
        siteId,
        newcomer: anonymousShopper(shopperId),
        lots: now,
        progress: ['survey'],
        prizeIds: programme.surveys.get(surveyId)?.prizeIds ?? [],
        activities: ['answer'],
      }),
  };
}

export function planSetAttributes({ siteId, customer }: SetAttributesCommand): Plan<ShopperFacts> {
  return {
    find: null,
    need: (programme, now) =>
      shopperNeed(programme, {
        siteId,
        newcomer: identifiedShopper(customer),
        lots: now,
        progress: ['attribute'],
        prizeIds: [],
      }),
  };
}
