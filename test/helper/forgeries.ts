/** Receipts with one thing changed: none of them may pass. */
import type { Deviation, Receipt } from '../../shared/draw.ts';

export type Forgery = readonly [what: string, receipt: Receipt];

/** Of every bound field, by the smallest change, and of the ways to give another prize. */
export function forgeriesOf(receipt: Receipt): Forgery[] {
  const { table } = receipt;
  const [first, ...rest] = table.slots;
  if (!first) throw new Error('a receipt without slots');
  const withSlots = (slots: Receipt['table']['slots']): Receipt => ({
    ...receipt,
    table: { ...table, slots },
  });
  const other = (slot: number): number => (slot + 1) % table.slots.length;
  const { deviations } = receipt;
  const soldOut: Deviation = { kind: 'sold_out', slot: other(receipt.drawn), left: 0 };
  return [
    ['another version', { ...receipt, version: 2 as 1 }],
    ['another site', { ...receipt, site: `${receipt.site}x` }],
    ['another game', { ...receipt, game: `${receipt.game}x` }],
    ['another stream', { ...receipt, stream: `${receipt.stream}x` }],
    ['another epoch', { ...receipt, epoch: receipt.epoch + 1 }],
    ['another index', { ...receipt, index: receipt.index + 1 }],
    ['another commitment', { ...receipt, commitment: flipped(receipt.commitment) }],
    ['another server seed', { ...receipt, serverSeed: flipped(receipt.serverSeed) }],
    ['a shorter server seed', { ...receipt, serverSeed: receipt.serverSeed.slice(2) }],
    ['another client seed', { ...receipt, clientSeed: flipped(receipt.clientSeed) }],
    ['another weight', withSlots([{ ...first, weight: first.weight + 1 }, ...rest])],
    ['another prize', withSlots([{ ...first, prize: `${first.prize}x` }, ...rest])],
    ['a slot for other tiers', withSlots([{ ...first, tiers: ['x'] }, ...rest])],
    ['another order', withSlots([...rest, first])],
    ['a slot less', withSlots(table.slots.slice(0, -1))],
    ['a slot without weight more', withSlots([...table.slots, { prize: 'x', weight: 0 }])],
    ['another fallback', { ...receipt, table: { ...table, fallback: other(table.fallback) } }],
    ['another number', { ...receipt, number: receipt.number + 1 }],
    ['another round', { ...receipt, round: receipt.round + 1 }],
    ['another slot drawn', { ...receipt, drawn: other(receipt.drawn) }],
    ['another slot given', { ...receipt, slot: other(receipt.slot) }],
    ['a reason that names another slot', { ...receipt, deviations: [...deviations, soldOut] }],
    ...(deviations.length > 0 ? withReason(receipt, deviations) : withoutReason(receipt)),
  ];
}

function withReason(receipt: Receipt, deviations: readonly Deviation[]): Forgery[] {
  const reasons = deviations.filter(({ kind }) => kind !== 'pity');
  const pity = deviations.find((one) => one.kind === 'pity');
  const forged: Forgery[] = reasons.flatMap((reason, at) => {
    const others = deviations.filter((one) => one !== reason);
    return [
      ...brokenCounters(reason, receipt.table.slots[receipt.drawn]?.tiers).map(
        ([what, changed]): Forgery => {
          return [`${what} (${at})`, { ...receipt, deviations: [...others, changed] }];
        },
      ),
      [`no reason (${at})`, { ...receipt, deviations: others }],
      [`a reason twice (${at})`, { ...receipt, deviations: [...deviations, reason] }],
    ];
  });
  return pity ? [...forged, ...withPity(receipt, pity)] : forged;
}

function brokenCounters(
  reason: Deviation,
  tiers: readonly string[] | undefined,
): (readonly [string, Deviation])[] {
  const unknown = { ...reason, kind: 'bad' as 'sold_out' } as Deviation;
  const broken = ['an unknown reason', unknown] as const;
  switch (reason.kind) {
    case 'sold_out':
      return [broken, ['sold out with some left', { ...reason, left: 1 as 0 }]];
    case 'paced':
      return [broken, ['paced with some released', { ...reason, released: reason.given + 1 }]];
    case 'over_budget':
      return [
        broken,
        ['over a budget that holds it', { ...reason, cap: reason.spent + reason.cost }],
        ['over no known budget', { ...reason, scope: 'year' as 'day' }],
      ];
    case 'tier_only': {
      const level = tiers?.[0] ?? '';
      return [broken, ['kept from whoever it is for', { ...reason, level }]];
    }
    default:
      return [broken];
  }
}

function withPity(receipt: Receipt, pity: Deviation & { kind: 'pity' }): Forgery[] {
  const { table, deviations } = receipt;
  const others = deviations.filter((one) => one !== pity);
  const after = table.pity?.after ?? 0;
  const changed = (more: Partial<typeof pity>): Receipt => ({
    ...receipt,
    deviations: [...others, { ...pity, ...more }],
  });
  return [
    ['pity before it is due', changed({ losses: after - 1 })],
    ['pity with a loss among the wins', changed({ slots: [...pity.slots, table.fallback] })],
    ['pity with a win left out', changed({ slots: pity.slots.slice(1) })],
    ['pity with a slot twice', changed({ slots: [...pity.slots, ...pity.slots] })],
    ['pity twice', { ...receipt, deviations: [...deviations, pity] }],
    ['pity kept quiet', { ...receipt, deviations: others }],
    ['pity that the table does not promise', { ...receipt, table: { ...table, pity: undefined } }],
    [
      'pity promised later',
      { ...receipt, table: { ...table, pity: { after: after + 1, wins: [] } } },
    ],
  ];
}

function withoutReason(receipt: Receipt): Forgery[] {
  const { drawn, table } = receipt;
  // A reason to give the fallback explains nothing where the fallback was drawn.
  if (drawn === table.fallback) return [];
  const reason: Deviation = { kind: 'sold_out', slot: drawn, left: 0 };
  return [
    ['the fallback without a reason', { ...receipt, slot: table.fallback }],
    ['a reason, but not the fallback', { ...receipt, deviations: [reason] }],
  ];
}

/** The last hexadecimal digit changed by one bit. */
function flipped(hex: string): string {
  return hex.slice(0, -1) + (Number.parseInt(hex.slice(-1), 16) ^ 1).toString(16);
}
