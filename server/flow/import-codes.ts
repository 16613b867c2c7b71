/**
 * Adds the shop's own voucher codes to a pool: staged a chunk at a time, so that plays go on, and
 * published by one flag, so that nothing is half imported. The same list after a crash goes on
 * where it was; what another one left behind is cleared.
 */
import type { PoolId, SiteId } from '../../shared/ids.ts';
import { limits } from '../../shared/limits.ts';
import { ok, refuse, type Result } from '../../shared/refusals.ts';
import { CodeListReader, type CodeProblem } from '../core/code-list.ts';
import type { Programme } from '../core/programme.ts';
import { textHash } from '../core/stamp.ts';
import {
  clearCodes,
  codeImportRow,
  deleteImport,
  insertCodes,
  insertImport,
  knownCodes,
  publishImport,
  startClearing,
  touchImport,
  unfinishedImports,
  type CodeImport,
  type ImportKey,
} from '../store/sql/code-import.ts';
import { textOf } from '../store/sql/row.ts';
import type { Row, Script } from '../store/store.ts';
import { orRefuse, type Deps } from './deps.ts';
import { currentProgramme } from './programmes.ts';

export interface ImportedCodes {
  /** Codes that can be given from now on; with a dry run, that could be. */
  readonly added: number;
  /** In the order of their lines. */
  readonly problems: readonly CodeProblem[];
}

export interface CodesToImport {
  readonly siteId: SiteId;
  readonly poolId: PoolId;
  /** A code each; empty lines are passed over. */
  readonly lines: AsyncIterable<string>;
  /** Only says what would happen. */
  readonly isDry?: boolean;
}

export async function importCodes(
  deps: Deps,
  { siteId, poolId, lines, isDry = false }: CodesToImport,
): Promise<Result<ImportedCodes>> {
  const programme = await currentProgramme(deps, siteId);
  if (!programme) return refuse('site_not_found');
  if (programme.pools.get(poolId)?.kind !== 'imported') {
    return refuse('not_found', { detail: wrongPool(programme, poolId) });
  }
  const reader = new CodeListReader(limits.importCodesMax);
  for await (const line of lines) if (!reader.add(line)) break;
  const { codes, problems } = reader.list();
  const key = isDry || codes.size === 0 ? null : await openImport(deps, siteId, poolId, codes);
  const known: CodeProblem[] = [];
  for (const chunk of chunksOf([...codes], limits.importChunkCodes)) {
    const startedAt = performance.now();
    const staged = await orRefuse(
      deps.store.run(() => stageScript(programme, { key, chunk, now: deps.clock() })),
    );
    if (!staged.ok) return staged;
    known.push(...staged.value);
    // As long a pause as the work took: whoever waits for the database comes first.
    if (key) await pause(performance.now() - startedAt);
  }
  if (key) {
    const added = codes.size > known.length;
    const ended = await orRefuse(deps.store.run(() => endScript(key, added, deps.clock())));
    if (!ended.ok) return ended;
  }
  const all = [...problems, ...known].toSorted((a, b) => a.line - b.line);
  return ok({ added: codes.size - known.length, problems: all });
}

/** The import that this list was cut off in, or a new one. What others left behind goes. */
async function openImport(
  deps: Deps,
  siteId: SiteId,
  poolId: PoolId,
  codes: ReadonlyMap<string, number>,
): Promise<ImportKey> {
  const digest = textHash([...codes.keys()].join('\n'));
  const [rows = []] = await deps.store.read([unfinishedImports(siteId, poolId)]);
  for (const left of rows.map(codeImportRow).filter((each) => isLeft(each, digest, deps.clock()))) {
    await clearImport(deps, { siteId, poolId, importId: left.importId });
  }
  // The time first: the oldest import gives its codes first.
  const importId = `${deps.clock().toString(36)}${deps.entropy().slice(0, 12)}`;
  return deps.store.run(() => openScript({ siteId, poolId, importId }, digest, deps.clock()));
}

/** Nobody works on it any more, and it is not this list's. */
function isLeft({ state, digest, touchedAt }: CodeImport, ours: string, now: number): boolean {
  if (state === 'clearing') return true;
  return digest !== ours && touchedAt < now - limits.importIdleMsMax;
}

async function clearImport(deps: Deps, key: ImportKey): Promise<void> {
  await deps.store.run(function* (): Script<void> {
    yield { kind: 'write', writes: [startClearing(key)] };
  });
  for (let cleared = 1; cleared > 0;) {
    cleared = await deps.store.run(function* (): Script<number> {
      const [codes] = yield { kind: 'write', writes: [clearCodes(key, limits.importChunkCodes)] };
      return codes?.length ?? 0;
    });
  }
  await deps.store.run(function* (): Script<void> {
    yield { kind: 'write', writes: [deleteImport(key)] };
  });
}

function* openScript(fresh: ImportKey, digest: string, now: number): Script<ImportKey> {
  const { siteId, poolId } = fresh;
  yield { kind: 'lock_work', name: `codes ${siteId} ${poolId}` };
  const [rows = []] = yield { kind: 'read', queries: [unfinishedImports(siteId, poolId)] };
  const ours = rows.map(codeImportRow).find((each) => each.digest === digest);
  if (ours) return { ...fresh, importId: ours.importId };
  yield { kind: 'write', writes: [insertImport(fresh, digest, now)] };
  return fresh;
}

interface Chunk {
  /** Null with a dry run. */
  readonly key: ImportKey | null;
  readonly chunk: readonly (readonly [code: string, line: number])[];
  readonly now: number;
}

/** Stages the codes that are new, and says which were there. */
function* stageScript(
  programme: Programme,
  { key, chunk, now }: Chunk,
): Script<Result<CodeProblem[]>> {
  const { siteId } = programme;
  if (key) {
    const [touched = []] = yield { kind: 'write', writes: [touchImport(key, now)] };
    if (touched.length === 0) return refuse('busy', { detail: endedByAnother });
  }
  const codes = chunk.map(([code]) => code);
  const [rows = []] = yield { kind: 'read', queries: [knownCodes(siteId, codes)] };
  const knownAs = new Map(rows.map((row) => [textOf(row, 'code'), row]));
  const sharing = new Map(
    [...programme.pools.values()].flatMap((pool) =>
      pool.kind === 'shared' ? [[pool.code, `the pool "${pool.id}"`] as const] : [],
    ),
  );
  const problems: CodeProblem[] = [];
  const fresh: string[] = [];
  for (const [code, line] of chunk) {
    const row = knownAs.get(code);
    // What this import staged before it was cut off is its own.
    if (row && key && textOf(row, 'import_id') === key.importId) continue;
    const place = sharing.get(code) ?? (row && placeOf(row, key));
    if (place === undefined) fresh.push(code);
    else problems.push({ line, kind: 'known', message: `"${code}" is in ${place} already` });
  }
  if (key && fresh.length > 0) yield { kind: 'write', writes: [insertCodes(key, fresh)] };
  return ok(problems);
}

/** Where a code is; undefined when a dry run finds it in an import that was cut off. */
function placeOf(row: Row, key: ImportKey | null): string | undefined {
  if (textOf(row, 'state') === 'published') return `the pool "${textOf(row, 'pool_id')}"`;
  return key ? 'another import, which is not finished,' : undefined;
}

/** Publishes what was staged; an import without a code leaves nothing behind. */
function* endScript(key: ImportKey, added: boolean, now: number): Script<Result<null>> {
  if (!added) {
    yield { kind: 'write', writes: [startClearing(key), deleteImport(key)] };
    return ok(null);
  }
  const [published]: readonly (readonly Row[])[] = yield {
    kind: 'write',
    writes: [publishImport(key, now)],
  };
  return published?.length === 1 ? ok(null) : refuse('busy', { detail: endedByAnother });
}

const endedByAnother = 'another run of the import ended this one; run it again';

function wrongPool({ pools }: Programme, poolId: PoolId): string {
  const imported = [...pools.values()].filter(({ kind }) => kind === 'imported');
  const there = imported.map(({ id }) => `"${id}"`).join(', ');
  const instead = there === '' ? 'it has none' : `it has ${there}`;
  return `the programme has no imported pool "${poolId}"; ${instead}`;
}

function chunksOf<Value>(values: readonly Value[], size: number): Value[][] {
  const count = Math.ceil(values.length / size);
  return Array.from({ length: count }, (_, at) => values.slice(at * size, (at + 1) * size));
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
