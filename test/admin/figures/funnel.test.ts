import { describe, expect, test } from 'vitest';
import { funnelRows, funnelShape, widens } from '../../../admin/figures/funnel.ts';

function funnelOf(...counts: number[]) {
  const steps = ['shown', 'opened', 'started', 'settled', 'won', 'claimed', 'redeemed'] as const;
  return steps.map((step, index) => ({
    step,
    shoppers: { value: counts[index] ?? 0, before: 0 },
  }));
}

describe('the funnel', () => {
  test('says of each step which share of the one before it is, and how many it lost', () => {
    const rows = funnelRows(funnelOf(1_000, 400, 300, 300, 90, 0, 0));
    expect(rows.map(({ conversion }) => conversion)).toEqual([
      undefined,
      0.4,
      0.75,
      1,
      0.3,
      0,
      undefined,
    ]);
    expect(rows.map(({ drop }) => drop)).toEqual([0, 600, 100, 0, 210, 90, 0]);
    expect(widens(rows)).toBe(false);
  });

  test('claims no share above all: without consent more can play than were seen', () => {
    const rows = funnelRows(funnelOf(100, 50, 40, 60, 20, 10, 5));
    expect(rows[3]).toMatchObject({ conversion: undefined, drop: 0 });
    expect(widens(rows)).toBe(true);
  });

  test('measures bars against the longest, wherever it stands', () => {
    const rows = funnelRows(funnelOf(50, 40, 40, 200, 100, 0, 0));
    expect(rows.map(({ length }) => length)).toEqual([0.25, 0.2, 0.2, 1, 0.5, 0, 0]);
  });

  test('of nobody has no length and no share', () => {
    const rows = funnelRows(funnelOf());
    expect(rows.every(({ length }) => length === 0)).toBe(true);
    expect(rows.every(({ conversion }) => conversion === undefined)).toBe(true);
  });
});

describe('its shape', () => {
  const rows = funnelRows(funnelOf(800, 400, 200, 100, 50, 25, 10));

  test.each([240, 350, 520, 1_100])('fits %i pixels', (width) => {
    const shape = funnelShape(rows, width);
    for (const { bar } of shape.rows) {
      expect(bar.x + bar.width).toBeLessThanOrEqual(width);
      expect(bar.y + bar.height).toBeLessThanOrEqual(shape.height);
    }
  });

  test.each([10, 999_999, 1_234_567, 100_000_000])('keeps %i clear of its bar', (most) => {
    const { bar, countX } = funnelShape(funnelRows(funnelOf(most)), 740).rows[0]!;
    // In a wide font a figure of this size takes nearly 10 pixels.
    const countWidth = most.toLocaleString('en').length * 9.7;
    expect(countX - countWidth).toBeGreaterThan(bar.x + bar.width);
  });

  test('puts words beside the bars only where there is room, and drops only where they fit', () => {
    const [narrow, wide] = [funnelShape(rows, 280), funnelShape(rows, 900)];
    expect(narrow.rows[0]?.bar.x).toBe(0);
    expect(narrow.hasDrops).toBe(false);
    expect(wide.rows[0]?.bar.x).toBeGreaterThan(0);
    expect(wide.hasDrops).toBe(true);
  });
});
