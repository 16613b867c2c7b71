/**
 * 0, 1, … `count` − 1. Pages with Prototype.js have an `Array.from` that knows no second argument.
 */
export function range(count: number): number[] {
  return [...Array<number>(count).keys()];
}
