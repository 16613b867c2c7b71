/** A shopper answers what they were asked; the shop says what it knows of a shopper. */
import { decideSetAttributes } from '../core/attribute.ts';
import { decideAnswerSurvey } from '../core/answer-survey.ts';
import { planAnswerSurvey, planSetAttributes } from '../store/sql/plans-survey.ts';
import { useCase } from './deps.ts';

export const answerSurvey = useCase(planAnswerSurvey, decideAnswerSurvey);
export const setAttributes = useCase(planSetAttributes, decideSetAttributes);
