/** Everything beside the games, as the server last told it, and the commands that change it. */
import type { Refusal } from '../../shared/refusals.ts';
import type { RewardsReply } from '../../shared/schema/rewards-api.ts';
import type { WalletChange } from '../../shared/schema/shopper-api.ts';
import { ask, type Answer } from '../api.ts';
import type { Session } from './session.ts';
import { takeWallet } from './wallet.ts';
import { Wishes, type CommandName, type ReplyTo, type Wish } from './wishes.ts';

/** What was told longer ago may be of another day, or of another programme. */
const freshMs = 60_000;

export class Rewards {
  value: RewardsReply | undefined;
  /** Why there is no fresh value; null when the line is down. */
  trouble: Refusal | null | undefined;
  readonly #session: Session;
  readonly #wishes = new Wishes();
  #loading: Promise<void> | undefined;
  #shopperId: string | undefined;
  #version = -1;
  #staleAt = 0;
  /** Something was left out of it. */
  #isPartial = false;

  constructor(session: Session) {
    this.#session = session;
    // What one has is none of the next one's business.
    session.subscribe(() => {
      const { ready, unshown } = session;
      if (!this.value) return;
      const isTheirs = ready?.shopper.id === this.#shopperId;
      if (isTheirs && (!this.#isPartial || unshown.size > 0)) return;
      if (!isTheirs) this.value = undefined;
      void this.load();
    });
  }

  /** Fetches it when it is not here, or not what it was. */
  async freshen(): Promise<void> {
    const { ready } = this.#session;
    const isSame = this.value && ready?.wallet.version === this.#version;
    if (!isSame || Date.now() > this.#staleAt) await this.load();
  }

  load = (): Promise<void> => {
    this.#loading ??= this.#load().finally(() => {
      this.#loading = undefined;
    });
    return this.#loading;
  };

  /**
   * Sends one command until it is answered, takes over the wallet, and fetches what else changed.
   * As long as nobody knows what became of it, the same wish is the same command.
   */
  async send<Name extends CommandName>(
    name: Name,
    wish: Wish<Name>,
    day?: string,
  ): Promise<Answer<ReplyTo<Name>>> {
    const session = this.#session;
    const answer = await this.#wishes.send(session, name, wish, day);
    if (answer.kind === 'lost') return answer;
    if (answer.kind === 'value') {
      const reply: { readonly wallet?: WalletChange } & object = answer.value;
      if (reply.wallet) await takeWallet(session, reply.wallet);
    }
    await this.load();
    return answer;
  }

  async #load(): Promise<void> {
    const session = this.#session;
    if (!session.ready) await session.start();
    const { siteId, ready } = session;
    const answer = await ask(session.api.rewards.query({ siteId }));
    if (ready?.shopper.id !== session.ready?.shopper.id) return this.#load();
    if (answer.kind === 'value') {
      // A gift that a wheel still turns for is no parcel yet.
      this.#isPartial = session.unshown.size > 0;
      const { parcels = [] } = this.#isPartial ? (this.value ?? {}) : answer.value;
      this.value = { ...answer.value, parcels };
      this.#shopperId = ready?.shopper.id;
      this.#version = ready?.wallet.version ?? -1;
      this.#staleAt = Date.now() + freshMs;
    }
    this.trouble =
      answer.kind === 'refused' ? answer.refusal : answer.kind === 'lost' ? null : undefined;
    session.announce();
  }
}
