import { describe, expect, test } from 'vitest';
import { indexAt, plotDays, sparkLine, thinned } from '../../../admin/figures/plot.ts';

const frame = { width: 760, height: 240, top: 12, right: 4, bottom: 28, left: 56 };

describe('the day chart', () => {
  test('stands on zero and reaches the top at the last tick', () => {
    const plot = plotDays([0, 150, 300], frame);
    expect(plot.ticks.map(({ value }) => value)).toEqual([0, 100, 200, 300]);
    expect(plot.bars.map(({ height }) => height)).toEqual([0, 100, 200]);
    expect(plot.baseline).toBe(212);
    expect(plot.bars[2]?.y).toBe(12);
  });

  test('hangs refunds under the line', () => {
    const plot = plotDays([100, -100], frame);
    expect(plot.bars[1]?.y).toBe(plot.baseline);
    expect(plot.bars[1]?.height).toBe(plot.bars[0]?.height);
  });

  test('keeps every mark inside the frame', () => {
    const { bars } = plotDays([5, 9, 2, 7], frame);
    for (const { x, y, width, height } of bars) {
      expect(x).toBeGreaterThanOrEqual(frame.left);
      expect(x + width).toBeLessThanOrEqual(frame.width - frame.right);
      expect(y).toBeGreaterThanOrEqual(frame.top);
      expect(y + height).toBeLessThanOrEqual(frame.height - frame.bottom);
    }
  });

  test('becomes a line where bars would melt', () => {
    const year = Array.from({ length: 365 }, (_, index) => index);
    expect(plotDays(year, frame).kind).toBe('line');
    expect(plotDays(year.slice(0, 28), frame).kind).toBe('bars');
  });

  test('labels no more days than there is room for', () => {
    const plot = plotDays(
      Array.from({ length: 90 }, () => 1),
      frame,
    );
    const gaps = plot.labels.slice(1).map(({ x }, index) => x - (plot.labels[index]?.x ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThan(60);
  });

  test('is drawn for no day at all', () => {
    expect(plotDays([], frame).bars).toEqual([]);
  });
});

test('the day under the pointer is the one whose slot it is in, and never none', () => {
  const at = (x: number) => indexAt(x, { count: 7, frame });
  expect([0, 56, 155, 157, 400, 755, 9_999].map(at)).toEqual([0, 0, 0, 1, 3, 6, 6]);
});

describe('the spark line', () => {
  const size = { width: 100, height: 20, inset: 2 };

  test('goes from edge to edge', () => {
    const { line } = sparkLine([0, 10], { ...size, isLastUnfinished: false });
    expect(line).toBe('M2 18L98 2');
  });

  test('sets the way to an unfinished day apart', () => {
    const { line, unfinished } = sparkLine([10, 10, 5], { ...size, isLastUnfinished: true });
    expect(line).toBe('M2 2L50 2');
    expect(unfinished).toBe('M50 2L98 10');
  });

  test('averages neighbours only where there are too many', () => {
    expect(thinned([1, 2, 3], 3)).toEqual([1, 2, 3]);
    expect(thinned([1, 3, 5, 7, 10], 3)).toEqual([2, 6, 10]);
  });
});
