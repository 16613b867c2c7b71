/** What things sound like: made here, no files. Fetched by whoever turned sounds on. */

export type Sound = 'tick' | 'bell' | 'paper' | 'clink';

const idleMs = 8_000;

let shared: AudioContext | undefined;
let idle: ReturnType<typeof setTimeout> | undefined;

/** One for the page, awake; it sleeps again by itself. */
export function openAudio(): AudioContext {
  const audio = (shared ??= new AudioContext());
  void audio.resume();
  clearTimeout(idle);
  idle = setTimeout(() => void audio.suspend(), idleMs);
  return audio;
}

export function ring(sound: Sound): void {
  const audio = openAudio();
  const now = audio.currentTime;
  if (sound === 'paper') paper(audio, now);
  else for (const [after, ...tone] of tones[sound]) strike(audio, now + after, tone);
}

type Tone = readonly [hertz: number, seconds: number, loud: number];

/** When, and the tones that wood and brass are made of: overtones of metal are not harmonic. */
const tones: Readonly<Record<Exclude<Sound, 'paper'>, readonly (readonly [number, ...Tone])[]>> = {
  tick: [
    [0, 1_100, 0.03, 0.08],
    [0, 420, 0.045, 0.1],
  ],
  bell: [
    [0, 880, 1.1, 0.07],
    [0, 2_430, 0.6, 0.03],
    [0.18, 1_174, 1.2, 0.06],
  ],
  clink: [
    [0, 3_100, 0.16, 0.04],
    [0, 4_730, 0.1, 0.025],
    [0.07, 3_340, 0.18, 0.03],
  ],
};

function strike(audio: AudioContext, at: number, [hertz, seconds, loud]: Tone): void {
  const tone = audio.createOscillator();
  tone.frequency.value = hertz;
  tone.connect(fading(audio, at, { seconds, loud }));
  tone.start(at);
  tone.stop(at + seconds);
}

/** Noise through a filter that opens: a tear begins dull and ends sharp. */
function paper(audio: AudioContext, at: number): void {
  const seconds = 0.28;
  const noise = audio.createBufferSource();
  const buffer = audio.createBuffer(1, audio.sampleRate * seconds, audio.sampleRate);
  const samples = buffer.getChannelData(0);
  for (let each = 0; each < samples.length; each += 1) samples[each] = Math.random() * 2 - 1;
  noise.buffer = buffer;
  const filter = audio.createBiquadFilter();
  filter.type = 'bandpass';
  filter.frequency.setValueAtTime(900, at);
  filter.frequency.exponentialRampToValueAtTime(4_200, at + seconds);
  noise.connect(filter).connect(fading(audio, at, { seconds, loud: 0.09 }));
  noise.start(at);
}

function fading(
  audio: AudioContext,
  at: number,
  { seconds, loud }: { readonly seconds: number; readonly loud: number },
): GainNode {
  const gain = audio.createGain();
  gain.gain.setValueAtTime(loud, at);
  gain.gain.exponentialRampToValueAtTime(0.0_1, at + seconds);
  gain.connect(audio.destination);
  return gain;
}
