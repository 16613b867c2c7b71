/** One shopper on one page: who it is, which games there are, and what the wallet holds. */
import type { Refusal, RefusalCode } from '../../shared/refusals.ts';
import type { GameView, Shown, StartReply } from '../../shared/schema/shopper-api.ts';
import { ask, type Api } from '../api.ts';
import type { Keep } from './keep.ts';
import { sleep } from './sleep.ts';
import { told } from './told.ts';

export type SessionState =
  | { readonly status: 'starting' }
  | { readonly status: 'ready'; readonly reply: StartReply }
  /** `refusal` is null when the server could not be reached. */
  | { readonly status: 'failed'; readonly refusal: Refusal | null };

export interface SessionParts {
  readonly siteId: string;
  readonly keep: Keep;
  /** Makes the wire; it asks for the token before every call. */
  readonly connect: (token: () => string | undefined) => Api;
  readonly wait?: (ms: number) => Promise<void>;
  /** What the page or the tag asks for. */
  readonly locale?: string | undefined;
}

/** Whoever gets one of these is nobody any more; who starts is always somebody. */
export const endsToken: RefusalCode[] = ['unauthorized', 'token_expired', 'shopper_merged'];

/** Whoever comes next sees and hears as this one did. */
const ofTheDevice = /^(locale|sound|still)$/;

export class Session {
  state: SessionState = { status: 'starting' };
  readonly siteId: string;
  readonly api: Api;
  readonly keep: Keep;
  readonly wait: (ms: number) => Promise<void>;
  locale: string | undefined;
  /** Grows with every `leave`: what was asked before is none of the next shopper's business. */
  era = 0;
  token: string | undefined;
  /** What the page wants and cannot have, such as `game "wheel"`: its module tells the owner. */
  readonly odd = new Set<string>();
  /** Plays that were answered and not shown: their results must not be given away. */
  readonly unshown = new Set<string>();
  readonly #listeners = new Set<() => void>();
  readonly #wanted = new Set<string>();
  #starting: Promise<void> | undefined;

  constructor({ siteId, keep, connect, wait = sleep, locale }: SessionParts) {
    this.siteId = siteId;
    this.keep = keep;
    this.wait = wait;
    this.locale = locale;
    this.api = connect(() => this.token);
    // Signed out on a page that was left before we came: see the loader.
    if (keep.get('left')) this.leave();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Tells every listener that something may look different. */
  announce(): void {
    for (const listener of this.#listeners) listener();
  }

  get ready(): StartReply | undefined {
    return this.state.status === 'ready' ? this.state.reply : undefined;
  }

  /** The first of all, if none is named. */
  game(id = this.ready?.list[0]?.id): GameView | undefined {
    return this.ready?.games.find((game) => game.id === id);
  }

  /** Fetches games that are on show, each once, all of them in one call. */
  async want(...ids: readonly string[]): Promise<void> {
    const { ready, siteId, era } = this;
    const gameIds = ids.filter((id) => {
      const isFresh = !this.#wanted.has(id);
      this.#wanted.add(id);
      const isOn = ready?.list.some((title) => title.id === id);
      if (isOn === false) this.odd.add(`game "${id}"`);
      return isFresh && isOn && !this.game(id);
    });
    if (gameIds.length === 0) return;
    const answer = await ask(this.api.games.query({ siteId, ...this.shown(), gameIds }));
    if (era !== this.era) return;
    if (answer.kind === 'value') this.takeGames(answer.value.games);
    else for (const id of gameIds) this.#wanted.delete(id);
  }

  /** Newer views of games take the place of those held. */
  takeGames(games: readonly GameView[]): void {
    const held = this.ready?.games.filter((game) => !games.some(({ id }) => id === game.id)) ?? [];
    this.patch({ games: [...held, ...games] });
  }

  /** How this page wants its first paint. */
  shown(): Shown {
    const { locale } = this;
    const gameIds = [...this.#wanted];
    return {
      ...told(),
      ...(locale ? { locale: locale.slice(0, 35) } : {}),
      ...(gameIds.length > 0 ? { gameIds } : {}),
    };
  }

  /** Fetches the first paint; calls at the same time share one answer. */
  start(): Promise<void> {
    this.#starting ??= this.#start().finally(() => {
      this.#starting = undefined;
    });
    return this.#starting;
  }

  /** Becomes whom the reply says. A wallet that is older than ours is left out. */
  take(reply: StartReply): void {
    this.token = reply.token;
    const held = this.ready;
    let { wallet } = reply;
    if (held?.shopper.id === reply.shopper.id) {
      // As it was, but marked: what comes next fetches the whole.
      if (this.unshown.size > 0) wallet = { ...held.wallet, version: -1 };
      else if (held.wallet.version > wallet.version) wallet = held.wallet;
    } else this.unshown.clear();
    this.#set({ status: 'ready', reply: { ...reply, wallet } });
  }

  /** Takes over what a command changed. */
  patch(change: Partial<StartReply>): void {
    const reply = this.ready;
    if (reply) this.#set({ status: 'ready', reply: { ...reply, ...change } });
  }

  /** Another tab may have become somebody since, or signed them out. */
  async follow(): Promise<void> {
    const kept = this.keep.get('token');
    if (kept ? kept === this.token : this.ready?.shopper.kind !== 'identified') return;
    if (!kept) this.forget();
    await this.start();
  }

  /** Leaves nothing of the shopper behind, in memory or in storage. */
  leave(): void {
    for (const name of this.keep.names('')) {
      if (!ofTheDevice.test(name)) this.keep.remove(name);
    }
    this.forget();
  }

  /** Leaves nothing of the shopper behind in memory. */
  forget(): void {
    this.token = undefined;
    this.#starting = undefined;
    this.era += 1;
    this.#set({ status: 'starting' });
  }

  async #start(): Promise<void> {
    const kept = this.keep.get('token');
    this.token = kept ?? this.token;
    const { siteId, era, token } = this;
    const answer = await ask(this.api.start.query({ siteId, ...this.shown() }));
    // Who signed in or out meanwhile is not whom it speaks of.
    if (era !== this.era || token !== this.token) return;
    if (answer.kind === 'value') {
      if (kept && token === this.keep.get('token')) this.keep.set('token', answer.value.token);
      this.take(answer.value);
    } else if (this.state.status !== 'ready') {
      const refusal = answer.kind === 'refused' ? answer.refusal : nowhere();
      this.#set({ status: 'failed', refusal });
    }
  }

  #set(state: SessionState): void {
    this.state = state;
    this.announce();
  }
}

/** A sandboxed frame has no origin that a site could allow: there is no line to be lost. */
function nowhere(): Refusal | null {
  return window.origin === 'null' ? { code: 'origin_not_allowed' } : null;
}
