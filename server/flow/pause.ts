/** A shopper takes a pause from all games. */
import type { Result } from '../../shared/refusals.ts';
import type { PauseReply } from '../../shared/schema/pause.ts';
import type { PauseCommand } from '../core/command.ts';
import { decidePause } from '../core/pause.ts';
import { planPause } from '../store/sql/plans.ts';
import { settle, type Deps } from './deps.ts';

export function pause(deps: Deps, command: PauseCommand): Promise<Result<PauseReply>> {
  return settle(deps, { plan: planPause, decide: decidePause }, command);
}
