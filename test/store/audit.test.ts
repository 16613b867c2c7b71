/** The audit on both engines: it finds nothing in order, and each of its rules finds its breach. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { auditChecks } from '../../server/store/sql/audit.ts';
import type { Store } from '../../server/store/store.ts';
import { depsFor, onBothEngines, type Opened, type TestDeps } from '../helper/engines.ts';
import { checkInAs, grant, report } from '../helper/shop-calls.ts';
import { apply, expectCleanBooks, granted, playOnce } from '../helper/shopping.ts';
import { importCodes } from '../../server/flow/import-codes.ts';
import { siteId } from '../helper/programme.ts';
import { everyProgramme } from '../property/every-programme.ts';

const alwaysPoints = {
  slots: [
    { prizeId: 'rare', weight: 1 },
    { prizeId: 'nothing', weight: 0 },
  ],
};

type Twin = Readonly<Record<'sqlite' | 'postgres', string>>;

/** What breaks the rule, in rows of a site where somebody played twice, came by, and got gifts. */
const breaches: Readonly<Record<string, readonly (string | Twin)[]>> = {
  'a balance is the sum of its transfers': [`UPDATE shopper SET points = points + 1`],
  'what one shopper gives up in a merge, another receives': [
    `INSERT INTO transfer (site_id, transfer_id, command_id, shopper_id, from_account, to_account,
      amount, reason, lots, at) VALUES ('shop', 't_1', 'x', 'anna', 'shopper', 'merged', 1, 'merge',
      '[]', 1)`,
  ],
  'a transfer belongs to a shopper': [`UPDATE transfer SET shopper_id = 'nobody'`],
  'open lots add up to the balance, or to 0 under it': [
    `UPDATE lot SET points_left = points_left + 1`,
  ],
  'what waits for return windows adds up to the pending balance': [
    `INSERT INTO pending_earning (site_id, shopper_id, source_id, unit, amount, due_at)
      VALUES ('shop', 'anna', 'order o-1', 'points', 5, 1)`,
  ],
  'open holds add up to the held balance': [
    `INSERT INTO points_hold (site_id, hold_id, shopper_id, unit, amount, discount, lots, state,
      held_until) VALUES ('shop', 'h_1', 'anna', 'points', 5, 500, '[]', 'held', 1)`,
  ],
  // The database itself holds this one, and those below that take something from it first.
  'no balance is under its floor': [
    {
      sqlite: `PRAGMA ignore_check_constraints = ON`,
      postgres: `ALTER TABLE shopper DROP CONSTRAINT shopper_check`,
    },
    `UPDATE shopper SET points_floor = points + 1`,
  ],
  'stock put in − stock left = awards not returned': [
    `UPDATE stock SET units_left = units_left + 1 WHERE prize_id = 'mug'`,
  ],
  'a unique code belongs to one voucher': [
    `DROP INDEX voucher_code_once`,
    `UPDATE voucher SET code = 'SAME', code_shared = 0`,
  ],
  'a code is taken when a voucher has it, and only then': [`UPDATE voucher_code SET taken = 1`],
  'a code that was given belongs to an import that was published': [
    `UPDATE code_import SET state = 'staging'`,
  ],
  'a voucher comes from an award to the shopper or to one merged into them': [
    `UPDATE voucher SET award_id = 'none'`,
  ],
  'an award gave one voucher at the most': [
    `UPDATE voucher SET award_id = (SELECT max(award_id) FROM voucher)`,
  ],
  'an award names a play or a command that happened': [`UPDATE award SET cause_id = 'none'`],
  'a winning play gave one award': [`UPDATE play SET won = 0`],
  'a gift that is sent comes from one award, which is returned when it is cancelled': [
    `UPDATE parcel SET state = 'cancelled'`,
  ],
  'a play names the version of the programme that it was settled under': [
    `UPDATE play SET programme_version = 99`,
  ],
  'a budget has spent what its plays cost': [
    `INSERT INTO budget (site_id, scope, spent, opening) VALUES ('shop', 'campaign none', 5, 0)`,
  ],
  'shoppers have spent no more of a budget than their plays cost': [
    `UPDATE stream SET cost_campaign = 1000000000`,
  ],
  'a rank is paid by its own kind of command, and every rank stands on a closed board': [
    `INSERT INTO leaderboard_prize (site_id, board_id, period, rank, shopper_id, score, prize_ids)
      VALUES ('shop', 'board', '2026-11-30', 1, 'anna', 9, '[]')`,
  ],
  'a gift on an occasion is given by its own kind of command': [
    `UPDATE award SET cause_kind = 'gift'`,
  ],
  'a referral is paid by one command, at most one prize for each of two shoppers': [
    `UPDATE award SET cause_kind = 'referral'`,
  ],
  'a referral is paid once, when it says so, and after its order': [
    `INSERT INTO referral (site_id, referral_id, friend_id, referrer_id, code, state, review,
      doubts, attached_at)
      VALUES ('shop', 'r_1', 'anna', 'c_anna', 'CODE', 'paid', 'none', '[]', 1)`,
  ],
  'a prize that asks for a contact is used by nobody before it is taken with one': [
    `UPDATE voucher SET claim = '{}', state = 'held'`,
  ],
  'a table that an outcome names is kept': [`DELETE FROM draw_table`],
  'a play is the success of one command': [`UPDATE play SET command_id = 'none'`],
  'a transfer was made by the success of one command': [`UPDATE transfer SET command_id = 'none'`],
  'a play command made one play': [`UPDATE command SET kind = 'play'`],
  'an answer to a survey is the success of one command': [
    `INSERT INTO survey_answer (site_id, survey_id, shopper_id, subject, command_id, kind, at, day)
      VALUES ('shop', 'stars', 'anna', '', 'none', 'csat', 1, '2026-12-01')`,
  ],
  'the draws of a stream are numbered without a gap': [
    `UPDATE play SET draw_index = draw_index + 1`,
  ],
  'the plays of a stream follow each other, from the last to the first': [
    `UPDATE play SET before_id = NULL`,
  ],
  'a play raised one event': [`DELETE FROM event WHERE kind = 'play.settled'`],
  'an event is there once': [
    {
      sqlite: `DROP INDEX event_once`,
      postgres: `ALTER TABLE event DROP CONSTRAINT event_pkey`,
    },
    `INSERT INTO event (site_id, event_id, kind, campaign_id, game_id, payload, at, day)
      SELECT site_id, event_id, kind, campaign_id, game_id, payload, at, day FROM event
      WHERE kind = 'play.settled'`,
  ],
  'a credited day names the command that credited it, which credited that one day': [
    `UPDATE check_in SET how = 'made_up'`,
  ],
  'the days that a streak is made of are the days that were credited': [
    `UPDATE check_in SET day = '2020-01-01'`,
  ],
  'a credited day is part of a streak': [`DELETE FROM progress WHERE kind = 'check_in'`],
  'a tier that ends is looked at when it does': [
    `INSERT INTO progress (site_id, shopper_id, kind, item_id, state)
      VALUES ('shop', 'anna', 'tier', 'tier', '{"endsAt":5,"level":"gold"}')`,
  ],
  'what a shopper has belongs to a shopper of its own site': [
    `INSERT INTO tier_review (site_id, shopper_id, due_at) VALUES ('shop', 'nobody', 1)`,
  ],
};

/** The same rules, broken where a row is missing, or names somebody else who is there. */
const furtherBreaches: readonly (readonly [rule: string, statement: string])[] = [
  ['stock put in − stock left = awards not returned', `DELETE FROM stock`],
  ['stock put in − stock left = awards not returned', `DELETE FROM stock_entry`],
  ['a budget has spent what its plays cost', `DELETE FROM budget`],
  [
    'a voucher comes from an award to the shopper or to one merged into them',
    `UPDATE voucher SET shopper_id = 'bob'`,
  ],
  [
    'a gift that is sent comes from one award, which is returned when it is cancelled',
    `UPDATE parcel SET shopper_id = 'bob'`,
  ],
  [
    'the plays of a stream follow each other, from the last to the first',
    `UPDATE stream SET draw_index = draw_index - 1`,
  ],
  [
    'what a shopper has belongs to a shopper of its own site',
    `INSERT INTO lot (site_id, shopper_id, expires_at, points_left) VALUES ('other', 'anna', 1, 0)`,
  ],
  [
    'what a shopper has belongs to a shopper of its own site',
    `UPDATE shop_order SET shopper_id = 'nobody'`,
  ],
  [
    'what a shopper has belongs to a shopper of its own site',
    `UPDATE shopper SET merged_into = 'nobody' WHERE shopper_id = 'bob'`,
  ],
];

onBothEngines('the audit', (engine) => {
  let opened: Opened;
  let deps: TestDeps;

  beforeAll(async () => {
    opened = await engine.open();
    deps = depsFor(opened.store);
    const campaign = { budget: { total: 1_000_000 } };
    await apply(deps, { ...everyProgramme, game: alwaysPoints, campaign });
    const lines = (async function* () {
      yield* ['OWN-1', 'OWN-2', 'OWN-3', 'OWN-4', 'OWN-5'];
    })();
    await granted(importCodes(deps, { siteId, poolId: 'imported', lines }));
    await granted(playOnce(deps, { shopperId: 'anna' }));
    await granted(playOnce(deps, { shopperId: 'anna' }));
    for (const shopperId of ['anna', 'bob']) await granted(checkInAs(deps, { shopperId }));
    await granted(report(deps, { orderId: 'o-1', name: 'lan' }));
    for (const prizeId of ['own', 'own', 'mug']) {
      await granted(grant(deps, { name: 'anna', prizeId }));
    }
  });

  afterAll(() => opened.close());

  it('finds nothing in books that are in order', async () => {
    await expectCleanBooks(deps);
    expect(Object.keys(breaches).toSorted()).toEqual(
      auditChecks.map(({ rule }) => rule).toSorted(),
    );
  });

  it.each(furtherBreaches)('finds what breaks: %s (%s)', async (rule, statement) => {
    expect(await brokenBy(opened.store, [statement])).toContain(rule);
  });

  it.each(Object.entries(breaches))('finds what breaks: %s', async (rule, statements) => {
    const own = statements.map((each) => (typeof each === 'string' ? each : each[engine.name]));
    expect(await brokenBy(opened.store, own)).toContain(rule);
    await expectCleanBooks(deps);
  });
});

class Undone extends Error {
  readonly rules: readonly string[];

  constructor(rules: readonly string[]) {
    super('looked at, and undone');
    this.rules = rules;
  }
}

/** The rules that are broken after the statements, which do not stay. */
async function brokenBy(store: Store, statements: readonly string[]): Promise<readonly string[]> {
  try {
    await store.run(function* () {
      yield { kind: 'write', writes: statements.map((sql) => ({ sql, params: [], rows: null })) };
      const found = yield { kind: 'read', queries: auditChecks.map(({ query }) => query) };
      throw new Undone(
        auditChecks.flatMap(({ rule }, at) => ((found[at] ?? []).length > 0 ? [rule] : [])),
      );
    });
  } catch (error) {
    if (error instanceof Undone) return error.rules;
    throw error;
  }
  return [];
}
