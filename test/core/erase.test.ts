/** Erasing: golden cases, as data. */
import { expect, it } from 'vitest';
import { decideEraseData } from '../../server/core/erase.ts';
import { now, shopperFacts, shopperWith, stampAt } from '../helper/facts.ts';
import { siteId } from '../helper/programme.ts';

const command = { kind: 'erase_data', siteId, commandId: 'c-erase', shopperId: 'anna' } as const;

it('erases the person and says so, and leaves points and prizes as they are', () => {
  const shopper = shopperWith({ points: 0 });
  const decision = decideEraseData(shopperFacts({}, { shopper }), command, stampAt());
  if (decision.kind !== 'decided') throw new Error(`not decided: ${decision.kind}`);
  expect(decision.outcome).toMatchObject({ erasedAt: now, wallet: { points: 0 } });
  const kinds = decision.changes.map(({ kind }) => kind);
  expect(kinds).toEqual(['shopper', 'person_erased', 'event']);
  expect(decision.changes[1]).toEqual({ kind: 'person_erased', shopperId: shopper.id });
  expect(decision.changes[2]).toMatchObject({ event: { kind: 'shopper.erased', payload: {} } });
});

it('leaves to the customer whoever was merged into them', () => {
  const shopper = shopperWith({ mergedInto: 'c_anna' });
  const decision = decideEraseData(shopperFacts({}, { shopper }), command, stampAt());
  expect(decision).toMatchObject({ kind: 'refused', refusal: { code: 'shopper_merged' } });
});
