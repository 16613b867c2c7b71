/** Sounds are off until somebody turns them on; nothing is fetched before. */
import type { Sound } from '../sound/sounds.ts';
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
  if (!fair || !hasSound(fair)) return;
  import('../sound/sounds.ts').then(({ ring }) => ring(which), ignore);
}

/** The pegs of a wheel, as it moves now. */
export function soundPegs(fair: Fair, motion: WheelMotion | undefined): void {
  if (!motion || !hasSound(fair)) return;
  import('../sound/wheel-ticks.ts').then(({ rattle }) => rattle(motion), ignore);
}

/** Off line, or a browser that plays nothing: silence does no harm. */
function ignore(): void {}
