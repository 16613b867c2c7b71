/** An answer to a survey: what counts as one, and what is given for it. */
import { limits } from '../../shared/limits.ts';
import type { Refusal } from '../../shared/refusals.ts';
import type { Survey } from '../../shared/schema/survey.ts';
import type { AnsweredReply } from '../../shared/schema/survey-api.ts';
import { surveyScales } from '../../shared/survey.ts';
import { countActivity } from './activity.ts';
import type { AnswerSurveyCommand } from './command.ts';
import { refused, type Decision } from './decision.ts';
import { Effects } from './effects.ts';
import type { ShopperFacts } from './facts.ts';
import type { Stamp } from './stamp.ts';
import {
  closesAtOf,
  nothingAsked,
  surveyBookId,
  surveyStates,
  type SurveyState,
} from './survey.ts';

export function decideAnswerSurvey(
  facts: ShopperFacts,
  command: AnswerSurveyCommand,
  stamp: Stamp,
): Decision<AnsweredReply> {
  const { programme, shopper, progress } = facts;
  if (shopper.mergedInto !== null) return refused({ code: 'shopper_merged' });
  const { surveyId, subject } = command;
  const survey = programme.surveys.get(surveyId);
  if (!survey) return refused({ code: 'survey_not_found' });
  const states = surveyStates(progress.survey.get(surveyBookId));
  const state = states.get(surveyId) ?? nothingAsked;
  const refusal = refusalToAnswer(survey, state, command, stamp.now);
  if (refusal) return refused(refusal);

  // From here the answer counts.
  const effects = new Effects(facts, stamp);
  const answered = [...state.answered, subject].slice(-limits.surveyAnswersKeptMax);
  const asked = state.asked.filter(([each]) => each !== subject);
  states.set(surveyId, { asked, answered });
  effects.keep('survey', surveyBookId, { items: [...states] });
  const { score = null, text = null } = command;
  const value = score ?? (text ?? '').slice(0, limits.textCharactersMax);
  effects.keep('attribute', survey.attribute ?? surveyId, { value, at: stamp.now });
  const answer = { surveyId, shopperId: shopper.id, subject, kind: survey.kind, score, text };
  effects.change({ kind: 'survey_answered', answer });
  effects.raise('survey.answered', { itemId: surveyId, ...(score === null ? {} : { score }) });
  const cause = { kind: 'survey', id: command.commandId } as const;
  const given = effects.giveAll(survey.prizeIds, cause, surveyId);
  const { commandId } = command;
  const activity = { kind: 'answer', commandId, name: surveyId, amount: 0, items: [] } as const;
  const earned = countActivity(effects, activity);
  return effects.decided((wallet) => ({
    surveyId,
    given,
    wallet,
    ...(earned.length > 0 ? { earned } : {}),
  }));
}

/** Why the answer does not count. The order is a contract. */
function refusalToAnswer(
  survey: Survey,
  state: SurveyState,
  { subject, score, text }: AnswerSurveyCommand,
  now: number,
): Refusal | null {
  if (state.answered.includes(subject)) return { code: 'survey_answered' };
  if (closesAtOf(survey, state, subject) <= now) return { code: 'survey_not_open' };
  const scale = surveyScales[survey.kind];
  if (!scale) {
    const isText = text !== undefined && score === undefined;
    return isText ? null : { code: 'bad_request', detail: 'send a text, and no score' };
  }
  if (score === undefined || score < scale.min || score > scale.max) {
    const detail = `send a score, a whole number from ${scale.min} to ${scale.max}`;
    return { code: 'bad_request', detail };
  }
  if (text !== undefined && !survey.comment) {
    return { code: 'bad_request', detail: 'this survey takes a score and no text' };
  }
  return null;
}
