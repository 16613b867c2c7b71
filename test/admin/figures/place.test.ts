import { expect, test } from 'vitest';
import { placeBeside } from '../../../admin/figures/place.ts';

const box = { width: 300, height: 80 };
const window = { width: 390, height: 844 };

test('stands under its anchor', () => {
  const anchor = { left: 190, top: 100, width: 20, height: 20 };
  expect(placeBeside(anchor, box, window)).toEqual({ left: 50, top: 126 });
});

test('stays inside the window at either edge', () => {
  const left = placeBeside({ left: 0, top: 100, width: 20, height: 20 }, box, window);
  const right = placeBeside({ left: 370, top: 100, width: 20, height: 20 }, box, window);
  expect([left.left, right.left]).toEqual([12, 78]);
});

test('goes above where there is no room below', () => {
  const anchor = { left: 190, top: 800, width: 20, height: 20 };
  expect(placeBeside(anchor, box, window).top).toBe(714);
});
