/**
 * Points that wait, are held, spent, refunded and come back, in any order: the shop does what a
 * plain model says, and its books are in order. A failure prints its seed.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readRewards } from '../../server/flow/rewards.ts';
import { depsFor, onBothEngines, type TestDeps } from '../helper/engines.ts';
import { siteId } from '../helper/programme.ts';
import { adjust, cancel, keep, letGo, refund, report, spend, tidy } from '../helper/shop-calls.ts';
import { apply, codeOf, expectCleanBooks, granted } from '../helper/shopping.ts';

const dayMs = 86_400_000;
const zoneMs = 7 * 3_600_000;
const pendingDays = 2;
const runs = { sqlite: 60, postgres: 25 };

interface ModelOrder {
  /** Only anna's points are watched. */
  readonly isAnnas: boolean;
  readonly net: number;
  refunded: number;
  reversed: number;
  waiting: number;
  dueAt: number;
  forgiven: number;
  cancelled: boolean;
}

interface ModelHold {
  readonly id: string;
  readonly amount: number;
  readonly until: number;
  state: 'held' | 'redeemed' | 'returned';
  orderId: string;
}

/** Anna, whose points never expire and stop at zero; bert and guests have orders, too. */
class Model {
  points = 0;
  readonly orders = new Map<string, ModelOrder>();
  readonly holds: ModelHold[] = [];

  due(now: number): void {
    for (const order of this.orders.values()) {
      if (order.dueAt > now) continue;
      this.points += order.waiting;
      order.waiting = 0;
    }
    for (const hold of this.holds) {
      if (hold.state === 'held' && hold.until <= now) this.back(hold);
    }
  }

  back(hold: ModelHold): void {
    this.points += hold.amount;
    hold.state = 'returned';
  }

  report(id: string, isAnnas: boolean, net: number, now: number): boolean {
    const before = this.orders.get(id);
    if (before && !before.cancelled) return false;
    const earned = isAnnas ? Math.floor(net / 1_000) : 0;
    // Also of what it let go before it was somebody else's.
    const letGo = before?.forgiven ?? 0;
    const kept = Math.min(earned, letGo);
    const today = Math.floor((now + zoneMs) / dayMs);
    const dueAt = (today + 1 + pendingDays) * dayMs - zoneMs;
    const forgiven = letGo - kept;
    const none = { refunded: 0, reversed: 0, cancelled: false };
    this.orders.set(id, { isAnnas, net, waiting: earned - kept, dueAt, forgiven, ...none });
    return true;
  }

  takeBack(order: ModelOrder, amount: number): void {
    order.refunded += amount;
    const earned = order.isAnnas ? Math.floor(order.net / 1_000) : 0;
    const reversed = order.cancelled
      ? earned
      : Math.floor((earned * order.refunded) / Math.max(1, order.net));
    let rest = reversed - order.reversed;
    order.reversed = reversed;
    const waiting = Math.min(rest, order.waiting);
    order.waiting -= waiting;
    rest -= waiting;
    const here = Math.min(rest, this.points);
    this.points -= here;
    order.forgiven += rest - here;
  }
}

const orderId = fc.constantFrom('order-1', 'order-2');
const nth = fc.nat(5);
const action = fc.oneof(
  fc.tuple(fc.constant('report' as const), orderId, fc.nat(50_000)),
  fc.tuple(fc.constantFrom('report_guest' as const, 'report_bert' as const), orderId, nth),
  fc.tuple(fc.constant('refund' as const), orderId, fc.integer({ min: 1, max: 30_000 })),
  fc.tuple(fc.constant('cancel' as const), orderId, fc.constant(0)),
  fc.tuple(fc.constant('hold' as const), orderId, fc.integer({ min: 1, max: 60 })),
  fc.tuple(fc.constant('spend' as const), orderId, nth),
  fc.tuple(fc.constant('release' as const), orderId, nth),
  fc.tuple(fc.constant('adjust' as const), orderId, fc.integer({ min: 1, max: 40 })),
  fc.tuple(fc.constant('tidy' as const), orderId, fc.constant(0)),
  fc.tuple(fc.constant('pass' as const), orderId, fc.constantFrom(30_000, 70_000, dayMs)),
);
type Action = typeof action extends fc.Arbitrary<infer Made> ? Made : never;

class Shop {
  readonly model = new Model();
  private readonly deps: TestDeps;

  constructor(deps: TestDeps) {
    this.deps = deps;
  }

  async act([kind, id, amount]: Action): Promise<void> {
    const { deps, model } = this;
    const now = deps.clock();
    if (kind === 'pass') return deps.pass(amount);
    const order = model.orders.get(id);
    const hold = model.holds[amount % Math.max(1, model.holds.length)];
    switch (kind) {
      case 'report':
      case 'report_guest':
      case 'report_bert': {
        const name = { report: 'anna', report_guest: null, report_bert: 'bert' }[kind];
        const code = await codeOf(report(deps, { orderId: id, name, net: amount }));
        model.due(now);
        const isNew = model.report(id, name === 'anna', amount, now);
        return expect(code).toBe(isNew ? 'ok' : 'order_already_reported');
      }
      case 'refund': {
        if (!order || order.cancelled || order.net - order.refunded < amount) return;
        await granted(refund(deps, { orderId: id, amount }));
        model.due(now);
        return model.takeBack(order, amount);
      }
      case 'cancel': {
        if (!order || order.cancelled) return;
        await granted(cancel(deps, { orderId: id }));
        model.due(now);
        for (const each of model.holds) {
          if (each.state === 'redeemed' && each.orderId === id) model.back(each);
        }
        order.cancelled = true;
        return model.takeBack(order, order.net - order.refunded);
      }
      case 'hold':
        return this.hold(amount, now);
      case 'spend':
        return hold && this.spend(hold, id, now);
      case 'release': {
        if (!hold) return;
        const code = await codeOf(letGo(deps, { holdId: hold.id }));
        expect(code).toBe(hold.state === 'redeemed' ? 'hold_redeemed' : 'ok');
        if (code !== 'ok') return;
        model.due(now);
        if (hold.state === 'held') model.back(hold);
        return;
      }
      case 'adjust':
        await granted(adjust(deps, { name: 'anna', change: amount }));
        model.due(now);
        model.points += amount;
        return;
      case 'tidy':
        await granted(tidy(deps, 'c_anna'));
        return model.due(now);
    }
  }

  async compare(): Promise<void> {
    this.model.due(this.deps.clock());
    const { points } = await granted(readRewards(this.deps, siteId, 'c_anna'));
    const { holds, orders } = this.model;
    expect(points).toMatchObject({
      points: this.model.points,
      pending: [...orders.values()].reduce((sum, { waiting }) => sum + waiting, 0),
      held: holds.reduce((sum, { state, amount }) => sum + (state === 'held' ? amount : 0), 0),
    });
  }

  private async hold(amount: number, now: number): Promise<void> {
    const result = await keep(this.deps, { name: 'anna', amount, ttlSeconds: 60 });
    const open = this.model.holds.filter(({ state, until }) => state === 'held' && until > now);
    if (open.length >= 10) return expect(result).toMatchObject({ ok: false });
    const before = this.model.points;
    this.model.due(now);
    if (this.model.points < amount) {
      expect(result).toMatchObject({ refusal: { code: 'not_enough_points' } });
      return expect(this.model.points).toBeGreaterThanOrEqual(before);
    }
    if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
    this.model.points -= amount;
    const { holdId: id, heldUntil: until } = result.value;
    this.model.holds.push({ id, amount, until, state: 'held', orderId: '' });
  }

  private async spend(hold: ModelHold, id: string, now: number): Promise<void> {
    const code = await codeOf(spend(this.deps, { holdId: hold.id, orderId: id }));
    const isOpen = hold.state === 'held' && hold.until > now;
    const order = this.model.orders.get(id);
    const isAnothers = order?.isAnnas === false;
    const cancelled = order?.cancelled === true;
    const refused = hold.state === 'redeemed' ? 'hold_redeemed' : 'hold_expired';
    const fromOrder = isAnothers ? 'order_not_found' : cancelled ? 'order_cancelled' : 'ok';
    expect(code).toBe(isOpen ? fromOrder : refused);
    if (code !== 'ok') return;
    this.model.due(now);
    Object.assign(hold, { state: 'redeemed', orderId: id });
  }
}

onBothEngines('points, whatever happens to them', (engine) => {
  it('are where the model says', async () => {
    const property = fc.asyncProperty(
      fc.array(action, { minLength: 8, maxLength: 40 }),
      async (sequence) => {
        const opened = await engine.open();
        try {
          const deps = depsFor(opened.store);
          const earning = { points: 1, per: 1_000 };
          await apply(deps, {
            points: { earning, pendingDays, value: { points: 1, amount: 100 } },
          });
          await granted(adjust(deps, { name: 'anna', change: 50 }));
          const shop = new Shop(deps);
          shop.model.points = 50;
          for (const one of sequence) await shop.act(one);
          await shop.compare();
          await expectCleanBooks(deps);
        } finally {
          await opened.close();
        }
      },
    );
    const interruptAfterTimeLimit = 20_000;
    await fc.assert(property, { numRuns: runs[engine.name], interruptAfterTimeLimit });
  }, 300_000);
});
