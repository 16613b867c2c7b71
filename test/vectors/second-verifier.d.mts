/** Types of the second verifier, for the tests. */
import type { Receipt } from '../../shared/draw.ts';

export interface DrawVector {
  readonly name: string;
  readonly drawKey: string;
  readonly place: readonly (string | number)[];
  readonly receipt: Receipt;
}

export function canonical(value: unknown): string;
export function below(eightBytes: Buffer, total: bigint): bigint | undefined;
export function faultsOf(receipt: Receipt): string[];
export function workedOut(vector: DrawVector): DrawVector;
