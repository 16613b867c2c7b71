/** The shape of a wheel: slices, pegs, labels, and where it rests. Pure; angles in degrees. */

export const radius = { face: 164, peg: 157, label: 141, hub: 34, lamp: 181 } as const;

/** Enamel and what is written on it, at least 4.5:1. */
const enamel = [
  ['#C42B3A', '#FFFFFF'],
  ['#FFC247', '#231F3E'],
  ['#1F7A72', '#FFFFFF'],
  ['#F2E6CF', '#231F3E'],
  ['#2F2A63', '#FFFFFF'],
  ['#E9762B', '#231F3E'],
] as const;

export type Enamel = (typeof enamel)[number];

export interface Slice {
  readonly path: string;
  readonly enamel: Enamel;
  /** Clockwise from the top to the middle of the slice. */
  readonly angle: number;
  readonly lines: readonly string[];
  readonly fontSize: number;
}

/** No two neighbours alike, the last and the first included. */
export function enamelOf(slot: number, count: number): Enamel {
  const meetsFirst = slot > 0 && slot === count - 1 && slot % enamel.length === 0;
  return enamel[meetsFirst ? 3 : slot % enamel.length] ?? enamel[0];
}

export function slicesOf(labels: readonly string[]): Slice[] {
  const step = 360 / labels.length;
  return labels.map((label, slot) => ({
    path: slicePath(slot * step, step),
    enamel: enamelOf(slot, labels.length),
    angle: slot * step,
    ...fitLabel(label, labels.length),
  }));
}

/** Few slices are written across, many along the spoke. */
export function isAcross(count: number): boolean {
  return count <= 6;
}

/** Pegs stand on every edge between slices, and between when the slices are wide. */
export function pegCount(count: number): number {
  return count * Math.ceil(12 / count);
}

/**
 * How far the wheel stands turned when the flapper points into `slot`. `chance` (0 ≤ chance < 1)
 * says where in its middle 60 %; the flapper is kept off the pegs.
 */
export function restAngle(slot: number, count: number, chance: number): number {
  const step = 360 / count;
  const gap = 360 / pegCount(count);
  let within = (0.2 + 0.6 * chance) * step;
  const toPeg = within - Math.round(within / gap) * gap;
  const clear = gap * 0.22;
  if (Math.abs(toPeg) < clear) within += (toPeg < 0 ? -clear : clear) - toPeg;
  within = Math.min(Math.max(within, 0.2 * step), 0.8 * step);
  return mod(step / 2 - slot * step - within);
}

/** The slot under the flapper when the wheel stands turned by `angle`. */
export function slotUnder(angle: number, count: number): number {
  const step = 360 / count;
  return Math.floor(mod(step / 2 - angle) / step) % count;
}

/** A number from 0 up to 1 that only depends on the play, so that nobody chose where it rests. */
export function chanceFrom(number: number, index: number): number {
  // Multiplicative hashing (Knuth): neighbours fall far apart.
  return (Math.imul(number ^ (index << 16), 2_654_435_761) >>> 0) / 2 ** 32;
}

export function mod(angle: number): number {
  return ((angle % 360) + 360) % 360;
}

function slicePath(middle: number, step: number): string {
  const { face } = radius;
  const point = (angle: number): string => {
    const turn = (angle * Math.PI) / 180;
    return `${(Math.sin(turn) * face).toFixed(2)} ${(-Math.cos(turn) * face).toFixed(2)}`;
  };
  const [from, to] = [point(middle - step / 2), point(middle + step / 2)];
  return `M0 0L${from}A${face} ${face} 0 0 1 ${to}Z`;
}

/** Letters are taken as 0.55 em wide: measuring would cost a layout of the host page. */
function fitLabel(label: string, count: number): { lines: string[]; fontSize: number } {
  const isWide = isAcross(count);
  const chord = 224 * Math.sin(Math.PI / Math.max(count, 3)) - 16;
  const room = isWide ? Math.min(chord, 150) : radius.label - radius.hub - 8;
  const lineMax = isWide ? 3 : count <= 12 ? 2 : 1;
  const sizeMin = count > 12 ? 13.5 : 15;
  for (let fontSize = isWide ? 22 : count <= 12 ? 19 : 16; ; fontSize -= 0.5) {
    const lines = wrap(label, Math.floor(room / (fontSize * 0.55)), lineMax, fontSize <= sizeMin);
    if (lines) return { lines, fontSize };
  }
}

/** Undefined where it does not fit and must not be cut. */
function wrap(
  label: string,
  lettersMax: number,
  lineMax: number,
  isCut: boolean,
): string[] | undefined {
  const lines: string[] = [];
  for (const word of label.split(/\s+/)) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (lines.length > 0 && longer.length <= lettersMax) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  if (lines.length <= lineMax && lines.every(({ length }) => length <= lettersMax)) return lines;
  if (!isCut) return undefined;
  if (lines.length > lineMax) lines[lineMax - 1] += '…';
  return lines
    .slice(0, lineMax)
    .map((line) => (line.length > lettersMax ? `${line.slice(0, lettersMax - 1)}…` : line));
}
