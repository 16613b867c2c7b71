import { expect, test } from 'vitest';
import { credentialProblems } from '../../../admin/words/credentials.ts';

const good = { email: 'mai@example.com', password: 'four words to keep' };

test.each([
  ['nothing is wrong', good, {}],
  ['no e-mail', { ...good, email: ' ' }, { email: /Enter/ }],
  ['no address', { ...good, email: 'mai' }, { email: /does not look like/ }],
  ['too short', { ...good, password: 'elevensigns' }, { password: /1 more .* at least 12/ }],
  ['too long', { ...good, password: 'x'.repeat(129) }, { password: /At most 128/ }],
])('a new password: %s', (_, credentials, expected) => {
  const problems = credentialProblems(credentials, { isNew: true });
  expect(Object.keys(problems)).toEqual(Object.keys(expected));
  for (const [field, words] of Object.entries(expected)) {
    expect(Reflect.get(problems, field)).toMatch(words);
  }
});

test('signing in says nothing about the length of a password', () => {
  expect(credentialProblems({ ...good, password: 'short' }, { isNew: false })).toEqual({});
});
