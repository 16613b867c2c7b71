/** A receipt as it comes from a file or a page: checked before it is believed to be one. */
import { z } from 'zod';
import { limits } from '../limits.ts';
import { clientSeed, commitment } from './parts.ts';

const counter = z.int().min(0);

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
        .array(z.strictObject({ prize: z.string(), weight: counter }))
        .min(1)
        .max(limits.slotsPerTableMax),
      fallback: counter,
    }),
    number: counter,
    round: counter,
    drawn: counter,
    deviations: z.array(
      z.strictObject({ kind: z.literal('sold_out'), slot: counter, left: z.literal(0) }),
    ),
    slot: counter,
  })
  .refine(({ table }) => table.slots.some(({ weight }) => weight > 0), {
    path: ['table', 'slots'],
    message: 'the weights must sum to at least 1',
  });
