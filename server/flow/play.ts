/** A shopper plays. */
import type { CommandId, SiteId } from '../../shared/ids.ts';
import type { Result } from '../../shared/refusals.ts';
import type { PlayReply } from '../../shared/schema/shopper-api.ts';
import type { PlayCommand } from '../core/command.ts';
import type { PlayFacts } from '../core/facts.ts';
import { decidePlay } from '../core/play.ts';
import type { Mechanic } from './settle.ts';
import { planPlay } from '../store/sql/plans.ts';
import { commandById } from '../store/sql/play.ts';
import { orRefuse, settle, type Deps } from './deps.ts';

export const playMechanic: Mechanic<PlayCommand, PlayFacts, PlayReply> = {
  plan: planPlay,
  decide: decidePlay,
};

export function play(deps: Deps, command: PlayCommand): Promise<Result<PlayReply>> {
  const { crowd } = deps;
  return crowd ? orRefuse(crowd.play(command)) : settle(deps, playMechanic, command);
}

/** Whether the command had its success: then another try is answered from the books. */
export async function isSettled(
  deps: Deps,
  siteId: SiteId,
  commandId: CommandId,
): Promise<boolean> {
  const [rows] = await deps.store.read([commandById(siteId, commandId)]);
  return (rows ?? []).length > 0;
}
