/** Quizzes on both engines: an answer counts once, whatever runs at once and whoever is merged. */
import { expect, it } from 'vitest';
import { readShopper } from '../../server/flow/back-office.ts';
import { readRewards } from '../../server/flow/rewards.ts';
import { readWallet } from '../../server/flow/wallet.ts';
import { depsForEach, onBothEngines, type TestDeps } from '../helper/engines.ts';
import { siteId } from '../helper/programme.ts';
import { answerAs, signIn } from '../helper/shop-calls.ts';
import { apply, codeOf, customer, granted, newId } from '../helper/shopping.ts';

const choices = [
  { id: 'yes', label: 'Yes' },
  { id: 'no', label: 'No' },
];
const quizzes = [
  {
    id: 'tea',
    name: 'Tea',
    questions: [
      {
        id: 'green',
        question: 'Is green tea from the same plant?',
        choices,
        right: 'yes',
        explanation: 'It is all Camellia sinensis.',
        prizeId: 'ten-points',
      },
      { id: 'milk', question: 'Is there milk in it?', choices, right: 'no', prizeId: 'ten-points' },
    ],
    completionPrizeId: 'ten-off',
  },
];

onBothEngines('a quiz', (engine) => {
  const deps: TestDeps = depsForEach(engine, () => apply(deps, { quizzes }));

  const answer = (questionId: string, choice: string, shopperId = 'anna', commandId = newId()) =>
    answerAs(deps, { shopperId, questionId, choice, commandId });
  const shown = async (shopperId: string) =>
    (await granted(readRewards(deps, siteId, shopperId))).quizzes[0];

  it('tells which choice is right only once it is answered', async () => {
    const before = JSON.stringify(await shown('anna'));
    expect(before).toContain('"next":{"id":"green"');
    expect(before).not.toMatch(/"right":"|explanation|Camellia|milk/);
    const answered = await granted(answer('green', 'no'));
    expect(answered).toMatchObject({
      right: false,
      rightChoice: 'yes',
      explanation: 'It is all Camellia sinensis.',
      given: [],
      score: { right: 0, answered: 1, questions: 2 },
      next: { id: 'milk' },
    });
  });

  it('takes one answer of many that come at once, and pays once', async () => {
    const codes = await Promise.all(
      Array.from({ length: 30 }, (_, at) => codeOf(answer('green', at % 2 === 0 ? 'yes' : 'no'))),
    );
    expect(codes.filter((code) => code === 'ok')).toHaveLength(1);
    expect(new Set(codes)).toEqual(new Set(['ok', 'question_answered']));
    expect((await shown('anna'))?.score.answered).toBe(1);
  });

  it('rewards right answers and the whole quiz', async () => {
    await granted(answer('green', 'yes'));
    const last = await granted(answer('milk', 'no'));
    expect(last).toMatchObject({
      given: [{ prize: { id: 'ten-points' } }, { prize: { id: 'ten-off' } }],
      next: null,
    });
    const wallet = await readWallet(deps, siteId, 'anna');
    expect([wallet.points, wallet.vouchers.length]).toEqual([20, 1]);
  });

  it('gives what the quiz gives once, when a sign-in completes it', async () => {
    for (const device of ['phone', 'tablet']) await granted(answer('green', 'yes', device));
    // The shop asks in another order from now on.
    const turned = quizzes.map((each) => ({ ...each, questions: each.questions.toReversed() }));
    await apply(deps, { quizzes: turned });
    await granted(answer('milk', 'no', 'c_anna'));
    const paid = async () => {
      const { points, vouchers } = await readWallet(deps, siteId, 'c_anna');
      return [points, vouchers.map(({ prizeId }) => prizeId)];
    };
    expect(await paid()).toEqual([10, []]);
    await granted(signIn(deps, { name: 'anna', anonymousId: 'phone' }));
    expect(await paid()).toEqual([20, ['ten-off']]);
    await granted(signIn(deps, { name: 'anna', anonymousId: 'tablet' }));
    expect(await paid()).toEqual([30, ['ten-off']]);
    const shopper = await granted(readShopper(deps, siteId, customer('anna')));
    expect(shopper.attributes).toEqual({ 'tea.green': 'yes', 'tea.milk': 'no' });
  });

  it('asks nothing twice after a sign-in', async () => {
    await granted(answer('green', 'yes', 'device'));
    await granted(signIn(deps, { name: 'anna', anonymousId: 'device' }));
    expect(await codeOf(answer('green', 'yes', 'c_anna'))).toBe('question_answered');
    expect(await shown('c_anna')).toMatchObject({ score: { right: 1 }, next: { id: 'milk' } });
  });
});
