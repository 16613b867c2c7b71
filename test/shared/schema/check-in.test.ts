/** What a programme document refuses of check-in calendars and quizzes, and where it says so. */
import { expect, it } from 'vitest';
import { programmeDocument } from '../../../shared/schema/programme.ts';
import { issuesOf } from '../../../shared/schema/issues.ts';
import { programmeInput, type ProgrammeParts } from '../../helper/programme.ts';

type Calendar = NonNullable<ProgrammeParts['checkIns']>[number];
type Quiz = NonNullable<ProgrammeParts['quizzes']>[number];
type Question = Quiz['questions'][number];

function daily(changes: Partial<Calendar> = {}): Calendar {
  return { id: 'daily', name: 'Every day', length: 7, ...changes };
}

function question(changes: Partial<Question> = {}): Question {
  const choices = ['a', 'b'].map((id) => ({ id, label: id }));
  return { id: 'one', question: 'One?', choices, right: 'a', ...changes };
}

function tea(changes: Partial<Quiz> = {}): Quiz {
  return { id: 'tea', name: 'Tea', questions: [question()], ...changes };
}

function pathsOf(parts: ProgrammeParts): string[] {
  const parsed = programmeDocument.safeParse(programmeInput(parts));
  return parsed.success ? [] : issuesOf(parsed.error).map(({ path }) => path);
}

const reward = (square: number, prizeId = 'ten-points') => ({ square, prizeId });
const milestone = (streak: number, prizeId = 'ten-points') => ({ streak, prizeId });
const ice = { id: 'ice', kind: 'freeze', label: 'Freeze', calendarId: 'none' } as const;

it.each<[string, ProgrammeParts]>([
  ['checkIns', { checkIns: [daily(), daily()] }],
  ['checkIns[0].rewards[0].prizeId', { checkIns: [daily({ rewards: [reward(1, 'gone')] })] }],
  // Free plays that name no game are for the game that gives them.
  ['checkIns[0].rewards[0].prizeId', { checkIns: [daily({ rewards: [reward(1, 'again')] })] }],
  ['checkIns[0].rewards[0].square', { checkIns: [daily({ rewards: [reward(8)] })] }],
  ['checkIns[0].rewards[1].square', { checkIns: [daily({ rewards: [reward(1), reward(1)] })] }],
  [
    'checkIns[0].milestones[0].prizeId',
    { checkIns: [daily({ milestones: [milestone(3, 'gone')] })] },
  ],
  [
    'checkIns[0].milestones[1].streak',
    { checkIns: [daily({ milestones: [milestone(3), milestone(3)] })] },
  ],
  [
    'checkIns[0].pauses[0].to',
    { checkIns: [daily({ pauses: [{ from: '2026-12-02', to: '2026-12-01' }] })] },
  ],
  [
    'checkIns[0].closesOn',
    { checkIns: [daily({ opensOn: '2026-12-02', closesOn: '2026-12-01' })] },
  ],
  [
    'checkIns[0].streak.afterBreak',
    { checkIns: [daily({ length: 'month', streak: { afterBreak: 'start_over' } })] },
  ],
  ['checkIns[0].makeUp.daysBackMax', { checkIns: [daily({ makeUp: { daysBackMax: 0 } })] }],
  ['prizes[4].calendarId', { prizes: [ice], checkIns: [daily()] }],
  ['quizzes', { quizzes: [tea(), tea()] }],
  ['quizzes[0].questions', { quizzes: [tea({ questions: [question(), question()] })] }],
  ['quizzes[0].questions[0].right', { quizzes: [tea({ questions: [question({ right: 'c' })] })] }],
  [
    'quizzes[0].questions[0].prizeId',
    { quizzes: [tea({ questions: [question({ prizeId: 'gone' })] })] },
  ],
  ['quizzes[0].completionPrizeId', { quizzes: [tea({ completionPrizeId: 'gone' })] }],
  [
    'quizzes[0].scores[0].rightMin',
    { quizzes: [tea({ scores: [{ rightMin: 2, prizeId: 'ten-points' }] })] },
  ],
])('is refused at %s', (path, parts) => {
  expect(pathsOf(parts)).toEqual([path]);
});

it('takes a calendar and a quiz with all that they may have', () => {
  const parts: ProgrammeParts = {
    prizes: [{ ...ice, calendarId: 'daily', freezes: 2 }],
    checkIns: [
      daily({
        length: 'month',
        rewards: [reward(31)],
        milestones: [milestone(7, 'ice')],
        streak: { by: 'week', daysPerWeek: 3, grace: 1 },
        freeze: { price: 10, heldMax: 3 },
        makeUp: { daysBackMax: 7, price: 5 },
        pauses: [{ from: '2026-12-24', to: '2026-12-26' }],
        opensOn: '2026-12-01',
        closesOn: '2026-12-31',
      }),
    ],
    quizzes: [tea({ perDay: 1, completionPrizeId: 'ice' })],
  };
  expect(pathsOf(parts)).toEqual([]);
});
