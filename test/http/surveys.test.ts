/** Surveys over the wire: what a shopper sees and sends, and attributes from the back end. */
import { expect, it } from 'vitest';
import { limits } from '../../shared/limits.ts';
import { onBothEngines } from '../helper/engines.ts';
import { bodyOf, dataOf, edgeFor, startOn, type Answer, type Edge } from '../helper/http.ts';
import { siteId } from '../helper/programme.ts';
import { apply, newId } from '../helper/shopping.ts';

onBothEngines('surveys over the wire', (engine) => {
  let token: string;
  const edge: Edge = edgeFor(engine, async () => {
    const words = { id: 'words', kind: 'free_text', question: { en: 'What is missing?' } } as const;
    const effort = { id: 'effort', kind: 'effort', question: 'How hard was it?' } as const;
    await apply(edge.deps, { surveys: [{ ...effort, prizeIds: ['ten-points'] }, words] });
    ({ token } = await startOn(edge));
  });

  const send = (input: object): Promise<Answer> =>
    edge.mutate('shopper.answerSurvey', { commandId: newId(), ...input }, { token });
  const shown = async (): Promise<unknown> =>
    dataOf(await edge.query('shopper.rewards', { siteId }, { token })).surveys;

  it('shows what is open, takes the answer, and shows it no more', async () => {
    expect(await shown()).toEqual([
      {
        id: 'effort',
        subject: '',
        kind: 'effort',
        question: 'How hard was it?',
        scale: { min: 1, max: 7 },
        comment: false,
        prizes: [{ id: 'ten-points', kind: 'points', label: '10 points', points: 10 }],
        closesAt: null,
      },
      {
        id: 'words',
        subject: '',
        kind: 'free_text',
        question: { en: 'What is missing?' },
        scale: null,
        comment: true,
        prizes: [],
        closesAt: null,
      },
    ]);
    expect(dataOf(await send({ surveyId: 'effort', score: 2 }))).toMatchObject({
      surveyId: 'effort',
      given: [{ prize: { id: 'ten-points' } }],
      wallet: { points: 10 },
    });
    expect(dataOf(await send({ surveyId: 'words', text: ' <b>Size</b>\nXL ' }))).toMatchObject({
      given: [],
    });
    const query = `SELECT comment FROM survey_answer WHERE survey_id = 'words'`;
    const [rows] = await edge.deps.store.read([{ sql: query, params: [] }]);
    expect(rows).toEqual([{ comment: '<b>Size</b>\nXL' }]);
    expect(await shown()).toEqual([]);
  });

  it.each<[string, object, number, string]>([
    ['a survey that is not there', { surveyId: 'no', score: 1 }, 404, 'survey_not_found'],
    ['a second answer', { surveyId: 'effort', score: 2 }, 409, 'survey_answered'],
    ['a subject nobody asked about', { surveyId: 'words', subject: 'x' }, 409, 'survey_not_open'],
    ['a broken score', { surveyId: 'effort', score: 1.5 }, 400, 'bad_request'],
    ['a score beside every scale', { surveyId: 'effort', score: 11 }, 400, 'bad_request'],
    ['a text without end', { surveyId: 'words', text: 'a'.repeat(1_001) }, 400, 'bad_request'],
    ['a NUL', { surveyId: 'words', text: 'a\0b' }, 400, 'bad_request'],
    ['a field too many', { surveyId: 'words', text: 'a', shopperId: 'x' }, 400, 'bad_request'],
  ])('refuses %s', async (_what, input, status, code) => {
    const answer = await send(input);
    expect([answer.status, answer.code]).toEqual([status, code]);
  });

  const path = '/v1/shoppers/anna/attributes';
  const set = (attributes: unknown): Promise<Answer> => edge.rest('POST', path, { attributes });

  it('sets attributes, and answers with all of them', async () => {
    expect(bodyOf(await set({ city: 'Huế', orders: 2 }))).toEqual({
      shopperId: 'anna',
      attributes: { city: 'Huế', orders: 2 },
    });
    expect(bodyOf(await set({ orders: 3, vip: true })).attributes).toEqual({
      city: 'Huế',
      orders: 3,
      vip: true,
    });
    expect(bodyOf(await edge.rest('GET', '/v1/shoppers/anna')).attributes).toEqual({
      city: 'Huế',
      orders: 3,
      vip: true,
    });
  });

  it('keeps fractions, and knows the same request by them', async () => {
    const headers = { 'idempotency-key': newId() };
    const weighing = (weight: number): Promise<Answer> =>
      edge.rest('POST', path, { attributes: { weight } }, { headers });
    expect(bodyOf(await weighing(1.5)).attributes).toMatchObject({ weight: 1.5 });
    expect((await weighing(1.5)).status).toBe(200);
    expect((await weighing(-0.1)).code).toBe('command_conflict');
  });

  it.each<[string, unknown]>([
    ['a number too large to be exact', { a: 2 ** 53 }],
    ['none', {}],
    ['a list', ['a']],
    ['a name with spaces', { 'a b': 1 }],
    ['a value that is no single one', { a: { b: 1 } }],
    ['nothing as a value', { a: null }],
    ['a long text', { a: 'a'.repeat(limits.textCharactersMax + 1) }],
    ['too many at once', many(limits.attributesPerCallMax + 1)],
  ])('refuses %s as attributes', async (_what, attributes) => {
    expect((await set(attributes)).code).toBe('bad_request');
  });

  it.each([2 ** 53, -(2 ** 53), 1e300])(
    'says how large a number may be, instead of %d',
    async (a) => {
      const message = 'a number from -9007199254740991 to 9007199254740991';
      const { json } = await set({ a });
      expect(json).toMatchObject({ error: { issues: [{ path: 'attributes.a', message }] } });
    },
  );

  it('refuses more attributes than a shopper may have', async () => {
    const codes = [];
    for (
      let call = 0;
      call * limits.attributesPerCallMax < limits.attributesPerShopperMax;
      call += 1
    ) {
      codes.push((await set(many(limits.attributesPerCallMax, `c${call}-`))).status);
    }
    expect(codes.at(-1)).toBe(409);
  });
});

function many(count: number, prefix = 'a'): Record<string, number> {
  return Object.fromEntries(Array.from({ length: count }, (_, at) => [`${prefix}${at}`, at]));
}
