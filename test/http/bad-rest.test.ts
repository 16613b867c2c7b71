/** Requests of a back end that must not be done: each refused by name, and nothing is written. */
import { expect, it } from 'vitest';
import { refusalStatus } from '../../shared/refusals.ts';
import { onBothEngines } from '../helper/engines.ts';
import { booksOf, expectNoStack, secretKey, type Answer } from '../helper/http.ts';
import { newId } from '../helper/shopping.ts';
import { cart, worldFor, order, type Case, type World } from './world.ts';

type Headers = Readonly<Record<string, string>>;

const post = (path: string, body?: unknown, headers: Headers = {}): Case[3] => {
  return ({ edge }) => edge.rest('POST', path, body, { headers });
};
const get = (path: string, headers: Headers = {}): Case[3] => {
  return ({ edge }) => edge.rest('GET', path, undefined, { headers });
};
const text = (body: string, type: string): Case[3] => {
  const headers = { authorization: `Bearer ${secretKey}`, 'content-type': type };
  return ({ edge }) =>
    edge.send({
      method: 'POST',
      path: '/v1/orders',
      headers: { ...headers, 'idempotency-key': newId() },
      body,
    });
};
const whole = { orderId: 'o-new', ...order };

const cases: readonly Case[] = [
  // Who asks.
  ['no key', 401, 'unauthorized', (w) => w.edge.rest('POST', '/v1/orders', whole, { token: '' })],
  [
    'a wrong key',
    401,
    'unauthorized',
    post('/v1/orders', whole, { authorization: 'Bearer sk_shop_' }),
  ],
  [
    'a key with a letter changed',
    401,
    'unauthorized',
    post('/v1/orders', whole, { authorization: `Bearer ${secretKey.slice(0, -2)}xx` }),
  ],
  [
    "a key under another site's name",
    401,
    'unauthorized',
    post('/v1/orders', whole, { authorization: `Bearer ${secretKey.replace('shop', 'other')}` }),
  ],
  [
    'a shopper for a back end',
    401,
    'unauthorized',
    ({ edge, annaToken: token }) => edge.rest('POST', '/v1/orders', whole, { token }),
  ],
  [
    "another site's key for our shopper",
    404,
    'shopper_not_found',
    ({ edge, foreignKey: token }) => edge.rest('GET', '/v1/shoppers/anna', undefined, { token }),
  ],
  [
    "another site's key for our order",
    404,
    'order_not_found',
    ({ edge, foreignKey: token }) =>
      edge.rest('POST', '/v1/orders/o-1/refund', { amount: 1 }, { token }),
  ],
  [
    "another site's key for our voucher",
    404,
    'voucher_not_found',
    (w) =>
      w.edge.rest('POST', '/v1/vouchers/hold', { code: w.code, ...cart }, { token: w.foreignKey }),
  ],
  [
    "another site's key for our hold",
    404,
    'hold_not_found',
    ({ edge, holdId, foreignKey: token }) =>
      edge.rest('POST', '/v1/vouchers/redeem', { holdId, orderId: 'o-1' }, { token }),
  ],
  // The body.
  ['an unknown field', 400, 'bad_request', post('/v1/orders', { ...whole, points: 5 })],
  [
    'a field of the prototype',
    400,
    'bad_request',
    text('{"orderId":"o-new","currency":"VND","net":1,"constructor":{}}', 'application/json'),
  ],
  [
    'a command id in the body',
    400,
    'bad_request',
    post('/v1/orders', { ...whole, commandId: newId() }),
  ],
  ['a missing field', 400, 'bad_request', post('/v1/orders', { orderId: 'o-new' })],
  ['no body', 400, 'bad_request', post('/v1/orders')],
  ['a text for a sum', 400, 'bad_request', post('/v1/orders', { ...whole, net: '100' })],
  ['a broken sum', 400, 'bad_request', post('/v1/orders', { ...whole, net: 1.5 })],
  ['a sum below 0', 400, 'bad_request', post('/v1/orders', { ...whole, net: -1 })],
  ['an unsafe sum', 400, 'bad_request', post('/v1/orders', { ...whole, net: 2 ** 53 })],
  [
    'a sum without end',
    400,
    'bad_request',
    text('{"orderId":"o-new","currency":"VND","net":1e999}', 'application/json'),
  ],
  [
    'a currency in small letters',
    400,
    'bad_request',
    post('/v1/orders', { ...whole, currency: 'vnd' }),
  ],
  [
    'an order id with a space',
    400,
    'bad_request',
    post('/v1/orders', { ...whole, orderId: 'a b' }),
  ],
  ['an order id with NUL', 400, 'bad_request', post('/v1/orders', { ...whole, orderId: 'a\0' })],
  ['a list for a body', 400, 'bad_request', text('[]', 'application/json')],
  ['null for a body', 400, 'bad_request', text('null', 'application/json')],
  ['malformed JSON', 400, 'bad_request', text('{"orderId":', 'application/json')],
  ['a form', 415, 'unsupported_media_type', text('--x\r\n', 'multipart/form-data; boundary=x')],
  ['plain text', 415, 'unsupported_media_type', text(JSON.stringify(whole), 'text/plain')],
  [
    'a URL-encoded form',
    415,
    'unsupported_media_type',
    text('a=1', 'application/x-www-form-urlencoded'),
  ],
  // The key of the command.
  [
    'no Idempotency-Key',
    400,
    'bad_request',
    ({ edge }) =>
      edge.send({
        method: 'POST',
        path: '/v1/orders',
        headers: { authorization: `Bearer ${secretKey}`, 'content-type': 'application/json' },
        body: JSON.stringify(whole),
      }),
  ],
  [
    'a short Idempotency-Key',
    400,
    'bad_request',
    post('/v1/orders', whole, { 'idempotency-key': 'x' }),
  ],
  [
    'a spaced Idempotency-Key',
    400,
    'bad_request',
    post('/v1/orders', whole, {
      'idempotency-key': 'a b c d e f g h i j k',
    }),
  ],
  [
    'an Idempotency-Key with another body',
    409,
    'command_conflict',
    ({ edge, orderKey }) =>
      edge.rest('POST', '/v1/orders', whole, { headers: { 'idempotency-key': orderKey } }),
  ],
  [
    'an Idempotency-Key with another deed',
    409,
    'command_conflict',
    ({ edge, orderKey }) =>
      edge.rest('POST', '/v1/orders/o-1/cancel', {}, { headers: { 'idempotency-key': orderKey } }),
  ],
  // Orders.
  [
    'an order reported twice',
    409,
    'order_already_reported',
    post('/v1/orders', { ...whole, orderId: 'o-1' }),
  ],
  [
    'an order in another currency',
    409,
    'currency_mismatch',
    post('/v1/orders', { ...whole, currency: 'USD' }),
  ],
  ['a refund of no order', 404, 'order_not_found', post('/v1/orders/no/refund', { amount: 1 })],
  [
    'a refund larger than the order',
    409,
    'refund_exceeds_order',
    post('/v1/orders/o-1/refund', {
      amount: 100_001,
    }),
  ],
  [
    'a second part of a refund that is too large',
    409,
    'refund_exceeds_order',
    post('/v1/orders/o-part/refund', { amount: 40_001 }),
  ],
  ['a refund of nothing', 400, 'bad_request', post('/v1/orders/o-1/refund', { amount: 0 })],
  ['a refund below 0', 400, 'bad_request', post('/v1/orders/o-1/refund', { amount: -5 })],
  [
    'a refund of a cancelled order',
    409,
    'order_cancelled',
    post('/v1/orders/o-cancelled/refund', {
      amount: 1,
    }),
  ],
  ['a second cancellation', 409, 'order_cancelled', post('/v1/orders/o-cancelled/cancel')],
  ['a cancellation of no order', 404, 'order_not_found', post('/v1/orders/no/cancel')],
  // Vouchers, points and prizes.
  [
    'a code that nobody has',
    404,
    'voucher_not_found',
    post('/v1/vouchers/validate', { code: 'NOPE', ...cart }),
  ],
  [
    'a code with NUL',
    400,
    'bad_request',
    post('/v1/vouchers/validate', { code: 'NO\0PE', ...cart }),
  ],
  [
    'a code that is held',
    409,
    'voucher_held',
    ({ edge, heldCode: code }) => edge.rest('POST', '/v1/vouchers/hold', { code, ...cart }),
  ],
  [
    'a hold in another currency',
    409,
    'currency_mismatch',
    ({ edge, code }) => edge.rest('POST', '/v1/vouchers/hold', { code, ...cart, currency: 'USD' }),
  ],
  [
    'a hold for too long',
    400,
    'bad_request',
    ({ edge, code }) =>
      edge.rest('POST', '/v1/vouchers/hold', { code, ...cart, ttlSeconds: 86_401 }),
  ],
  [
    'a redemption of no hold',
    404,
    'hold_not_found',
    post('/v1/vouchers/redeem', {
      holdId: 'h_no',
      orderId: 'o-1',
    }),
  ],
  [
    'an end to no voucher',
    404,
    'voucher_not_found',
    post('/v1/vouchers/v_nothing/void', { reason: 'leaked' }),
  ],
  ['a release of no hold', 404, 'hold_not_found', post('/v1/vouchers/release', { holdId: 'h_no' })],
  [
    'points for no reason',
    400,
    'bad_request',
    post('/v1/shoppers/anna/points', { change: 5, reason: ' ' }),
  ],
  [
    'points with NUL in the reason',
    400,
    'bad_request',
    post('/v1/shoppers/anna/points', {
      change: 5,
      reason: 'a\0b',
    }),
  ],
  ['no points', 400, 'bad_request', post('/v1/shoppers/anna/points', { change: 0, reason: 'x' })],
  [
    'more points than there are',
    400,
    'bad_request',
    post('/v1/shoppers/anna/points', {
      change: 1e15,
      reason: 'x',
    }),
  ],
  [
    'points taken that are not there',
    409,
    'not_enough_points',
    post('/v1/shoppers/anna/points', {
      change: -100_000,
      reason: 'x',
    }),
  ],
  [
    'a prize of no programme',
    404,
    'prize_not_found',
    post('/v1/shoppers/anna/vouchers', {
      prizeId: 'gold',
      reason: 'x',
    }),
  ],
  [
    'a prize that is nothing',
    404,
    'prize_not_found',
    post('/v1/shoppers/anna/vouchers', {
      prizeId: 'nothing',
      reason: 'x',
    }),
  ],
  [
    'another shopper in the body than in the path',
    404,
    'prize_not_found',
    post('/v1/shoppers/anna/vouchers', { shopperId: 'bert', prizeId: 'gold', reason: 'x' }),
  ],
  ['a shopper nobody knows', 404, 'shopper_not_found', get('/v1/shoppers/nobody')],
  [
    'the points of a shopper nobody knows',
    404,
    'shopper_not_found',
    get('/v1/shoppers/nobody/points'),
  ],
  // Paths and methods.
  ['NUL in the path', 400, 'bad_request', get('/v1/shoppers/%00')],
  ['a slash in the path', 404, 'shopper_not_found', get('/v1/shoppers/a%2Fb')],
  ['dots in the path', 404, 'shopper_not_found', get('/v1/shoppers/%2E%2E%2F%2E%2E%2Fetc')],
  ['a malformed escape in the path', 404, 'not_found', get('/v1/shoppers/%E0%A4%A')],
  ['broken UTF-8 in the path', 404, 'not_found', get('/v1/shoppers/%FF')],
  ['a very long path', 400, 'bad_request', get(`/v1/shoppers/${'a'.repeat(6_000)}`)],
  ['an empty place in the path', 404, 'not_found', post('/v1/orders//refund', { amount: 1 })],
  [
    'NUL in the place of an order',
    400,
    'bad_request',
    post('/v1/orders/%00/refund', { amount: 1 }),
  ],
  ['a path that is not there', 404, 'not_found', get('/v1/nothing')],
  ['the root of the API', 404, 'not_found', get('/v1/')],
];

const methods = [
  ['GET', '/v1/orders', 'POST'],
  ['PUT', '/v1/orders', 'POST'],
  ['DELETE', '/v1/orders/o-1/refund', 'POST'],
  ['GET', '/v1/vouchers/validate', 'POST'],
  ['POST', '/v1/shoppers/anna', 'GET'],
  ['PATCH', '/v1/shoppers/anna/points', 'GET, POST'],
  ['TRACE', '/trpc/shopper.start', 'GET, POST'],
  ['TRACE', '/trpc/', 'GET, POST'],
  ['PUT', '/healthz', 'GET, HEAD'],
  ['DELETE', '/readyz', 'GET, HEAD'],
  ['TRACE', '/readyz', 'GET, HEAD'],
] as const;

onBothEngines('a bad request', (engine) => {
  const world: World = worldFor(engine);

  const refused = async (send: () => Promise<Answer>): Promise<Answer> => {
    const before = await booksOf(world.edge.deps.store);
    const answer = await send();
    expect(Object.keys(refusalStatus)).toContain(answer.code);
    expectNoStack(answer);
    expect(await booksOf(world.edge.deps.store)).toEqual(before);
    return answer;
  };

  it.each(cases)('with %s: %i %s', async (_name, status, code, send) => {
    const answer = await refused(() => send(world));
    expect({ status: answer.status, code: answer.code }).toEqual({ status, code });
  });

  it.each(methods)('by %s on %s is told to use %s', async (method, path, allow) => {
    const { status, code, headers } = await refused(() => world.edge.rest(method, path));
    const said = { status, code, allow: headers['allow'] };
    expect(said).toEqual({ status: 405, code: 'method_not_allowed', allow });
  });

  it('says where the mistake is', async () => {
    const { json } = await world.edge.rest('POST', '/v1/orders', { ...whole, net: -1 });
    expect(json.error.issues).toEqual([{ path: 'net', message: 'must be at least 0, not -1' }]);
    const { json: broken } = await world.edge.rest('POST', '/v1/orders', { ...whole, net: 9.5 });
    expect(broken.error.issues[0].message).toContain('smallest unit, such as 550 for €5.50');
  });
});
