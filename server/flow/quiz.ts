/** A shopper answers a question of a quiz. */
import type { Result } from '../../shared/refusals.ts';
import type { AnswerReply } from '../../shared/schema/quiz-api.ts';
import type { AnswerQuizCommand } from '../core/command.ts';
import { decideAnswerQuiz } from '../core/quiz.ts';
import { planAnswerQuiz } from '../store/sql/plans-check-in.ts';
import { settle, type Deps } from './deps.ts';

export function answerQuiz(deps: Deps, command: AnswerQuizCommand): Promise<Result<AnswerReply>> {
  return settle(deps, { plan: planAnswerQuiz, decide: decideAnswerQuiz }, command);
}
