/** Surveys: what shoppers are asked, when, and what they are given for an answer. */
import { z } from 'zod';
import { activityKinds } from '../activity.ts';
import { limits } from '../limits.ts';
import { surveyKinds } from '../survey.ts';
import { attributeName } from './attribute.ts';
import { activityName } from './measure.ts';
import { prizeId, slugId, text } from './parts.ts';
import { prizeProblem, repeated, type Problem, type Shape } from './problems.ts';

export const survey = z.strictObject({
  id: slugId,
  kind: z.enum(surveyKinds),
  question: text,
  /** Whether a text may come along with a score. */
  comment: z.boolean().default(false),
  /** What the question follows; null asks everybody at any time. */
  ask: z
    .strictObject({
      after: z.enum(activityKinds),
      /** Only after this game or event, such as `ticket-closed`; after every one when left out. */
      name: activityName.optional(),
      /** How long it may be answered. */
      openDays: z.int().min(1).max(limits.surveyOpenDaysMax).default(14),
      /** `once` asks whoever has not answered yet; `each` asks about each order or event. */
      repeat: z.enum(['once', 'each']).default('once'),
    })
    .nullable()
    .default(null),
  /** The attribute that the answer becomes; the survey's own id when left out. */
  attribute: attributeName.optional(),
  /** Given for an answer; what has run out is left out. */
  prizeIds: z.array(prizeId).max(limits.prizesAtOnceMax).default([]),
});

export type Survey = z.infer<typeof survey>;

export function surveyProblems(
  document: Shape & { readonly surveys: readonly Survey[] },
): Problem[] {
  const { surveys } = document;
  return [
    ...repeated(surveys, ['surveys']),
    ...surveys.flatMap((each, at) => problemsOf(document, each, ['surveys', at])),
  ];
}

function problemsOf(document: Shape, one: Survey, path: (string | number)[]): Problem[] {
  const problems = one.prizeIds.flatMap((id, at) =>
    prizeProblem(document, id, [...path, 'prizeIds', at]),
  );
  if (one.ask?.after === 'order' && one.ask.name !== undefined) {
    const message = 'an order has no name: leave it out';
    problems.push({ path: [...path, 'ask', 'name'], message });
  }
  if (one.ask?.after === 'answer' && one.ask.repeat === 'each') {
    const message = 'must be "once" after an answer, or surveys would ask each other for ever';
    problems.push({ path: [...path, 'ask', 'repeat'], message });
  }
  if (one.kind === 'free_text' && one.comment) {
    const message = 'the answer is a text already: leave it out';
    problems.push({ path: [...path, 'comment'], message });
  }
  return problems;
}
