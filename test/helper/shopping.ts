/** What shoppers and shops do, in a line each, through the flows. */
import { randomBytes } from 'node:crypto';
import { expect } from 'vitest';
import type { Result } from '../../shared/refusals.ts';
import type { PlayInput, PlayReply, Told } from '../../shared/schema/shopper-api.ts';
import type { Customer } from '../../shared/ids.ts';
import { applyProgramme } from '../../server/flow/apply-programme.ts';
import { audit } from '../../server/flow/audit.ts';
import type { Deps } from '../../server/flow/deps.ts';
import { play } from '../../server/flow/play.ts';
import { readGames } from '../../server/flow/start.ts';
import { programmeInput, siteId, type ProgrammeParts } from './programme.ts';

export function newId(): string {
  return randomBytes(16).toString('hex');
}

export function customer(name: string): Customer {
  return { shopperId: `c_${name}`, externalId: name };
}

export async function apply(deps: Deps, parts: ProgrammeParts = {}): Promise<void> {
  const applied = await applyProgramme(deps, programmeInput(parts));
  expect(applied).toMatchObject({ ok: true });
}

/** The value, or a failed test that shows the refusal. */
export async function granted<Value>(result: Promise<Result<Value>>): Promise<Value> {
  const settled = await result;
  if (!settled.ok) throw new Error(`refused: ${JSON.stringify(settled.refusal)}`);
  return settled.value;
}

/** The code of the refusal, or `ok`. */
export async function codeOf(result: Promise<Result<unknown>>): Promise<string> {
  const settled = await result;
  return settled.ok ? 'ok' : settled.refusal.code;
}

export interface Turn {
  readonly shopperId: string;
  readonly gameId?: string;
  readonly commandId?: string;
  readonly clientSeed?: string;
  readonly commitment?: string;
  readonly told?: Told & Pick<PlayInput, 'region' | 'ageConfirmed'>;
}

/** Looks at the game as a widget does, and plays what is offered. */
export async function playOnce(deps: Deps, turn: Turn): Promise<Result<PlayReply>> {
  const { shopperId, gameId = 'wheel' } = turn;
  const commitment = turn.commitment ?? (await commitmentFor(deps, shopperId, gameId));
  return play(deps, {
    kind: 'play',
    siteId,
    shopperId,
    gameId,
    commandId: turn.commandId ?? newId(),
    clientSeed: turn.clientSeed ?? newId(),
    commitment,
    ...turn.told,
  });
}

export async function commitmentFor(
  deps: Deps,
  shopperId: string,
  gameId = 'wheel',
): Promise<string> {
  const asked = await granted(readGames(deps, shopperId, { siteId, gameIds: [gameId] }));
  return asked.games[0]?.turn.draw.commitment ?? '0'.repeat(64);
}

export async function expectCleanBooks(deps: Deps): Promise<void> {
  expect(await audit(deps)).toEqual([]);
}
