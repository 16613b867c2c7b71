/** Adds the shop's own voucher codes to a pool, a chunk at a time. */
import type { PoolId, SiteId } from '../../shared/ids.ts';
import { limits } from '../../shared/limits.ts';
import { ok, refuse, type Result } from '../../shared/refusals.ts';
import { insertCode } from '../store/sql/play.ts';
import type { Script } from '../store/store.ts';
import type { Deps } from './deps.ts';
import { currentProgramme } from './programmes.ts';

export interface ImportedCodes {
  readonly added: number;
  /** Line numbers, from 1, with a code that was there before. */
  readonly repeated: readonly number[];
  /** Line numbers, from 1, that hold no code. */
  readonly malformed: readonly number[];
}

/** `lines` hold a code each; empty lines are passed over. */
export async function importCodes(
  deps: Deps,
  siteId: SiteId,
  poolId: PoolId,
  lines: AsyncIterable<string>,
): Promise<Result<ImportedCodes>> {
  const programme = await currentProgramme(deps, siteId);
  if (!programme) return refuse('site_not_found');
  if (programme.pools.get(poolId)?.kind !== 'imported') {
    return refuse('not_found', { detail: `the programme has no imported pool "${poolId}"` });
  }
  const report: { added: number; repeated: number[]; malformed: number[] } = {
    added: 0,
    repeated: [],
    malformed: [],
  };
  let chunk: { line: number; code: string }[] = [];
  const flush = async (): Promise<void> => {
    const codes = chunk;
    chunk = [];
    const repeated = await deps.store.run(() => addScript(siteId, poolId, codes));
    report.added += codes.length - repeated.length;
    report.repeated.push(...repeated);
  };
  let line = 0;
  for await (const text of lines) {
    line += 1;
    const code = text.trim();
    if (code === '') continue;
    if (/^[\x21-\x7e]{3,64}$/.test(code)) chunk.push({ line, code });
    else report.malformed.push(line);
    if (chunk.length === limits.importChunkCodes) await flush();
  }
  if (chunk.length > 0) await flush();
  return ok(report);
}

/** Answers the lines whose code was there before. */
function* addScript(
  siteId: SiteId,
  poolId: PoolId,
  codes: readonly { line: number; code: string }[],
): Script<number[]> {
  const rows = yield {
    kind: 'write',
    writes: codes.map(({ code }) => insertCode(siteId, poolId, code)),
  };
  return codes.filter((_, at) => rows[at]?.length === 0).map(({ line }) => line);
}
