import { expect, test } from 'vitest';
import { runsWords } from '../../../admin/figures/campaign.ts';

const autumn = {
  startsAt: Date.parse('2026-09-01T00:00:00+07:00'),
  endsAt: Date.parse('2026-11-21T00:00:00+07:00'),
};
const timeZone = 'Asia/Ho_Chi_Minh';

test.each([
  ['before', autumn.startsAt - 1, 'starts 1 Sept 2026'],
  ['in', autumn.startsAt, ''],
  ['to the last moment of', autumn.endsAt - 1, ''],
  ['after', autumn.endsAt, 'ended 21 Nov 2026'],
])('%s a campaign', (_, now, words) => {
  expect(runsWords(autumn, { now, timeZone })).toBe(words);
});
