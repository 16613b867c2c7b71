/** Check-ins and quizzes over the wire: what a widget sends and is sent, and what is refused. */
import { describe, expect, it } from 'vitest';
import { onBothEngines } from '../helper/engines.ts';
import {
  codeIn,
  dataOf,
  identifyOn,
  edgeFor,
  openEdge,
  startOn,
  turnOf,
  type Answer,
  type Edge,
} from '../helper/http.ts';
import { siteId } from '../helper/programme.ts';
import { apply, newId } from '../helper/shopping.ts';

const choices = [
  { id: 'yes', label: 'Yes' },
  { id: 'no', label: 'No' },
];

const answer = { quizId: 'tea', questionId: 'one', choice: 'yes' };

onBothEngines('a widget', (engine) => {
  let token: string;
  const edge: Edge = edgeFor(engine, async () => {
    await apply(edge.deps, {
      checkIns: [
        {
          id: 'daily',
          name: 'Every day',
          length: 7,
          rewards: [{ square: 1, prizeId: 'ten-points' }],
          makeUp: { daysBackMax: 3 },
        },
      ],
      quizzes: [
        {
          id: 'tea',
          name: 'Tea',
          questions: [{ id: 'one', question: 'One?', choices, right: 'yes' }],
        },
      ],
    });
    ({ token } = await startOn(edge));
  });

  const send = (path: string, input: object): Promise<Answer> =>
    edge.mutate(`shopper.${path}`, { commandId: newId(), ...input }, { token });

  it('checks in, whatever day its own clock shows, and reads the calendar', async () => {
    const input = { commandId: newId(), calendarId: 'daily' };
    const headers = { date: 'Fri, 01 Jan 2100 00:00:00 GMT' };
    const sent = await edge.mutate('shopper.checkIn', input, { token, headers });
    const again = await send('checkIn', input);
    expect(again.text).toBe(sent.text);
    expect(dataOf(sent)).toMatchObject({ day: '2026-12-01', square: 1, streak: { count: 1 } });
    const twice = await send('checkIn', { calendarId: 'daily' });
    expect([twice.status, codeIn(twice.json)]).toEqual([409, 'checked_in_already']);
    const rewards = dataOf(await edge.query('shopper.rewards', { siteId }, { token }));
    expect(rewards.checkIns[0]).toMatchObject({ id: 'daily', today: { done: true } });
  });

  it('answers a question, once', async () => {
    expect(dataOf(await send('answerQuiz', answer))).toMatchObject({ right: true, next: null });
    const twice = await send('answerQuiz', answer);
    expect([twice.status, codeIn(twice.json)]).toEqual([409, 'question_answered']);
  });

  it('is limited by its network in all that gives prizes, yet sees what it had', async () => {
    const strict = await openEdge(edge.deps.store, { anonymousPlaysPerHour: 2 });
    const as = async (path: string, input: object, known?: string): Promise<Answer> => {
      const whose = known ?? (await startOn(strict)).token;
      return strict.mutate(`shopper.${path}`, { commandId: newId(), ...input }, { token: whose });
    };
    const first = { commandId: newId(), calendarId: 'daily' };
    const stranger = (await startOn(strict)).token;
    const refused = await as('answerQuiz', { quizId: 'none', questionId: 'one', choice: 'yes' });
    expect(refused.code).toBe('quiz_not_found');
    const had = await as('checkIn', first, stranger);
    dataOf(await as('answerQuiz', answer));
    for (const [path, input] of [
      ['checkIn', { calendarId: 'daily' }],
      ['makeUp', { calendarId: 'daily', day: '2026-11-30' }],
      ['answerQuiz', answer],
      ['answerSurvey', { surveyId: 'effort', score: 1 }],
      ['play', turnOf(await startOn(strict))],
    ] as const) {
      const limited = await as(path, input);
      expect([path, limited.status, limited.code]).toEqual([path, 429, 'network_limit_reached']);
    }
    expect((await as('checkIn', first, stranger)).text).toBe(had.text);
    const { token: known } = dataOf(await identifyOn(strict));
    dataOf(await as('checkIn', { calendarId: 'daily' }, known));
    await strict.close();
  });

  describe('is refused', () => {
    it.each<[string, string, object, number, string]>([
      [
        'a day with a check-in',
        'checkIn',
        { calendarId: 'daily', day: '2026-12-02' },
        400,
        'bad_request',
      ],
      ['a clock', 'checkIn', { calendarId: 'daily', now: 1 }, 400, 'bad_request'],
      ['no calendar', 'checkIn', { calendarId: 'none' }, 404, 'calendar_not_found'],
      [
        'a calendar of Object’s',
        'checkIn',
        { calendarId: 'constructor' },
        404,
        'calendar_not_found',
      ],
      [
        'a day that is none',
        'makeUp',
        { calendarId: 'daily', day: '2026-02-30' },
        400,
        'bad_request',
      ],
      [
        'a day ahead',
        'makeUp',
        { calendarId: 'daily', day: '2026-12-24' },
        409,
        'make_up_not_possible',
      ],
      ['a freeze with a price', 'buyFreeze', { calendarId: 'daily', price: 0 }, 400, 'bad_request'],
      [
        'a freeze that is not sold',
        'buyFreeze',
        { calendarId: 'daily' },
        409,
        'freeze_not_for_sale',
      ],
      [
        'an answer that says it is right',
        'answerQuiz',
        { quizId: 'tea', questionId: 'one', choice: 'yes', right: true },
        400,
        'bad_request',
      ],
      [
        'no quiz',
        'answerQuiz',
        { quizId: 'none', questionId: 'one', choice: 'yes' },
        404,
        'quiz_not_found',
      ],
    ])('%s', async (_what, path, input, status, code) => {
      const answered = await send(path, input);
      expect([answered.status, codeIn(answered.json)]).toEqual([status, code]);
    });
  });
});
