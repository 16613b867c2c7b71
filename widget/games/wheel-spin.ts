/** What becomes of a wheel that was pushed: asked, played, heard, and brought to rest. */
import type { Refusal } from '../../shared/refusals.ts';
import type { Fair } from '../state/fair.ts';
import type { Settled } from '../state/plays.ts';
import { soundPegs } from '../state/sound.ts';
import { shown } from '../state/sleep.ts';
import type { More } from '../views/more.ts';
import { giveUp, layOpen } from './ending.ts';
import { restAt, rollBack } from './wheel-brake.ts';
import { angleOf } from './wheel-rest.ts';
import type { FairgroundWheel } from './wheel.ts';

export interface Spin {
  readonly fair: Fair;
  readonly more: More;
  readonly wheel: FairgroundWheel;
}

const slowMs = 6_000;

/** `push` turns a wheel that has stood still behind a form. */
export async function spin(at: Spin, gameId: string, push: () => void): Promise<void> {
  const { fair, more, wheel } = at;
  const refusal = await more.plays.state(gameId);
  if (refusal) return refuse(at, refusal);
  if (wheel.motion?.moving.length === 0) push();
  soundPegs(fair, wheel.motion);
  const slow = setTimeout(() => {
    wheel.state = { status: 'playing', isSlow: true };
  }, slowMs);
  const answer = await more.plays.play(gameId, wheel);
  clearTimeout(slow);
  if (answer.kind === 'value') await more.plays.watch(answer.value, land(at, answer.value));
  else await refuse(at, answer.kind === 'refused' ? answer.refusal : undefined);
}

async function land({ fair, wheel }: Spin, settled: Settled): Promise<void> {
  const { gameId } = settled.reply;
  // Another table may have made it another wheel meanwhile.
  const { motion } = wheel;
  const isHere = (): boolean => wheel.isConnected && gameId === wheel.current?.id;
  const target = angleOf(settled.reply);
  if (motion && !wheel.isSkipped && isHere()) {
    const resting = restAt(motion, target);
    soundPegs(fair, motion);
    await resting;
    // First that it rests, then what that means: together they would hold a slow phone up.
    await shown();
  }
  if (!isHere()) {
    wheel.state = { status: 'idle' };
    return;
  }
  motion?.jump(target);
  await layOpen(wheel, settled, motion);
}

async function refuse({ fair, wheel }: Spin, refusal: Refusal | undefined): Promise<void> {
  const { motion } = wheel;
  if (wheel.isSkipped) motion?.jump(motion.angle);
  else if (motion) {
    const rolling = rollBack(motion);
    soundPegs(fair, motion);
    await rolling;
  }
  giveUp(wheel, refusal);
}
