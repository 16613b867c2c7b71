/** The shape of a wheel: slices, pegs and labels. Pure; angles in degrees. */

export const radius = { face: 164, peg: 157, label: 142, across: 110, hub: 34, lamp: 181 } as const;

/** Enamel and what is written on it, at least 4.5:1. */
const enamel = [
  ['#c42b3a', '#ffffff'],
  ['#ffc247', '#231f3e'],
  ['#1f7a72', '#ffffff'],
  ['#f2e6cf', '#231f3e'],
  ['#2f2a63', '#ffffff'],
  ['#e9762b', '#231f3e'],
] as const;

export type Enamel = (typeof enamel)[number];

/** How wide a text is in the page's font, in em. */
export type WidthOf = (text: string) => number;

interface Fit {
  readonly lines: readonly string[];
  readonly fontSize: number;
}

export interface Slice extends Fit {
  readonly path: string;
  readonly enamel: Enamel;
  /** Clockwise from the top to the middle of the slice. */
  readonly angle: number;
}

/** No two neighbours alike, the last and the first included. */
export function enamelOf(slot: number, count: number): Enamel {
  const meetsFirst = slot > 0 && slot === count - 1 && slot % enamel.length === 0;
  return enamel[meetsFirst ? 3 : slot % enamel.length] ?? enamel[0];
}

export function slicesOf(labels: readonly string[], widthOf: WidthOf): Slice[] {
  const step = 360 / labels.length;
  return labels.map((label, slot) => ({
    path: slicePath(slot * step, step),
    enamel: enamelOf(slot, labels.length),
    angle: slot * step,
    ...fitLabel(label, labels.length, widthOf),
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

export function pegGap(count: number): number {
  return 360 / pegCount(count);
}

/** A peg touches the flapper this long before the top, and slips off it so long behind. */
export const touchDeg = 3.5;
export const slipDeg = 4.5;
export const bendDegMax = 34;

export function mod(angle: number, whole = 360): number {
  return ((angle % whole) + whole) % whole;
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

/** As few lines as can be read, as large as they keep clear of rim, hub and neighbours. */
function fitLabel(label: string, count: number, widthOf: WidthOf): Fit {
  const isWide = isAcross(count);
  const lineMax = isWide ? 3 : count <= 12 ? 2 : 1;
  for (let lineCount = 1; ; lineCount += 1) {
    const isLast = lineCount === lineMax;
    const fontSizeMin = isLast ? 13 : isWide ? 18 : 15;
    for (let fontSize = fontSizeMin + 5; ; fontSize -= 0.5) {
      const roomOf = (line: number): number => roomAt(line, lineCount, fontSize, count) / fontSize;
      const lines = wrap(label, lineCount, roomOf, widthOf);
      if (lines.every((line, at) => widthOf(line) <= roomOf(at))) return { lines, fontSize };
      if (fontSize > fontSizeMin) continue;
      if (!isLast) break;
      return { lines: lines.map((line, at) => cut(line, roomOf(at), widthOf)), fontSize };
    }
  }
}

/** How long a line may be between hub, rim and the edges of its slice. */
function roomAt(line: number, lineCount: number, fontSize: number, count: number): number {
  const spread = Math.tan(Math.PI / count);
  const middle = lineMiddle(line, lineCount) * fontSize;
  const half = 0.42 * fontSize;
  if (isAcross(count)) {
    const inner = radius.across - middle - half;
    return 2 * Math.min(inner * spread - 6, Math.sqrt(150 ** 2 - (inner + 2 * half) ** 2));
  }
  return radius.label - Math.max(radius.hub + 8, (Math.abs(middle) + half + 2) / spread);
}

/** From the middle of the label to the middle of one of its lines, in em. */
export function lineMiddle(line: number, lineCount: number): number {
  return (line - (lineCount - 1) / 2) * 1.1;
}

/** As many words on a line as it takes; whatever is left stands on the last one. */
function wrap(
  label: string,
  lineCount: number,
  roomOf: (line: number) => number,
  widthOf: WidthOf,
): string[] {
  const lines: string[] = [];
  for (const word of label.split(' ')) {
    const at = lines.length - 1;
    const longer = `${lines[at]} ${word}`;
    if (at < 0 || (at < lineCount - 1 && widthOf(longer) > roomOf(at))) lines.push(word);
    else lines[at] = longer;
  }
  return lines;
}

function cut(line: string, room: number, widthOf: WidthOf): string {
  return widthOf(line) <= room ? line : cut(line.replace(/.…?$/u, '…'), room, widthOf);
}
