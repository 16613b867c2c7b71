/** Events that a shop reports: what they earn and count, and when they are refused. */
import { describe, expect, it } from 'vitest';
import type { ReportEventCommand } from '../../server/core/command.ts';
import type { Shopper } from '../../server/core/facts.ts';
import { decideReportEvent } from '../../server/core/report-event.ts';
import { limits } from '../../shared/limits.ts';
import { shopperFacts, shopperWith, stampAt } from '../helper/facts.ts';
import { siteId, type ProgrammeParts } from '../helper/programme.ts';

const review = { activity: 'event', name: 'review' } as const;
const parts: ProgrammeParts = {
  points: { earnRules: [{ id: 'review', event: 'review', points: 25 }] },
  missions: [
    {
      id: 'critic',
      name: 'Critic',
      steps: [{ label: 'Review tea', measure: { ...review, productId: 'tea' }, target: 1 }],
      prizeIds: ['ten-points'],
    },
    {
      id: 'fan',
      name: 'Fan',
      steps: [{ label: 'Spend', measure: { activity: 'event', count: 'amount' }, target: 500 }],
      prizeIds: [],
    },
  ],
};

function report(more: Partial<ReportEventCommand> = {}, shopper: Partial<Shopper> = {}) {
  const facts = shopperFacts(parts, { shopper: shopperWith({ id: 'c_anna', ...shopper }) });
  const customer = { shopperId: 'c_anna', externalId: 'anna' };
  const command = { siteId, commandId: 'command-1', eventId: 'event-1', customer, amount: 0 };
  return decideReportEvent(
    facts,
    { ...command, name: 'review', ...more, kind: 'report_event' },
    stampAt(),
  );
}

describe('an event', () => {
  it.each<[string, Partial<ReportEventCommand>, number, string[]]>([
    ['earns by its rule', {}, 25, []],
    ['of another name earns nothing', { name: 'visit' }, 0, []],
    ['counts for what asks for its product', { productId: 'tea' }, 35, ['critic']],
    ['counts nothing for another product', { productId: 'cup' }, 25, []],
    ['counts nothing for a product of another event', { name: 'share', productId: 'tea' }, 0, []],
    ['counts with its amount', { name: 'tip', amount: 500 }, 0, ['fan']],
    ['counts nothing below it', { name: 'tip', amount: 499 }, 0, []],
  ])('%s', (_what, more, points, missions) => {
    const decision = report(more);
    if (decision.kind !== 'decided') throw new Error(decision.kind);
    const { outcome } = decision;
    expect(outcome).toMatchObject({ eventId: 'event-1', shopperId: 'anna', points });
    expect(outcome.earned.map(({ id }) => id)).toEqual(missions);
  });

  it.each<[string, Partial<ReportEventCommand>, object]>([
    ['with its name and amount', { amount: 7 }, { itemId: 'review', amount: 7 }],
    [
      'with when the shop says that it happened',
      { occurredAt: '2026-11-30T10:00:00Z' },
      { itemId: 'review', amount: 0, occurredAt: '2026-11-30T10:00:00Z' },
    ],
  ])('is told %s', (_what, more, payload) => {
    const decision = report(more);
    const changes = decision.kind === 'decided' ? decision.changes : [];
    const event = expect.objectContaining({ kind: 'activity.reported', payload });
    expect(changes).toContainEqual({ kind: 'event', event });
  });

  const max = limits.pointsMax;
  it.each<[string, Partial<ReportEventCommand>, Partial<Shopper>, string]>([
    ['is refused where a balance would be too high', {}, { points: max - 24 }, 'bad_request'],
    [
      'or with what waits and is held',
      {},
      { pointsPending: max - 26, pointsHeld: 2 },
      'bad_request',
    ],
    ['fills it with what waits and is held', {}, { pointsPending: max - 26, pointsHeld: 1 }, 'ok'],
    ['fills a balance to the last point', {}, { points: max - 25 }, 'ok'],
    ['that earns nothing is never too much', { name: 'visit' }, { points: max }, 'ok'],
  ])('%s', (_what, more, shopper, answer) => {
    const decision = report(more, shopper);
    expect(decision.kind === 'refused' ? decision.refusal.code : 'ok').toBe(answer);
  });
});
