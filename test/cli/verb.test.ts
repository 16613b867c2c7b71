/** What every verb does alike: it makes no database by mistake, and takes no word too many. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fairground } from '../helper/command.ts';
import { programmeInput } from '../helper/programme.ts';

const site = 'shop';
/** Calls that need a database, with as many words as they take. */
const onADatabase: readonly string[][] = [
  ['audit'],
  ['resume', site],
  ['new-epoch'],
  ['admin-link'],
  ['admin-log'],
  ['keys', site],
  ['explain', site, 'play'],
  ['drawing-record', site, 'always'],
  ['leads', site],
  ['data', site, 's_1'],
  ['erase', site, 's_1'],
  ['versions', site],
  ['rollback', site, '1'],
  ['import-codes', site, 'imported', 'codes.txt'],
  ['backup', 'a.db'],
];

describe('a data folder that is not there', () => {
  const variables = (folder: string) => ({ FAIRGROUND_DATA: join(folder, 'mistyped') });
  let folder: string;

  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'fairground-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it.each([...onADatabase, ['export', site]])('is named by %s, and not made', async (...call) => {
    const ended = await fairground(call, variables(folder));
    expect({ ...ended, made: readdirSync(folder) }).toEqual({
      code: 1,
      out: '',
      err: `FAIRGROUND_DATA: there is no database in ${join(folder, 'mistyped')}\n`,
      made: [],
    });
  });

  it('is not made by a try of a programme, which is checked all the same', async () => {
    const file = join(folder, 'a.json');
    writeFileSync(file, JSON.stringify(programmeInput()));
    const tried = await fairground(['apply', file, '--dry-run'], variables(folder));
    expect(tried).toMatchObject({ code: 0, err: '' });
    expect(tried.out).toMatch(/\nshop: \d changes if it is applied; the site is not there yet\n$/);
    writeFileSync(file, JSON.stringify({ ...programmeInput(), format: 2 }));
    expect(await fairground(['apply', file, '--dry-run'], variables(folder))).toMatchObject({
      code: 1,
      err: expect.stringContaining('format: must be 1, not 2'),
    });
    expect(readdirSync(folder)).toEqual(['a.json']);
  });

  it('is not needed for the schema of a programme, which a programme may name', async () => {
    const printed = await fairground(['schema'], variables(folder));
    const schema: unknown = JSON.parse(printed.out);
    expect(schema).toMatchObject({
      properties: { $schema: { type: 'string' }, campaigns: { type: 'array' } },
      required: ['format', 'site'],
      additionalProperties: false,
    });
    const file = join(folder, 'a.json');
    writeFileSync(
      file,
      JSON.stringify({ $schema: './programme.schema.json', ...programmeInput() }),
    );
    expect(await fairground(['apply', file, '--dry-run'], variables(folder))).toMatchObject({
      code: 0,
      out: expect.not.stringContaining('$schema'),
    });
  });

  it('is made by apply; and no keys are made beside a database that has none', async () => {
    const file = join(folder, 'a.json');
    writeFileSync(file, JSON.stringify(programmeInput()));
    expect(await fairground(['apply', file], variables(folder))).toMatchObject({ code: 0 });
    expect(await fairground(['audit'], variables(folder))).toMatchObject({ code: 0 });
    rmSync(join(folder, 'mistyped/keys.json'));
    expect(await fairground(['keys', site], variables(folder))).toMatchObject({
      code: 1,
      out: '',
      err: `FAIRGROUND_DATA: there are no keys in ${join(folder, 'mistyped')}\n`,
    });
    expect(readdirSync(join(folder, 'mistyped'))).not.toContain('keys.json');
  });
});

describe('a word too many', () => {
  it.each([
    ...onADatabase,
    ['serve'],
    ['verify', 'a.json'],
    ['apply', 'a.json', '--dry-run'],
    ['export', site, '1'],
    ['simulate', 'a.json', '--plays', '10'],
    ['templates'],
    ['new-site', 'lucky-wheel', site],
  ])('after %s is refused before anything is done', async (...call) => {
    const folder = mkdtempSync(join(tmpdir(), 'fairground-'));
    const ended = await fairground([...call, 'b.json'], { FAIRGROUND_DATA: folder });
    const done = readdirSync(folder);
    rmSync(folder, { recursive: true });
    expect({ ...ended, done }).toEqual({
      code: 1,
      out: '',
      err: expect.stringMatching(`^"b.json" is a word too many; it is called as: ${call[0]}.*\n$`),
      done: [],
    });
  });
});
