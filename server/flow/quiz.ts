/** A shopper answers a question of a quiz, or has answered them all by signing in. */
import type { ShopperId, SiteId } from '../../shared/ids.ts';
import { decideAnswerQuiz, decideFinishQuizzes } from '../core/quiz.ts';
import { planAnswerQuiz, planFinishQuizzes } from '../store/sql/plans-check-in.ts';
import { settle, useCase, type Deps } from './deps.ts';

export const answerQuiz = useCase(planAnswerQuiz, decideAnswerQuiz);

/** What a sign-in completed, once; a crash in between leaves it to the next sign-in. */
export async function finishQuizzes(
  deps: Deps,
  siteId: SiteId,
  shopperId: ShopperId,
): Promise<void> {
  if (!deps.programmes.get(siteId)?.quizzes.size) return;
  // Every try is a command of its own: the quiz's state says whether it was given.
  const commandId = `quiz:${deps.entropy()}`;
  const mechanic = { plan: planFinishQuizzes, decide: decideFinishQuizzes };
  await settle(deps, mechanic, { kind: 'finish_quizzes', siteId, commandId, shopperId });
}
