/**
 * What time makes due: for each kind of work, how it is found and the command that does it. The
 * commands' ids are made from what they are about, so that nothing is done twice.
 */
import type { CommandId } from '../../shared/ids.ts';
import type { Result } from '../../shared/refusals.ts';
import type { Command } from '../core/command.ts';
import type { Programme } from '../core/programme.ts';
import type { Stamp } from '../core/stamp.ts';
import type { DuePage } from '../store/sql/due.ts';
import type { Query, Row, Script } from '../store/store.ts';
import { settleScript, type Mechanic, type ProgrammeCache } from './settle.ts';

export interface DueAt extends DuePage {
  readonly programme: Programme;
}

/** One command that is due. */
export interface DueUnit {
  readonly commandId: CommandId;
  script(stamp: Stamp, programmes: ProgrammeCache): Script<Result<unknown>>;
}

export interface DueWork {
  readonly name: string;
  /** Whether the order of the units matters: then one is done after the other. */
  readonly inOrder: boolean;
  /** At most `rowsMax` rows, oldest first, after `skip`; null when nothing can be due. */
  query(at: DueAt): Query | null;
  units(rows: readonly Row[], at: DueAt): readonly DueUnit[];
}

interface DueKind<C extends Command, Facts, Outcome> {
  readonly name: string;
  readonly inOrder?: boolean;
  readonly mechanic: Mechanic<C, Facts, Outcome>;
  query(at: DueAt): Query | null;
  /** The commands for a page of rows; done, they must not be due again. */
  commands(rows: readonly Row[], at: DueAt): readonly C[];
}

/** Work of one kind, its commands' type forgotten. */
export function dueWork<C extends Command, Facts, Outcome>(
  kind: DueKind<C, Facts, Outcome>,
): DueWork {
  const { name, mechanic, inOrder = false } = kind;
  return {
    name,
    inOrder,
    query: (at) => kind.query(at),
    units: (rows, at) =>
      kind.commands(rows, at).map((command) => ({
        commandId: command.commandId,
        script: (stamp, programmes) => settleScript(mechanic, command, stamp, programmes),
      })),
  };
}

/** No client can send such an id: theirs hold no colon, and the back end's start otherwise. */
export function systemId(...parts: readonly (string | number)[]): CommandId {
  return ['system', ...parts].join(':');
}
