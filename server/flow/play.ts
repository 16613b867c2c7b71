/** A shopper plays. */
import type { CommandId, SiteId } from '../../shared/ids.ts';
import type { Result } from '../../shared/refusals.ts';
import type { PlayReply } from '../../shared/schema/shopper-api.ts';
import type { PlayCommand } from '../core/command.ts';
import type { PlayFacts } from '../core/facts.ts';
import { opensBooks } from '../core/activity.ts';
import { decidePlay } from '../core/play.ts';
import type { Programme } from '../core/programme.ts';
import { recordedWhole, type Mechanic, type Recorded } from './settle.ts';
import { withTable } from '../store/sql/draw-table.ts';
import { planPlay } from '../store/sql/plans-play.ts';
import { commandById } from '../store/sql/play.ts';
import { orRefuse, settle, type Deps } from './deps.ts';

export const playMechanic: Mechanic<PlayCommand, PlayFacts, PlayReply> = {
  plan: (command) => planPlay(command, opensBooks),
  decide: decidePlay,
  record: recordedPlay,
};

/** A third of an outcome is the table of its receipt, which is kept once for all plays. */
function recordedPlay(reply: PlayReply, { games, keptTables }: Programme): Recorded {
  const table = games.get(reply.gameId)?.tableKept;
  if (!table || !keptTables.has(table.id)) return recordedWhole(reply);
  const { receipt } = reply;
  const stored = JSON.stringify({ ...reply, receipt: { ...receipt, table: null } });
  return { stored, text: withTable(stored, table.text), tableId: table.id };
}

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
