/** Surveys on both engines: asked after an order, answered once, rewarded once. */
import { expect, it } from 'vitest';
import { readRewards } from '../../server/flow/rewards.ts';
import type { Row } from '../../server/store/store.ts';
import { depsForEach, onBothEngines, type TestDeps } from '../helper/engines.ts';
import { siteId, type ProgrammeParts } from '../helper/programme.ts';
import { answerTo, report, setAttributesOf, signIn } from '../helper/shop-calls.ts';
import { apply, codeOf, granted, newId, playOnce } from '../helper/shopping.ts';

const prizes = [{ id: 'thanks', kind: 'points', label: 'Thanks', points: 5, stock: 3 }] as const;
const surveys: ProgrammeParts['surveys'] = [
  {
    id: 'nps',
    kind: 'nps',
    question: 'Would you recommend us?',
    comment: true,
    ask: { after: 'order', repeat: 'each' },
    prizeIds: ['thanks'],
  },
  { id: 'fun', kind: 'thumbs', question: 'Fun?', ask: { after: 'play' }, attribute: 'had-fun' },
];

onBothEngines('surveys', (engine) => {
  const deps: TestDeps = depsForEach(engine, () => apply(deps, { prizes, surveys }));

  const open = async (shopperId: string): Promise<(readonly [string, string])[]> => {
    const { surveys: shown } = await granted(readRewards(deps, siteId, shopperId));
    return shown.map(({ id, subject }) => [id, subject]);
  };

  const rowsOf = async (sql: string): Promise<readonly Row[]> =>
    (await deps.store.read([{ sql, params: [] }]))[0] ?? [];

  it('are asked about each order, and the answer rewards once', async () => {
    await granted(report(deps, { orderId: 'o-1', name: 'anna' }));
    await granted(report(deps, { orderId: 'o-2', name: 'anna' }));
    expect(await open('c_anna')).toEqual([
      ['nps', 'o-1'],
      ['nps', 'o-2'],
    ]);
    const call = { shopperId: 'c_anna', surveyId: 'nps', subject: 'o-1', score: 9 };
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => codeOf(answerTo(deps, { ...call, text: 'Good' }))),
    );
    expect(answers.filter((code) => code === 'ok')).toHaveLength(1);
    expect(new Set(answers)).toEqual(new Set(['ok', 'survey_answered']));
    expect(await open('c_anna')).toEqual([['nps', 'o-2']]);
    expect(await rowsOf('SELECT points FROM shopper')).toEqual([{ points: 5 }]);
    expect(await rowsOf('SELECT survey_id, subject, score, comment FROM survey_answer')).toEqual([
      { survey_id: 'nps', subject: 'o-1', score: 9, comment: 'Good' },
    ]);
    expect(await rowsOf(`SELECT kind FROM event WHERE kind = 'survey.answered'`)).toHaveLength(1);
  });

  it('answer a replay as before', async () => {
    await granted(report(deps, { orderId: 'o-1', name: 'anna' }));
    const call = { shopperId: 'c_anna', surveyId: 'nps', subject: 'o-1', score: 9 };
    const commandId = newId();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => granted(answerTo(deps, { ...call, commandId }))),
    );
    expect(new Set(answers.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(answers[0]).toMatchObject({
      given: [{ prize: { id: 'thanks' } }],
      wallet: { points: 5 },
    });
  });

  it('reward until the reward has run out, and are answered still', async () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const answers = await Promise.all(
      names.map(async (name) => {
        await granted(report(deps, { orderId: `o-${name}`, name }));
        const call = { shopperId: `c_${name}`, surveyId: 'nps', subject: `o-${name}`, score: 3 };
        return granted(answerTo(deps, call));
      }),
    );
    expect(answers.filter(({ given }) => given.length > 0)).toHaveLength(3);
  });

  it('follow the shopper who signs in, and are not asked again', async () => {
    await granted(playOnce(deps, { shopperId: 'device' }));
    expect(await open('device')).toEqual([['fun', '']]);
    await granted(answerTo(deps, { shopperId: 'device', surveyId: 'fun', score: 1 }));
    await granted(signIn(deps, { name: 'anna', anonymousId: 'device' }));
    await granted(playOnce(deps, { shopperId: 'c_anna' }));
    expect(await open('c_anna')).toEqual([]);
    expect(await codeOf(answerTo(deps, { shopperId: 'c_anna', surveyId: 'fun', score: 0 }))).toBe(
      'survey_answered',
    );
    const { attributes } = await granted(
      setAttributesOf(deps, { name: 'anna', attributes: { city: 'Huế' } }),
    );
    expect(attributes).toEqual({ 'had-fun': 1, city: 'Huế' });
  });
});
