/** One measured figure against its reference. */
export interface Line {
  readonly bench: string;
  readonly value: number;
  readonly unit: string;
  readonly reference: string;
  readonly reference_value: number;
  readonly ratio: number;
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}
