/**
 * Where the marks of the day chart and the spark lines stand, in pixels from the upper left
 * corner.
 */
import { type Scale, roundScale } from './scale.ts';

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface SparkFrame {
  readonly width: number;
  readonly height: number;
  readonly inset: number;
  readonly isLastUnfinished: boolean;
}

export interface Plot {
  /** Bars need room to be told apart; a year of days becomes a line. */
  readonly kind: 'bars' | 'line';
  readonly bars: readonly Bar[];
  /** For a line: through the middle of each day, and the area under it. */
  readonly line: string;
  readonly area: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
  readonly ticks: readonly { readonly y: number; readonly value: number }[];
  readonly baseline: number;
  /** The days that get a label under the axis. */
  readonly labels: readonly { readonly x: number; readonly index: number }[];
  readonly slotWidth: number;
}

const stepsMax = 4;
const barSlotMin = 5;
const barWidthMax = 44;
const labelWidth = 68;

/** One mark for each of `values`, which are whole numbers, oldest first. */
export function plotDays(values: readonly number[], frame: Frame): Plot {
  const inner = {
    width: Math.max(1, frame.width - frame.left - frame.right),
    height: Math.max(1, frame.height - frame.top - frame.bottom),
  };
  const scale = roundScale(values, stepsMax);
  const slotWidth = inner.width / Math.max(1, values.length);
  const yOf = (value: number) =>
    rounded(frame.top + inner.height * (1 - (value - scale.min) / (scale.max - scale.min)));
  const points = values.map((value, index) => ({
    x: rounded(frame.left + slotWidth * (index + 0.5)),
    y: yOf(value),
  }));
  const baseline = yOf(0);
  return {
    kind: slotWidth >= barSlotMin ? 'bars' : 'line',
    bars: points.map((point) => barAt(point, { baseline, slotWidth })),
    line: path(points),
    area: areaUnder(points, baseline),
    points,
    ticks: scale.ticks.map((value) => ({ y: yOf(value), value })),
    baseline,
    labels: labelled(values.length, inner.width).map((index) => ({
      x: points[index]?.x ?? frame.left,
      index,
    })),
    slotWidth,
  };
}

/** Which day lies under `x`; the nearest, outside the frame. */
export function indexAt(x: number, { count, frame }: { count: number; frame: Frame }): number {
  const inner = Math.max(1, frame.width - frame.left - frame.right);
  const index = Math.floor(((x - frame.left) / inner) * count);
  return Math.min(Math.max(index, 0), Math.max(0, count - 1));
}

/**
 * A line of `width` × `height` with room for the stroke; the way to a day that is not over apart.
 */
export function sparkLine(
  values: readonly number[],
  { width, height, inset, isLastUnfinished }: SparkFrame,
): { line: string; unfinished: string } {
  const least = Math.min(0, ...values);
  const most = Math.max(0, ...values);
  const span = most - least || 1;
  const points = values.map((value, index) => ({
    x: rounded(inset + ((width - 2 * inset) * index) / Math.max(1, values.length - 1)),
    y: rounded(inset + (height - 2 * inset) * (1 - (value - least) / span)),
  }));
  return isLastUnfinished
    ? { line: path(points.slice(0, -1)), unfinished: path(points.slice(-2)) }
    : { line: path(points), unfinished: '' };
}

/**
 * Averages of neighbours, so that a year fits a line of a few pixels; all of them, if they are
 * few.
 */
export function thinned(values: readonly number[], countMax: number): readonly number[] {
  if (values.length <= countMax) return values;
  const size = Math.ceil(values.length / countMax);
  return Array.from({ length: Math.ceil(values.length / size) }, (_, index) => {
    const group = values.slice(index * size, (index + 1) * size);
    return group.reduce((sum, value) => sum + value, 0) / group.length;
  });
}

/** How much room the widest label of the scale takes, at about 7 px a sign. */
export function axisWidth(scale: Pick<Scale, 'ticks'>, format: (value: number) => string): number {
  const signs = scale.ticks.reduce((most, tick) => Math.max(most, format(tick).length), 0);
  return Math.ceil(signs * 7.2) + 10;
}

function barAt(
  point: { x: number; y: number },
  { baseline, slotWidth }: { baseline: number; slotWidth: number },
): Bar {
  const width = Math.min(barWidthMax, slotWidth * (slotWidth < 14 ? 0.8 : 0.66));
  const height = Math.abs(baseline - point.y);
  return {
    x: rounded(point.x - width / 2),
    y: Math.min(point.y, baseline),
    width: rounded(width),
    height: rounded(height),
  };
}

/** Evenly spread, the first day always among them. */
function labelled(count: number, width: number): number[] {
  const labelsMax = Math.max(2, Math.floor(width / labelWidth));
  const step = Math.max(1, Math.ceil(count / labelsMax));
  return Array.from({ length: Math.ceil(count / step) }, (_, index) => index * step);
}

function path(points: readonly { x: number; y: number }[]): string {
  return points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('');
}

function areaUnder(points: readonly { x: number; y: number }[], baseline: number): string {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return '';
  return `${path(points)}L${last.x} ${baseline}L${first.x} ${baseline}Z`;
}

function rounded(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
