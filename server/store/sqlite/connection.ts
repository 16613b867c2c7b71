/** Opens SQLite the one way that keeps what it acknowledged, and prepares statements once. */
import Database from 'better-sqlite3';
import { limits } from '../../../shared/limits.ts';
import type { Query, Row, Write } from '../store.ts';

export interface Connection {
  readonly database: Database.Database;
  /** Rows of a read or of RETURNING, and how many rows a write touched. */
  execute(query: Query | Write): { readonly rows: readonly Row[]; readonly touched: number };
  /** Rows of a read in a write transaction: of a shared one as they were, until a write to them. */
  read(query: Query): readonly Row[];
  /** A transaction begins, or part of it is undone. */
  forget(): void;
}

interface Prepared {
  readonly statement: Database.Statement<unknown[], Row>;
  /** Which parameter stands at each placeholder; null when they stand in their order, once each. */
  readonly order: readonly number[] | null;
  /** Whether it gives rows, and whether it writes none: asked of the library once. */
  readonly givesRows: boolean;
  readonly onlyReads: boolean;
  /** The table that it writes, or reads first. */
  readonly table: string;
}

/** `synchronous` is set on every connection: without it a WAL connection runs at NORMAL. */
export function openConnection(file: string, options: { readonly?: boolean } = {}): Connection {
  const database = new Database(file, { readonly: options.readonly ?? false });
  database.pragma(`busy_timeout = ${limits.busyTimeoutMs}`);
  if (!options.readonly) enterWal(database);
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  // A writer reads all that it decides on; what is only read is read again less often. In KiB.
  database.pragma(`cache_size = -${options.readonly ? 32_768 : 131_072}`);
  // Pages that are written again and again are copied into the database once in so much log.
  database.pragma(`wal_autocheckpoint = ${limits.walPagesMax}`);
  database.pragma(`journal_size_limit = ${limits.walBytesKeptMax}`);
  const prepared = new Map<string, Prepared>();
  /** Rows of shared reads, by table. */
  const kept = new Map<string, Map<Query, readonly Row[]>>();

  function prepare(sql: string): Prepared {
    const known = prepared.get(sql);
    if (known) return known;
    const made = preparedOn(database, sql);
    prepared.set(sql, made);
    return made;
  }

  function change(table: string, after: Write['after']): void {
    const asked = kept.get(table);
    if (!asked) return;
    if (!after) kept.delete(table);
    else for (const [query, rows] of asked) asked.set(query, rows.map(after));
  }

  return {
    database,
    execute(query) {
      const { sql, params } = query;
      const { statement, order, givesRows, onlyReads, table } = prepare(sql);
      const values = order ? order.map((place) => params[place]) : params;
      if (!onlyReads) change(table, 'after' in query ? query.after : undefined);
      if (givesRows) {
        const rows = statement.all(...values);
        return { rows, touched: rows.length };
      }
      return { rows: [], touched: statement.run(...values).changes };
    },
    read(query) {
      if (!query.shared) return this.execute(query).rows;
      const { table } = prepare(query.sql);
      const asked = kept.get(table) ?? new Map<Query, readonly Row[]>();
      kept.set(table, asked);
      const rows = asked.get(query) ?? this.execute(query).rows;
      asked.set(query, rows);
      return rows;
    },
    forget: () => kept.clear(),
  };
}

/** SQLite does not wait by itself where two processes make a new file at once. */
function enterWal(database: Database.Database): void {
  const endsAt = performance.now() + limits.busyTimeoutMs;
  for (;;) {
    try {
      database.pragma('journal_mode = WAL');
      return;
    } catch (error) {
      const isBusy = error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY';
      if (!isBusy || performance.now() > endsAt) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    }
  }
}

function preparedOn(database: Database.Database, sql: string): Prepared {
  const order: number[] = [];
  const text = sql.replaceAll(/\$(\d+)/g, (_, place: string) => {
    order.push(Number(place) - 1);
    return '?';
  });
  const inOrder = order.every((place, at) => place === at);
  const statement = database.prepare<unknown[], Row>(text);
  return {
    statement,
    order: inOrder ? null : order,
    givesRows: statement.reader,
    onlyReads: statement.readonly,
    table: /\b(?:FROM|INTO|UPDATE)\s+(\w+)/.exec(text)?.[1] ?? '',
  };
}

/** Throws unless a write on this connection is on the disk before it answers. */
export function assertDurable({ database }: Connection): void {
  const mode = database.pragma('journal_mode', { simple: true });
  const synchronous = database.pragma('synchronous', { simple: true });
  if (mode !== 'wal' || synchronous !== 2) {
    throw new Error(
      `SQLite must run with WAL and synchronous=FULL, not ${String(mode)}/${String(synchronous)}`,
    );
  }
}
