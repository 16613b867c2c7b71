/** Repeated work: what breaks is told of, and goes on when it can. */
import { expect, it, vi } from 'vitest';
import { repeat } from '../server/repeat.ts';
import { StoreBusy, StoreUnavailable } from '../server/store/store.ts';

it('tells once of what breaks while it lasts, also of a database that is away', async () => {
  const away = (): Error => new StoreUnavailable('the disk is full');
  const bug = (): Error => new Error('an event of a kind that is not known');
  const outcomes = [away(), away(), bug(), bug(), null, bug(), new StoreBusy('full'), away()];
  const told: unknown[] = [];
  let turns = 0;
  const work = async (): Promise<void> => {
    turns += 1;
    const outcome = outcomes[turns - 1];
    if (outcome) throw outcome;
  };
  const stop = repeat(1, work, (error) => told.push(error));
  await vi.waitFor(() => expect(turns).toBeGreaterThan(outcomes.length));
  await stop();
  expect(told).toEqual([outcomes[0], outcomes[2], outcomes[5], outcomes[7]]);
});
