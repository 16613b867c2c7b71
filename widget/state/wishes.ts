/** Commands whose answer nobody knows yet: the same wish is the same command. */
import type { Answer, Api } from '../api.ts';
import { newCommandId } from './pending.ts';
import { persist } from './persist.ts';
import type { Session } from './session.ts';

/** The procedure of a command, once it has an id. */
export type Send<Reply> = (commandId: string, api: Api) => Promise<Reply>;

export class Wishes {
  readonly #commandIds = new Map<string, string>();

  /** `name` says all that is wished: another wish under it would be refused as a conflict. */
  async send<Reply>(session: Session, name: string, call: Send<Reply>): Promise<Answer<Reply>> {
    const commandId = this.#commandIds.get(name) ?? newCommandId();
    this.#commandIds.set(name, commandId);
    await session.follow();
    if (session.token) session.keep.set('token', session.token);
    const answer = await persist(session, () => call(commandId, session.api));
    if (answer.kind !== 'lost') this.#commandIds.delete(name);
    return answer;
  }
}
