/** A shopper plays. */
import type { Result } from '../../shared/refusals.ts';
import type { PlayReply } from '../../shared/schema/shopper-api.ts';
import type { PlayCommand } from '../core/command.ts';
import type { PlayFacts } from '../core/facts.ts';
import { decidePlay } from '../core/play.ts';
import type { Mechanic } from './settle.ts';
import { planPlay } from '../store/sql/plans.ts';
import { settle, type Deps } from './deps.ts';

export const playMechanic: Mechanic<PlayCommand, PlayFacts, PlayReply> = {
  plan: planPlay,
  decide: decidePlay,
};

export function play(deps: Deps, command: PlayCommand): Promise<Result<PlayReply>> {
  return settle(deps, playMechanic, command);
}
