/** What the office needs of the browser, so that tests can stand in for it. */

export interface Surroundings {
  /** Epoch milliseconds. */
  now(): number;
  /** Runs once, later; the answer calls it off. */
  after(milliseconds: number, run: () => void): () => void;
  isVisible(): boolean;
  isOnline(): boolean;
  readHash(): string;
  /** `replace` leaves no step for the back button. */
  writeHash(hash: string, how: 'push' | 'replace'): void;
}

export const browserSurroundings: Surroundings = {
  now: () => Date.now(),
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
  isVisible: () => document.visibilityState === 'visible',
  isOnline: () => navigator.onLine,
  readHash: () => location.hash,
  writeHash(hash, how) {
    if (how === 'push') history.pushState(null, '', hash);
    else history.replaceState(null, '', hash);
  },
};
