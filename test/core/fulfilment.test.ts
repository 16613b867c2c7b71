/** Gifts that are sent: which state follows which, and whose they are. */
import { describe, expect, it } from 'vitest';
import {
  decideEraseAddress,
  decideGiveAddress,
  decideMoveParcel,
  type ParcelFacts,
} from '../../server/core/fulfilment.ts';
import { openedParcel, parcelView, type Parcel } from '../../server/core/parcel.ts';
import type { MoveParcelCommand } from '../../server/core/command.ts';
import { now, shopperFacts, shopperWith, stampAt } from '../helper/facts.ts';
import { siteId } from '../helper/programme.ts';

const address = { name: 'Anna', lines: ['1 Lê Lợi'], city: 'Huế', country: 'VN' };
const promised = { id: 'g_1', awardId: 'a_1', shopperId: 'anna', prizeId: 'mug', label: 'Mug' };
const opened = openedParcel({ ...promised, stocked: true }, now - 1_000);
const base = { siteId, commandId: 'command-1', parcelId: 'g_1' };

function facts(parcel: Partial<Parcel> | null, shopper = shopperWith()): ParcelFacts {
  return {
    ...shopperFacts({}, { shopper }),
    parcel: parcel && { ...opened, ...parcel },
    paid: null,
  };
}

const give = (given: ParcelFacts) =>
  decideGiveAddress(
    given,
    { ...base, kind: 'give_address', shopperId: 'anna', address },
    stampAt(),
  );
const erase = (given: ParcelFacts) =>
  decideEraseAddress(given, { ...base, kind: 'erase_address', shopperId: 'anna' }, stampAt());
const move = (given: ParcelFacts, to: MoveParcelCommand['to'], tracking: string | null = null) =>
  decideMoveParcel(given, { ...base, kind: 'move_parcel', to, tracking }, stampAt());

describe('an address', () => {
  it.each<[string, ParcelFacts, string]>([
    ['is taken when it is needed', facts({}), 'to_ship'],
    ['is corrected before it is sent', facts({ state: 'to_ship', address }), 'to_ship'],
    ['is too late on the way', facts({ state: 'shipped', address }), 'parcel_closed'],
    ['is too late when it was cancelled', facts({ state: 'cancelled' }), 'parcel_closed'],
    ['of no gift', facts(null), 'parcel_not_found'],
    ["of somebody else's gift", facts({ shopperId: 'bert' }), 'parcel_not_found'],
    [
      'merged beats not found',
      facts(null, shopperWith({ mergedInto: 'c_anna' })),
      'shopper_merged',
    ],
  ])('%s: %s', (_what, given, answer) => {
    expect(answerOf(give(given))).toBe(answer);
  });

  it.each<[string, ParcelFacts, string]>([
    [
      'is needed again when it had not been sent',
      facts({ state: 'to_ship', address }),
      'address_needed',
    ],
    ['goes from a gift that is on its way', facts({ state: 'shipped', address }), 'shipped'],
    ['goes from a gift that came', facts({ state: 'delivered', address }), 'delivered'],
    ['is not there', facts({}), 'parcel_needs_address'],
    ["is somebody else's", facts({ shopperId: 'bert', address }), 'parcel_not_found'],
  ])('erased on demand %s', (_what, given, answer) => {
    const decision = erase(given);
    expect(answerOf(decision)).toBe(answer);
    if (decision.kind !== 'decided') return;
    expect(decision.changes).toContainEqual(
      expect.objectContaining({
        kind: 'parcel_changed',
        after: expect.objectContaining({ address: null }),
      }),
    );
  });

  it('is shown to nobody once its time is over', () => {
    const parcel = { ...opened, state: 'delivered', address, eraseAt: now } as const;
    expect(parcelView(parcel, now - 1).address).toEqual(address);
    expect(parcelView(parcel, now).address).toBeNull();
  });
});

const states = ['address_needed', 'to_ship', 'shipped', 'delivered', 'cancelled'] as const;

describe('the shop moves a gift', () => {
  it.each<[MoveParcelCommand['to'], readonly string[]]>([
    [
      'shipped',
      ['parcel_needs_address', 'shipped', 'parcel_closed', 'parcel_closed', 'parcel_closed'],
    ],
    [
      'delivered',
      ['parcel_closed', 'parcel_closed', 'delivered', 'parcel_closed', 'parcel_closed'],
    ],
    ['cancelled', ['cancelled', 'cancelled', 'parcel_closed', 'parcel_closed', 'parcel_closed']],
  ])('to %s from each state', (to, answers) => {
    const from = states.map((state) => facts({ state }));
    expect(from.map((each) => answerOf(move(each, to)))).toEqual(answers);
  });

  it('with what the shopper may follow it by, and erases the address 30 days later', () => {
    const decision = move(facts({ state: 'to_ship', address }), 'shipped', 'VN-1');
    const after = {
      state: 'shipped',
      tracking: 'VN-1',
      eraseAt: Date.parse('2027-01-01T00:00:00+07:00'),
    };
    expect(decision).toMatchObject({
      changes: expect.arrayContaining([
        expect.objectContaining({ after: expect.objectContaining(after) }),
      ]),
    });
  });

  it('back into the stock when it is cancelled, if it came out of one', () => {
    const stocked = move(facts({}), 'cancelled');
    expect(stocked).toMatchObject({
      changes: expect.arrayContaining([
        { kind: 'award_returned', awardId: 'a_1' },
        { kind: 'stock_returned', prizeId: 'mug' },
      ]),
    });
    const endless = move(facts({ stocked: false }), 'cancelled');
    const kinds = endless.kind === 'decided' ? endless.changes.map(({ kind }) => kind) : [];
    expect(kinds).toContain('award_returned');
    expect(kinds).not.toContain('stock_returned');
  });

  it('back once: erasing the address afterwards returns nothing', () => {
    const erased = erase(facts({ state: 'cancelled', address }));
    const kinds = erased.kind === 'decided' ? erased.changes.map(({ kind }) => kind) : [];
    expect(kinds).toContain('parcel_changed');
    expect(kinds).not.toContain('award_returned');
    expect(kinds).not.toContain('stock_returned');
  });
});

function answerOf(decision: ReturnType<typeof decideMoveParcel>): string {
  if (decision.kind === 'refused') return decision.refusal.code;
  return decision.kind === 'decided' ? decision.outcome.state : decision.kind;
}
