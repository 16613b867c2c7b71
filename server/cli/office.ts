/** Verbs about the books, the keys and the people who look after them. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { issuesOf } from '../../shared/schema/issues.ts';
import { receiptSchema } from '../../shared/schema/receipt.ts';
import { checkReceipt, type Hashes } from '../../shared/verify.ts';
import { readConfig } from '../config.ts';
import { instantIn, percent } from '../core/programme-words.ts';
import { newAdminLink, readAuditLog } from '../flow/admins.ts';
import { audit, resumeIssuing, stopIssuing } from '../flow/audit.ts';
import type { Deps } from '../flow/deps.ts';
import { drawingRecord } from '../flow/drawing-record.ts';
import { explainPlay, type ExplainedPlay } from '../flow/explain-play.ts';
import { exportLeads } from '../flow/leads.ts';
import { eraseDataOf, personalDataOf } from '../flow/personal-data.ts';
import { raiseEpoch } from '../flow/raise-epoch.ts';
import { identityKeyOf, secretKeyOf } from '../http/keys.ts';
import { databaseFileOf, needsToBeThere, reasonOf } from '../open-deps.ts';
import { backUp } from '../store/sqlite/backup.ts';
import {
  issueLines,
  knownSite,
  need,
  note,
  plain,
  print,
  programmeInForce,
  readJson,
  UsageError,
  valueOf,
  withDeps,
  type Verbs,
} from './verb.ts';

export const officeVerbs: Verbs = {
  serve: {
    usage: 'serve',
    does: 'runs the server, as npm start does',
    run: plain(0, async () => {
      await import('../main.ts');
      return -1;
    }),
  },
  audit: {
    usage: 'audit',
    does: 'recomputes the books; on a breach stops issuing on that site and exits with 1',
    run: plain(0, () => withDeps(runAudit)),
  },
  resume: {
    usage: 'resume SITE',
    does: 'lets a stopped site issue again',
    run: plain(1, ([siteId]) =>
      withDeps(async (deps) => {
        const id = knownSite(deps, need(siteId, 'SITE'));
        const wasStopped = await resumeIssuing(deps, id);
        return print(wasStopped ? 'issuing again' : `${id} was not stopped`);
      }),
    ),
  },
  backup: {
    usage: 'backup FILE',
    does: 'copies the SQLite database while it is in use; keys.json is to be kept elsewhere',
    run: plain(1, async ([file]) => {
      const target = need(file, 'FILE');
      const config = readConfig(process.env);
      if (config.databaseUrl !== null) {
        throw new UsageError('PostgreSQL has a program of its own for this: pg_dump');
      }
      needsToBeThere(config);
      try {
        backUp(databaseFileOf(config), target);
      } catch (error) {
        throw new UsageError(`${target}: ${reasonOf(error)}`);
      }
      return print(`${target} is a copy of ${databaseFileOf(config)}, without its keys`);
    }),
  },
  'new-epoch': {
    usage: 'new-epoch',
    does: 'starts all draws anew; to be run after a restore or a failover',
    run: plain(0, () =>
      withDeps(async (deps) => {
        await raiseEpoch(deps);
        return print('draws start anew');
      }),
    ),
  },
  'admin-link': {
    usage: 'admin-link',
    does: 'prints a link that makes an admin, good for an hour',
    run: plain(0, () =>
      withDeps(async (deps) => {
        const { publicUrl } = readConfig(process.env);
        const { PORT, PUBLIC_URL } = process.env;
        if (!PORT && !PUBLIC_URL) {
          note(`for a server at ${publicUrl}; another needs its PORT or PUBLIC_URL here, too`);
        }
        return print(`${publicUrl}/admin/#link=${await newAdminLink(deps)}`);
      }),
    ),
  },
  'admin-log': {
    usage: 'admin-log',
    does: 'lists what admins did, newest first, in UTC',
    run: plain(0, () =>
      withDeps(async (deps) => {
        for (const { at, actor, action, detail } of await readAuditLog(deps)) {
          print(`${instantIn(at, 'UTC')}  ${actor}  ${action}  ${detail}`.trimEnd());
        }
        return 0;
      }),
    ),
  },
  keys: {
    usage: 'keys SITE',
    does: "prints the keys of the shop's back end; keep them secret",
    run: plain(1, ([siteId]) =>
      withDeps(async (deps, keys) => {
        const id = knownSite(deps, need(siteId, 'SITE'));
        const identityKey = identityKeyOf(keys, id);
        return print(JSON.stringify({ secretKey: secretKeyOf(keys, id), identityKey }, null, 2));
      }),
    ),
  },
  explain: {
    usage: 'explain SITE PLAY',
    does: 'says what a play drew, and under which version of the programme',
    run: plain(2, ([siteId, playId]) =>
      withDeps(async (deps) => {
        const id = knownSite(deps, need(siteId, 'SITE'));
        const play = valueOf(await explainPlay(deps, id, need(playId, 'PLAY')));
        for (const line of playInWords(play)) print(line);
        return 0;
      }),
    ),
  },
  'drawing-record': {
    usage: 'drawing-record SITE CAMPAIGN',
    does: 'prints every play of a campaign with its receipt, one JSON line each, oldest first',
    run: plain(2, ([siteId, campaignId]) =>
      withDeps((deps) =>
        printDrawingRecord(deps, need(siteId, 'SITE'), need(campaignId, 'CAMPAIGN')),
      ),
    ),
  },
  leads: {
    usage: 'leads SITE',
    does: 'prints the contacts that shoppers left, as CSV, with what they agreed to and when',
    run: plain(1, ([siteId]) =>
      withDeps((deps) => printLeads(deps, knownSite(deps, need(siteId, 'SITE')))),
    ),
  },
  data: {
    usage: 'data SITE SHOPPER',
    does: 'prints what is personal of a shopper, by the id that leads prints',
    run: plain(2, ([siteId, shopperId]) =>
      withDeps(async (deps) => {
        const id = knownSite(deps, need(siteId, 'SITE'));
        const data = await personalDataOf(deps, id, need(shopperId, 'SHOPPER'));
        return print(JSON.stringify(valueOf(data), null, 2));
      }),
    ),
  },
  erase: {
    usage: 'erase SITE SHOPPER',
    does: 'erases what is personal of a shopper; points and vouchers stay',
    run: plain(2, ([siteId, shopperId]) =>
      withDeps(async (deps) => {
        const id = knownSite(deps, need(siteId, 'SITE'));
        const shopper = { siteId: id, shopperId: need(shopperId, 'SHOPPER') };
        const commandId = `admin:${deps.entropy()}`;
        valueOf(await eraseDataOf(deps, { kind: 'erase_data', commandId, ...shopper }));
        return print('erased');
      }),
    ),
  },
  verify: {
    usage: 'verify FILE',
    does: 'checks a receipt, without a server or a network',
    run: plain(1, ([file]) => verify(need(file, 'FILE'))),
  },
};

const nobleHashes: Hashes = {
  sha256: async (bytes) => Uint8Array.from(sha256(bytes)),
  hmacSha256: async (key, message) => Uint8Array.from(hmac(sha256, key, message)),
  encode: (text) => new TextEncoder().encode(text),
};

async function runAudit(deps: Deps): Promise<number> {
  const breaches = await audit(deps);
  for (const { siteId, invariant, rule, what } of breaches) {
    print(`${invariant} ${siteId}: ${rule} — not so for ${what}`);
  }
  for (const siteId of new Set(breaches.map((breach) => breach.siteId))) {
    await stopIssuing(deps, siteId, 'the audit found a breach');
    print(`${siteId} issues nothing until: npm run -s fairground -- resume ${siteId}`);
  }
  print(breaches.length === 0 ? 'the books are in order' : `${breaches.length} breaches`);
  return breaches.length === 0 ? 0 : 1;
}

function playInWords(play: ExplainedPlay): string[] {
  const { at, timeZone, stream, gameId, campaignId, slot, prizeId, settledUnder } = play;
  const lines = [
    `${instantIn(at, timeZone)}: shopper ${stream} played ${gameId} in ${campaignId}`,
    `given: ${prizeId}, at slot ${slot} of the table`,
  ];
  if (!settledUnder) return [...lines, 'settled before plays kept their version'];
  const { version, appliedAt, share } = settledUnder;
  const odds = share === null ? '' : `; ${prizeId} had ${percent(share)} of the draws`;
  return [...lines, `version ${version}, applied ${instantIn(appliedAt, timeZone)}${odds}`];
}

/** As slowly as the other side reads, so that no record is too long for the memory. */
async function printDrawingRecord(deps: Deps, siteId: string, campaignId: string): Promise<number> {
  const programme = programmeInForce(deps, siteId);
  let plays = 0;
  async function* lines(): AsyncGenerator<string> {
    for await (const draw of drawingRecord(deps, programme.siteId, campaignId)) {
      plays += 1;
      yield `${JSON.stringify(draw)}\n`;
    }
  }
  await pipeline(Readable.from(lines()), process.stdout, { end: false });
  // A campaign that the programme no longer has may have its plays.
  const isKnown = programme.document.campaigns.some(({ id }) => id === campaignId);
  if (plays === 0 && !isKnown) throw new UsageError(`"${siteId}" has no campaign "${campaignId}"`);
  return 0;
}

/** A page at a time, so that no list is too long for the memory. */
async function printLeads(deps: Deps, siteId: string): Promise<number> {
  async function* pages(): AsyncGenerator<string> {
    let after: string | null = null;
    do {
      const page = await exportLeads(deps, siteId, after);
      yield page.csv;
      after = page.next;
    } while (after !== null);
  }
  await pipeline(Readable.from(pages()), process.stdout, { end: false });
  return 0;
}

/** Says what holds, and what no receipt can prove. */
async function verify(file: string): Promise<number> {
  const parsed = receiptSchema.safeParse(await readJson(file));
  if (!parsed.success) {
    throw new UsageError(
      [`${file} is no receipt`, ...issueLines(issuesOf(parsed.error))].join('\n'),
    );
  }
  const checks = await checkReceipt(parsed.data, nobleHashes);
  for (const { name, ok } of checks) print(`${ok ? 'ok  ' : 'FAIL'} ${name}`);
  print('not proved here: that a prize named sold out was, and that no other reply was withheld');
  return checks.every(({ ok }) => ok) ? 0 : 1;
}
