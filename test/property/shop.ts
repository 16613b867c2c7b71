/** Does each action to the real shop and to the model, and holds the one against the other. */
import { expect } from 'vitest';
import type { Result } from '../../shared/refusals.ts';
import type { PlayReply } from '../../shared/schema/shopper-api.ts';
import type { VoucherState } from '../../shared/schema/shopper-api.ts';
import { importCodes } from '../../server/flow/import-codes.ts';
import { start } from '../../server/flow/start.ts';
import { readWallet } from '../../server/flow/wallet.ts';
import { stockOfSite } from '../../server/store/sql/site.ts';
import type { TestDeps } from '../helper/engines.ts';
import { prizes, siteId, type GameInput, type ProgrammeParts } from '../helper/programme.ts';
import {
  adjust,
  cancel,
  grant,
  hold,
  redeem,
  refund,
  release,
  report,
  signIn,
  take,
} from '../helper/shop-calls.ts';
import {
  apply,
  commitmentFor,
  expectCleanBooks,
  granted,
  newId,
  playOnce,
} from '../helper/shopping.ts';
import { everyone, type Action } from './actions.ts';
import { earnPer, expiryDays, Model, prices, type ModelVoucher, type Policy } from './model.ts';

type Of<Kind extends Action['kind']> = Extract<Action, { kind: Kind }>;

const fallback = 1;
const slots = ['rare', 'nothing', 'own', 'ten-off', 'hello', 'again', 'ten-points'];
const lastSlots = ['rare', 'nothing', 'own'];

export class Shop {
  readonly model: Model;
  private readonly deps: TestDeps;
  private stock = 4;
  /** Every success, with how to ask for it again. */
  private readonly done: { again: () => Promise<Result<unknown>>; answer: string }[] = [];

  private constructor(deps: TestDeps) {
    this.deps = deps;
    this.model = new Model(deps.clock());
  }

  static async open(deps: TestDeps): Promise<Shop> {
    const shop = new Shop(deps);
    await shop.publish('stop_at_zero', 0);
    const own = lines(['OWN-1', 'OWN-2', 'OWN-3']);
    await granted(importCodes(deps, { siteId, poolId: 'imported', lines: own }));
    return shop;
  }

  async act(action: Action): Promise<void> {
    switch (action.kind) {
      case 'play':
        return this.play(action);
      case 'claim':
        return this.claim(action);
      case 'sign_in':
        return this.signIn(action);
      case 'report':
        return this.report(action);
      case 'refund':
      case 'cancel':
        return this.takeBack(action);
      case 'hold':
        return this.hold(action);
      case 'redeem':
      case 'release':
        return this.useHold(action);
      case 'adjust':
        return this.adjust(action);
      case 'grant':
        return this.grant(action);
      case 'pass':
        this.deps.pass(action.ms);
        return this.model.pass(action.ms);
      case 'publish':
        return this.publish(action.policy, action.more);
      case 'replay': {
        const one = this.done[action.nth % Math.max(1, this.done.length)];
        if (one) expect(JSON.stringify(await one.again())).toBe(one.answer);
        return;
      }
      case 'burst':
        return this.burst(action);
    }
  }

  /** The books, the wallets, the stock, and every answer once more. */
  async close(): Promise<void> {
    for (const { again, answer } of this.done) expect(JSON.stringify(await again())).toBe(answer);
    for (const id of everyone) {
      const wallet = await readWallet(this.deps, siteId, id);
      const own = this.model.vouchers.filter(({ owner }) => owner === id);
      expect([id, wallet.points]).toEqual([id, this.model.points(id)]);
      const states = wallet.vouchers.map((each): [string, VoucherState] => [each.id, each.state]);
      const expected = own.map((each) => [each.id, this.model.stateOf(each)] as const);
      expect(new Map(states)).toEqual(new Map(expected));
      await this.compareTurns(id);
    }
    const [rows] = await this.deps.store.read([stockOfSite(siteId)]);
    expect(rows).toMatchObject([{ prize_id: 'rare', units_left: this.model.supply.get('rare') }]);
    await expectCleanBooks(this.deps);
  }

  /** What the shopper is shown: why not to play, and the free plays. */
  private async compareTurns(id: string): Promise<void> {
    const started = await start(this.deps, siteId, id, { gameIds: Object.keys(prices) });
    if (this.model.shopper(id).mergedInto !== null) {
      return expect(codeIn(started)).toBe('shopper_merged');
    }
    const shown = started.ok ? started.value.games : [];
    expect(
      shown.map((game) => [game.id, game.turn.refusal?.code ?? null, game.turn.freePlays]),
    ).toEqual(
      Object.keys(prices).map((game) => [
        game,
        this.model.refusalToPlay(id, game),
        this.model.plays(id, game).free,
      ]),
    );
  }

  private async send<Value>(ask: () => Promise<Result<Value>>): Promise<Result<Value>> {
    const result = await ask();
    if (result.ok) this.done.push({ again: ask, answer: JSON.stringify(result) });
    return result;
  }

  private async publish(refundPolicy: Policy, more: number): Promise<void> {
    this.stock += more;
    this.model.policy = refundPolicy;
    this.model.supply.set('rare', this.model.supply.get('rare')! + more);
    await apply(this.deps, programmeWith(this.stock, refundPolicy));
  }

  private async play({ who, game, isStale }: Of<'play'>): Promise<void> {
    const expected = this.model.refusalToPlay(who, game) ?? (isStale ? 'draw_moved' : null);
    const isGone = this.model.shopper(who).mergedInto !== null;
    const none = '0'.repeat(64);
    const commitment = isStale || isGone ? none : await commitmentFor(this.deps, who, game);
    const turn = {
      shopperId: who,
      gameId: game,
      commitment,
      clientSeed: newId(),
      commandId: newId(),
    };
    const result = await this.send(() => playOnce(this.deps, turn));
    expect(codeIn(result)).toBe(expected ?? 'ok');
    if (!result.ok) return;
    const { receipt, prize } = result.value;
    const drawn = receipt.table.slots[receipt.drawn]!.prize;
    const isGiven = this.model.supply.get(drawn) !== 0;
    expect([drawn, result.value.slot]).toEqual([drawn, isGiven ? receipt.drawn : fallback]);
    expect(prize.id).toBe(receipt.table.slots[receipt.slot]!.prize);
    this.settle(who, game, result.value);
  }

  private settle(who: string, game: string, reply: PlayReply): void {
    this.model.played(who, game, reply);
    expect(reply.wallet.points).toBe(this.model.points(who));
    expect(reply.turn.freePlays).toBe(this.model.plays(who, game).free);
  }

  /** All who may play do so at once, each of them several times with the same command. */
  private async burst({ game, copies }: Of<'burst'>): Promise<void> {
    const players = everyone.filter((id) => this.model.refusalToPlay(id, game) === null);
    const turns = await Promise.all(
      players.map(async (shopperId) => {
        const commitment = await commitmentFor(this.deps, shopperId, game);
        const once = { clientSeed: newId(), commandId: newId() };
        return { shopperId, gameId: game, commitment, ...once };
      }),
    );
    const answers = await Promise.all(
      turns.map(async (turn) => {
        const ask = (): Promise<Result<PlayReply>> => playOnce(this.deps, turn);
        const all = await Promise.all(Array.from({ length: copies }, () => this.send(ask)));
        expect(new Set(all.map((each) => JSON.stringify(each))).size).toBe(1);
        return { who: turn.shopperId, result: all[0]! };
      }),
    );
    const denied = new Set<string>();
    for (const { who, result } of answers) {
      if (!result.ok) {
        expect(result.refusal.code).toBe('sold_out');
        denied.add('rare').add('own');
        continue;
      }
      this.settle(who, game, result.value);
      const { receipt } = result.value;
      if (receipt.deviations.length > 0) denied.add(receipt.table.slots[receipt.drawn]!.prize);
    }
    for (const left of this.model.supply.values()) expect(left).toBeGreaterThanOrEqual(0);
    const left = [...denied].map((prizeId) => this.model.supply.get(prizeId));
    expect(new Set([0, ...left])).toEqual(new Set([0]));
  }

  private async claim({ who, nth }: Of<'claim'>): Promise<void> {
    const voucher = pick(this.model.vouchers, nth);
    const voucherId = voucher?.id ?? 'v_nothing-there';
    const call = { shopperId: who, voucherId, commandId: newId() };
    const isGone = this.model.shopper(who).mergedInto !== null;
    const owned = voucher?.owner === who ? this.model.stateOf(voucher) : 'missing';
    const expected = { missing: 'voucher_not_found', expired: 'voucher_expired' }[owned] ?? 'ok';
    const result = await this.send(() => take(this.deps, call));
    expect(codeIn(result)).toBe(isGone ? 'shopper_merged' : expected);
  }

  private async signIn({ name, device }: Of<'sign_in'>): Promise<void> {
    const tokenExpiresAt = this.model.now + 1;
    const once = { commandId: newId(), tokenId: newId(), tokenExpiresAt };
    const result = await this.send(() => signIn(this.deps, { ...once, name, anonymousId: device }));
    const merged = device !== null && this.model.merge(device, `c_${name}`);
    expect(result).toEqual({ ok: true, value: { shopperId: `c_${name}`, merged } });
  }

  private async report({ orderId, name, net }: Of<'report'>): Promise<void> {
    const call = { orderId, name, net, commandId: newId() };
    const result = await this.send(() => report(this.deps, call));
    const before = this.model.orders.get(orderId);
    const known = before !== undefined && !before.cancelled;
    expect(codeIn(result)).toBe(known ? 'order_already_reported' : 'ok');
    if (known) return;
    const earned = name === null ? 0 : Math.floor(net / earnPer);
    // What a cancellation let them keep is not given a second time.
    const forgiven = before?.forgiven ?? new Map<string | null, number>();
    const letGo = forgiven.get(name) ?? 0;
    const kept = Math.min(earned, letGo);
    forgiven.set(name, letGo - kept);
    const order = { name, net, earned, refunded: 0, reversed: 0, forgiven, cancelled: false };
    this.model.orders.set(orderId, order);
    if (name !== null) this.model.earn(`c_${name}`, earned - kept);
  }

  private async takeBack(action: Of<'refund'> | Of<'cancel'>): Promise<void> {
    const { orderId } = action;
    const call = { orderId, commandId: newId() };
    const result = await this.send(() =>
      action.kind === 'cancel'
        ? cancel(this.deps, call)
        : refund(this.deps, { ...call, amount: action.amount }),
    );
    const order = this.model.orders.get(orderId);
    if (!order) return expect(codeIn(result)).toBe('order_not_found');
    if (order.cancelled) return expect(codeIn(result)).toBe('order_cancelled');
    const left = order.net - order.refunded;
    const amount = action.kind === 'cancel' ? left : action.amount;
    if (amount > left) return expect(codeIn(result)).toBe('refund_exceeds_order');
    expect(codeIn(result)).toBe('ok');
    order.refunded += amount;
    order.cancelled = action.kind === 'cancel';
    const reversed = order.net === 0 ? 0 : Math.floor((order.earned * order.refunded) / order.net);
    if (order.name !== null) {
      const { policy } = this.model;
      const letGo = this.model.takeBack(`c_${order.name}`, reversed - order.reversed, policy);
      order.forgiven.set(order.name, (order.forgiven.get(order.name) ?? 0) + letGo);
    }
    order.reversed = reversed;
  }

  private async hold({ nth, name, net, ttlSeconds }: Of<'hold'>): Promise<void> {
    const wanted = pick(this.model.vouchers, nth);
    const code = wanted?.code ?? 'NOTHING';
    const call = { code, name, net, ttlSeconds, commandId: newId() };
    const result = await this.send(() => hold(this.deps, call));
    const all = this.model.vouchers.filter((each) => each.code === code);
    if (wanted?.shared && name === null) return expect(codeIn(result)).toBe('shopper_needed');
    const own = wanted?.shared ? all.filter(({ owner }) => owner === `c_${name}`) : all;
    const codes = own.map((each) => this.refusalToHold(each, net));
    if (own.length === 0) return expect(codeIn(result)).toBe('voucher_not_found');
    if (!codes.includes('ok')) return expect(codes).toContain(codeIn(result));
    if (!result.ok) throw new Error(`not held: ${JSON.stringify(result)}`);
    const { voucher, holdId, heldUntil, discount } = result.value;
    expect([heldUntil, discount]).toEqual([
      this.model.now + ttlSeconds * 1_000,
      Math.floor(net / 10),
    ]);
    Object.assign(
      own.find(({ id }) => id === voucher.id)!,
      { state: 'held', holdId, heldUntil },
    );
  }

  private refusalToHold(voucher: ModelVoucher, net: number): string {
    const state = this.model.stateOf(voucher);
    if (state !== 'issued') return `voucher_${state}`;
    return net < voucher.minimumSpend ? 'minimum_spend_not_met' : 'ok';
  }

  private async useHold(action: Of<'redeem'> | Of<'release'>): Promise<void> {
    const voucher = pick(
      this.model.vouchers.filter(({ holdId }) => holdId !== ''),
      action.nth,
    );
    const call = { holdId: voucher?.holdId ?? 'h_nothing', commandId: newId() };
    const result = await this.send<unknown>(() =>
      action.kind === 'redeem'
        ? redeem(this.deps, { ...call, orderId: action.orderId })
        : release(this.deps, call),
    );
    if (!voucher) return expect(codeIn(result)).toBe('hold_not_found');
    if (voucher.state === 'redeemed') return expect(codeIn(result)).toBe('voucher_redeemed');
    const expected =
      action.kind === 'redeem' ? this.refusalToRedeem(voucher, action.orderId) : 'ok';
    expect(codeIn(result)).toBe(expected);
    if (result.ok) voucher.state = action.kind === 'redeem' ? 'redeemed' : 'issued';
  }

  private refusalToRedeem(voucher: ModelVoucher, orderId: string): string {
    if (this.model.stateOf(voucher) !== 'held') return 'hold_expired';
    return this.model.orders.get(orderId)?.cancelled ? 'order_cancelled' : 'ok';
  }

  private async adjust({ name, change }: Of<'adjust'>): Promise<void> {
    if (change === 0) return;
    const id = `c_${name}`;
    const isShort = change < 0 && this.model.points(id) + change < 0;
    const call = { name, change, commandId: newId() };
    const result = await this.send(() => adjust(this.deps, call));
    expect(codeIn(result)).toBe(isShort ? 'not_enough_points' : 'ok');
    if (isShort) return;
    if (change > 0) this.model.earn(id, change);
    else this.model.takeBack(id, -change, 'stop_at_zero');
    expect(result).toMatchObject({ value: { points: this.model.points(id) } });
  }

  private async grant({ name, prizeId }: Of<'grant'>): Promise<void> {
    const call = { name, prizeId, commandId: newId() };
    const result = await this.send(() => grant(this.deps, call));
    const isGone = this.model.supply.get(prizeId) === 0;
    const expected = prizeId === 'again' ? 'prize_not_found' : isGone ? 'sold_out' : 'ok';
    expect(codeIn(result)).toBe(expected);
    if (result.ok) this.model.give(`c_${name}`, prizeId, result.value.voucher);
  }
}

function programmeWith(stock: number, refundPolicy: Policy): ProgrammeParts {
  const tenth = { kind: 'percent', percent: 10 } as const;
  const voucher = { kind: 'voucher', label: 'Voucher', benefit: tenth } as const;
  const game = (id: string, of: string[], limits: GameInput['limits']): GameInput => ({
    id,
    kind: 'wheel',
    name: id,
    price: prices[id] ?? 0,
    limits,
    // Free plays come often enough to be merged.
    slots: of.map((prizeId) => ({ prizeId, weight: prizeId === 'again' ? 3 : 1 })),
    fallbackPrizeId: 'nothing',
  });
  return {
    points: { earning: { points: 1, per: earnPer }, expiryDays, refundPolicy },
    prizes: [
      { id: 'rare', kind: 'points', label: 'Rare', points: 50, stock },
      { ...voucher, id: 'own', poolId: 'imported' },
      { ...voucher, id: 'hello', poolId: 'shared', trust: 'identified', ttlDays: 15 },
      { ...prizes.voucher, minimumSpend: 50_000 },
    ],
    games: [
      game('wheel', slots, { perDay: 2, perCampaign: 6 }),
      game('paid', slots, {}),
      game('last', lastSlots, { perCampaign: 30 }),
    ],
    endsAt: '2030-01-01T00:00:00+07:00',
  };
}

function codeIn(result: Result<unknown>): string {
  return result.ok ? 'ok' : result.refusal.code;
}

function pick<Value>(list: readonly Value[], nth: number): Value | undefined {
  return list[nth % Math.max(1, list.length)];
}

async function* lines(texts: readonly string[]): AsyncGenerator<string> {
  yield* texts;
}
