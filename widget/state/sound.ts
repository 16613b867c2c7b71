/** Sounds are off until somebody turns them on. */
import { ring, type Sound } from '../sound/sounds.ts';
import { rattle } from '../sound/wheel-ticks.ts';
import type { WheelMotion } from '../games/wheel-motion.ts';
import type { Fair } from './fair.ts';

const name = 'sound';

export function hasSound({ session }: Fair): boolean {
  return session.keep.get(name) === 'on';
}

export function setSound(fair: Fair, isOn: boolean): void {
  const { keep } = fair.session;
  if (isOn) keep.set(name, 'on');
  else keep.remove(name);
  sound(fair, 'bell');
}

export function sound(fair: Fair | undefined, which: Sound): void {
  if (fair && hasSound(fair)) quietly(() => ring(which));
}

/** The pegs of a wheel, as it moves now. */
export function soundPegs(fair: Fair, motion: WheelMotion | undefined): void {
  if (motion && hasSound(fair)) quietly(() => rattle(motion));
}

/** A browser that plays nothing: silence does no harm. */
function quietly(play: () => void): void {
  try {
    play();
  } catch {
    // Nobody waits for a sound.
  }
}
