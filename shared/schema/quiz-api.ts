/** What the widget and the server say to each other about quizzes. */
import { z } from 'zod';
import type { Refusal } from '../refusals.ts';
import type { Text } from '../text.ts';
import { commandId, slugId } from './parts.ts';
import type { EarnedView, GivenView } from './rewards-api.ts';
import type { PrizeView, WalletChange } from './shopper-api.ts';

export const answerQuizInput = z.strictObject({
  commandId,
  quizId: slugId,
  questionId: slugId,
  /** The id of the choice. */
  choice: slugId,
});

/** A question before it is answered: which choice is right stays with the server. */
export interface QuestionView {
  readonly id: string;
  readonly question: Text;
  readonly choices: readonly { readonly id: string; readonly label: Text }[];
  /** What a right answer gives; null when nothing, or when that has run out. */
  readonly reward: PrizeView | null;
}

export interface ScoreView {
  readonly right: number;
  readonly answered: number;
  readonly questions: number;
}

/** What comes next in a quiz. */
interface NextView {
  readonly score: ScoreView;
  /** Null when all are answered, or none is asked now. */
  readonly next: QuestionView | null;
  /** Why no question is asked now, with when one is. */
  readonly refusal: Refusal | null;
}

export interface AnswerReply extends NextView {
  readonly quizId: string;
  readonly questionId: string;
  readonly right: boolean;
  /** The id of the right choice. */
  readonly rightChoice: string;
  readonly explanation: Text | null;
  readonly given: readonly GivenView[];
  readonly earned: readonly EarnedView[];
  readonly wallet: WalletChange;
}

/** What quizzes gave that a sign-in completed. */
export interface FinishedReply {
  readonly given: readonly GivenView[];
  readonly wallet: WalletChange;
}

export interface QuizView extends NextView {
  readonly id: string;
  readonly name: Text;
}
