/** Who plays: nobody is kept before they play, and signing in loses nothing and resets nothing. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createNetworks } from '../../server/http/networks.ts';
import { onBothEngines, type Opened } from '../helper/engines.ts';
import {
  booksOf,
  bodyOf,
  countOf,
  customerToken,
  dataOf,
  identifyOn,
  openEdge,
  playOn,
  startOn,
  turnOf,
  type Edge,
} from '../helper/http.ts';
import { siteId } from '../helper/programme.ts';
import { apply, expectCleanBooks, newId } from '../helper/shopping.ts';

const winsVoucher = [
  { prizeId: 'ten-off', weight: 1 },
  { prizeId: 'nothing', weight: 0 },
];
const winsPoints = [
  { prizeId: 'ten-points', weight: 1 },
  { prizeId: 'nothing', weight: 0 },
];

onBothEngines('a shopper', (engine) => {
  let opened: Opened;
  let edge: Edge;

  beforeAll(async () => {
    opened = await engine.open();
    edge = await openEdge(opened.store);
  });

  beforeEach(() => apply(edge.deps, { game: { slots: winsVoucher, limits: { perDay: 3 } } }));

  afterEach(() => expectCleanBooks(edge.deps));

  afterAll(async () => {
    await edge.close();
    await opened.close();
  });

  const stranger = async (plays = 0): Promise<string> => {
    const { token } = await startOn(edge);
    for (let at = 0; at < plays; at += 1) dataOf(await playOn(edge, token));
    return token;
  };
  const signIn = async (sub: string, token?: string): Promise<any> =>
    dataOf(await identifyOn(edge, { sub }, token));
  const codeOfPlay = async (token: string): Promise<string> =>
    (await playOn(edge, token)).code ?? 'ok';

  describe('who is new', () => {
    it('is written nowhere by looking', async () => {
      const before = await booksOf(opened.store);
      const { token, shopper } = await startOn(edge);
      const again = await startOn(edge, token);
      dataOf(await edge.query('shopper.wallet', { siteId }, { token }));
      dataOf(await edge.query('shopper.plays', { siteId }, { token }));
      expect(shopper.kind).toBe('anonymous');
      expect(again.shopper).toEqual(shopper);
      expect(await booksOf(opened.store)).toEqual(before);
    });

    it('is written nowhere by a play that is refused', async () => {
      const { token } = await startOn(edge);
      const before = await countOf(opened.store, 'shopper');
      const turn = turnOf(await startOn(edge, token), { commitment: 'a'.repeat(64) });
      expect((await edge.mutate('shopper.play', turn, { token })).code).toBe('draw_moved');
      expect(await countOf(opened.store, 'shopper')).toBe(before);
    });

    it('is kept by the first play', async () => {
      const before = await countOf(opened.store, 'shopper');
      const token = await stranger(1);
      expect(await countOf(opened.store, 'shopper')).toBe(before + 1);
      const { wallet, shopper } = await startOn(edge, token);
      expect({ vouchers: wallet.vouchers.length, kind: shopper.kind }).toEqual({
        vouchers: 1,
        kind: 'anonymous',
      });
    });

    it('starts anew with a token that is not good', async () => {
      const { shopper } = await startOn(edge, 'not.a.token');
      expect(shopper.kind).toBe('anonymous');
    });
  });

  describe('who signs in', () => {
    it('keeps vouchers, points and plays', async () => {
      const token = await stranger(1);
      await apply(edge.deps, { game: { slots: winsPoints } });
      dataOf(await playOn(edge, token));
      const plays = dataOf(await edge.query('shopper.plays', { siteId }, { token }));
      const before = await startOn(edge, token);
      const after = await signIn(newId(), token);
      expect(after.shopper.kind).toBe('identified');
      expect(after.wallet).toMatchObject({ points: 10, vouchers: before.wallet.vouchers });
      const own = { token: after.token };
      expect(dataOf(await edge.query('shopper.plays', { siteId }, own))).toEqual(plays);
    });

    it('has the limits of both together', async () => {
      const sub = newId();
      const first = await signIn(sub, await stranger(1));
      expect(first.games[0].turn.playsLeft).toBe(2);
      const second = await signIn(sub, await stranger(2));
      expect(second.games[0].turn).toMatchObject({
        playsLeft: 0,
        refusal: { code: 'daily_limit_reached' },
      });
      expect(await codeOfPlay(second.token)).toBe('daily_limit_reached');
    });

    it('resets no limit by coming from one stranger after the other', async () => {
      const sub = newId();
      const { token } = await signIn(sub, await stranger(3));
      expect(await codeOfPlay(token)).toBe('daily_limit_reached');
      const again = await signIn(sub, await stranger(0));
      expect(await codeOfPlay(again.token)).toBe('daily_limit_reached');
      const third = await signIn(sub);
      expect(await codeOfPlay(third.token)).toBe('daily_limit_reached');
    });

    it('leaves a token that plays no more, and gets a new one by starting', async () => {
      const token = await stranger(1);
      const started = await startOn(edge, token);
      const turn = turnOf(started);
      await signIn(newId(), token);
      const refused = await edge.mutate('shopper.play', turn, { token });
      expect({ status: refused.status, code: refused.code }).toEqual({
        status: 401,
        code: 'shopper_merged',
      });
      const fresh = await startOn(edge, token);
      expect(fresh.shopper).toEqual({ id: expect.any(String), kind: 'anonymous' });
      expect(fresh.shopper.id).not.toBe(started.shopper.id);
      expect(await codeOfPlay(fresh.token)).toBe('ok');
    });

    it('may have a play again that the stranger made, byte for byte', async () => {
      const { token } = await startOn(edge);
      const turn = turnOf(await startOn(edge, token));
      const first = await edge.mutate('shopper.play', turn, { token });
      const after = await signIn(newId(), token);
      const again = await edge.mutate('shopper.play', turn, { token: after.token });
      expect(again.status).toBe(200);
      expect(again.text).toBe(first.text);
    });

    it('may not have a play again that another stranger made', async () => {
      const { token } = await startOn(edge);
      const turn = turnOf(await startOn(edge, token));
      dataOf(await edge.mutate('shopper.play', turn, { token }));
      const other = await signIn(newId(), await stranger(1));
      const again = await edge.mutate('shopper.play', turn, { token: other.token });
      expect(again.code).toBe('command_conflict');
    });

    it('may be vouched for until a fraction of a second', async () => {
      const identified = await identifyOn(edge, { sub: newId(), ttlSeconds: 600.1234567 });
      expect(dataOf(identified).shopper.kind).toBe('identified');
    });

    it('merges nobody who is signed in already', async () => {
      const one = await signIn(newId(), await stranger(1));
      const other = await signIn(newId(), one.token);
      expect(other.wallet.vouchers).toEqual([]);
      expect((await startOn(edge, one.token)).wallet.vouchers).toHaveLength(1);
    });

    it('merges nobody twice', async () => {
      const token = await stranger(1);
      await signIn(newId(), token);
      const other = await signIn(newId(), token);
      expect(other.wallet.vouchers).toEqual([]);
    });

    it('is answered the same when the request is sent again, and merged once', async () => {
      const sub = newId();
      const token = await stranger(1);
      const input = { commandId: newId(), siteId, token: await customerToken(edge, { sub }) };
      const answers = await Promise.all(
        Array.from({ length: 4 }, () => edge.mutate('shopper.identify', input, { token })),
      );
      const wallets = answers.map((answer) => dataOf(answer).wallet);
      expect(wallets.every(({ vouchers }) => vouchers.length === 1)).toBe(true);
      const { vouchers, plays } = bodyOf(await edge.rest('GET', `/v1/shoppers/${sub}`));
      expect({ vouchers: vouchers.length, plays }).toEqual({ vouchers: 1, plays: 1 });
    });

    it('while the stranger plays, loses no play', async () => {
      const sub = newId();
      const token = await stranger(1);
      const [played] = await Promise.all([playOn(edge, token), identifyOn(edge, { sub }, token)]);
      const { plays } = bodyOf(await edge.rest('GET', `/v1/shoppers/${sub}`));
      expect(plays).toBe(played.status === 200 && played.json.result.data.playId ? 2 : 1);
    });
  });

  it('claims a voucher once, and hears the same when asked again', async () => {
    const { token } = await startOn(edge);
    const { voucher } = dataOf(await playOn(edge, token));
    const claim = { commandId: newId(), voucherId: voucher.id };
    const first = await edge.mutate('shopper.claim', claim, { token });
    expect(dataOf(first).voucher).toEqual({ ...voucher, claimedAt: edge.deps.clock() });
    const again = await edge.mutate('shopper.claim', claim, { token });
    expect(again.text).toBe(first.text);
    const events = await countOf(opened.store, `event WHERE kind = 'voucher.claimed'`);
    const anew = await edge.mutate('shopper.claim', { ...claim, commandId: newId() }, { token });
    expect(dataOf(anew).voucher.claimedAt).toBe(voucher.issuedAt);
    expect(await countOf(opened.store, `event WHERE kind = 'voucher.claimed'`)).toBe(events);
  });

  it('is kept for nothing when too many strangers of one network come', async () => {
    const address = '192.0.2.77';
    const networks = createNetworks({ trustedProxies: 1, anonymousPlaysPerHour: 1 });
    const strict = await openEdge(opened.store, { networks });
    const known = dataOf(await identifyOn(strict, { sub: newId() })).token;
    while (!(await networks.takeAttempt('claim', address)));
    const before = await countOf(opened.store, 'shopper');
    const calls = [
      ['shopper.setPlayer', { alias: 'Eve', hidden: false }],
      ['shopper.openReferral', {}],
      ['shopper.setBirthday', { birthday: '02-29' }],
      ['shopper.pause', { days: 1 }],
      ['shopper.eraseData', {}],
    ] as const;
    for (const [path, input] of calls) {
      const ask = async (token: string): Promise<string | undefined> => {
        const options = { token, headers: { 'x-forwarded-for': address } };
        return (await strict.mutate(path, { commandId: newId(), ...input }, options)).code;
      };
      const { token } = await startOn(strict);
      expect(await ask(token)).toBe('rate_limited');
      expect(await countOf(opened.store, 'shopper')).toBe(before);
      expect(await ask(known)).not.toBe('rate_limited');
    }
    await strict.close();
  });

  it('is asked for another sign of life when too many play from one network', async () => {
    const strict = await openEdge(opened.store, { anonymousPlaysPerHour: 2 });
    const play = async (address: string, token: string): Promise<string> => {
      const options = { token, headers: { 'x-forwarded-for': address } };
      const turn = turnOf(await startOn(strict, token));
      return (await strict.mutate('shopper.play', turn, options)).code ?? 'ok';
    };
    const known = dataOf(await identifyOn(strict, { sub: newId() })).token;
    const codes = [];
    // Some proxies add the port that the connection came from.
    const near = [
      '192.0.2.1',
      '192.0.2.1:4001',
      '192.0.2.1:4002',
      '2001:db8::1',
      '[2001:db8::2]:1',
    ];
    for (const address of near) {
      codes.push(await play(address, (await startOn(strict)).token));
    }
    codes.push(await play('2001:db8::3', (await startOn(strict)).token));
    codes.push(await play('192.0.2.1', known));
    await strict.close();
    const limited = 'network_limit_reached';
    expect(codes).toEqual(['ok', 'ok', limited, 'ok', 'ok', limited, 'ok']);
  });

  it('uses up nothing of its network with plays that are refused', async () => {
    const strict = await openEdge(opened.store, { anonymousPlaysPerHour: 1 });
    const { token } = await startOn(strict);
    const turn = turnOf(await startOn(strict, token));
    for (let tries = 0; tries < 3; tries += 1) {
      const commandId = newId();
      const lost = { ...turn, commandId, gameId: 'nowhere' };
      expect((await strict.mutate('shopper.play', lost, { token })).code).toBe('game_not_found');
    }
    const played = await strict.mutate('shopper.play', turn, { token });
    const again = await strict.mutate('shopper.play', turn, { token });
    await strict.close();
    expect([played.status, again.status, again.text]).toEqual([200, 200, played.text]);
  });
});
