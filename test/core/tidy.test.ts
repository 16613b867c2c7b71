/** What time alone brings about: points and vouchers expire, holds end, campaigns come and go. */
import { describe, expect, it } from 'vitest';
import { decideExpireVoucher, decideReleaseVoucher } from '../../server/core/checkout.ts';
import type { Change } from '../../server/core/decision.ts';
import type { Lot, VoucherFacts } from '../../server/core/facts.ts';
import { decideTidy, decideTurnCampaign } from '../../server/core/tidy.ts';
import type { Voucher } from '../../server/core/voucher.ts';
import { now, shopperFacts, shopperWith, stampAt, voucherWith } from '../helper/facts.ts';
import { siteId } from '../helper/programme.ts';

const commandId = 'system:1';

/** The kinds of what changes, events by their own. */
function kindsOf(decision: { kind: string; changes?: readonly Change[] }): string[] {
  return (decision.changes ?? []).map((change) =>
    change.kind === 'event' ? change.event.kind : change.kind,
  );
}

describe('points that are due expire without a command of the shopper', () => {
  const [yesterday, tomorrow] = [now - 86_400_000, now + 86_400_000];
  it.each<[string, Lot[], number, string[]]>([
    ['one lot is due', [{ expiresAt: yesterday, left: 30 }], 70, ['shopper', 'transfer', 'lot']],
    ['due this very moment', [{ expiresAt: now, left: 30 }], 70, ['shopper', 'transfer', 'lot']],
    [
      'two lots are due',
      [
        { expiresAt: yesterday, left: 30 },
        { expiresAt: now, left: 20 },
      ],
      50,
      ['shopper', 'transfer', 'transfer', 'lot', 'lot'],
    ],
    ['nothing is due yet', [{ expiresAt: tomorrow, left: 30 }], 100, []],
    ['it was spent before', [{ expiresAt: yesterday, left: 0 }], 100, []],
  ])('%s', (_what, lots, points, kinds) => {
    const facts = shopperFacts({}, { shopper: shopperWith({ points: 100 }), lots });
    const command = { kind: 'tidy', siteId, commandId, shopperId: 'anna' } as const;
    const decision = decideTidy(facts, command, stampAt());
    expect(decision).toMatchObject({ kind: 'decided', outcome: { points } });
    expect(kindsOf(decision)).toEqual(kinds);
  });
});

function vouchers(changes: Partial<Voucher>): VoucherFacts {
  const { programme, epoch } = shopperFacts({});
  const anna = shopperWith();
  return {
    programme,
    epoch,
    vouchers: [voucherWith(changes)],
    shoppers: new Map([[anna.id, anna]]),
    order: null,
    creditedAt: null,
  };
}

const changed = ['shopper', 'voucher_changed'];

describe('a voucher expires once', () => {
  it.each<[string, Partial<Voucher>, string, string[]]>([
    ['past its end', { expiresAt: now - 1 }, 'expired', [...changed, 'voucher.expired']],
    ['at its end', { expiresAt: now }, 'expired', [...changed, 'voucher.expired']],
    ['before its end', { expiresAt: now + 1 }, 'issued', []],
    ['told before', { expiresAt: now - 1, state: 'expired' }, 'expired', []],
    ['redeemed', { expiresAt: now - 1, state: 'redeemed' }, 'redeemed', []],
    [
      'held for a cart that was promised its discount',
      { expiresAt: now - 1, state: 'held', holdId: 'h_1', heldUntil: now + 1 },
      'held',
      [],
    ],
  ])('%s', (_what, voucher, state, kinds) => {
    const command = { kind: 'expire_voucher', siteId, commandId, voucherId: 'v_1' } as const;
    const decision = decideExpireVoucher(vouchers(voucher), command, stampAt());
    expect(decision).toMatchObject({ kind: 'decided', outcome: { voucher: { state } } });
    expect(kindsOf(decision)).toEqual(kinds);
  });
});

describe('a hold that ended gives its voucher back once', () => {
  it.each<[string, Partial<Voucher>, string, string[]]>([
    ['held', { state: 'held', heldUntil: now - 1 }, 'issued', [...changed, 'voucher.released']],
    ['free already', { state: 'issued' }, 'issued', []],
    [
      'of a voucher that expired meanwhile',
      { state: 'held', heldUntil: now - 1, expiresAt: now - 1 },
      'expired',
      [...changed, 'voucher.released'],
    ],
  ])('%s', (_what, voucher, state, kinds) => {
    const command = { kind: 'release_voucher', siteId, commandId, holdId: 'h_1' } as const;
    const facts = vouchers({ holdId: 'h_1', ...voucher });
    const decision = decideReleaseVoucher(facts, command, stampAt());
    expect(decision).toMatchObject({ kind: 'decided', outcome: { voucher: { state } } });
    expect(kindsOf(decision)).toEqual(kinds);
  });
});

it.each(['started', 'ended'] as const)('tells that a campaign %s', (turn) => {
  const command = { kind: 'turn_campaign', siteId, commandId, campaignId: 'always', turn } as const;
  expect(decideTurnCampaign(shopperFacts({}), command, stampAt())).toMatchObject({
    changes: [{ event: { kind: `campaign.${turn}`, campaignId: 'always', shopperId: null } }],
  });
});
