/** Surveys: who is asked what, and until when it may be answered. */
import { limits } from '../../shared/limits.ts';
import type { Survey } from '../../shared/schema/survey.ts';
import type { SurveyView } from '../../shared/schema/survey-api.ts';
import { surveyScales } from '../../shared/survey.ts';
import type { Effects } from './effects.ts';
import type { ShopperFacts } from './facts.ts';
import type { Activity } from './measure.ts';
import { prizeViews } from './programme.ts';
import { endOfDayAfter } from './time.ts';

/** A question that was asked: about what, and until when it may be answered. */
type Asked = readonly [subject: string, closesAt: number];

export interface SurveyState {
  /** Questions without an answer, oldest first. */
  readonly asked: readonly Asked[];
  /** What was answered, oldest first; `['']` when the survey asks only once. */
  readonly answered: readonly string[];
}

/** All surveys that a shopper was asked: one row, for one activity may ask several. */
export interface SurveyBook {
  readonly items: readonly (readonly [string, SurveyState])[];
}

/** The item under which the book is kept. */
export const surveyBookId = 'all';

/** Asks what the activity makes due, unless it was asked or answered before. */
export function askSurveys(effects: Effects, surveys: readonly Survey[], activity: Activity): void {
  const { facts, stamp } = effects;
  const states = surveyStates(effects.stateOf('survey', surveyBookId));
  let changed = false;
  for (const { id, ask } of surveys) {
    if (!ask || (ask.name !== undefined && ask.name !== activity.name)) continue;
    const state = states.get(id) ?? nothingAsked;
    const subject = ask.repeat === 'each' ? (activity.subject ?? activity.commandId) : '';
    const open = state.asked.filter(([, closesAt]) => closesAt > stamp.now);
    if (state.answered.includes(subject) || open.some(([each]) => each === subject)) continue;
    const closesAt = endOfDayAfter(stamp.now, ask.openDays, facts.programme.calendar);
    const asked: Asked[] = [...open, [subject, closesAt]];
    states.set(id, { ...state, asked: asked.slice(-limits.surveyAskedMax) });
    effects.raise('survey.asked', { itemId: id });
    changed = true;
  }
  if (changed) effects.keep('survey', surveyBookId, { items: [...states] });
}

/** The questions that wait for the shopper's answer. */
export function surveyViews({ programme, progress }: ShopperFacts, now: number): SurveyView[] {
  const states = surveyStates(progress.survey.get(surveyBookId));
  return [...programme.surveys.values()].flatMap((survey) => {
    const { id, kind, question, comment, ask, prizeIds } = survey;
    const state = states.get(id) ?? nothingAsked;
    const always: Asked[] = state.answered.includes('') ? [] : [['', Infinity]];
    const open = ask ? state.asked.filter(([, closesAt]) => closesAt > now) : always;
    return open.map(([subject, closesAt]) => ({
      id,
      subject,
      kind,
      question,
      scale: surveyScales[kind],
      comment: comment || kind === 'free_text',
      prizes: prizeViews(programme, prizeIds),
      closesAt: closesAt === Infinity ? null : closesAt,
    }));
  });
}

/** Until when the question may be answered; 0 when it was not asked. */
export function closesAtOf({ ask }: Survey, state: SurveyState, subject: string): number {
  if (!ask) return subject === '' ? Infinity : 0;
  return state.asked.find(([each]) => each === subject)?.[1] ?? 0;
}

/** Signing in: what either was asked may be answered, and what either has answered is answered. */
export function mergeSurveyBooks(from: SurveyBook, to: SurveyBook | undefined): SurveyBook {
  const states = surveyStates(to);
  for (const [id, state] of from.items) {
    const known = states.get(id) ?? nothingAsked;
    const answered = [...new Set([...state.answered, ...known.answered])];
    const asked = new Map([...state.asked, ...known.asked]);
    for (const subject of answered) asked.delete(subject);
    states.set(id, {
      asked: [...asked].slice(-limits.surveyAskedMax),
      answered: answered.slice(-limits.surveyAnswersKeptMax),
    });
  }
  return { items: [...states] };
}

export const nothingAsked: SurveyState = { asked: [], answered: [] };

export function surveyStates(book: SurveyBook | undefined): Map<string, SurveyState> {
  return new Map(book?.items);
}
