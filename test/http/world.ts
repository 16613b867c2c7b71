/** A shop in full swing, for whoever wants to do harm: two sites, shoppers, vouchers and orders. */
import { secretKeyOf } from '../../server/http/keys.ts';
import { applyProgramme } from '../../server/flow/apply-programme.ts';
import { late, type Engine } from '../helper/engines.ts';
import {
  bodyOf,
  dataOf,
  identifyOn,
  keys,
  edgeFor,
  playOn,
  startOn,
  turnOf,
  type Answer,
  type Edge,
} from '../helper/http.ts';
import { programmeInput } from '../helper/programme.ts';
import { apply, newId } from '../helper/shopping.ts';

export interface World {
  readonly edge: Edge;
  /** An anonymous shopper who has won `voucherId`. */
  readonly token: string;
  readonly voucherId: string;
  /** A settled play of that shopper, as it was sent. */
  readonly played: ReturnType<typeof turnOf>;
  /** An anonymous shopper who was merged into anna. */
  readonly mergedToken: string;
  /** Anna, who is identified. */
  readonly annaToken: string;
  /** A shopper and the secret key of another site. */
  readonly foreignToken: string;
  readonly foreignKey: string;
  /** Anna's voucher, free, and another that is held. */
  readonly code: string;
  readonly heldCode: string;
  readonly holdId: string;
  /** The Idempotency-Key of the report of order `o-1`. */
  readonly orderKey: string;
}

export const order = { shopperId: 'anna', currency: 'VND', net: 100_000 };
export const cart = { currency: 'VND', net: 100_000 };

/** Every play of the wheel wins a voucher. */
export const alwaysWins = {
  slots: [
    { prizeId: 'ten-off', weight: 1 },
    { prizeId: 'nothing', weight: 0 },
  ],
};

/** On a store of the suite's own. */
export function worldFor(engine: Engine): World {
  let world: World;
  const edge: Edge = edgeFor(engine, async () => {
    world = await openWorld(edge);
  });
  return late(() => world);
}

async function openWorld(edge: Edge): Promise<World> {
  await apply(edge.deps, { game: alwaysWins, points: { earning: { points: 1, per: 1_000 } } });
  const other = programmeInput({ site: { id: 'other', origins: ['https://other.example'] } });
  await applyProgramme(edge.deps, other);

  const started = await startOn(edge);
  const { token } = started;
  const played = turnOf(started);
  const won = dataOf(await edge.mutate('shopper.play', played, { token }));
  const { token: mergedToken } = await startOn(edge);
  dataOf(await playOn(edge, mergedToken));
  const anna = dataOf(await identifyOn(edge, {}, mergedToken));
  const orderKey = newId();
  const headers = { 'idempotency-key': orderKey };
  bodyOf(await edge.rest('POST', '/v1/orders', { orderId: 'o-1', ...order }, { headers }));
  for (const orderId of ['o-part', 'o-cancelled']) {
    bodyOf(await edge.rest('POST', '/v1/orders', { orderId, ...order }));
  }
  bodyOf(await edge.rest('POST', '/v1/orders/o-part/refund', { amount: 60_000 }));
  bodyOf(await edge.rest('POST', '/v1/orders/o-cancelled/cancel'));
  const [code, heldCode] = [await grant(edge), await grant(edge)];
  const hold = bodyOf(await edge.rest('POST', '/v1/vouchers/hold', { code: heldCode, ...cart }));
  return {
    edge,
    token,
    voucherId: won.voucher.id,
    played,
    mergedToken,
    annaToken: anna.token,
    foreignToken: (await startOn(edge, undefined, 'other')).token,
    foreignKey: secretKeyOf(keys, 'other'),
    code,
    heldCode,
    holdId: hold.holdId,
    orderKey,
  };
}

async function grant(edge: Edge): Promise<string> {
  const input = { prizeId: 'ten-off', reason: 'sorry' };
  return bodyOf(await edge.rest('POST', '/v1/shoppers/anna/vouchers', input)).voucher.code;
}

/** What is sent, and the status and code that must come back. */
export type Case = readonly [
  name: string,
  status: number,
  code: string,
  send: (world: World) => Promise<Answer>,
];
