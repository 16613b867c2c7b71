import { expect, test } from 'vitest';
import { problemWords } from '../../../admin/words/problem-words.ts';
import { refusalStatus } from '../../../shared/refusals.ts';

test('every refusal has words, and none of them is a bare code or a second exclamation', () => {
  for (const code of Object.keys(refusalStatus) as (keyof typeof refusalStatus)[]) {
    const { title, detail } = problemWords({ kind: 'refused', refusal: { code } });
    expect(title).toMatch(/^[A-Z].*[^.!]$/);
    expect(detail.length).toBeGreaterThan(20);
    expect(title + detail).not.toContain('!');
  }
});

test('a wrong password and an ended session are told apart', () => {
  const titleOf = (code: 'sign_in_failed' | 'unauthorized') =>
    problemWords({ kind: 'refused', refusal: { code } }).title;
  expect(titleOf('sign_in_failed')).toMatch(/do not match/);
  expect(titleOf('unauthorized')).toMatch(/session has ended/);
});

test('who tried too often is told how long that is counted', () => {
  const refusal = { code: 'rate_limited' } as const;
  expect(problemWords({ kind: 'refused', refusal }).detail).toMatch(/quarter of an hour/);
});

test('an input that the server could not read is named', () => {
  const refusal = { code: 'bad_request', issues: [{ path: 'to', message: 'too late' }] } as const;
  expect(problemWords({ kind: 'refused', refusal }).detail).toBe('to: too late.');
});
