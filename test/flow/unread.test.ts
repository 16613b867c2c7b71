/** Answers that came as text from another thread: sent on unread, and read as what they say. */
import { expect, it, vi } from 'vitest';
import { answerText, unread } from '../../server/flow/settle.ts';

it('parses an answer only when somebody looks into it, and once', async () => {
  const text = '{"won":true,"prize":{"id":"ten"}}';
  const parse = vi.fn<(text: string) => { won: boolean; prize: { id: string } }>(JSON.parse);
  const answer = await Promise.resolve(unread(text, parse));
  expect(answerText(answer)).toBe(text);
  expect(parse).not.toHaveBeenCalled();
  expect(answer.prize.id).toBe('ten');
  expect({ ...answer }).toEqual({ won: true, prize: { id: 'ten' } });
  expect('won' in answer).toBe(true);
  expect(JSON.stringify([answer])).toBe(`[${text}]`);
  expect(parse).toHaveBeenCalledTimes(1);
});
