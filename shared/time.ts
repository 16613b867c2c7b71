/** An instant that never comes: it sorts behind every other, in every database. */
export const never = Number.MAX_SAFE_INTEGER;
