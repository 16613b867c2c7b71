/** What is logged of an error: enough to find the bug, and nothing of a shopper. */
import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';

it('tells the code, the text and the place of an error, and no address or row', () => {
  const script = `
    import { openLog } from './server/log.ts';
    const reply = '550 <anna@shop.example>: no such user';
    const cause = Object.assign(new Error(reply), { code: 'EENVELOPE', response: reply,
      rejected: ['anna@shop.example'], detail: 'Failing row contains (demo, anna, 1990-05-01)' });
    openLog('warn').error(cause, 'a mail could not be handed over');
    openLog('warn').error({ err: new Error('it broke', { cause }), path: '/trpc/x' });
  `;
  const args = ['--input-type=module', '-e', script];
  const text = execFileSync(process.execPath, args, { encoding: 'utf8' });
  const [first, second] = text.split('\n').map((line) => JSON.parse(line || '{}'));
  expect(first).toMatchObject({
    msg: 'a mail could not be handed over',
    err: { type: 'Error', code: 'EENVELOPE', message: '550 <…@…>: no such user' },
  });
  expect(first.err.stack).toContain('at ');
  expect(second).toMatchObject({
    path: '/trpc/x',
    err: { message: expect.stringMatching('^it broke') },
  });
  expect(text).not.toMatch(/anna|1990/);
});
