/** Referral on both engines: both sides are paid once, and never for oneself or a known shopper. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { decideCancelOrder, decideReportOrder } from '../../server/core/order.ts';
import { settle } from '../../server/flow/deps.ts';
import { readReviewList, settleReferral } from '../../server/flow/referral.ts';
import { readRewards } from '../../server/flow/rewards.ts';
import { readWallet } from '../../server/flow/wallet.ts';
import { planChangeOrder, planReportOrder } from '../../server/store/sql/plans.ts';
import type { ProgrammeInput } from '../../shared/schema/programme.ts';
import { depsFor, onBothEngines, type Opened, type TestDeps } from '../helper/engines.ts';
import { siteId } from '../helper/programme.ts';
import {
  adjust,
  attach,
  cancel,
  doAllDue,
  openCode,
  refund,
  report,
  review,
  signIn,
  tell,
} from '../helper/shop-calls.ts';
import { apply, codeOf, customer, expectCleanBooks, granted, newId } from '../helper/shopping.ts';

const day = 86_400_000;
const prizes = [
  { id: 'fifty', kind: 'points', label: 'Fifty', points: 50, cost: 500, stock: 40 },
  { id: 'five', kind: 'points', label: 'Five', points: 5 },
] as const;
const rules = {
  referrerPrizeId: 'fifty',
  friendPrizeId: 'five',
  minimumNet: 100_000,
  callingCode: '84',
};

onBothEngines('referral', (engine) => {
  let opened: Opened;
  let deps: TestDeps;
  let code: string;

  beforeEach(async () => {
    opened = await engine.open();
    deps = depsFor(opened.store);
    await offer();
    code = (await granted(openCode(deps, { shopperId: 'c_bert' }))).code;
  });

  afterEach(async () => {
    await expectCleanBooks(deps);
    await opened.close();
  });

  const offer = (more: Partial<NonNullable<ProgrammeInput['referral']>> = {}): Promise<void> =>
    apply(deps, { prizes, referral: { ...rules, ...more } });
  const pointsOf = async (shopperId: string): Promise<number> =>
    (await readWallet(deps, siteId, shopperId)).points;
  const viewOf = async (shopperId: string) =>
    (await granted(readRewards(deps, siteId, shopperId))).referral;
  const stateOf = async (shopperId: string) => (await viewOf(shopperId))?.broughtBy?.state;
  const friendOf = (shopperId: string, of = code) => attach(deps, { shopperId, code: of });
  const orderBy = (name: string, net = 100_000) =>
    granted(report(deps, { orderId: `order-${name}`, name, net }));

  it('pays both after the return window, at the first command of either', async () => {
    await granted(friendOf('device'));
    await granted(signIn(deps, { name: 'anna', anonymousId: 'device' }));
    expect(await stateOf('c_anna')).toBe('attached');
    await granted(report(deps, { orderId: 'small', name: 'anna', net: 99_999 }));
    expect(await stateOf('c_anna')).toBe('attached');
    await orderBy('anna');
    expect(await stateOf('c_anna')).toBe('pending');
    deps.pass(14 * day);
    await granted(signIn(deps, { name: 'bert' }));
    expect(await pointsOf('c_bert')).toBe(0);
    deps.pass(day);
    await granted(signIn(deps, { name: 'bert' }));
    expect([await pointsOf('c_anna'), await pointsOf('c_bert')]).toEqual([5, 50]);
    expect(await viewOf('c_bert')).toMatchObject({ code, friends: { paid: 1, pending: 0 } });
    await granted(signIn(deps, { name: 'anna' }));
    await doAllDue(deps);
    expect([await pointsOf('c_anna'), await pointsOf('c_bert')]).toEqual([5, 50]);
  });

  it('goes on by the scheduler when the order was settled and nothing came after it', async () => {
    await granted(friendOf('c_anna'));
    const order = { orderId: 'order-1', customer: customer('anna'), currency: 'VND', net: 100_000 };
    const command = { siteId, commandId: newId(), kind: 'report_order', ...order } as const;
    const mechanic = { plan: planReportOrder, decide: decideReportOrder };
    await granted(settle(deps, mechanic, command));
    // Here the process ended.
    expect(await stateOf('c_anna')).toBe('attached');
    await doAllDue(deps);
    expect(await stateOf('c_anna')).toBe('pending');
    expect(await doAllDue(deps)).toBe(0);
    deps.pass(15 * day);
    await doAllDue(deps);
    await doAllDue(deps);
    expect([await pointsOf('c_anna'), await pointsOf('c_bert')]).toEqual([5, 50]);
  });

  it('is not looked at for ever when that order was given back', async () => {
    await granted(friendOf('c_anna'));
    const order = { orderId: 'order-1', customer: customer('anna'), currency: 'VND', net: 100_000 };
    const command = { siteId, commandId: newId(), kind: 'report_order', ...order } as const;
    await granted(settle(deps, { plan: planReportOrder, decide: decideReportOrder }, command));
    await granted(cancel(deps, { orderId: 'order-1' }));
    await doAllDue(deps);
    expect(await doAllDue(deps)).toBe(0);
    expect(await stateOf('c_anna')).toBe('attached');
  });

  it('pays once, whoever asks for it at the same time', async () => {
    const { referralId } = await granted(friendOf('c_anna'));
    await orderBy('anna');
    deps.pass(15 * day);
    const other = { ...deps, store: await opened.again(), programmes: new Map() };
    const codes = await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        codeOf(settleReferral(at % 2 === 0 ? deps : other, siteId, referralId)),
      ),
    );
    expect(codes.filter((each) => each === 'ok')).toHaveLength(1);
    expect([await pointsOf('c_anna'), await pointsOf('c_bert')]).toEqual([5, 50]);
  });

  it('is attached once, however often it is sent', async () => {
    const second = (await granted(openCode(deps, { shopperId: 'c_carl' }))).code;
    const commandId = newId();
    const again = () => codeOf(attach(deps, { shopperId: 'anna', code, commandId }));
    expect(await Promise.all([again(), again(), again()])).toEqual(['ok', 'ok', 'ok']);
    expect(await codeOf(friendOf('anna', second))).toBe('referral_attached');
    const codes = await Promise.all([code, second].map((of) => codeOf(friendOf('dora', of))));
    expect(codes.toSorted()).toEqual(['ok', 'referral_attached']);
  });

  it('ends with the order: cancelled, or refunded below the minimum', async () => {
    for (const name of ['anna', 'carl', 'dora']) {
      await granted(friendOf(`c_${name}`));
      await orderBy(name, 150_000);
    }
    await granted(cancel(deps, { orderId: 'order-anna' }));
    await granted(refund(deps, { orderId: 'order-carl', amount: 50_001 }));
    await granted(refund(deps, { orderId: 'order-dora', amount: 50_000 }));
    const states = ['c_anna', 'c_carl', 'c_dora'].map((each) => stateOf(each));
    expect(await Promise.all(states)).toEqual(['cancelled', 'cancelled', 'pending']);
    deps.pass(20 * day);
    await doAllDue(deps);
    expect(await pointsOf('c_bert')).toBe(50);
    expect(await pointsOf('c_anna')).toBe(0);
  });

  it('ends with the order when that becomes somebody else’s', async () => {
    await granted(friendOf('c_anna'));
    await orderBy('anna');
    const command = {
      siteId,
      commandId: newId(),
      kind: 'cancel_order',
      orderId: 'order-anna',
    } as const;
    await granted(settle(deps, { plan: planChangeOrder, decide: decideCancelOrder }, command));
    // Here the process ended.
    await granted(report(deps, { orderId: 'order-anna', name: 'eve', net: 100_000 }));
    deps.pass(20 * day);
    await doAllDue(deps);
    expect(await stateOf('c_anna')).toBe('cancelled');
    expect(await pointsOf('c_bert')).toBe(0);
  });

  it('is never for oneself, also when one signs in later', async () => {
    expect(await codeOf(friendOf('c_bert'))).toBe('referral_own_code');
    await granted(friendOf('device'));
    await granted(signIn(deps, { name: 'bert', anonymousId: 'device' }));
    await orderBy('bert');
    deps.pass(15 * day);
    await doAllDue(deps);
    expect(await pointsOf('c_bert')).toBe(0);
    expect(await stateOf('c_bert')).toBe('cancelled');
  });

  it('is never for a known shopper, also when they come as a stranger', async () => {
    await orderBy('anna');
    await granted(adjust(deps, { name: 'carl', change: 1 }));
    deps.pass(2 * day);
    expect(await codeOf(friendOf('c_anna'))).toBe('referral_known_shopper');
    expect(await codeOf(friendOf('c_carl'))).toBe('referral_known_shopper');
    await granted(friendOf('device'));
    await granted(signIn(deps, { name: 'carl', anonymousId: 'device' }));
    await orderBy('carl');
    expect(await stateOf('c_carl')).toBe('cancelled');
  });

  it('is never for the same contact in another spelling', async () => {
    await granted(tell(deps, { name: 'bert', fields: { email: 'bert.b@gmail.com' } }));
    await granted(tell(deps, { name: 'anna', fields: { email: 'B.ertB+1@GoogleMail.com' } }));
    expect(await codeOf(friendOf('c_anna'))).toBe('referral_same_contact');
    await granted(friendOf('c_carl'));
    await granted(tell(deps, { name: 'bert', fields: { phone: '0901 234 567' } }));
    await granted(tell(deps, { name: 'carl', fields: { phone: '+84 901234567' } }));
    await orderBy('carl');
    expect(await stateOf('c_carl')).toBe('cancelled');
    await granted(tell(deps, { name: 'anna', fields: { email: null } }));
    expect(await codeOf(friendOf('c_anna'))).toBe('ok');
  });

  it('is never for a ring, also when it closes all at once', async () => {
    const names = ['anna', 'carl', 'dora', 'emil'];
    const codes = await Promise.all(
      names.map(async (name) => (await granted(openCode(deps, { shopperId: `c_${name}` }))).code),
    );
    const ring = names.map((name, at) => codeOf(friendOf(`c_${name}`, codes[(at + 1) % 4])));
    await Promise.all(ring);
    await Promise.all(names.map((name) => orderBy(name)));
    deps.pass(15 * day);
    await doAllDue(deps);
    const states = await Promise.all(names.map((name) => stateOf(`c_${name}`)));
    const paid = states.filter((state) => state === 'paid').length;
    // Those whose closing link was refused are a chain; nobody is paid in a closed ring.
    expect(paid).toBe(states.includes(undefined) ? 3 : 0);
    const pair = (await granted(openCode(deps, { shopperId: 'c_fred' }))).code;
    await granted(friendOf('c_fred'));
    expect(await codeOf(friendOf('c_bert', pair))).toBe('referral_ring');
  });

  it('waits in the review when a device is shared, and is paid when a person says so', async () => {
    await granted(tell(deps, { name: 'bert', fields: { device: 'phone-1', network: 'net-1' } }));
    for (const name of ['anna', 'carl']) {
      await granted(tell(deps, { name, fields: { device: 'phone-1' } }));
      const attached = await granted(friendOf(`c_${name}`));
      expect(attached.inReview).toBe(true);
      await orderBy(name);
    }
    deps.pass(15 * day);
    await doAllDue(deps);
    expect(await pointsOf('c_bert')).toBe(0);
    const { referrals, next } = await readReviewList(deps, siteId, null);
    expect(next).toBeNull();
    const friends = referrals.map(({ friend }) => friend.shopperId);
    expect(new Set(friends)).toEqual(new Set(['anna', 'carl']));
    expect(referrals).toMatchObject([{ doubts: ['same_device'] }, { doubts: ['same_device'] }]);
    const [first = '', second = ''] = referrals.map(({ id }) => id);
    await granted(review(deps, { referralId: first, verdict: 'approve' }));
    await granted(review(deps, { referralId: second, verdict: 'reject' }));
    expect(await codeOf(review(deps, { referralId: first, verdict: 'reject' }))).toBe(
      'referral_not_in_review',
    );
    await doAllDue(deps);
    expect(await pointsOf('c_bert')).toBe(50);
    expect((await readReviewList(deps, siteId, null)).referrals).toEqual([]);
  });

  it('goes into the review when many come at once', async () => {
    await offer({ reviewFromPerDay: 3 });
    const replies = [];
    for (const name of ['a', 'b', 'c']) replies.push(await granted(friendOf(`c_${name}`)));
    expect(replies.map(({ inReview }) => inReview)).toEqual([false, false, true]);
    deps.pass(2 * day);
    expect((await granted(friendOf('c_d'))).inReview).toBe(false);
  });

  it('keeps the caps of a month and of all time, whatever is paid at once', async () => {
    await offer({ perMonth: 2, ever: 3, returnWindowDays: 0 });
    const names = ['anna', 'carl', 'dora', 'emil', 'fred'];
    for (const name of names) await granted(friendOf(`c_${name}`));
    await Promise.all(names.map((name) => orderBy(name)));
    await doAllDue(deps);
    expect(await pointsOf('c_bert')).toBe(100);
    expect(await viewOf('c_bert')).toMatchObject({ friends: { pending: 3, paid: 2 } });
    deps.pass(32 * day);
    await doAllDue(deps);
    expect(await pointsOf('c_bert')).toBe(150);
    expect(await viewOf('c_bert')).toMatchObject({ friends: { pending: 0, paid: 3 } });
    expect(await codeOf(friendOf('c_gina'))).toBe('referral_limit_reached');
  });

  it('gives one code a shopper, and their friends go along at a sign-in', async () => {
    const codes = await Promise.all(
      Array.from({ length: 5 }, () => granted(openCode(deps, { shopperId: 'device' }))),
    );
    expect(new Set(codes.map((each) => each.code)).size).toBe(1);
    expect(codes[0]?.link).toBe(`https://shop.example/?ref=${codes[0]?.code}`);
    await granted(friendOf('c_anna', codes[0]?.code));
    await granted(signIn(deps, { name: 'carl', anonymousId: 'device' }));
    expect(await viewOf('c_carl')).toMatchObject({
      code: codes[0]?.code,
      friends: { attached: 1 },
    });
    await orderBy('anna');
    deps.pass(15 * day);
    await doAllDue(deps);
    expect(await pointsOf('c_carl')).toBe(50);
  });
});
