/**
 * How a command of each kind is made from a few numbers. A kind that is missing here won't compile:
 * it belongs into `makers`, or into `bySystem` when nobody but the scheduler sends it.
 */
import type { Result } from '../../shared/refusals.ts';
import type { Command } from '../../server/core/command.ts';
import { codeOfMail } from '../../server/core/lead.ts';
import { voidVoucher } from '../../server/flow/checkout.ts';
import type { Deps } from '../../server/flow/deps.ts';
import { importCodes } from '../../server/flow/import-codes.ts';
import { readReviewList } from '../../server/flow/referral.ts';
import { readRewards } from '../../server/flow/rewards.ts';
import { start } from '../../server/flow/start.ts';
import { leadRow, leadsOf } from '../../server/store/sql/lead.ts';
import { confirm, leave } from '../helper/contact-calls.ts';
import * as calls from '../helper/shop-calls.ts';
import { siteId } from '../helper/programme.ts';
import { apply, granted, newId, playOnce } from '../helper/shopping.ts';
import { everyProgramme } from './every-programme.ts';

/** What commands may refer to, as it came up. */
export interface Seen {
  readonly voucherIds: string[];
  readonly codes: string[];
  readonly holdIds: string[];
  readonly pointsHoldIds: string[];
}

export interface Making {
  readonly deps: Deps;
  readonly seen: Seen;
  readonly commandId: string;
  /** The nth choice of this command, as chance has it. */
  pick<Value>(nth: number, from: readonly Value[]): Value;
}

/** `choices` stand for chance: one number a choice. */
export function makingOf(deps: Deps, seen: Seen, choices: readonly number[]): Making {
  return {
    deps,
    seen,
    commandId: newId(),
    pick(nth, from) {
      const value = from[(choices[nth] ?? 0) % from.length];
      if (value === undefined) throw new Error('nothing to pick from');
      return value;
    },
  };
}

/** A shop with some of everything, and codes of its own. */
export async function openEverything(deps: Deps): Promise<void> {
  await apply(deps, everyProgramme);
  await granted(importCodes(deps, { siteId, poolId: 'imported', lines: ownCodes() }));
}

async function* ownCodes(): AsyncIterable<string> {
  for (let at = 0; at < 15; at += 1) yield `OWN-${at}`;
}

/** Sends one and the same command, however often it is called. */
export type Ask = () => Promise<Result<unknown>>;

const devices = ['device-0', 'device-1', 'device-2'];
const names = ['anna', 'bert'];
const shoppers = [...devices, 'c_anna', 'c_bert'];
const orders = Array.from({ length: 12 }, (_, at) => `order-${at}`);
const amounts = [1, 9_000, 60_000, 250_000];

type Maker = (making: Making) => Ask | Promise<Ask>;

export const makers = {
  async play({ deps, commandId, pick }) {
    const shopperId = pick(0, shoppers);
    const started = await start(deps, siteId, shopperId);
    const draw = started.ok ? started.value.games[0]?.turn.draw : undefined;
    const commitment = draw?.commitment ?? '0'.repeat(64);
    const turn = { shopperId, commandId, commitment, clientSeed: '5'.repeat(32) };
    return () => playOnce(deps, turn);
  },
  claim({ deps, seen, commandId, pick }) {
    const voucherId = pick(1, ['v_nothing', ...seen.voucherIds.slice(-9)]);
    return () => calls.take(deps, { commandId, shopperId: pick(0, shoppers), voucherId });
  },
  leave_contact({ deps, seen, commandId, pick }) {
    const email = pick(1, ['a@shop.example', 'b@shop.example', 'c@shop.example']);
    const voucherId = pick(2, [null, ...seen.voucherIds.slice(-9)]);
    const about = voucherId === null ? {} : { voucherId };
    const shopperId = pick(0, shoppers);
    return () => leave(deps, { commandId, shopperId, email, ...about });
  },
  async confirm_contact({ deps, commandId, pick }) {
    const found = await deps.store.read(shoppers.map((each) => leadsOf(siteId, each)));
    const asked = found.flatMap(([row]) => (row ? [leadRow(row)] : []));
    const lead = asked.length > 0 ? pick(0, asked) : null;
    const shopperId = lead?.shopperId ?? 'device-0';
    const right = codeOfMail(deps.drawKey, siteId, lead?.codeId ?? '');
    const code = pick(1, ['000000', right, right]);
    return () => confirm(deps, { commandId, shopperId, code });
  },
  buy_reward({ deps, commandId, pick }) {
    const rewardId = pick(1, ['own', 'spin', 'ours', 'none']);
    return () => calls.buy(deps, { commandId, shopperId: pick(0, shoppers), rewardId });
  },
  check_in({ deps, commandId, pick }) {
    const calendarId = pick(1, ['daily', 'weekly']);
    return () => calls.checkInAs(deps, { commandId, shopperId: pick(0, shoppers), calendarId });
  },
  async make_up({ deps, commandId, pick }) {
    const shopperId = pick(0, shoppers);
    const day = pick(1, await missedDaysOf(deps, shopperId));
    return () => calls.makeUpAs(deps, { commandId, shopperId, day });
  },
  buy_freeze:
    ({ deps, commandId, pick }) =>
    () =>
      calls.buyFreezeAs(deps, { commandId, shopperId: pick(0, shoppers) }),
  answer_quiz({ deps, commandId, pick }) {
    const answer = { questionId: pick(1, ['one', 'two', 'three']), choice: pick(2, ['a', 'b']) };
    return () => calls.answerAs(deps, { commandId, shopperId: pick(0, shoppers), ...answer });
  },
  identify({ deps, commandId, pick }) {
    const [name, anonymousId] = [pick(0, names), pick(1, [null, ...devices])];
    const token = { tokenId: `token-${commandId}`, tokenExpiresAt: deps.clock() + 600_000 };
    return () => calls.signIn(deps, { commandId, name, anonymousId, ...token });
  },
  report_order({ deps, commandId, pick }) {
    const order = { orderId: pick(0, orders), name: pick(1, [null, ...names]) };
    const net = pick(2, amounts);
    const items = [{ productId: pick(3, ['shirt', 'mug']), quantity: 1, amount: net }];
    return () => calls.report(deps, { commandId, ...order, net, items });
  },
  cancel_order:
    ({ deps, commandId, pick }) =>
    () =>
      calls.cancel(deps, { commandId, orderId: pick(0, orders) }),
  refund_order({ deps, commandId, pick }) {
    const [orderId, amount] = [pick(0, orders), pick(1, amounts)];
    return () => calls.refund(deps, { commandId, orderId, amount });
  },
  hold_voucher({ deps, seen, commandId, pick }) {
    const code = pick(0, ['NOTHING', ...seen.codes.slice(-9)]);
    const ttlSeconds = pick(2, [60, 86_400, 86_400]);
    return () => calls.hold(deps, { commandId, code, name: pick(1, [null, ...names]), ttlSeconds });
  },
  redeem_voucher({ deps, seen, commandId, pick }) {
    const holdId = pick(0, lately(seen.holdIds));
    const orderId = pick(1, [pick(2, orders), `order-${commandId}`]);
    return () => calls.redeem(deps, { commandId, holdId, orderId });
  },
  release_voucher({ deps, seen, commandId, pick }) {
    const holdId = pick(0, lately(seen.holdIds));
    return () => calls.release(deps, { commandId, holdId });
  },
  void_voucher({ deps, seen, commandId, pick }) {
    const voucherId = pick(0, ['v_nothing', ...seen.voucherIds.slice(-9)]);
    const command = { siteId, commandId, voucherId, reason: 'leaked' };
    return () => voidVoucher(deps, { kind: 'void_voucher', ...command });
  },
  adjust_points({ deps, commandId, pick }) {
    const [name, change] = [pick(0, names), pick(1, [-40, 7, 60])];
    return () => calls.adjust(deps, { commandId, name, change });
  },
  grant_prize({ deps, commandId, pick }) {
    const prizeId = pick(1, ['rare', 'own', 'hello', 'again', 'mug', 'medal', 'ice', 'none']);
    return () => calls.grant(deps, { commandId, name: pick(0, names), prizeId });
  },
  hold_points({ deps, commandId, pick }) {
    const [unit, amount] = [pick(1, ['points', 'credit'] as const), pick(2, [5, 40, 300])];
    const cart = { net: pick(3, [20, 100_000]), ttlSeconds: pick(4, [60, 86_400, 86_400]) };
    return () => calls.keep(deps, { commandId, name: pick(0, names), unit, amount, ...cart });
  },
  redeem_points({ deps, seen, commandId, pick }) {
    const holdId = pick(0, lately(seen.pointsHoldIds));
    const orderId = pick(1, [pick(2, orders), `order-${commandId}`]);
    return () => calls.spend(deps, { commandId, holdId, orderId });
  },
  release_points({ deps, seen, commandId, pick }) {
    const holdId = pick(0, lately(seen.pointsHoldIds));
    return () => calls.letGo(deps, { commandId, holdId });
  },
  adjust_credit({ deps, commandId, pick }) {
    const gift = { name: pick(0, names), change: pick(1, [-20, 30, 500]) };
    return () => calls.giveCredit(deps, { commandId, ...gift });
  },
  report_event({ deps, commandId, pick }) {
    const [name, event] = [pick(0, names), pick(1, ['review', 'visit'])];
    const productId = pick(2, ['shirt', 'mug']);
    return () => calls.reportDone(deps, { commandId, name, event, productId });
  },
  revoke_badge({ deps, commandId, pick }) {
    const [name, badgeId] = [pick(0, names), pick(1, ['player', 'reviewer'])];
    return () => calls.revoke(deps, { commandId, name, badgeId });
  },
  set_player({ deps, commandId, pick }) {
    const [shopperId, alias] = [pick(0, shoppers), pick(1, [null, 'Linh'])];
    return () =>
      calls.choose(deps, { commandId, shopperId, alias, hidden: pick(2, [true, false]) });
  },
  async give_address({ deps, commandId, pick }) {
    const shopperId = pick(0, shoppers);
    const parcelId = pick(1, await parcelsOf(deps, shopperId));
    return () => calls.send(deps, { commandId, shopperId, parcelId });
  },
  async erase_address({ deps, commandId, pick }) {
    const shopperId = pick(0, shoppers);
    const parcelId = pick(1, await parcelsOf(deps, shopperId));
    return () => calls.erase(deps, { commandId, shopperId, parcelId });
  },
  async move_parcel({ deps, commandId, pick }) {
    const parcelId = pick(1, await parcelsOf(deps, pick(0, shoppers)));
    const to = pick(2, ['shipped', 'delivered', 'cancelled'] as const);
    return () => calls.moveGift(deps, { commandId, parcelId, to });
  },
  async answer_survey({ deps, commandId, pick }) {
    const shopperId = pick(0, shoppers);
    const rewards = await readRewards(deps, siteId, shopperId);
    const open: { id: string; subject: string }[] = rewards.ok ? [...rewards.value.surveys] : [];
    const { id, subject } = pick(1, open.length > 0 ? open : [{ id: 'stars', subject: '' }]);
    const answer = { surveyId: id, subject, score: pick(2, [0, 1, 3, 9]) };
    return () => calls.answerTo(deps, { commandId, shopperId, ...answer });
  },
  erase_data:
    ({ deps, commandId, pick }) =>
    () =>
      calls.forget(deps, { commandId, shopperId: pick(0, shoppers) }),
  pause:
    ({ deps, commandId, pick }) =>
    () =>
      calls.rest(deps, { commandId, shopperId: pick(0, ['idle-0', 'idle-1']), days: 1 }),
  set_attributes({ deps, commandId, pick }) {
    const attributes = { [pick(1, ['city', 'stars'])]: pick(2, ['Huế', 7, true]) };
    return () => calls.setAttributesOf(deps, { commandId, name: pick(0, names), attributes });
  },
  set_profile({ deps, commandId, pick }) {
    const fields = { email: pick(1, ['a@shop.example', 'b@shop.example', null]), device: 'phone' };
    return () => calls.tell(deps, { commandId, name: pick(0, names), fields });
  },
  open_referral:
    ({ deps, commandId, pick }) =>
    () =>
      calls.openCode(deps, { commandId, shopperId: pick(0, shoppers) }),
  async attach_referral({ deps, commandId, pick }) {
    const rewards = await readRewards(deps, siteId, pick(1, shoppers));
    const code = (rewards.ok && rewards.value.referral?.code) || 'NONE';
    return () => calls.attach(deps, { commandId, shopperId: pick(0, shoppers), code });
  },
  async review_referral({ deps, commandId, pick }) {
    const { referrals } = await readReviewList(deps, siteId, null);
    const referralId = referrals[0]?.id ?? 'r_nothing';
    const verdict = pick(0, ['approve', 'reject'] as const);
    return () => calls.review(deps, { commandId, referralId, verdict });
  },
} satisfies { readonly [Kind in Command['kind']]?: Maker };

type Sent = keyof typeof makers;

const isSent = (name: string): name is Sent => Object.hasOwn(makers, name);

export const sentKinds = Object.keys(makers).filter(isSent);

/** What the system does when it is due, and whether this programme, never changed, makes it so. */
export const bySystem: { readonly [Kind in Exclude<Command['kind'], Sent>]: boolean } = {
  tidy: true,
  expire_voucher: true,
  turn_campaign: true,
  settle_referral: true,
  give_gifts: true,
  close_board: true,
  pay_rank: true,
  forget_scores: false,
  finish_quizzes: false,
  review_tier: true,
};

/** Most often the last one, so that it is used before it times out. */
function lately(holdIds: readonly string[]): string[] {
  return ['h_nothing', ...holdIds.slice(-1), ...holdIds.slice(-1), ...holdIds.slice(-3)];
}

async function missedDaysOf(deps: Deps, shopperId: string): Promise<readonly string[]> {
  const rewards = await readRewards(deps, siteId, shopperId);
  const missed = rewards.ok ? rewards.value.checkIns[0]?.makeUp?.days : [];
  return missed && missed.length > 0 ? missed : ['2026-11-30'];
}

async function parcelsOf(deps: Deps, shopperId: string): Promise<string[]> {
  const rewards = await readRewards(deps, siteId, shopperId);
  const own = rewards.ok ? rewards.value.parcels.map(({ id }) => id) : [];
  return own.length > 0 ? own : ['g_nothing'];
}

/** Keeps the vouchers and holds of an answer, wherever they stand in it. */
export function remember(seen: Seen, answer: unknown): void {
  if (typeof answer !== 'object' || answer === null) return;
  const { id, code, holdId, unit }: { [Key in 'id' | 'code' | 'holdId' | 'unit']?: unknown } =
    answer;
  const holds = unit === undefined ? seen.holdIds : seen.pointsHoldIds;
  if (typeof holdId === 'string') holds.push(holdId);
  if (typeof code === 'string' && typeof id === 'string') {
    seen.codes.push(code);
    seen.voucherIds.push(id);
  }
  for (const part of Object.values(answer)) remember(seen, part);
}
