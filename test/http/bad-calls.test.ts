/** Calls over tRPC that must not be answered: each refused by name, and nothing is written. */
import { expect, it } from 'vitest';
import { refusalStatus } from '../../shared/refusals.ts';
import { identityKeyOf } from '../../server/http/keys.ts';
import { onBothEngines } from '../helper/engines.ts';
import {
  booksOf,
  customerToken,
  expectNoStack,
  identifyOn,
  keys,
  startOn,
  turnOf,
  type Answer,
  type CallOptions,
} from '../helper/http.ts';
import { siteId } from '../helper/programme.ts';
import { newId } from '../helper/shopping.ts';
import { worldFor, type Case, type World } from './world.ts';

/** A play that would be settled, but for what `more` changes. */
async function play(w: World, more: object, options: CallOptions = {}): Promise<Answer> {
  const input = { ...turnOf(await startOn(w.edge, w.token)), ...more };
  return w.edge.mutate('shopper.play', input, { token: w.token, ...options });
}

const forged = (key: string, value: unknown): Case => [
  `play with a forged ${key}`,
  400,
  'bad_request',
  (w) => play(w, { [key]: value }),
];

/** `header.payload.` with no signature. */
function unsigned(w: World, claims: object): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none', kid: `${siteId}-1` })}.${part(claims)}.`;
}

const hour = 3_600;
const seconds = (w: World): number => Math.floor(w.edge.deps.clock() / 1_000);

const cases: readonly Case[] = [
  // No field decides an outcome.
  forged('slot', 0),
  forged('prize', 'ten-off'),
  forged('prizeId', 'ten-off'),
  forged('serverSeed', 'a'.repeat(64)),
  forged('number', 0),
  forged('won', true),
  forged('shopperId', 'c_anna'),
  forged('siteId', 'other'),
  forged('constructor', {}),
  ['play with a short command id', 400, 'bad_request', (w) => play(w, { commandId: 'x' })],
  ['play with a number for an id', 400, 'bad_request', (w) => play(w, { commandId: 1 })],
  ['play with NUL in an id', 400, 'bad_request', (w) => play(w, { commandId: '\0'.repeat(32) })],
  [
    'play with a seed in capitals',
    400,
    'bad_request',
    (w) => play(w, { clientSeed: 'A'.repeat(32) }),
  ],
  ['play with a list for a seed', 400, 'bad_request', (w) => play(w, { clientSeed: ['a'] })],
  ['play with a short commitment', 400, 'bad_request', (w) => play(w, { commitment: 'ab' })],
  ['play a game of no site', 404, 'game_not_found', (w) => play(w, { gameId: 'no-such-game' })],
  ['play an old draw', 409, 'draw_moved', (w) => play(w, { commitment: w.played.commitment })],
  [
    'play with a command id of before and another seed',
    409,
    'command_conflict',
    (w) => play(w, { ...w.played, clientSeed: newId() }),
  ],
  [
    'play with a command id of another shopper',
    409,
    'command_conflict',
    (w) => play(w, w.played, { token: w.annaToken }),
  ],
  // Who asks.
  ['play without a token', 401, 'unauthorized', (w) => play(w, {}, { token: undefined })],
  ['play with nonsense for a token', 401, 'unauthorized', (w) => play(w, {}, { token: 'a.b.c' })],
  ['play with a secret key', 401, 'unauthorized', (w) => play(w, {}, { token: w.foreignKey })],
  [
    'play with a token of the shop for its customer',
    401,
    'unauthorized',
    async (w) => play(w, {}, { token: await customerToken(w.edge) }),
  ],
  [
    'play with an unsigned token',
    401,
    'unauthorized',
    (w) => {
      const claims = { sub: 'c_anna', aud: siteId, kind: 'identified', exp: seconds(w) + hour };
      return play(w, {}, { token: unsigned(w, claims) });
    },
  ],
  [
    'play with a signature of another token',
    401,
    'unauthorized',
    (w) => {
      const [head, , sign] = w.token.split('.');
      return play(w, {}, { token: [head, w.annaToken.split('.')[1], sign].join('.') });
    },
  ],
  [
    'play with the token of a merged shopper',
    401,
    'shopper_merged',
    (w) => play(w, {}, { token: w.mergedToken }),
  ],
  [
    'claim with the token of a merged shopper',
    401,
    'shopper_merged',
    ({ edge, mergedToken: token, voucherId }) =>
      edge.mutate('shopper.claim', { commandId: newId(), voucherId }, { token }),
  ],
  [
    'play with a token of another site, with a draw of this one',
    409,
    'draw_moved',
    (w) => play(w, {}, { token: w.foreignToken }),
  ],
  [
    "claim another shopper's voucher",
    404,
    'voucher_not_found',
    ({ edge, annaToken: token, voucherId }) =>
      edge.mutate('shopper.claim', { commandId: newId(), voucherId }, { token }),
  ],
  [
    "claim another site's voucher",
    404,
    'voucher_not_found',
    ({ edge, foreignToken: token, voucherId }) =>
      edge.mutate('shopper.claim', { commandId: newId(), voucherId }, { token }),
  ],
  [
    'track for another site',
    403,
    'forbidden',
    ({ edge, token }) => {
      const events = [{ id: newId(), kind: 'shown', gameId: 'wheel' }];
      return edge.mutate('shopper.track', { siteId: 'other', events }, { token });
    },
  ],
  ...['wallet', 'plays', 'personalData'].map((what): Case => [
    `read the ${what} of another site`,
    403,
    'forbidden',
    ({ edge, token }) => edge.query(`shopper.${what}`, { siteId: 'other' }, { token }),
  ]),
  [
    'track what earns points',
    400,
    'bad_request',
    ({ edge, token }) => {
      const events = [{ id: newId(), kind: 'order.reported', gameId: 'wheel' }];
      return edge.mutate('shopper.track', { siteId, events }, { token });
    },
  ],
  [
    'track too many events at once',
    400,
    'bad_request',
    ({ edge, token }) => {
      const event = () => ({ id: newId(), kind: 'shown', gameId: 'wheel' });
      const events = Array.from({ length: 21 }, event);
      return edge.mutate('shopper.track', { siteId, events }, { token });
    },
  ],
  [
    'start on no site',
    404,
    'site_not_found',
    ({ edge }) => edge.query('shopper.start', { siteId: 'no' }),
  ],
  // Signing in.
  [
    'identify with an expired token',
    401,
    'token_expired',
    (w) => identifyOn(w.edge, { issuedAt: seconds(w) - 800, ttlSeconds: 600 }),
  ],
  [
    'identify with a token that was issued long ago',
    401,
    'token_expired',
    (w) => identifyOn(w.edge, { issuedAt: seconds(w) - hour, ttlSeconds: 2 * hour }),
  ],
  [
    'identify with a token from the future',
    401,
    'unauthorized',
    (w) => identifyOn(w.edge, { issuedAt: seconds(w) + 60 }),
  ],
  [
    'identify with a token that lives too long',
    401,
    'unauthorized',
    (w) => identifyOn(w.edge, { ttlSeconds: 901 }),
  ],
  [
    'identify with a token of another key',
    401,
    'unauthorized',
    (w) => identifyOn(w.edge, { secret: 's'.repeat(43) }),
  ],
  [
    "identify with a token of another site's key",
    401,
    'unauthorized',
    (w) => identifyOn(w.edge, { secret: identityKeyOf(keys, 'other').secret }),
  ],
  ['identify with HS512', 401, 'unauthorized', (w) => identifyOn(w.edge, { alg: 'HS512' })],
  [
    'identify with a token for another site',
    401,
    'unauthorized',
    (w) => identifyOn(w.edge, { audience: 'other' }),
  ],
  ['identify with another kid', 401, 'unauthorized', (w) => identifyOn(w.edge, { kid: 'shop-2' })],
  ['identify with a space in sub', 401, 'unauthorized', (w) => identifyOn(w.edge, { sub: 'a b' })],
  ['identify with NUL in sub', 401, 'unauthorized', (w) => identifyOn(w.edge, { sub: 'a\0b' })],
  ['identify with a short jti', 401, 'unauthorized', (w) => identifyOn(w.edge, { jti: 'x' })],
  [
    'identify with NUL in jti',
    401,
    'unauthorized',
    (w) => identifyOn(w.edge, { jti: 'a\0bcdefgh' }),
  ],
  [
    'identify with an unsigned token',
    401,
    'unauthorized',
    (w) => {
      const [iat, exp] = [seconds(w), seconds(w) + 60];
      const token = unsigned(w, { sub: 'anna', aud: siteId, jti: newId(), iat, exp });
      return w.edge.mutate('shopper.identify', { commandId: newId(), siteId, token });
    },
  ],
  [
    'identify with a shopper token',
    401,
    'unauthorized',
    ({ edge, token }) => edge.mutate('shopper.identify', { commandId: newId(), siteId, token }),
  ],
  // Pages of others.
  ...['https://evil.example', 'https://other.example', 'null', 'https://shop.example.evil'].flatMap(
    (origin): Case[] => [
      [
        `play from a page of ${origin}`,
        403,
        'origin_not_allowed',
        (w) => play(w, {}, { headers: { origin } }),
      ],
      [
        `start from a page of ${origin}`,
        403,
        'origin_not_allowed',
        ({ edge }) => edge.query('shopper.start', { siteId }, { headers: { origin } }),
      ],
      [
        `sign in as an admin from a page of ${origin}`,
        403,
        'origin_not_allowed',
        ({ edge }) =>
          edge.mutate(
            'admin.signIn',
            { email: 'a@shop.example', password: 'x' },
            { headers: { origin } },
          ),
      ],
    ],
  ),
  [
    'read the overview from a page of the shop',
    403,
    'origin_not_allowed',
    ({ edge }) =>
      edge.query('admin.me', undefined, { headers: { origin: 'https://shop.example' } }),
  ],
];

onBothEngines('a bad call', (engine) => {
  const world: World = worldFor(engine);

  it.each(cases)('%s: %i %s', async (_name, status, code, send) => {
    const before = await booksOf(world.edge.deps.store);
    const answer = await send(world);
    expect({ status: answer.status, code: answer.code }).toEqual({ status, code });
    expect(Object.keys(refusalStatus)).toContain(answer.code);
    expectNoStack(answer);
    expect(await booksOf(world.edge.deps.store)).toEqual(before);
  });

  it('with an expired shopper token says that it expired', async () => {
    const identity = world.edge.identity;
    const session = { siteId, shopperId: 's_late', kind: 'anonymous' } as const;
    const token = await identity.signShopper(session);
    world.edge.deps.pass(401 * 86_400_000);
    const late = await world.edge.query('shopper.wallet', { siteId }, { token });
    world.edge.deps.pass(-401 * 86_400_000);
    expect({ status: late.status, code: late.code }).toEqual({
      status: 401,
      code: 'token_expired',
    });
  });

  it('with a replayed token of the shop is refused, and merges nobody', async () => {
    const jti = newId();
    expect((await identifyOn(world.edge, { jti })).status).toBe(200);
    const before = await booksOf(world.edge.deps.store);
    const again = await identifyOn(world.edge, { jti, sub: 'bert' }, world.token);
    expect({ status: again.status, code: again.code }).toEqual({
      status: 401,
      code: 'token_replayed',
    });
    expect(await booksOf(world.edge.deps.store)).toEqual(before);
  });

  it('that repeats a settled play gets the same bytes, and pays once', async () => {
    const before = await booksOf(world.edge.deps.store);
    const options = { token: world.token };
    const [one, two] = [
      await world.edge.mutate('shopper.play', world.played, options),
      await world.edge.mutate('shopper.play', world.played, options),
    ];
    expect(one.status).toBe(200);
    expect(two.text).toBe(one.text);
    expect(await booksOf(world.edge.deps.store)).toEqual(before);
  });
});
