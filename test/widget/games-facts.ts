/** Quizzes and surveys as a server tells of them. */
import type { AnswerReply, QuizView } from '../../shared/schema/quiz-api.ts';
import type { SurveyView } from '../../shared/schema/survey-api.ts';
import type { PrizeView, WalletChange } from '../../shared/schema/shopper-api.ts';
import { surveyScales, type SurveyKind } from '../../shared/survey.ts';

const points: PrizeView = { id: 'twenty', kind: 'points', label: '20 points', points: 20 };

const wallet: WalletChange = { version: 2, points: 20, vouchers: [] };

const question = {
  id: 'green-tea',
  question: 'At what temperature does green tea brew best?',
  choices: [
    { id: 'boiling', label: '100 °C' },
    { id: 'eighty', label: 'About 80 °C' },
  ],
  reward: points,
};

export function makeQuiz(more: Partial<QuizView> = {}): QuizView {
  return {
    id: 'tea',
    name: 'Tea and craft',
    score: { right: 0, answered: 0, questions: 2 },
    next: question,
    refusal: null,
    ...more,
  };
}

/** A quiz that goes on another day. */
export function restingQuiz(right = 1): QuizView {
  return makeQuiz({
    score: { right, answered: 1, questions: 2 },
    next: null,
    refusal: { code: 'quiz_day_limit_reached', nextAt: Date.now() + 3_600_000 },
  });
}

export function makeAnswer(choice: string): AnswerReply {
  const right = choice === 'eighty';
  const { score, next, refusal } = restingQuiz(Number(right));
  return {
    quizId: 'tea',
    questionId: 'green-tea',
    right,
    rightChoice: 'eighty',
    explanation: 'Boiling water makes green tea bitter.',
    given: right ? [{ prize: points, voucher: null }] : [],
    earned: right ? [{ kind: 'badge', id: 'taster', name: 'Tea taster', given: [] }] : [],
    score,
    next,
    refusal,
    wallet,
  };
}

export function makeSurvey(kind: SurveyKind, more: Partial<SurveyView> = {}): SurveyView {
  return {
    id: `ask-${kind}`,
    subject: '',
    kind,
    question: 'What do you say?',
    scale: surveyScales[kind],
    comment: false,
    prizes: [points],
    closesAt: null,
    ...more,
  };
}

export function thanksFor(surveyId: string): object {
  return { surveyId, given: [{ prize: points, voucher: null }], wallet };
}
