/**
 * After a restore, draws that were made since the backup must not be made again with other seeds.
 */
import { raiseEpochs } from '../store/sql/site.ts';
import type { Script } from '../store/store.ts';
import type { Deps } from './deps.ts';

export function raiseEpoch(deps: Deps): Promise<void> {
  return deps.store.run(function* (): Script<void> {
    yield { kind: 'write', writes: [raiseEpochs()] };
  });
}
