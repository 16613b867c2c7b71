/** Events and badges over REST, and leaderboards over tRPC: wire shapes, and what is refused. */
import { expect, it } from 'vitest';
import { onBothEngines } from '../helper/engines.ts';
import { bodyOf, edgeFor, type Answer, type Edge } from '../helper/http.ts';
import { apply, newId } from '../helper/shopping.ts';

onBothEngines('reported events', (engine) => {
  const edge: Edge = edgeFor(engine, () =>
    apply(edge.deps, {
      badges: [
        {
          id: 'fan',
          name: 'Fan',
          measure: { activity: 'event', name: 'share' },
          levels: [{ at: 1 }],
        },
      ],
    }),
  );

  const report = (body: object): Promise<Answer> => edge.rest('POST', '/v1/events', body);

  const errorOf = ({ json }: Answer): any => json.error;

  it('count once under whichever key', async () => {
    const event = { shopperId: newId(), eventId: newId(), name: 'share' };
    const first = bodyOf(await report(event));
    expect(first).toMatchObject({ eventId: event.eventId, earned: [{ kind: 'badge', id: 'fan' }] });
    expect(bodyOf(await report(event))).toEqual(first);
    const other = await report({ ...event, name: 'visit' });
    expect([other.status, errorOf(other).code]).toEqual([409, 'command_conflict']);
  });

  it('take a badge back', async () => {
    const shopperId = newId();
    await report({ shopperId, name: 'share' });
    const path = `/v1/shoppers/${shopperId}/badges/fan/revoke`;
    const revoked = await edge.rest('POST', path, { reason: 'it was spam' });
    expect(bodyOf(revoked)).toEqual({ shopperId, badgeId: 'fan', level: 1 });
    const again = await edge.rest('POST', path, { reason: 'it was spam' });
    expect([again.status, errorOf(again).code]).toEqual([409, 'badge_not_earned']);
  });

  it.each([
    [{ name: 'share' }, 'shopperId'],
    [{ shopperId: 'anna', name: '' }, 'name'],
    [{ shopperId: 'anna', name: 'share', amount: -1 }, 'amount'],
    [{ shopperId: 'anna', name: 'share', occurredAt: 'yesterday' }, 'occurredAt'],
    [{ shopperId: 'anna', name: 'share', points: 5 }, ''],
  ])('refuse %j', async (body, path) => {
    const answer = await report(body);
    expect(answer.status).toBe(400);
    expect(errorOf(answer).issues).toMatchObject([{ path }]);
  });

  it('need the secret key', async () => {
    const headers = { authorization: 'Bearer nothing' };
    const answer = await edge.rest(
      'POST',
      '/v1/events',
      { shopperId: 'a', name: 'b' },
      { headers },
    );
    expect(answer.status).toBe(401);
  });
});
