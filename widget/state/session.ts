/** One shopper on one page: the games, the wallet and the commands under way. */
import type { Refusal, RefusalCode } from '../../shared/refusals.ts';
import type {
  GameView,
  PlayInput,
  PlayReply,
  StartReply,
  Wallet,
  WalletChange,
} from '../../shared/schema/shopper-api.ts';
import type { Seen } from '../../shared/verify.ts';
import { ask, type Answer, type Api } from '../api.ts';
import type { Keep } from './keep.ts';
import { forgetPlay, pendingPlays, randomHex, rememberPlay } from './pending.ts';
import { changedWallet } from './wallet.ts';

export type SessionState =
  | { readonly status: 'starting' }
  | { readonly status: 'ready'; readonly reply: StartReply }
  /** `refusal` is null when the server could not be reached. */
  | { readonly status: 'failed'; readonly refusal: Refusal | null };

export interface Settled {
  readonly reply: PlayReply;
  /** What this page held before the play. */
  readonly seen: Seen;
}

export interface SessionParts {
  readonly siteId: string;
  readonly keep: Keep;
  /** Makes the wire; it asks for the token before every call. */
  readonly connect: (token: () => string | undefined) => Api;
  readonly wait?: (ms: number) => Promise<void>;
}

const retryDelaysMs = [400, 1_200, 3_600];
const drawMovesMax = 2;
const seenMax = 20;
const endsToken: RefusalCode[] = ['unauthorized', 'token_expired', 'shopper_merged'];

export class Session {
  state: SessionState = { status: 'starting' };
  readonly siteId: string;
  readonly api: Api;
  readonly keep: Keep;
  readonly #wait: (ms: number) => Promise<void>;
  readonly #listeners = new Set<() => void>();
  readonly #earlier = new Map<string, Settled>();
  readonly #settling = new Map<string, Promise<Answer<Settled>>>();
  #token: string | undefined;
  /** Grows with every `leave`: what was asked before is none of the next shopper's business. */
  #era = 0;
  #starting: Promise<void> | undefined;

  constructor({ siteId, keep, connect, wait = sleep }: SessionParts) {
    this.siteId = siteId;
    this.keep = keep;
    this.#wait = wait;
    this.api = connect(() => this.#token);
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

  game(id: string | undefined): GameView | undefined {
    const games = this.ready?.games;
    return id ? games?.find((game) => game.id === id) : games?.[0];
  }

  /** Fetches the first paint; calls at the same time share one answer. */
  start(): Promise<void> {
    this.#starting ??= this.#start().finally(() => {
      this.#starting = undefined;
    });
    return this.#starting;
  }

  /**
   * Plays once. A play of this game that was never answered is sent again instead of a new one, so
   * that nothing is paid twice.
   */
  async play(gameId: string): Promise<Answer<Settled>> {
    const unanswered = pendingPlays(this.keep).find((command) => command.gameId === gameId);
    if (unanswered) return this.#settle(unanswered);
    // Another tab may have become somebody since.
    const kept = this.keep.get('token');
    if (kept && kept !== this.#token) await this.start();
    const draw = this.game(gameId)?.turn.draw;
    if (!draw) return { kind: 'lost' };
    const answer = await this.#playDraw(gameId, draw.commitment, drawMovesMax);
    // What may be played now, and when, is another matter after a refusal.
    if (answer.kind === 'refused') void this.start();
    return answer;
  }

  /** Sends what an earlier page or a lost line left behind. Answers wait for `takeEarlier`. */
  async settlePending(): Promise<void> {
    for (const command of pendingPlays(this.keep)) {
      if (this.#settling.has(command.commandId)) continue;
      const answer = await this.#settle(command);
      if (answer.kind === 'value') this.#earlier.set(command.gameId, answer.value);
    }
    this.announce();
  }

  /** The answer to a play of that game that nobody watched; it is shown once. */
  takeEarlier(gameId: string): Settled | undefined {
    const settled = this.#earlier.get(gameId);
    this.#earlier.delete(gameId);
    return settled;
  }

  /** What each play was made with, newest first, as far as this browser remembers. */
  seen(): [playId: string, seen: Seen][] {
    try {
      const list: [string, Seen][] = JSON.parse(this.keep.get('seen') ?? '[]');
      return list;
    } catch {
      return [];
    }
  }

  /** Becomes whom the reply says. A wallet that is older than ours is left out. */
  take(reply: StartReply): void {
    this.#token = reply.token;
    const held = this.ready;
    const isOlder =
      held?.shopper.id === reply.shopper.id && held.wallet.version > reply.wallet.version;
    this.#set({ status: 'ready', reply: isOlder ? { ...reply, wallet: held.wallet } : reply });
  }

  async takeWallet(change: WalletChange): Promise<void> {
    const held = this.ready?.wallet;
    if (!held) return;
    const wallet = changedWallet(held, change);
    if (wallet) return this.#setWallet(wallet);
    const answer = await ask(this.api.wallet.query({ siteId: this.siteId }));
    if (answer.kind === 'value') this.#setWallet(answer.value);
  }

  /** Asks again while the line is bad: the command's id makes that safe. */
  async persist<Value>(call: () => Promise<Value>): Promise<Answer<Value>> {
    for (const delay of retryDelaysMs) {
      const answer = await ask(call());
      if (answer.kind !== 'lost') return answer;
      await this.#wait(delay);
    }
    return ask(call());
  }

  /** Leaves nothing of the shopper behind, in memory or in storage. */
  leave(): void {
    for (const name of this.keep.names('')) this.keep.remove(name);
    this.#token = undefined;
    this.#starting = undefined;
    this.#earlier.clear();
    this.#era += 1;
    this.#set({ status: 'starting' });
  }

  async #start(): Promise<void> {
    const kept = this.keep.get('token');
    this.#token = kept ?? this.#token;
    const { siteId } = this;
    const era = this.#era;
    let answer = await ask(this.api.start.query({ siteId }));
    if (answer.kind === 'refused' && endsToken.includes(answer.refusal.code) && this.#token) {
      this.#dropToken();
      answer = await ask(this.api.start.query({ siteId }));
    }
    if (era !== this.#era) return;
    if (answer.kind === 'value') {
      if (kept) this.keep.set('token', answer.value.token);
      this.take(answer.value);
    } else if (this.state.status !== 'ready') {
      this.#set({ status: 'failed', refusal: answer.kind === 'refused' ? answer.refusal : null });
    }
  }

  async #playDraw(gameId: string, commitment: string, movesLeft: number): Promise<Answer<Settled>> {
    const command = { commandId: randomHex(16), gameId, commitment, clientSeed: randomHex(16) };
    const answer = await this.#settle(command);
    if (answer.kind !== 'refused' || movesLeft === 0) return answer;
    const { code, draw } = answer.refusal;
    // Nothing was drawn or revealed: the same wish, under a new id and seed.
    if (code === 'draw_moved' && draw) {
      // The table may be another one too, and the wheel must show it.
      await this.start();
      const moved = this.game(gameId)?.turn.draw ?? draw;
      return this.#playDraw(gameId, moved.commitment, movesLeft - 1);
    }
    if (!endsToken.includes(code)) return answer;
    const wasAnonymous = this.ready?.shopper.kind === 'anonymous';
    this.#dropToken();
    await this.start();
    const fresh = this.game(gameId)?.turn.draw;
    // Whoever was signed in should not play on as a stranger without knowing.
    return wasAnonymous && fresh ? this.#playDraw(gameId, fresh.commitment, 0) : answer;
  }

  #settle(command: PlayInput): Promise<Answer<Settled>> {
    const running = this.#settling.get(command.commandId);
    if (running) return running;
    const settling = this.#send(command).finally(() => this.#settling.delete(command.commandId));
    this.#settling.set(command.commandId, settling);
    return settling;
  }

  async #send(command: PlayInput): Promise<Answer<Settled>> {
    rememberPlay(this.keep, command);
    if (this.#token) this.keep.set('token', this.#token);
    const era = this.#era;
    const answer = await this.persist(() => this.api.play.mutate(command));
    if (answer.kind === 'lost' || era !== this.#era) return { kind: 'lost' };
    forgetPlay(this.keep, command);
    if (answer.kind === 'refused') return answer;
    const { commitment, clientSeed } = command;
    const settled = { reply: answer.value, seen: { commitment, clientSeed } };
    this.keep.set(
      'seen',
      JSON.stringify([[settled.reply.playId, settled.seen], ...this.seen()].slice(0, seenMax)),
    );
    this.#takeTurn(settled.reply);
    await this.takeWallet(settled.reply.wallet);
    return { kind: 'value', value: settled };
  }

  #takeTurn({ gameId, turn }: PlayReply): void {
    const reply = this.ready;
    if (!reply) return;
    const games = reply.games.map((game) => (game.id === gameId ? { ...game, turn } : game));
    this.#set({ status: 'ready', reply: { ...reply, games } });
  }

  #setWallet(wallet: Wallet): void {
    const reply = this.ready;
    if (reply && wallet.version >= reply.wallet.version) {
      this.#set({ status: 'ready', reply: { ...reply, wallet } });
    }
  }

  #dropToken(): void {
    this.#token = undefined;
    this.keep.remove('token');
  }

  #set(state: SessionState): void {
    this.state = state;
    this.announce();
  }
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
