/** Profiles and referral over REST and tRPC: the shape on the wire, and bad input. */
import { expect, it } from 'vitest';
import { onBothEngines } from '../helper/engines.ts';
import { bodyOf, dataOf, edgeFor, identifyOn, startOn, type Edge } from '../helper/http.ts';
import { siteId } from '../helper/programme.ts';
import { apply, newId } from '../helper/shopping.ts';

const referral = { referrerPrizeId: 'ten-points', friendPrizeId: 'ten-points', callingCode: '84' };

onBothEngines('the wire of referral', (engine) => {
  const edge: Edge = edgeFor(engine, () => apply(edge.deps, { referral }));

  const openFor = (shopperId: string) =>
    edge.rest('POST', `/v1/shoppers/${shopperId}/referral-code`);
  const profile = (body: unknown) => edge.rest('POST', '/v1/shoppers/bert/profile', body);

  it('gives a code and takes it from a friend, typed in small letters too', async () => {
    const { code, link } = bodyOf(await openFor('bert'));
    expect(link).toBe(`https://shop.example/?ref=${code}`);
    const { token } = await startOn(edge);
    const attach = (sent: string) =>
      edge.mutate('shopper.attachReferral', { commandId: newId(), code: sent }, { token });
    expect((await attach('no code!')).code).toBe('bad_request');
    expect((await attach('NOBODYS')).code).toBe('referral_not_found');
    expect(dataOf(await attach(code.toLowerCase()))).toMatchObject({
      state: 'attached',
      inReview: false,
    });
    expect((await attach(code)).code).toBe('referral_attached');
    const own = await edge.rest('POST', '/v1/shoppers/bert/referral', { code });
    expect(own.code).toBe('referral_own_code');
  });

  it('takes a profile, and tells nothing of it', async () => {
    const sent = { email: 'bert@shop.example', phone: '0901 234 567', birthday: '02-29' };
    expect(bodyOf(await profile(sent))).toEqual({ changed: ['birthday', 'email', 'phone'] });
    const bad = [{}, { email: 'bert' }, { phone: 'none' }, { birthday: '02-30' }, { more: 1 }];
    for (const each of bad) expect((await profile(each)).code).toBe('bad_request');
    const { token } = dataOf(await identifyOn(edge, { sub: 'bert' }));
    const birthday = { commandId: newId(), birthday: '12-01' };
    expect(dataOf(await edge.mutate('shopper.setBirthday', birthday, { token }))).toEqual({
      changed: ['birthday'],
    });
    const sql = `SELECT hash FROM contact WHERE hash LIKE '%bert%' OR hash LIKE '%901%'`;
    expect(await edge.deps.store.read([{ sql, params: [] }])).toEqual([[]]);
  });

  it('shows the review to the shop alone', async () => {
    expect(bodyOf(await edge.rest('GET', '/v1/referrals/reviews'))).toEqual({
      referrals: [],
      next: null,
    });
    expect((await edge.query('storefront.referralReviews', {})).code).toBe('unauthorized');
    expect((await edge.query('admin.referralReviews', { siteId })).code).toBe('unauthorized');
    const path = '/v1/referrals/r_nothing_here/review';
    expect((await edge.rest('POST', path, { verdict: 'maybe' })).code).toBe('bad_request');
    expect((await edge.rest('POST', path, { verdict: 'approve' })).code).toBe('referral_not_found');
  });
});
