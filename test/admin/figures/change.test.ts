import { expect, test } from 'vitest';
import { changeOf } from '../../../admin/figures/change.ts';
import { formatCount } from '../../../admin/figures/format.ts';

const words = { noun: 'plays', format: formatCount };

test.each([
  ['more', { value: 1_120, before: 1_000 }, 'up', '+120 (+12%)'],
  ['fewer', { value: 880, before: 1_000 }, 'down', '−120 (−12%)'],
  ['none any more', { value: 0, before: 8 }, 'down', '−8 (−100%)'],
  ['the same', { value: 8, before: 8 }, 'same', 'as in the period before'],
  ['the first', { value: 8, before: 0 }, 'up', 'no plays in the period before'],
  ['none at all', { value: 0, before: 0 }, 'same', 'no plays in the period before'],
  ['far more', { value: 4_000, before: 3 }, 'up', '+3,997 (1333 times as much)'],
  ['out of the red', { value: 50, before: -100 }, 'up', '+150'],
])('%s', (_, compared, direction, text) => {
  expect(changeOf(compared, words)).toEqual({ direction, text });
});
