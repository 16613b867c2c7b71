/** Who may import whom: the table of the design, held. */
import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Source, isNode, parseSource, readSources, visit } from './helper/source.ts';

interface Import {
  /** `server/core/draw.ts`, `zod` or `node:fs`. */
  readonly target: string;
  readonly isTypeOnly: boolean;
}

interface Rule {
  /** Folders and packages that may be imported; `node:` stands for all of Node. */
  readonly may: readonly string[];
  /** The same, but only with `import type`. */
  readonly mayType?: readonly string[];
}

const shared = ['shared', 'shared/schema'];
const port = 'server/store/store.ts';
const engine = [port, 'server/store/sql', ...shared, 'node:'];
const edge = ['@trpc/server', 'jose', 'pino', 'rate-limiter-flexible', 'zod'];
// A link of tRPC is written with its observable, which is not our server's.
const page = ['shared', 'lit', '@trpc/client', '@trpc/server/observable'];

/** The longest folder that holds a file decides. A file of none of them is free. */
const rules: Readonly<Record<string, Rule>> = {
  shared: { may: ['shared'], mayType: ['shared/schema'] },
  'shared/schema': { may: [...shared, 'zod'] },
  'server/core': { may: ['server/core', ...shared, '@noble/hashes', 'temporal-polyfill'] },
  'server/store': {
    may: ['server/store', 'server/store/sql', ...shared],
    mayType: ['server/core'],
  },
  'server/store/sql': { may: ['server/store/sql', port, ...shared], mayType: ['server/core'] },
  'server/store/sqlite': {
    may: ['server/store/sqlite', 'better-sqlite3', ...engine],
    mayType: ['server/core'],
  },
  'server/store/postgres': {
    may: ['server/store/postgres', 'pg', ...engine],
    mayType: ['server/core'],
  },
  // The port and the statements that both engines accept; never an engine.
  'server/flow': {
    may: ['server/flow', 'server/core', 'server/store/sql', port, ...shared, 'csv-stringify/sync'],
  },
  'server/api': {
    may: ['server/api', 'server/flow', ...shared, '@trpc/server', 'zod'],
    mayType: [port],
  },
  'server/http': {
    may: [
      'server/http',
      'server/api',
      'server/flow',
      'server/config.ts',
      ...shared,
      'node:',
      ...edge,
    ],
    mayType: [port],
  },
  widget: { may: ['widget', ...page], mayType: ['shared/schema'] },
  // The design page shows the facts that the tests have.
  'widget/design': {
    may: ['widget/design', 'widget', 'test/widget', ...page],
    mayType: ['shared/schema'],
  },
  admin: { may: ['admin', ...page], mayType: ['shared/schema'] },
  demo: { may: ['demo', 'node:', 'jose', 'zod'] },
};

/** The one place of a page that knows the server, and only its type. */
const mayTypeOfFile: Readonly<Record<string, readonly string[]>> = {
  'widget/api.ts': ['server/api'],
  'admin/api.ts': ['server/api'],
};

const sources = readSources(['{shared,server,widget,admin,demo}/**/*.ts']);

describe('the import table', () => {
  test.each(sources)('$path keeps to it', (source) => {
    const refused = importsOf(source).filter((one) => !isAllowed(source.path, one));
    expect(
      refused.map(({ target, isTypeOnly }) => (isTypeOnly ? `type ${target}` : target)),
    ).toEqual([]);
  });

  test.each([
    ['shared/ids.ts', `import { z } from 'zod';`],
    ['shared/ids.ts', `import { programme } from './schema/programme.ts';`],
    ['shared/schema/parts.ts', `import { LitElement } from 'lit';`],
    ['server/core/draw.ts', `import { randomBytes } from 'node:crypto';`],
    ['server/core/draw.ts', `import { play } from '../flow/play.ts';`],
    ['server/core/draw.ts', `const fs = await import('node:fs');`],
    ['server/store/store.ts', `import { decide } from '../core/decide.ts';`],
    ['server/store/sql/play.ts', `import Database from 'better-sqlite3';`],
    ['server/store/sqlite/engine.ts', `import pg from 'pg';`],
    ['server/store/sqlite/engine.ts', `export { lock } from '../postgres/lock.ts';`],
    ['server/store/postgres/engine.ts', `import type { Play } from '../../flow/play.ts';`],
    ['server/flow/play.ts', `import { open } from '../store/sqlite/engine.ts';`],
    ['server/flow/play.ts', `import { open } from '../store/postgres/store.ts';`],
    ['server/api/shopper.ts', `import { createHash } from 'node:crypto';`],
    ['server/api/shopper.ts', `import { openStore } from '../store/store.ts';`],
    ['server/http/rest.ts', `import { decide } from '../core/decide.ts';`],
    ['widget/panel.ts', `import { z } from 'zod';`],
    ['widget/panel.ts', `import type { AppRouter } from '../server/api/router.ts';`],
    ['widget/api.ts', `import { appRouter } from '../server/api/router.ts';`],
    ['widget/api.ts', `import { type AppRouter } from '../server/api/router.ts';`],
    ['widget/panel.ts', `import { programme } from '../shared/schema/programme.ts';`],
    ['widget/panel.ts', `type Page = import('../admin/page.ts').Page;`],
    ['admin/page.ts', `export * from '../widget/panel.ts';`],
    ['demo/server.ts', `import { sign } from '../server/http/identity.ts';`],
  ])('in %s it refuses %s', (path, text) => {
    const [found, ...others] = importsOf(parseSource(path, text));
    expect(others).toEqual([]);
    expect(found && isAllowed(path, found)).toBe(false);
  });

  test.each([
    ['shared/api.ts', `import type { Programme } from './schema/programme.ts';`],
    ['server/core/draw.ts', `import { hmac } from '@noble/hashes/hmac.js';`],
    ['server/store/store.ts', `import type { Decide } from '../core/decide.ts';`],
    ['server/api/shopper.ts', `import type { Store } from '../store/store.ts';`],
    ['server/main.ts', `import { openSqlite } from './store/sqlite/engine.ts';`],
    ['widget/api.ts', `import type { AppRouter } from '../server/api/router.ts';`],
  ])('in %s it allows %s', (path, text) => {
    const found = importsOf(parseSource(path, text));
    expect(found.map((one) => isAllowed(path, one))).toEqual([true]);
  });
});

function isAllowed(path: string, { target, isTypeOnly }: Import): boolean {
  const folder = longest(Object.keys(rules), path);
  const rule = folder === undefined ? undefined : rules[folder];
  if (rule === undefined) return true;
  const mayType = [...(rule.mayType ?? []), ...(mayTypeOfFile[path] ?? [])];
  const match = longest([...rule.may, ...mayType, ...Object.keys(rules)], target);
  if (match === undefined) return false;
  return rule.may.includes(match) || (isTypeOnly && mayType.includes(match));
}

/** The longest of the names that is the target or holds it. */
function longest(names: readonly string[], target: string): string | undefined {
  const holding = names.filter(
    (name) => target === name || target.startsWith(name.endsWith(':') ? name : `${name}/`),
  );
  return holding.sort((a, b) => b.length - a.length)[0];
}

function importsOf({ path, body }: Source): Import[] {
  const found: Import[] = [];
  visit(body, (node) => {
    const { source } = node;
    if (!isNode(source) || typeof source['value'] !== 'string') return;
    const kind = node['importKind'] ?? node['exportKind'];
    const isTypeOnly = kind === 'type' || node.type === 'TSImportType';
    found.push({ target: resolve(path, source['value']), isTypeOnly });
  });
  return found;
}

function resolve(path: string, specifier: string): string {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(path), specifier);
  return isBuiltin(specifier) && !specifier.startsWith('node:') ? `node:${specifier}` : specifier;
}
