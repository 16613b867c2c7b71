/**
 * Lets go of the page for a while. Without one, just between two pieces of work, which together
 * would hold a slow phone for too long.
 */
export function sleep(ms?: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
