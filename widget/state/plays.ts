/**
 * Plays: written down before they are sent, sent until they are answered, kept until the answer was
 * seen, and paid once.
 */
import type { GameTitle, GameView, PlayInput, PlayReply } from '../../shared/schema/shopper-api.ts';
import type { Refusal } from '../../shared/refusals.ts';
import type { Seen } from '../../shared/verify.ts';
import type { Answer } from '../api.ts';
import { jsonOf } from './json.ts';
import {
  forgetPlay,
  isPending,
  newCommandId,
  pendingPlays,
  randomHex,
  rememberPlay,
} from './pending.ts';
import { told } from './told.ts';
import { persist } from './persist.ts';
import { asksFor, statedFor, takeBack } from './stated.ts';
import { endsToken, type Session } from './session.ts';
import { takeWallet } from './wallet.ts';

export interface Settled {
  readonly commandId: string;
  readonly reply: PlayReply;
  /** What this page held before the play. */
  readonly seen: Seen;
  /** Whose it was: see `Session.era`. */
  readonly era: number;
}

/** An element that plays. */
type Player = Pick<Element, 'isConnected' | 'checkVisibility'>;

type Wish = Pick<PlayInput, 'gameId' | 'commitment' | 'pick'>;

const drawMovesMax = 2;
const seenMax = 20;

export class Plays {
  readonly #session: Session;
  /** Answers to plays that nobody watched, by game. */
  readonly #earlier = new Map<string, Settled>();
  /** Who lost the line over a play, by game. */
  readonly #players = new Map<string, Player>();
  /** Until they are seen; a second push means the same one. */
  readonly #settling = new Map<string, Promise<Answer<Settled>>>();

  readonly #ask: (game: GameView) => Promise<boolean>;

  /** `ask` has the shopper state what the terms of a game ask for; false when they would not. */
  constructor(session: Session, ask: (game: GameView) => Promise<boolean> = async () => true) {
    this.#session = session;
    this.#ask = ask;
  }

  /**
   * Plays once. A play of this game that was never answered is sent again instead of a new one, so
   * that nothing is paid twice. `pick` is the box that was chosen.
   */
  async play(gameId: string, player?: Player, pick?: number): Promise<Answer<Settled>> {
    const answer = await this.#play(gameId, pick);
    if (player && answer.kind === 'lost') this.#players.set(gameId, player);
    return answer;
  }

  async #play(gameId: string, pick?: number): Promise<Answer<Settled>> {
    const session = this.#session;
    await session.follow();
    const unanswered = (await this.#pending()).find((command) => command.gameId === gameId);
    if (unanswered) return this.#settle(unanswered);
    if (!session.game(gameId)) return { kind: 'lost' };
    const unstated = await this.state(gameId);
    if (unstated) return { kind: 'refused', refusal: unstated };
    const draw = session.game(gameId)?.turn.draw;
    if (!draw) return { kind: 'lost' };
    const wish = { gameId, commitment: draw.commitment, ...(pick === undefined ? {} : { pick }) };
    const answer = await this.#playDraw(wish, drawMovesMax);
    // What may be played now, and when, is another matter after a refusal.
    if (answer.kind === 'refused') void session.start();
    return answer;
  }

  /** Sends what an earlier page or a lost line left behind. Answers wait for `takeEarlier`. */
  async settlePending(): Promise<void> {
    for (const command of await this.#pending()) {
      if (this.#settling.has(command.commandId)) continue;
      const answer = await this.#settle(command);
      if (answer.kind === 'value') this.rest(answer.value, false);
    }
    this.#session.announce();
  }

  /**
   * The answer to a play of that game that nobody watched; it is shown once, by an element of its
   * own kind: the one that was played, while it is there.
   */
  takeEarlier(
    gameId: string,
    taker?: Player,
    kind: GameTitle['kind'] = 'wheel',
  ): Settled | undefined {
    if (this.#session.game(gameId)?.kind !== kind) return undefined;
    const player = this.#players.get(gameId);
    if (player?.isConnected && player !== taker) return undefined;
    // In a panel that is closed nobody would see it.
    if (taker?.checkVisibility?.() === false) return undefined;
    const settled = this.#earlier.get(gameId);
    this.#earlier.delete(gameId);
    // Another tab may have shown it, or its shopper signed out.
    if (!settled || !isPending(this.#session.keep, settled)) return undefined;
    this.#forget(settled);
    return settled;
  }

  /** Nobody shows it beside an element that does, in another tab either. */
  async watch(settled: Settled, showing: Promise<void>): Promise<void> {
    const { commandId } = settled;
    // Only secure pages have locks, and a sandboxed frame may take none.
    navigator.locks?.request(commandId, () => showing).catch(() => undefined);
    await showing.finally(() => this.rest(settled, false));
  }

  /**
   * Takes over what a play changed, now that it does not give the result away any more. Whoever
   * went away before it was shown meets it when they are back.
   */
  rest(settled: Settled, isShown: boolean): void {
    const session = this.#session;
    const { gameId, turn, wallet } = settled.reply;
    if (isShown) this.#forget(settled);
    // It was shown, or who came meanwhile has another wallet.
    if (!session.unshown.delete(settled.commandId)) return;
    if (!isShown) this.#earlier.set(gameId, settled);
    const game = session.game(gameId);
    if (game) {
      const { epoch, index } = game.turn.draw;
      // The answer to an earlier page may be older than what is known here.
      const isNewer = turn.draw.epoch - epoch || turn.draw.index - index;
      if (isNewer > 0) session.takeGames([{ ...game, turn }]);
    }
    void takeWallet(session, wallet);
  }

  /** What each play was made with, newest first, as far as this browser remembers. */
  seen(): [playId: string, seen: Seen][] {
    try {
      const list: [string, Seen][] = JSON.parse(this.#session.keep.get('seen') ?? '[]');
      return list;
    } catch {
      return [];
    }
  }

  /** Asks for what the terms want stated, where they do. The refusal of whoever would not. */
  async state(gameId: string): Promise<Refusal | undefined> {
    const { keep } = this.#session;
    const game = this.#session.game(gameId);
    if (!game?.terms) return undefined;
    const asked = asksFor(keep, game.terms);
    try {
      if ((!asked.region && !asked.age) || (await this.#ask(game))) return undefined;
    } catch {
      // The form did not arrive.
      return { code: 'internal_error' };
    }
    return { code: asked.region ? 'region_not_allowed' : 'age_not_confirmed' };
  }

  async #playDraw(wish: Wish, movesLeft: number): Promise<Answer<Settled>> {
    const session = this.#session;
    const { gameId } = wish;
    const { keep } = session;
    const terms = session.game(gameId)?.terms;
    const stated = terms ? statedFor(keep, terms) : {};
    const command = {
      commandId: newCommandId(),
      ...wish,
      clientSeed: randomHex(16),
      ...told(),
      ...stated,
    };
    const { ready } = session;
    const answer = await this.#settle(command);
    if (answer.kind !== 'refused' || movesLeft === 0) return answer;
    const { code, draw } = answer.refusal;
    // Nothing was drawn or revealed: the same wish, under a new id and seed.
    if (code === 'draw_moved' && draw) {
      // The table may be another one too, and the wheel must show it.
      await session.start();
      const moved = session.game(gameId)?.turn.draw ?? draw;
      return this.#playDraw({ ...wish, commitment: moved.commitment }, movesLeft - 1);
    }
    if (code === 'region_not_allowed' || code === 'age_not_confirmed') takeBack(keep);
    if (!endsToken.includes(code)) return answer;
    await session.start();
    const fresh = session.game(gameId)?.turn.draw;
    // Whoever was signed in should not play on as a stranger without knowing.
    if (ready?.shopper.kind !== 'anonymous' || !fresh) return answer;
    return this.#playDraw({ ...wish, commitment: fresh.commitment }, 0);
  }

  #settle(command: PlayInput): Promise<Answer<Settled>> {
    const running = this.#settling.get(command.commandId);
    if (running) return running;
    const settling = this.#send(command);
    this.#settling.set(command.commandId, settling);
    return settling;
  }

  async #send(command: PlayInput): Promise<Answer<Settled>> {
    const session = this.#session;
    const { keep, era } = session;
    rememberPlay(keep, command);
    if (session.token) keep.set('token', session.token);
    const answer = await persist(session, () => session.api.play.mutate(command));
    if (answer.kind === 'lost' || era !== session.era) {
      this.#settling.delete(command.commandId);
      return { kind: 'lost' };
    }
    if (answer.kind === 'refused') {
      this.#forget(command);
      return answer;
    }
    const { commandId, commitment, clientSeed } = command;
    const seen = { commitment, clientSeed };
    const settled = { commandId, reply: answer.value, seen, era };
    const others = this.seen().filter(([playId]) => playId !== settled.reply.playId);
    keep.set('seen', jsonOf([[settled.reply.playId, seen], ...others].slice(0, seenMax)));
    session.unshown.add(commandId);
    return { kind: 'value', value: settled };
  }

  /** Without what another tab is about to show. */
  async #pending(): Promise<PlayInput[]> {
    const locks = await navigator.locks?.query().catch(() => undefined);
    return pendingPlays(this.#session.keep).filter(
      ({ commandId }) =>
        this.#settling.has(commandId) || !locks?.held?.some(({ name }) => name === commandId),
    );
  }

  #forget({ commandId }: Pick<Settled, 'commandId'>): void {
    this.#settling.delete(commandId);
    forgetPlay(this.#session.keep, commandId);
  }
}
