/** A shopper has what is personal erased. */
import type { Result } from '../../shared/refusals.ts';
import type { ErasedReply } from '../../shared/schema/erase-api.ts';
import type { EraseDataCommand } from '../core/command.ts';
import { decideEraseData } from '../core/erase.ts';
import { planEraseData } from '../store/sql/erase.ts';
import { settle, type Deps } from './deps.ts';

export function eraseData(deps: Deps, command: EraseDataCommand): Promise<Result<ErasedReply>> {
  return settle(deps, { plan: planEraseData, decide: decideEraseData }, command);
}
