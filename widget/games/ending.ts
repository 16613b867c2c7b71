/** How a play ends, for every game: its result lies open, or it was not made. */
import type { LitElement } from 'lit';
import type { Refusal } from '../../shared/refusals.ts';
import { announce } from '../events.ts';
import type { Fair } from '../state/fair.ts';
import type { Settled } from '../state/plays.ts';
import { sleep } from '../state/sleep.ts';
import { sound } from '../state/sound.ts';
import { throwConfetti } from '../views/confetti.ts';
import { hasReducedMotion } from '../views/fair-element.ts';
import type { PlayState } from './play-state.ts';
import { blink } from './wheel-brake.ts';
import type { WheelMotion } from './wheel-motion.ts';

/** An element that plays. */
type Playing = LitElement & { fair: Fair | undefined; state: PlayState };

/** `motion` of a wheel. */
export async function layOpen(
  game: Playing,
  settled: Settled,
  motion?: WheelMotion,
): Promise<void> {
  const { fair } = game;
  const { gameId, playId, won, prize } = settled.reply;
  const { id: prizeId, kind, points } = prize;
  // In a panel that was closed meanwhile it waits for whoever is back.
  const isSeen = game.checkVisibility?.() ?? true;
  fair?.more?.plays.rest(settled, isSeen);
  game.state = isSeen ? { status: 'settled', settled, isEarlier: false } : { status: 'idle' };
  announce(game, 'fairground-play-settled', { gameId, playId, won });
  await sleep();
  if (!won || !fair) return;
  announce(game, 'fairground-prize-won', { gameId, playId, prizeId, kind, points });
  if (!isSeen) return;
  sound(fair, 'bell');
  if (hasReducedMotion()) return;
  if (motion) blink(motion, settled.reply.slot);
  // Points drop and stack as it is, and another turn is soon played.
  if (kind === 'points' || kind === 'free_play') return;
  const scene = game.renderRoot.querySelector('.wheel,.boxes,.ticket');
  if (scene) void throwConfetti(scene);
}

/** Without a refusal nobody knows whether it was made. */
export function giveUp(game: Playing, refusal: Refusal | undefined): void {
  game.state = refusal ? { status: 'refused', refusal } : { status: 'unreachable', isSent: true };
  const { code = 'unreachable', nextAt } = refusal ?? {};
  announce(game, 'fairground-refused', { code, nextAt });
}
