/** What surveys of a programme document are refused for, and where. */
import { expect, it } from 'vitest';
import { issuesOf } from '../../../shared/schema/issues.ts';
import { programmeDocument, type ProgrammeInput } from '../../../shared/schema/programme.ts';
import { programmeInput } from '../../helper/programme.ts';

type SurveyInput = NonNullable<ProgrammeInput['surveys']>[number];

const nps: SurveyInput = { id: 'nps', kind: 'nps', question: 'Would you recommend us?' };

it.each<[string, string, readonly SurveyInput[]]>([
  ['surveys', 'the id "nps" is there twice', [nps, nps]],
  ['surveys[0].prizeIds[0]', 'no prize has the id "gone"', [{ ...nps, prizeIds: ['gone'] }]],
  ['surveys[0].prizeIds[0]', 'must name the gameId', [{ ...nps, prizeIds: ['again'] }]],
  ['surveys[0].ask.name', 'an order has no name', [{ ...nps, ask: { after: 'order', name: 'x' } }]],
  [
    'surveys[0].ask.repeat',
    'must be "once"',
    [{ ...nps, ask: { after: 'answer', repeat: 'each' } }],
  ],
  ['surveys[0].ask.openDays', '', [{ ...nps, ask: { after: 'order', openDays: 0 } }]],
  ['surveys[0].comment', 'is a text already', [{ ...nps, kind: 'free_text', comment: true }]],
  ['surveys[0].attribute', '', [{ ...nps, attribute: 'no spaces' }]],
])('a survey is refused at %s: %s', (path, message, surveys) => {
  const parsed = programmeDocument.safeParse(programmeInput({ surveys: [...surveys] }));
  const issues = parsed.success ? [] : issuesOf(parsed.error);
  expect(issues).toMatchObject([{ path, message: expect.stringContaining(message) }]);
});

it('asks everybody once, and is an attribute of its own name, when nothing else is said', () => {
  const { surveys } = programmeDocument.parse(programmeInput({ surveys: [nps] }));
  expect(surveys).toEqual([{ ...nps, comment: false, ask: null, prizeIds: [] }]);
});
