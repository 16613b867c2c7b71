/** An axis that ends on round numbers. */

export interface Scale {
  readonly min: number;
  readonly max: number;
  /** From `min` to `max`, in equal steps of 1, 2 or 5 times a power of ten. */
  readonly ticks: readonly number[];
}

/**
 * Covers zero and all of `values` (whole numbers) in at most `stepsMax` steps, which are whole
 * too.
 */
export function roundScale(values: readonly number[], stepsMax: number): Scale {
  const lowest = values.reduce((least, value) => Math.min(least, value), 0);
  const highest = values.reduce((most, value) => Math.max(most, value), 0);
  if (lowest === 0 && highest === 0) return { min: 0, max: 1, ticks: [0] };

  let step = roundStep((highest - lowest) / stepsMax);
  while (Math.ceil(highest / step) - Math.floor(lowest / step) > stepsMax) {
    step = roundStep(step * 1.01);
  }
  const first = Math.floor(lowest / step);
  const last = Math.ceil(highest / step);
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
  return { min: first * step, max: last * step, ticks };
}

/** The smallest of 1, 2, 5, 10, 20, 50 … that is not below `least`. */
function roundStep(least: number): number {
  if (least <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(least));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= least) ?? 10 * power;
}
