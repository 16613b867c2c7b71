/** Quizzes: questions that teach, and reward who knows. */
import { z } from 'zod';
import { limits } from '../limits.ts';
import { attributeName } from './attribute.ts';
import { prizeId, siteDay, slugId, text } from './parts.ts';
import { prizeProblem, repeated, type Problem, type Shape } from './problems.ts';

const question = z.strictObject({
  id: slugId,
  question: text,
  choices: z
    .array(z.strictObject({ id: slugId, label: text }))
    .min(2)
    .max(8),
  /** The id of the right choice. */
  right: slugId,
  /** Shown once the question is answered. */
  explanation: text.nullable().default(null),
  /** What a right answer gives. */
  prizeId: prizeId.nullable().default(null),
  /** The attribute that the choice becomes; `quiz.question` by their ids when left out. */
  attribute: attributeName.optional(),
});

export const quiz = z.strictObject({
  id: slugId,
  name: text,
  /** The first and the last site day on which it is open; null for no end. */
  opensOn: siteDay.nullable().default(null),
  closesOn: siteDay.nullable().default(null),
  /** How many questions a shopper may answer on one site day; null for no limit. */
  perDay: z.int().min(1).max(limits.questionsPerQuizMax).nullable().default(null),
  /** Asked in this order, each once. */
  questions: z.array(question).min(1).max(limits.questionsPerQuizMax),
  /** What it gives to have answered every question, right or wrong. */
  completionPrizeId: prizeId.nullable().default(null),
  /** What the score gives at the end: the reward of the highest `rightMin` reached. */
  scores: z
    .array(z.strictObject({ rightMin: z.int().min(1), prizeId }))
    .max(limits.questionsPerQuizMax)
    .default([]),
});

export type Quiz = z.infer<typeof quiz>;
export type Question = Quiz['questions'][number];

export function quizProblems(document: Shape & { readonly quizzes: readonly Quiz[] }): Problem[] {
  const { quizzes } = document;
  return [
    ...repeated(quizzes, ['quizzes']),
    ...quizzes.flatMap((each, at) => problemsOf(document, each, ['quizzes', at])),
  ];
}

function problemsOf(document: Shape, one: Quiz, path: (string | number)[]): Problem[] {
  const { questions, scores, completionPrizeId, opensOn, closesOn } = one;
  const problems: Problem[] = questions.flatMap((each, at) =>
    questionProblems(document, each, [...path, 'questions', at]),
  );
  if (new Set(questions.map(({ id }) => id)).size < questions.length) {
    problems.push({ path: [...path, 'questions'], message: 'the ids of questions are unique' });
  }
  for (const [at, { rightMin, prizeId: id }] of scores.entries()) {
    problems.push(...prizeProblem(document, id, [...path, 'scores', at, 'prizeId']));
    if (rightMin <= questions.length) continue;
    const message = `there are ${questions.length} questions`;
    problems.push({ path: [...path, 'scores', at, 'rightMin'], message });
  }
  if (completionPrizeId !== null) {
    problems.push(...prizeProblem(document, completionPrizeId, [...path, 'completionPrizeId']));
  }
  if (opensOn !== null && closesOn !== null && closesOn < opensOn) {
    problems.push({ path: [...path, 'closesOn'], message: `not before ${opensOn}` });
  }
  return problems;
}

function questionProblems(
  document: Shape,
  { choices, right, prizeId: id }: Question,
  path: (string | number)[],
): Problem[] {
  const problems = id === null ? [] : prizeProblem(document, id, [...path, 'prizeId']);
  const ids = choices.map((each) => each.id);
  if (new Set(ids).size < ids.length) {
    problems.push({ path: [...path, 'choices'], message: 'the ids of choices are unique' });
  }
  if (!ids.includes(right)) {
    problems.push({ path: [...path, 'right'], message: `one of ${ids.join(', ')}` });
  }
  return problems;
}
