/** Work that goes on for as long as a server runs. */
import type { Deps } from './flow/deps.ts';
import { LeaseLost } from './flow/lease.ts';
import { projectFigures } from './flow/project-figures.ts';
import { StoreBusy } from './store/store.ts';

/**
 * Runs `work` again and again with a pause, one at a time, until it is stopped. A bug, or a
 * database that is away, is told of once for as long as it stays the same.
 */
export function repeat(
  pauseMs: number,
  work: () => Promise<unknown>,
  report: (error: unknown) => void,
): () => Promise<void> {
  let told = '';
  const tell = (error: unknown): void => {
    if (error instanceof LeaseLost || error instanceof StoreBusy) return;
    if (String(error) !== told) report(error);
    told = String(error);
  };
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  let running: Promise<unknown> = Promise.resolve();
  const turn = (): void => {
    running = work()
      .then(() => (told = ''), tell)
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
