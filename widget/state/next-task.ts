/** Lets go of the page between two pieces of work: on a slow phone, together they would hold it. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
