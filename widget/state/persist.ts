/** Asks again while the line is bad: the command's id makes that safe. */
import { ask, type Answer } from '../api.ts';
import type { Session } from './session.ts';

const retryDelaysMs = [400, 1_200, 3_600];

export async function persist<Value>(
  { wait }: Session,
  call: () => Promise<Value>,
): Promise<Answer<Value>> {
  for (const delay of retryDelaysMs) {
    const answer = await ask(call());
    if (answer.kind !== 'lost') return answer;
    await wait(delay);
  }
  return ask(call());
}
