/** An instant that never comes: it sorts behind every other, in every database. */
export const never = Number.MAX_SAFE_INTEGER;

/** Epoch milliseconds of an ISO 8601 text with offset, or of a plain day at 00:00 UTC. */
export function instantOf(text: string): number {
  // oxlint-disable-next-line eslint/no-restricted-globals -- reads a text, not a clock
  return Date.parse(text);
}
