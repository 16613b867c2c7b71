/** A receipt as it comes from a file or a page: checked before it is believed to be one. */
import { z } from 'zod';
import { limits } from '../limits.ts';
import { narrowed, weightTotal } from '../draw.ts';
import { clientSeed, commitment } from './parts.ts';

const counter = z.int().min(0);
const someSlots = z.array(counter).max(limits.slotsPerTableMax);

const deviation = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sold_out'), slot: counter, left: z.literal(0) }),
  z.strictObject({ kind: z.literal('paced'), slot: counter, given: counter, released: counter }),
  z.strictObject({
    kind: z.literal('over_budget'),
    slot: counter,
    scope: z.enum(['day', 'campaign', 'shopper']),
    spent: counter,
    cost: counter,
    cap: counter,
  }),
  z.strictObject({ kind: z.literal('tier_only'), slot: counter, level: z.string().nullable() }),
  z.strictObject({ kind: z.literal('pity'), losses: counter, slots: someSlots }),
]);

export const receiptSchema = z
  .strictObject({
    version: z.literal(1),
    site: z.string(),
    game: z.string(),
    stream: z.string(),
    epoch: counter,
    index: counter,
    commitment,
    serverSeed: commitment,
    clientSeed,
    table: z.strictObject({
      slots: z
        .array(
          z.strictObject({
            prize: z.string(),
            weight: counter,
            tiers: z.array(z.string()).min(1).max(limits.tiersMax).optional(),
          }),
        )
        .min(1)
        .max(limits.slotsPerTableMax),
      fallback: counter,
      pity: z.strictObject({ after: counter.min(1), wins: someSlots }).optional(),
    }),
    number: counter,
    round: counter,
    drawn: counter,
    deviations: z.array(deviation).max(limits.slotsPerTableMax),
    slot: counter,
  })
  .refine(({ table }) => table.slots.some(({ weight }) => weight > 0), {
    path: ['table', 'slots'],
    message: 'the weights must sum to at least 1',
  })
  .refine(
    ({ table, deviations }) =>
      deviations.every((one) => one.kind !== 'pity' || weightTotal(narrowed(table, one.slots)) > 0),
    { path: ['deviations'], message: 'pity must name slots that have a weight' },
  );
