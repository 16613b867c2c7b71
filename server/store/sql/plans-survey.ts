/** Which facts answers and attributes need. */
import type { AnswerSurveyCommand, SetAttributesCommand } from '../../core/command.ts';
import type { ShopperFacts } from '../../core/facts.ts';
import { anonymousShopper, identifiedShopper, shopperPlan, type Plan } from './needs.ts';

export function planAnswerSurvey(command: AnswerSurveyCommand): Plan<ShopperFacts> {
  const { siteId, shopperId, surveyId } = command;
  return shopperPlan(siteId, anonymousShopper(shopperId), ({ surveys }) => ({
    progress: ['survey'],
    prizeIds: surveys.get(surveyId)?.prizeIds ?? [],
    activities: ['answer'],
  }));
}

export function planSetAttributes({ siteId, customer }: SetAttributesCommand): Plan<ShopperFacts> {
  return shopperPlan(siteId, identifiedShopper(customer), () => ({ progress: ['attribute'] }));
}
