/** Commands whose answer nobody knows yet: the same wish is the same command. */
import type { Answer, Api } from '../api.ts';
import { newCommandId } from './pending.ts';
import { persist } from './persist.ts';
import type { Session } from './session.ts';

interface Procedure {
  mutate(input: never): Promise<object>;
}

interface Sending<Reply> {
  readonly mutate: (input: object) => Promise<Reply>;
}

/** The procedures that take a command. */
export type CommandName = {
  [Name in keyof Api]: Api[Name] extends Procedure ? Name : never;
}[keyof Api];

/** What a command says beside its id. */
export type Wish<Name extends CommandName> = Omit<Parameters<Api[Name]['mutate']>[0], 'commandId'>;
export type ReplyTo<Name extends CommandName> = Api[Name] extends {
  mutate(input: never): Promise<infer Reply extends object>;
}
  ? Reply
  : never;

export class Wishes {
  readonly #commandIds = new Map<string, string>();

  /** Another wish under an id would be refused as a conflict; `day` sets those of days apart. */
  async send<Name extends CommandName>(
    session: Session,
    name: Name,
    wish: Wish<Name>,
    day = '',
  ): Promise<Answer<ReplyTo<Name>>> {
    const key = name + JSON.stringify(wish) + day;
    const commandId = this.#commandIds.get(key) ?? newCommandId();
    this.#commandIds.set(key, commandId);
    await session.follow();
    if (session.token) session.keep.set('token', session.token);
    const { mutate }: Sending<ReplyTo<Name>> = Reflect.get(session.api, name);
    const answer = await persist(session, () => mutate({ commandId, ...wish }));
    if (answer.kind !== 'lost') this.#commandIds.delete(key);
    return answer;
  }
}
