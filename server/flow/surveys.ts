/** A shopper answers what they were asked; the shop says what it knows of a shopper. */
import type { Result } from '../../shared/refusals.ts';
import type { AttributesReply } from '../../shared/schema/attribute.ts';
import type { AnsweredReply } from '../../shared/schema/survey-api.ts';
import { decideSetAttributes } from '../core/attribute.ts';
import type { AnswerSurveyCommand, SetAttributesCommand } from '../core/command.ts';
import { decideAnswerSurvey } from '../core/answer-survey.ts';
import { planAnswerSurvey, planSetAttributes } from '../store/sql/plans-survey.ts';
import { settle, type Deps } from './deps.ts';

export function answerSurvey(
  deps: Deps,
  command: AnswerSurveyCommand,
): Promise<Result<AnsweredReply>> {
  return settle(deps, { plan: planAnswerSurvey, decide: decideAnswerSurvey }, command);
}

export function setAttributes(
  deps: Deps,
  command: SetAttributesCommand,
): Promise<Result<AttributesReply>> {
  return settle(deps, { plan: planSetAttributes, decide: decideSetAttributes }, command);
}
