/**
 * Whatever happens in whatever order, the shop does what the model says, its books are in order,
 * and every answer can be had again. A failure prints its seed; PROPERTY_SEED=… runs it again.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { depsFor, onBothEngines } from '../helper/engines.ts';
import { actions } from './actions.ts';
import { Shop } from './shop.ts';

const runs = { sqlite: 150, postgres: 80 };
const timeMsMax = { sqlite: 20_000, postgres: 25_000 };

onBothEngines('any sequence of commands', (engine) => {
  it('ends where the model ends', async () => {
    let done = 0;
    const given = process.env['PROPERTY_SEED'];
    const property = fc.asyncProperty(actions, async (sequence) => {
      const opened = await engine.open();
      try {
        const shop = await Shop.open(depsFor(opened.store));
        for (const action of sequence) await shop.act(action);
        await shop.close();
        done += 1;
      } finally {
        await opened.close();
      }
    });
    await fc.assert(property, {
      numRuns: runs[engine.name],
      interruptAfterTimeLimit: timeMsMax[engine.name],
      ...(given === undefined ? {} : { seed: Number(given) }),
    });
    expect(done).toBeGreaterThan(0);
  }, 300_000);
});
