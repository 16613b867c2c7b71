/** Quizzes: each question is asked once; a right answer rewards, and so does the score. */
import type { PrizeId, SiteDay } from '../../shared/ids.ts';
import type { Refusal } from '../../shared/refusals.ts';
import type {
  AnswerReply,
  FinishedReply,
  QuestionView,
  QuizView,
} from '../../shared/schema/quiz-api.ts';
import type { Question, Quiz } from '../../shared/schema/quiz.ts';
import { countActivity } from './activity.ts';
import { inSupply } from './award.ts';
import type { AnswerQuizCommand, FinishQuizzesCommand } from './command.ts';
import { refused, type Decision } from './decision.ts';
import { Effects } from './effects.ts';
import type { ShopperFacts } from './facts.ts';
import { prizeView } from './programme.ts';
import type { Stamp } from './stamp.ts';
import { siteDayAt } from './time.ts';

interface Answer {
  /** The id of the choice. */
  readonly choice: string;
  readonly right: boolean;
  readonly day: SiteDay;
}

export interface QuizState {
  /** By the question's id. An answer stays as it was given. */
  readonly answers: Readonly<Record<string, Answer>>;
  /** Whether what the whole quiz gives was given. */
  readonly finished?: boolean;
  /** Whether a sign-in put the answers of two together: they may be all, and nobody was paid. */
  readonly joined?: boolean;
}

/** The customer's own answer counts where both gave one: no question is asked twice. */
export function mergeQuizState(from: QuizState, to: QuizState | undefined): QuizState {
  if (!to) return from;
  const answers = { ...from.answers, ...to.answers };
  return from.finished || to.finished ? { answers, finished: true } : { answers, joined: true };
}

export function decideAnswerQuiz(
  facts: ShopperFacts,
  { quizId, questionId, choice, commandId }: AnswerQuizCommand,
  stamp: Stamp,
): Decision<AnswerReply> {
  if (facts.shopper.mergedInto !== null) return refused({ code: 'shopper_merged' });
  const quiz = facts.programme.quizzes.get(quizId)?.quiz;
  if (!quiz) return refused({ code: 'quiz_not_found' });
  const question = quiz.questions.find(({ id }) => id === questionId);
  if (!question) return refused({ code: 'question_not_found' });
  const state = facts.progress.quiz.get(quizId) ?? { answers: {} };
  if (Object.hasOwn(state.answers, questionId)) return refused({ code: 'question_answered' });
  const refusal = refusalToAsk(facts, quiz, state, stamp.now);
  if (refusal) return refused(refusal);
  const next = nextOf(quiz, state);
  if (next !== question) {
    return refused({ code: 'question_not_open', detail: `the next one is ${next?.id ?? 'none'}` });
  }
  const choices = question.choices.map(({ id }) => id);
  if (!choices.includes(choice)) {
    const issue = { path: 'choice', message: `one of ${choices.join(', ')}` };
    return refused({ code: 'bad_request', issues: [issue] });
  }

  // From here the answer counts.
  const effects = new Effects(facts, stamp);
  const right = choice === question.right;
  const { day } = siteDayAt(stamp.now, facts.programme.calendar);
  const answers = { ...state.answers, [questionId]: { choice, right, day } };
  const after = { ...state, answers };
  const ends = !nextOf(quiz, after);
  effects.keep('quiz', quizId, ends ? { ...after, finished: true } : after);
  const attribute = question.attribute ?? `${quizId}.${questionId}`;
  effects.keep('attribute', attribute, { value: choice, at: stamp.now });
  const answered = right && question.prizeId !== null ? [question.prizeId] : [];
  const finished = ends && state.finished !== true ? rewardsOf(quiz, after) : [];
  const cause = { kind: 'quiz', id: commandId } as const;
  const given = effects.giveAll([...answered, ...finished], cause, quizId);
  effects.raise('quiz.answered', { itemId: quizId, won: right });
  const activity = { commandId, name: quizId, amount: 0, items: [] };
  const earned = countActivity(effects, { ...activity, kind: 'answer' });
  const { explanation, right: rightChoice } = question;
  const shown = progressView(facts, quiz, after, stamp.now);
  return effects.decided((wallet) => {
    const told = { quizId, questionId, right, rightChoice, explanation, given, earned };
    return { ...told, ...shown, wallet };
  });
}

/** Gives what a quiz gives that two answered together, before the sign-in made them one. */
export function decideFinishQuizzes(
  facts: ShopperFacts,
  { commandId }: FinishQuizzesCommand,
  stamp: Stamp,
): Decision<FinishedReply> {
  const { programme, progress, shopper } = facts;
  if (shopper.mergedInto !== null) return refused({ code: 'shopper_merged' });
  const due = [...programme.quizzes.values()].flatMap(({ quiz }) => {
    const state = progress.quiz.get(quiz.id);
    const isDue = state?.joined === true && state.finished !== true && !nextOf(quiz, state);
    return isDue ? [{ quiz, state }] : [];
  });
  if (due.length === 0) return refused({ code: 'quiz_not_open' });

  // From here they are given.
  const effects = new Effects(facts, stamp);
  const cause = { kind: 'quiz', id: commandId } as const;
  const given = due.flatMap(({ quiz, state }) => {
    effects.keep('quiz', quiz.id, { ...state, finished: true });
    return effects.giveAll(rewardsOf(quiz, state), cause, quiz.id);
  });
  return effects.decided((wallet) => ({ given, wallet }));
}

export function quizViews(facts: ShopperFacts, now: number): QuizView[] {
  return [...facts.programme.quizzes.values()].map(({ quiz }) => {
    const state = facts.progress.quiz.get(quiz.id) ?? { answers: {} };
    const { id, name } = quiz;
    return { id, name, ...progressView(facts, quiz, state, now) };
  });
}

/** What the whole quiz gives: for the end, and for the score. */
function rewardsOf(quiz: Quiz, state: QuizState): PrizeId[] {
  const { right } = scoreOf(quiz, state);
  const reached = quiz.scores
    .filter(({ rightMin }) => rightMin <= right)
    .toSorted((a, b) => b.rightMin - a.rightMin);
  return [quiz.completionPrizeId, reached[0]?.prizeId].flatMap((id) => id ?? []);
}

function progressView(
  facts: ShopperFacts,
  quiz: Quiz,
  state: QuizState,
  now: number,
): Pick<QuizView, 'score' | 'next' | 'refusal'> {
  const refusal = refusalToAsk(facts, quiz, state, now);
  const next = refusal ? undefined : nextOf(quiz, state);
  return {
    score: scoreOf(quiz, state),
    next: next ? questionView(facts, next) : null,
    refusal,
  };
}

/** Never with the right choice. */
function questionView(
  facts: ShopperFacts,
  { id, question, choices, prizeId }: Question,
): QuestionView {
  const prize = prizeId === null ? undefined : facts.programme.prizes.get(prizeId);
  const reward = prize && inSupply(facts, prize) ? prizeView(prize) : null;
  return { id, question, choices, reward };
}

function scoreOf({ questions }: Quiz, { answers }: QuizState): QuizView['score'] {
  const given = Object.entries(answers)
    .filter(([id]) => questions.some((each) => each.id === id))
    .map(([, answer]) => answer);
  const right = given.filter((each) => each.right).length;
  return { right, answered: given.length, questions: questions.length };
}

function nextOf({ questions }: Quiz, { answers }: QuizState): Question | undefined {
  return questions.find(({ id }) => !Object.hasOwn(answers, id));
}

/** Why no question is asked now. The order is a contract. */
function refusalToAsk(
  { programme }: ShopperFacts,
  quiz: Quiz,
  state: QuizState,
  now: number,
): Refusal | null {
  const { opensOn, closesOn, perDay } = quiz;
  const { day, endsAt } = siteDayAt(now, programme.calendar);
  if ((opensOn !== null && day < opensOn) || (closesOn !== null && day > closesOn)) {
    const detail = `open from ${opensOn ?? 'ever'} to ${closesOn ?? 'ever'}`;
    return { code: 'quiz_not_open', detail };
  }
  if (perDay === null || !nextOf(quiz, state)) return null;
  const today = Object.values(state.answers).filter((each) => each.day === day).length;
  return today >= perDay ? { code: 'quiz_day_limit_reached', nextAt: endsAt } : null;
}
