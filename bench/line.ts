/** One measured figure against its reference. */
export interface Line {
  readonly bench: string;
  readonly value: number;
  readonly unit: string;
  readonly reference: string;
  readonly reference_value: number;
  readonly ratio: number;
}

export interface Figure {
  readonly value: number;
  readonly unit: string;
  /** After the point. */
  readonly digits?: number;
}

export function line(
  bench: string,
  { value, unit, digits = 0 }: Figure,
  reference: string,
  referenceValue: number,
): Line {
  return {
    bench,
    value: round(value, digits),
    unit,
    reference,
    reference_value: round(referenceValue, digits),
    ratio: round(value / referenceValue, 2),
  };
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

function round(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
