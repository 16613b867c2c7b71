/**
 * Lets go of the page for a while. Without one, just between two pieces of work, which together
 * would hold a slow phone for too long.
 */
export function sleep(ms?: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Until what is drawn by now is on the screen: a press is answered before all that follows. */
export async function shown(): Promise<void> {
  await new Promise((resolve) => {
    requestAnimationFrame(resolve);
    // A page that nobody looks at has no frames.
    setTimeout(resolve, 100);
  });
  await sleep();
}
