/** Work that goes on for as long as a server runs. */
import type { Deps } from './flow/deps.ts';
import { projectFigures } from './flow/project-figures.ts';

/** Runs `work` again and again with a pause, one at a time, until it is stopped. */
export function repeat(pauseMs: number, work: () => Promise<unknown>): () => Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let running: Promise<unknown> = Promise.resolve();
  const turn = (): void => {
    // A database that is away for a while is no reason to stop: readyz says so.
    running = work()
      .catch(() => undefined)
      .then(() => {
        if (!stopped) timer = setTimeout(turn, pauseMs);
      });
  };
  timer = setTimeout(turn, pauseMs);
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await running;
  };
}

/** Whoever fell behind catches up slice by slice, with plays in between. */
export async function projectAll(deps: Deps): Promise<void> {
  let counted = await projectFigures(deps);
  while (counted > 0) counted = await projectFigures(deps);
}
