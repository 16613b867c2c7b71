/** Plays: written down before they are sent, sent until they are answered, and paid once. */
import type { PlayInput, PlayReply } from '../../shared/schema/shopper-api.ts';
import type { Seen } from '../../shared/verify.ts';
import type { Answer } from '../api.ts';
import { forgetPlay, newCommandId, pendingPlays, randomHex, rememberPlay } from './pending.ts';
import { told } from './told.ts';
import { persist } from './persist.ts';
import { endsToken, type Session } from './session.ts';
import { takeWallet } from './wallet.ts';

export interface Settled {
  readonly reply: PlayReply;
  /** What this page held before the play. */
  readonly seen: Seen;
}

const drawMovesMax = 2;
const seenMax = 20;

export class Plays {
  readonly #session: Session;
  /** Answers to plays that nobody watched, by game. */
  readonly #earlier = new Map<string, Settled>();
  readonly #settling = new Map<string, Promise<Answer<Settled>>>();

  constructor(session: Session) {
    this.#session = session;
  }

  /**
   * Plays once. A play of this game that was never answered is sent again instead of a new one, so
   * that nothing is paid twice.
   */
  async play(gameId: string): Promise<Answer<Settled>> {
    const session = this.#session;
    const unanswered = pendingPlays(session.keep).find((command) => command.gameId === gameId);
    if (unanswered) return this.#settle(unanswered);
    // Another tab may have become somebody since.
    const kept = session.keep.get('token');
    if (kept && kept !== session.token) await session.start();
    const draw = session.game(gameId)?.turn.draw;
    if (!draw) return { kind: 'lost' };
    const answer = await this.#playDraw(gameId, draw.commitment, drawMovesMax);
    // What may be played now, and when, is another matter after a refusal.
    if (answer.kind === 'refused') void session.start();
    return answer;
  }

  /** Sends what an earlier page or a lost line left behind. Answers wait for `takeEarlier`. */
  async settlePending(): Promise<void> {
    for (const command of pendingPlays(this.#session.keep)) {
      if (this.#settling.has(command.commandId)) continue;
      const answer = await this.#settle(command);
      if (answer.kind === 'value') this.#earlier.set(command.gameId, answer.value);
    }
    this.#session.announce();
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
      const list: [string, Seen][] = JSON.parse(this.#session.keep.get('seen') ?? '[]');
      return list;
    } catch {
      return [];
    }
  }

  async #playDraw(gameId: string, commitment: string, movesLeft: number): Promise<Answer<Settled>> {
    const session = this.#session;
    const wish = { gameId, commitment, clientSeed: randomHex(16), ...told() };
    const command = { commandId: newCommandId(), ...wish };
    const answer = await this.#settle(command);
    if (answer.kind !== 'refused' || movesLeft === 0) return answer;
    const { code, draw } = answer.refusal;
    // Nothing was drawn or revealed: the same wish, under a new id and seed.
    if (code === 'draw_moved' && draw) {
      // The table may be another one too, and the wheel must show it.
      await session.start();
      const moved = session.game(gameId)?.turn.draw ?? draw;
      return this.#playDraw(gameId, moved.commitment, movesLeft - 1);
    }
    if (!endsToken.includes(code)) return answer;
    const wasAnonymous = session.ready?.shopper.kind === 'anonymous';
    session.dropToken();
    await session.start();
    const fresh = session.game(gameId)?.turn.draw;
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
    const session = this.#session;
    const { keep, era } = session;
    rememberPlay(keep, command);
    if (session.token) keep.set('token', session.token);
    const answer = await persist(session, () => session.api.play.mutate(command));
    if (answer.kind === 'lost' || era !== session.era) return { kind: 'lost' };
    forgetPlay(keep, command);
    if (answer.kind === 'refused') return answer;
    const { commitment, clientSeed } = command;
    const settled = { reply: answer.value, seen: { commitment, clientSeed } };
    const seen = [[settled.reply.playId, settled.seen], ...this.seen()];
    keep.set('seen', JSON.stringify(seen.slice(0, seenMax)));
    await this.#take(settled.reply);
    return { kind: 'value', value: settled };
  }

  async #take({ gameId, turn, wallet }: PlayReply): Promise<void> {
    const session = this.#session;
    const game = session.game(gameId);
    if (game) session.takeGames([{ ...game, turn }]);
    await takeWallet(session, wallet);
  }
}
