/** Verbs about a site's programme document and its versions. */
import { limits } from '../../shared/limits.ts';
import { ok, type Result } from '../../shared/refusals.ts';
import type { CodeProblem } from '../core/code-list.ts';
import { diffDocuments } from '../core/programme-diff.ts';
import { describeChange, instantIn, readerOf, summarize } from '../core/programme-words.ts';
import { applyProgramme, rollBackProgramme, type Applied } from '../flow/apply-programme.ts';
import { exportProgramme } from '../flow/export-programme.ts';
import { importCodes, type ImportedCodes } from '../flow/import-codes.ts';
import { readVersions } from '../flow/programme-versions.ts';
import type { Deps } from '../flow/deps.ts';
import {
  described,
  hasDatabase,
  linesOf,
  need,
  plain,
  print,
  programmeInForce,
  readDocument,
  readFlags,
  readProgramme,
  valueOf,
  wholeNumber,
  withDeps,
  withNewDeps,
  type Verbs,
} from './verb.ts';

export const programmeVerbs: Verbs = {
  apply: {
    usage: 'apply FILE [--dry-run] [--all]',
    does: 'puts a programme document into force and prints what changes',
    run(args) {
      const { words, given } = readFlags(args, 1, { 'dry-run': 'switch', all: 'switch' });
      const file = need(words[0], 'FILE');
      const isDry = given['dry-run'] !== undefined;
      const reported = { what: file, isDry, showsAll: given.all !== undefined };
      // A try makes nothing, so it cannot make a database either.
      if (isDry && !hasDatabase()) return tryWithout(file, reported);
      return (isDry ? withDeps : withNewDeps)(async (deps) =>
        report(await applyProgramme(deps, await readProgramme(file), { isDry }), reported),
      );
    },
  },
  versions: {
    usage: 'versions SITE',
    does: 'lists the versions of a programme, newest first, and what each changed',
    run: plain(1, ([siteId]) => withDeps((deps) => versions(deps, need(siteId, 'SITE')))),
  },
  rollback: {
    usage: 'rollback SITE VERSION [--dry-run] [--all]',
    does: 'brings an earlier version back, as a new one',
    run(args) {
      const { words, given } = readFlags(args, 2, { 'dry-run': 'switch', all: 'switch' });
      const siteId = need(words[0], 'SITE');
      const version = wholeNumber(need(words[1], 'VERSION'), 'VERSION', 1);
      const isDry = given['dry-run'] !== undefined;
      return withDeps(async (deps) => {
        const back = await rollBackProgramme(deps, { siteId, version }, { isDry });
        const what = `version ${version} of ${siteId}`;
        return report(back, { what, isDry, showsAll: given.all !== undefined });
      });
    },
  },
  export: {
    usage: 'export SITE [VERSION]',
    does: 'prints the programme in force, or an earlier version, as apply reads it',
    run: plain(2, ([siteId, version]) =>
      withDeps(async (deps) => {
        const at = version === undefined ? undefined : wholeNumber(version, 'VERSION', 1);
        const programme = programmeInForce(deps, need(siteId, 'SITE'));
        const document = valueOf(await exportProgramme(deps, programme.siteId, at));
        return print(JSON.stringify(document, null, 2));
      }),
    ),
  },
  'import-codes': {
    usage: 'import-codes SITE POOL FILE [--dry-run] [--all]',
    does: "adds the shop's own voucher codes to a pool, one a line",
    run(args) {
      const { words, given } = readFlags(args, 3, { 'dry-run': 'switch', all: 'switch' });
      const [siteId, poolId] = [need(words[0], 'SITE'), need(words[1], 'POOL')];
      const lines = linesOf(need(words[2], 'FILE'));
      const isDry = given['dry-run'] !== undefined;
      return withDeps(async (deps) => {
        const imported = valueOf(await importCodes(deps, { siteId, poolId, lines, isDry }));
        return reportCodes(imported, { isDry, showsAll: given.all !== undefined });
      });
    },
  },
};

/** What a site that is not there yet would be. */
async function tryWithout(file: string, reported: Reported): Promise<number> {
  const document = await readDocument(file);
  return report(ok({ document, version: 0, changes: diffDocuments({}, document) }), reported);
}

interface Reported {
  /** What was put into force: a file, or an earlier version. */
  readonly what: string;
  readonly isDry: boolean;
  readonly showsAll: boolean;
}

/** What changed, a line each, then the version; or why nothing was put into force. */
function report(applied: Result<Applied>, { what, isDry, showsAll }: Reported): number {
  if (!applied.ok) {
    process.stderr.write(`${what} was not applied\n${described(applied.refusal)}\n`);
    return 1;
  }
  const { document, version, changes } = applied.value;
  const shown = showsAll ? changes : changes.slice(0, limits.changesShownMax);
  const reader = readerOf(document);
  for (const change of shown) print(describeChange(change, reader));
  const hidden = changes.length - shown.length;
  if (hidden > 0) print(`… and ${hidden} more; --all shows them`);
  const { id } = document.site;
  if (changes.length === 0) return print(`${id}: nothing changes; still version ${version}`);
  const counted = changes.length === 1 ? '1 change' : `${changes.length} changes`;
  if (!isDry) return print(`${id}: ${counted}; now version ${version}`);
  const now = version === 0 ? 'the site is not there yet' : `still version ${version}`;
  return print(`${id}: ${counted} if it is applied; ${now}`);
}

function reportCodes(
  { added, problems }: ImportedCodes,
  { isDry, showsAll }: Omit<Reported, 'what'>,
): number {
  const shown = showsAll ? problems : problems.slice(0, limits.importProblemsShownMax);
  for (const { line, message } of shown) print(`line ${line}: ${message}`);
  const hidden = problems.length - shown.length;
  if (hidden > 0) print(`… and ${hidden} more lines; --all shows them`);
  const count = (kind: CodeProblem['kind'], words: string): string[] => {
    const lines = problems.filter((each) => each.kind === kind).length;
    return lines === 0 ? [] : [`${lines} ${words}`];
  };
  const counted = [
    isDry ? `${added} codes would be added` : `${added} codes added`,
    ...count('repeated', 'repeated in the file'),
    ...count('known', 'there already'),
    ...count('malformed', 'malformed'),
    ...count('too_many', 'too many'),
  ];
  return print(counted.join(', '));
}

async function versions(deps: Deps, siteId: string): Promise<number> {
  const { site, version: current } = programmeInForce(deps, siteId);
  for (const each of valueOf(await readVersions(deps, siteId))) {
    const { version, appliedAt, restoredFrom, changes } = each;
    const back = restoredFrom === null ? '' : `version ${restoredFrom} again: `;
    const first = version === 1 ? 'the first: ' : '';
    const mark = version === current ? '*' : ' ';
    const when = instantIn(appliedAt, site.timeZone);
    print(`${mark}${`${version}`.padStart(4)}  ${when}  ${first}${back}${summarize(changes)}`);
  }
  return 0;
}
