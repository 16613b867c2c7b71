/** The tick of each peg, written ahead on the clock of the sound: a busy page delays none. */
import { pegGap, mod, slipDeg } from '../games/wheel-geometry.ts';
import { turnedIn, type Way, type WheelMotion } from '../games/wheel-motion.ts';
import { openAudio } from './sounds.ts';

const loud = 0.1;
const knockSeconds = 0.03;

/** What was promised and has not sounded. */
let promised: AudioBufferSourceNode[] = [];

document.addEventListener('fairground-closed', hush);

/** Ticks as this wheel moves now: on and on in its free run, peg by peg to its rest. */
export function rattle(motion: WheelMotion): void {
  hush();
  const [turning] = motion.moving;
  if (!turning) return;
  // Skipped, or gone.
  turning.addEventListener('cancel', () => {
    if (motion.moving.length === 0) hush();
  });
  const audio = openAudio();
  const { way } = motion;
  const { slotCount } = motion.parts;
  const passedMs = Number(turning.currentTime ?? 0);
  // What is to be heard now must be played a little earlier.
  const start = audio.currentTime - (audio.outputLatency || 0) - passedMs / 1_000;
  if (way) {
    const knock = knockIn(audio, knockSeconds);
    for (const ms of tickTimes(way, slotCount)) {
      const at = start + ms / 1_000;
      if (at >= audio.currentTime) play(audio, knock, at);
    }
    return;
  }
  const { run, sign, angle } = motion;
  const gap = pegGap(slotCount);
  const everySeconds = gap / run.speed / 1_000;
  const from = Math.max(passedMs, run.pushMs);
  const past = mod(sign * angle + turnedIn(run, from) + 180 / slotCount - slipDeg, gap);
  const first = start + (from + (gap - past) / run.speed) / 1_000;
  const ticking = play(audio, knockIn(audio, everySeconds), Math.max(first, audio.currentTime));
  ticking.loop = true;
}

/** When pegs slip off the flapper, in milliseconds from the beginning of the way. */
export function tickTimes({ angles, durationMs }: Way, slotCount: number): number[] {
  const passedAt = (angle: number): number =>
    (angle + 180 / slotCount - slipDeg) / pegGap(slotCount);
  return angles.flatMap((angle, at) => {
    const now = passedAt(angle);
    const before = passedAt(angles[at - 1] ?? angle);
    const peg = Math.floor(now);
    if (peg <= before) return [];
    return ((at - 1 + (peg - before) / (now - before)) * durationMs) / (angles.length - 1);
  });
}

function hush(): void {
  for (const each of promised) each.stop();
  promised = [];
}

function play(audio: AudioContext, buffer: AudioBuffer, at: number): AudioBufferSourceNode {
  const source = audio.createBufferSource();
  source.buffer = buffer;
  source.connect(audio.destination);
  source.start(at);
  promised.push(source);
  return source;
}

/** Leather on a wooden peg: two dull tones that are gone at once, in a silence of that length. */
function knockIn(audio: AudioContext, seconds: number): AudioBuffer {
  const { sampleRate } = audio;
  const buffer = audio.createBuffer(1, Math.round(seconds * sampleRate), sampleRate);
  const samples = buffer.getChannelData(0);
  for (let each = 0; each < samples.length; each += 1) {
    const at = each / sampleRate;
    const tone = Math.sin(at * 6_900) * 0.6 + Math.sin(at * 2_600);
    samples[each] = loud * tone * Math.exp(-at * 190);
  }
  return buffer;
}
