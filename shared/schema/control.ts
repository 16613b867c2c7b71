/** How a campaign holds its prizes back: budget and pacing of stock. */
import { z } from 'zod';
import { limits } from '../limits.ts';
import { instantOf } from '../time.ts';
import type { Campaign } from './campaign.ts';
import { instant, moneyMinor, prizeId } from './parts.ts';
import { noPrize, type Problem, type Shape } from './problems.ts';

const cap = moneyMinor.min(1).nullable().default(null);

/** Caps on what the prizes given in plays may cost, minor units; null for none. */
export const budget = z
  .strictObject({ perDay: cap, total: cap, perShopper: cap })
  .refine(({ perDay, total, perShopper }) => (perDay ?? total ?? perShopper) !== null, {
    message: 'must cap at least one of perDay, total and perShopper; null for no budget',
  });

const units = z.int().min(1).max(limits.stockMax);
const weight = z.int().min(0).max(limits.weightMax);

/** How a prize's stock is released along the campaign. */
export const pacing = z.discriminatedUnion('kind', [
  /** One by one, at equal distances from the campaign's start to its end. */
  z.strictObject({ prizeId, kind: z.literal('even') }),
  /** A share at the start of each site day, by its weekday: Monday first. */
  z.strictObject({
    prizeId,
    kind: z.literal('weekdays'),
    weights: z
      .array(weight)
      .length(7, 'seven weights, Monday first')
      .refine((weights) => weights.some((one) => one > 0), 'at least one weight above 0'),
  }),
  /** So many at each of these times. */
  z.strictObject({
    prizeId,
    kind: z.literal('releases'),
    releases: z
      .array(z.strictObject({ at: instant, units }))
      .min(1)
      .max(limits.releasesMax),
  }),
]);

export type Pacing = z.infer<typeof pacing>;

export function pacingProblems(
  document: Shape,
  one: Campaign,
  path: (string | number)[],
): Problem[] {
  const paced = one.pacing.map(({ prizeId: id }) => id);
  return one.pacing.flatMap((each, at): Problem[] => {
    const here = [...path, 'pacing', at];
    const prize = document.prizes.find(({ id }) => id === each.prizeId);
    if (!prize) return [{ path: [...here, 'prizeId'], message: noPrize(each.prizeId) }];
    const message = prizeMessage(document, one, prize) ?? repeatMessage(paced, at);
    if (message) return [{ path: [...here, 'prizeId'], message }];
    return each.kind === 'releases' ? releaseProblems(each, prize.stock ?? 0, here) : [];
  });
}

function prizeMessage(
  { campaigns }: Shape,
  one: Campaign,
  { id, stock }: Shape['prizes'][number],
): string | undefined {
  if (stock === null) return `"${id}" has no stock to release; set its stock`;
  const drawing = campaigns.filter(({ games }) =>
    games.some(({ slots }) => slots.some(({ prizeId: drawn }) => drawn === id)),
  );
  const other = drawing.find((each) => each.id !== one.id);
  if (other) return `"${id}" is drawn in "${other.id}" too; a paced prize belongs to one campaign`;
  return drawing.length === 0 ? `"${id}" is on no table of the campaign` : undefined;
}

function repeatMessage(paced: readonly string[], at: number): string | undefined {
  return paced.indexOf(paced[at] ?? '') < at ? `"${paced[at]}" is paced twice` : undefined;
}

function releaseProblems(
  { releases }: Pacing & { readonly kind: 'releases' },
  stock: number,
  path: (string | number)[],
): Problem[] {
  const at = [...path, 'releases'];
  const times = releases.map((each) => instantOf(each.at));
  if (times.some((time, index) => index > 0 && time <= (times[index - 1] ?? 0))) {
    return [{ path: at, message: 'must be in the order of time' }];
  }
  const sum = releases.reduce((total, each) => total + each.units, 0);
  if (sum === stock) return [];
  return [{ path: at, message: `add up to ${sum}; the stock is ${stock}` }];
}
