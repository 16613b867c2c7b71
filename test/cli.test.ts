/** What a site owner does from a terminal, on both engines. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { limits } from '../shared/limits.ts';
import { receiptSchema } from '../shared/schema/receipt.ts';
import { checkReceipt } from '../shared/verify.ts';
import { openPostgresStore } from '../server/store/postgres/store.ts';
import { openSqliteStore } from '../server/store/sqlite/store.ts';
import type { Script, Store } from '../server/store/store.ts';
import { leave } from './helper/contact-calls.ts';
import { fairground, unread, type Ended } from './helper/command.ts';
import { depsFor } from './helper/engines.ts';
import { hashes } from './helper/hashes.ts';
import { createDatabase, type TestDatabase } from './helper/postgres.ts';
import { programmeInput, siteId } from './helper/programme.ts';
import { granted, playOnce } from './helper/shopping.ts';
import { postgresUrl } from './helper/postgres-url.ts';

describe.each(['sqlite', 'postgres'] as const)('the command line (%s)', (engine) => {
  let folder: string;
  let database: TestDatabase | null;
  let variables: Record<string, string>;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'fairground-'));
    database = engine === 'postgres' ? await createDatabase(postgresUrl()) : null;
    variables = { FAIRGROUND_DATA: folder, ...(database ? { DATABASE_URL: database.url } : {}) };
  });

  afterEach(async () => {
    await database?.drop();
    rmSync(folder, { recursive: true });
  });

  const run = (...args: string[]): Promise<Ended> => fairground(args, variables);
  const openStore = (): Store | Promise<Store> =>
    database ? openPostgresStore(database.url) : openSqliteStore(join(folder, 'fairground.db'));

  function fileOf(name: string, content: unknown): string {
    const file = join(folder, name);
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
    return file;
  }

  it.each(['help', `export ${siteId}`, `leads ${siteId}`])(
    'ends quietly when nobody reads on: %s',
    async (line) => {
      await run('apply', fileOf('a.json', programmeInput()));
      expect(await unread(line.split(' '), variables)).toEqual({ code: 0, out: '', err: '' });
    },
  );

  it('applies a programme, says what changes, and exports what it would apply again', async () => {
    const first = await run('apply', fileOf('a.json', programmeInput()));
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toMatch(/^\+ campaigns: always\n(.+\n)*shop: \d changes; now version 1\n$/m);
    const changed = programmeInput({ game: { price: 5 } });
    expect(await run('apply', fileOf('b.json', changed))).toMatchObject({
      code: 0,
      out: '~ campaigns[always].games[wheel].price: 0 → 5\nshop: 1 change; now version 2\n',
    });
    const versions = (await run('versions', siteId)).out.split('\n');
    expect(versions).toEqual([
      expect.stringMatching(/^\* {3}2 {2}\d.*1 changed: campaigns\[always\]\.games\[wheel\]$/),
      expect.stringMatching(/^ {4}1 {2}.*the first: \d added: /),
      '',
    ]);
    const exported = await run('export', siteId);
    expect(await run('apply', fileOf('c.json', exported.out))).toMatchObject({
      code: 0,
      out: 'shop: nothing changes; still version 2\n',
    });
  });

  it('tries a change, and takes one back', async () => {
    await run('apply', fileOf('a.json', programmeInput()));
    const changed = fileOf('b.json', programmeInput({ game: { price: 5 } }));
    expect(await run('apply', changed, '--dry-run')).toMatchObject({
      code: 0,
      out:
        '~ campaigns[always].games[wheel].price: 0 → 5\n' +
        'shop: 1 change if it is applied; still version 1\n',
    });
    await run('apply', changed);
    expect(await run('rollback', siteId, '1')).toMatchObject({
      code: 0,
      out: '~ campaigns[always].games[wheel].price: 5 → 0\nshop: 1 change; now version 3\n',
    });
    expect(await run('rollback', siteId, '9')).toMatchObject({
      code: 1,
      err: expect.stringContaining('no version 9: "shop" has the versions 1 to 3'),
    });
    expect(await run('rollback', siteId, 'one')).toMatchObject({
      code: 1,
      err: 'VERSION is a whole number of at least 1, not "one"\n',
    });
    expect(await run('apply', changed, '--dry')).toMatchObject({
      code: 1,
      err: 'no flag --dry; it is called as: apply FILE [--dry-run] [--all]\n',
    });
  });

  it('applies nothing of a programme with a mistake, and names its path', async () => {
    const weightless = programmeInput({
      game: {
        slots: [
          { prizeId: 'nothing', weight: 0 },
          { prizeId: 'ten-off', weight: 0 },
        ],
      },
    });
    const { code, out, err } = await run('apply', fileOf('bad.json', weightless));
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('campaigns[0].games[0].slots: the weights must sum to at least 1');
    const misspelt = fileOf('misspelt.json', { ...programmeInput(), mission: [] });
    expect((await run('apply', misspelt)).err).toContain(
      '  the document: there is no "mission"; "missions" is one\n',
    );
    const none = { code: 1, err: `no site "${siteId}"; there is none yet\n` };
    expect(await run('export', siteId)).toMatchObject(none);
  });

  it('finds the books in order, or stops issuing until it is told to go on', async () => {
    await run('apply', fileOf('a.json', programmeInput()));
    expect(await run('audit')).toMatchObject({ code: 0, out: 'the books are in order\n' });
    const store = await openStore();
    const deps = depsFor(store);
    await granted(playOnce(deps, { shopperId: 'anna' }));
    await store.run(givePoints);
    const audited = await run('audit');
    expect(audited.code).toBe(1);
    expect(audited.out).toContain(
      'I1 shop: a balance is the sum of its transfers — not so for anna',
    );
    expect(await playOnce(deps, { shopperId: 'anna' })).toMatchObject({
      refusal: { code: 'issuing_stopped' },
    });
    expect(await run('resume', siteId)).toMatchObject({ code: 0, out: 'issuing again\n' });
    await granted(playOnce(deps, { shopperId: 'anna' }));
    expect(await run('resume', siteId)).toMatchObject({ code: 0, out: 'shop was not stopped\n' });
    await store.close();
  });

  it('imports codes, and names the lines that it could not take', async () => {
    await run('apply', fileOf('a.json', programmeInput()));
    const file = fileOf('codes.txt', 'AAA-1\r\nAAA-2\n\nAAA-1\nno code\n');
    expect(await run('import-codes', siteId, 'imported', file)).toMatchObject({
      code: 0,
      out:
        'line 4: "AAA-1" stands in line 1 already\n' +
        'line 5: a code is 3 to 64 visible ASCII characters without spaces, not "no code"\n' +
        '2 codes added, 1 repeated in the file, 1 malformed\n',
    });
    expect(await run('import-codes', siteId, 'shared', file)).toMatchObject({
      code: 1,
      err: 'the programme has no imported pool "shared"; it has "imported"\n',
    });
  });

  it('reads files as other programs write them, and says what it cannot read', async () => {
    const document = JSON.stringify(programmeInput());
    expect((await run('apply', fileOf('bom.json', `\uFEFF${document}`))).code).toBe(0);
    const twice = fileOf('twice.json', document.replace('{', '{\n"campaigns": [],'));
    expect(await run('apply', twice)).toMatchObject({
      code: 1,
      err:
        `${twice} says two things\n` +
        '  line 2: "campaigns" is there twice; only one of them would count\n',
    });
    const wide = join(folder, 'wide.csv');
    writeFileSync(wide, 'AAA-1\r\nAAA-2\r\n', 'utf16le');
    expect(await run('import-codes', siteId, 'imported', wide)).toMatchObject({
      code: 1,
      err: `${wide} is UTF-16; save it as UTF-8\n`,
    });
    const sheet = fileOf('sheet.csv', '\uFEFFCode\r\n"AAA-1"\r\n\r\nAAA-2\r\n');
    expect(await run('import-codes', siteId, 'imported', sheet)).toMatchObject({
      code: 0,
      out: 'line 1: "Code" is the heading of a column\n2 codes added, 1 malformed\n',
    });
  });

  it('proves a receipt and finds a forged one', async () => {
    await run('apply', fileOf('a.json', programmeInput()));
    const store = await openStore();
    const { receipt } = await granted(playOnce(depsFor(store), { shopperId: 'anna' }));
    await store.close();
    const honest = await run('verify', fileOf('honest.json', receipt));
    expect(honest.code).toBe(0);
    expect(honest.out).not.toContain('FAIL');
    const forged = { ...receipt, stream: 'bert' };
    const found = await run('verify', fileOf('forged.json', forged));
    expect(found.code).toBe(1);
    expect(found.out).toContain('FAIL commitment');
  });

  it('prints the contacts that shoppers left, more than a page of them', async () => {
    await run('apply', fileOf('a.json', programmeInput()));
    const store = await openStore();
    const deps = depsFor(store);
    const shoppers = Array.from({ length: limits.leadsPageMax + 3 }, (_, at) => `s_${1_000 + at}`);
    for (const shopperId of shoppers) {
      await granted(leave(deps, { shopperId, email: `${shopperId}@shop.example` }));
    }
    await store.close();
    const { code, out, err } = await run('leads', siteId);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [head, ...lines] = out.trimEnd().split('\n');
    expect(head).toBe('shopper,customer,kind,contact,consent,left_at,confirmed_at');
    expect(lines.map((line) => line.split(',')[0])).toEqual(shoppers);
    const email = 's_1001@shop.example';
    const contacts = [expect.objectContaining({ contact: email })];
    expect(JSON.parse((await run('data', siteId, 's_1001')).out)).toMatchObject({ contacts });
    expect(await run('erase', siteId, 's_1001')).toMatchObject({ code: 0, out: 'erased\n' });
    expect(JSON.parse((await run('data', siteId, 's_1001')).out)).toMatchObject({ contacts: [] });
    expect(await run('erase', siteId, 's_1')).toMatchObject({
      code: 1,
      err: 'shopper not found\n',
    });
    expect(await run('leads', 'nowhere')).toMatchObject({
      code: 1,
      err: 'no site "nowhere"; there is shop\n',
    });
  });

  it('prints the drawing record of a campaign: each line proves its play', async () => {
    await run('apply', fileOf('a.json', programmeInput()));
    expect(await run('drawing-record', siteId, 'always')).toEqual({ code: 0, out: '', err: '' });
    const store = await openStore();
    const deps = depsFor(store);
    const playIds: string[] = [];
    // More than a page of them.
    for (let at = 0; at < limits.drawingRecordPagePlays + 3; at += 1) {
      const { playId } = await granted(
        playOnce(deps, {
          shopperId: `shopper-${at % 7}`,
          told: { region: 'VN', ageConfirmed: 18 },
        }),
      );
      playIds.push(playId);
      deps.pass(1);
    }
    await store.close();
    const { code, out, err } = await run('drawing-record', siteId, 'always');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => recordLine.parse(JSON.parse(line)));
    expect(lines.map(({ playId }) => playId)).toEqual(playIds);
    for (const { receipt, prize } of lines) {
      const checks = await checkReceipt(receipt, hashes);
      expect(checks.filter(({ ok }) => !ok)).toEqual([]);
      expect(receipt.table.slots[receipt.slot]?.prize).toBe(prize.id);
    }
    const forged = lines.map(({ receipt }) => ({ ...receipt, stream: 'nobody' }));
    const found = await Promise.all(forged.map((receipt) => checkReceipt(receipt, hashes)));
    expect(found.filter((checks) => checks.every(({ ok }) => ok))).toEqual([]);
    expect(await run('drawing-record', siteId, 'never')).toMatchObject({
      code: 1,
      err: '"shop" has no campaign "never"\n',
    });
  });

  it('prints keys and links, and says in one line what is wrong with a call', async () => {
    await run('apply', fileOf('a.json', programmeInput()));
    expect((await run('keys', siteId)).out).toContain('"secretKey": "sk_shop_');
    expect(await fairground(['admin-link'], { ...variables, PORT: '' })).toMatchObject({
      out: expect.stringMatching(/^http:\/\/localhost:8787\/admin\/#link=[0-9a-f]{32}\n$/),
      err: expect.stringContaining('another needs its PORT or PUBLIC_URL'),
    });
    expect(await fairground(['admin-link'], { ...variables, PORT: '9000' })).toMatchObject({
      out: expect.stringMatching(/^http:\/\/localhost:9000\//),
      err: '',
    });
    const none = { code: 1, err: 'no site "none"; there is shop\n' };
    expect(await run('keys', 'none')).toMatchObject(none);
    expect(await run('export', 'none')).toMatchObject(none);
    expect(await run('keys')).toMatchObject({
      code: 1,
      err: 'SITE is missing; it is called as: keys SITE\n',
    });
    const gone = join(folder, 'gone.json');
    expect(await run('apply', gone)).toMatchObject({
      code: 1,
      err: `there is no file ${gone}\n`,
    });
    expect(await run('import-codes', siteId, 'imported', folder)).toMatchObject({
      code: 1,
      err: 'that is a folder, not a file\n',
    });
    for (const asked of [
      ['help', 'keys'],
      ['keys', '--help'],
    ]) {
      expect(await run(...asked)).toMatchObject({
        code: 0,
        out: expect.stringMatching(/^keys SITE .+\n$/),
      });
    }
    for (const asked of ['help', '--help']) {
      expect(await run(asked)).toMatchObject({
        code: 0,
        out: expect.stringContaining('import-codes SITE POOL FILE'),
        err: '',
      });
    }
    expect((await run('dance')).code).toBe(1);
  });
});

const recordLine = z.strictObject({
  playId: z.string(),
  at: z.iso.datetime(),
  campaign: z.literal('always'),
  programmeVersion: z.literal(1),
  prize: z.looseObject({ id: z.string() }),
  won: z.boolean(),
  region: z.literal('VN'),
  ageConfirmed: z.literal(18),
  receipt: receiptSchema,
});

/** Points from nowhere: what the audit is there to find. */
function* givePoints(): Script<void> {
  const sql = `UPDATE shopper SET points = points + 1 WHERE shopper_id = 'anna'`;
  yield { kind: 'write', writes: [{ sql, params: [], rows: 1 }] };
}
