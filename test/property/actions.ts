/** What can happen to a shop, as data that fast-check makes and shrinks. */
import fc from 'fast-check';
import type { Policy } from './model.ts';

const policies: readonly Policy[] = ['allow_negative', 'stop_at_zero', 'take_from_next_earning'];
const device = fc.constantFrom('device-0', 'device-1', 'device-2');
const maybeDevice = fc.constantFrom(null, 'device-0', 'device-1', 'device-2');
const who = fc.oneof(device, fc.constantFrom('c_anna', 'c_bert'));
const name = fc.constantFrom('anna', 'bert');
const maybeName = fc.constantFrom('anna', 'bert', null);
const game = fc.constantFrom('wheel', 'paid', 'last');
const nth = fc.nat(9);
const orderId = fc.constantFrom('order-0', 'order-1', 'order-2', 'order-3');

function kind<Kind extends string, Rest extends object>(
  value: Kind,
  rest: { [Key in keyof Rest]: fc.Arbitrary<Rest[Key]> },
): fc.Arbitrary<{ kind: Kind } & Rest> {
  return fc.record(rest).map((made) => ({ kind: value, ...(made as Rest) }));
}

const play = kind('play', { who, game, isStale: fc.nat(9).map((n) => n === 0) });
const action = fc.oneof(
  { weight: 8, arbitrary: play },
  { weight: 2, arbitrary: kind('claim', { who, nth }) },
  {
    weight: 2,
    arbitrary: kind('sign_in', { name, device: maybeDevice }),
  },
  { weight: 3, arbitrary: kind('report', { orderId, name: maybeName, net: fc.nat(60_000) }) },
  {
    weight: 3,
    arbitrary: kind('refund', { orderId, amount: fc.integer({ min: 1, max: 40_000 }) }),
  },
  { weight: 1, arbitrary: kind('cancel', { orderId }) },
  {
    weight: 3,
    arbitrary: kind('hold', {
      nth,
      name: maybeName,
      net: fc.constantFrom(10_000, 100_000),
      ttlSeconds: fc.constantFrom(60, 86_400),
    }),
  },
  { weight: 2, arbitrary: kind('redeem', { nth, orderId }) },
  { weight: 1, arbitrary: kind('release', { nth }) },
  { weight: 2, arbitrary: kind('adjust', { name, change: fc.integer({ min: -60, max: 60 }) }) },
  {
    weight: 2,
    arbitrary: kind('grant', { name, prizeId: fc.constantFrom('rare', 'own', 'hello', 'again') }),
  },
  {
    weight: 2,
    arbitrary: kind('pass', {
      ms: fc.constantFrom(60_000, 3_600_000, 86_400_000, 21 * 86_400_000),
    }),
  },
  {
    weight: 1,
    arbitrary: kind('publish', { policy: fc.constantFrom(...policies), more: fc.nat(2) }),
  },
  { weight: 2, arbitrary: kind('replay', { nth: fc.nat(40) }) },
  { weight: 2, arbitrary: kind('burst', { game, copies: fc.integer({ min: 1, max: 4 }) }) },
);

export type Action = typeof action extends fc.Arbitrary<infer Made> ? Made : never;

export const actions = fc.array(action, { minLength: 5, maxLength: 45 });
export const everyone = ['device-0', 'device-1', 'device-2', 'c_anna', 'c_bert'] as const;
