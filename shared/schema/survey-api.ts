/** What the widget and the server say to each other about surveys. */
import { z } from 'zod';
import { limits } from '../limits.ts';
import type { Scale, SurveyKind } from '../survey.ts';
import type { Text } from '../text.ts';
import { commandId, slugId } from './parts.ts';
import type { EarnedView, GivenView } from './rewards-api.ts';
import type { PrizeView, WalletChange } from './shopper-api.ts';

/** Lines of plain text: nothing in it is ever read as markup. */
const answerText = z
  .string()
  .trim()
  .min(1)
  .max(limits.surveyTextCharactersMax)
  .regex(/^[\P{Cc}\n]*$/u, 'no control characters but new lines');

export const answerSurveyInput = z.strictObject({
  commandId,
  surveyId: slugId,
  /** What it is about, as the question named it; empty where it named nothing. */
  subject: z.string().max(160).default(''),
  /** A whole number on the survey's scale. */
  score: z.int().min(0).max(10).optional(),
  text: answerText.optional(),
});

/** A question that waits for its answer. */
export interface SurveyView {
  readonly id: string;
  readonly subject: string;
  readonly kind: SurveyKind;
  readonly question: Text;
  readonly scale: Scale | null;
  readonly comment: boolean;
  readonly prizes: readonly PrizeView[];
  /** Epoch milliseconds; null when it stays open. */
  readonly closesAt: number | null;
}

export interface AnsweredReply {
  readonly surveyId: string;
  readonly given: readonly GivenView[];
  readonly wallet: WalletChange;
  /** What else came along by it. */
  readonly earned?: readonly EarnedView[];
}
