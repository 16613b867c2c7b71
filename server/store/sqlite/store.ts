/**
 * The store on SQLite: one writer with group commit. Scripts that arrive in the same turn of the
 * event loop share one transaction and are answered after the commit.
 */
import { Worker } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { limits } from '../../../shared/limits.ts';
import { intOf } from '../sql/row.ts';
import { migrate } from './migrate.ts';
import {
  LostRace,
  StoreBusy,
  StoreUnavailable,
  type Query,
  type Row,
  type Script,
  type Step,
  type StepRows,
  type Store,
} from '../store.ts';
import { assertDurable, openConnection, type Connection } from './connection.ts';
import { claimCode, clockNow, countNewEvents, newEvents } from './twins.ts';

interface Job {
  /** Runs the script; the answer waits for the commit. Throws `Spoiled` when its writes must go. */
  run(connection: Connection): void;
  answer(): void;
  fail(error: Error): void;
}

/** When a thread may write: of those that have one file open, one at a time. */
export interface Turns {
  take(work: () => void): void;
}

const alone: Turns = { take: (work) => void setImmediate(work) };

/** Opens or creates the database in `file` and brings its schema up to date. */
export function openSqliteStore(file: string, turns = alone): Store {
  const writer = openConnection(file);
  migrate(writer);
  assertDurable(writer);
  const reader = openConnection(file, { readonly: true });
  const reports = reportWorker(file);
  const queue: Job[] = [];
  let scheduled = false;

  function schedule(): void {
    if (scheduled || queue.length === 0) return;
    scheduled = true;
    turns.take(flush);
  }

  function flush(): void {
    scheduled = false;
    commitBatch(writer, queue);
    schedule();
  }

  return {
    engine: 'sqlite',
    run: (script) =>
      new Promise((resolve, reject) => {
        if (queue.length >= limits.commitQueueCommandsMax) {
          reject(new StoreBusy('the commit queue is full'));
          return;
        }
        queue.push(jobOf(script, resolve, reject));
        schedule();
      }),
    async read(queries) {
      try {
        return snapshot(reader, queries);
      } catch (error) {
        throw failureOf(error);
      }
    },
    report: reports.ask,
    async eventsWaiting() {
      const [row] = reader.execute(countNewEvents()).rows;
      return row ? intOf(row, 'waiting') : 0;
    },
    async clock() {
      const [row] = reader.execute(clockNow()).rows;
      return row ? intOf(row, 'now') : 0;
    },
    async close() {
      while (queue.length > 0) await new Promise((resolve) => setImmediate(resolve));
      await reports.stop();
      reader.database.close();
      writer.database.close();
    },
  };
}

function jobOf<Value>(
  script: () => Script<Value>,
  resolve: (value: Value) => void,
  reject: (error: Error) => void,
): Job {
  let answer = (): void => reject(new Error('the script did not run'));
  return {
    run(connection) {
      answer = drive(connection, script(), resolve, reject);
    },
    answer: () => answer(),
    fail: reject,
  };
}

/** A script left writes behind that must not stand. */
class Spoiled extends Error {
  readonly answer: () => void;

  constructor(answer: () => void) {
    super('a script left writes behind');
    this.answer = answer;
  }
}

/** One transaction from BEGIN to COMMIT without a yield, of what fits into its bounds. */
function commitBatch(connection: Connection, queue: Job[]): void {
  const batch: Job[] = [];
  const startedAt = performance.now();
  const mayTake = (): boolean =>
    batch.length < limits.commitBatchCommandsMax &&
    performance.now() - startedAt < limits.commitBatchMsMax;
  const outcome = inTransaction(connection, () => {
    for (let job = queue.shift(); job; job = mayTake() ? queue.shift() : undefined) {
      batch.push(job);
      job.run(connection);
    }
  });
  // A script that refuses has written nothing, so that savepoints are for the rare one that fails.
  const settled = outcome instanceof Spoiled ? commitCarefully(connection, batch) : outcome;
  if (batch.length === 0) batch.push(...queue.splice(0, limits.commitBatchCommandsMax));
  for (const job of batch) {
    if (settled === null) job.answer();
    else job.fail(settled);
  }
}

/** The same batch, each script in a savepoint: one that fails leaves the others whole. */
function commitCarefully(connection: Connection, batch: readonly Job[]): Error | null {
  return inTransaction(connection, () => {
    for (const job of batch) {
      connection.execute(savepoint);
      try {
        job.run(connection);
      } catch (error) {
        if (!(error instanceof Spoiled) || !connection.database.inTransaction) throw error;
        connection.execute(rollbackTo);
        connection.forget();
        job.answer = error.answer;
      }
      connection.execute(release);
    }
  });
}

/** Null when all is on the disk; else why nothing is. */
function inTransaction(connection: Connection, work: () => void): Error | null {
  const { database } = connection;
  try {
    database.exec('BEGIN IMMEDIATE');
    connection.forget();
    work();
    database.exec('COMMIT');
    return null;
  } catch (error) {
    // A full disk or an I/O error has ended the transaction by itself.
    const ended = !database.inTransaction;
    if (!ended) database.exec('ROLLBACK');
    if (error instanceof Spoiled && !ended) return error;
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) {
      return new StoreBusy('another process holds the database', { cause: error });
    }
    return new StoreUnavailable('the commit failed', { cause: error });
  }
}

const savepoint = { sql: 'SAVEPOINT script', params: [] };
const rollbackTo = { sql: 'ROLLBACK TO script', params: [] };
const release = { sql: 'RELEASE script', params: [] };

/** Runs a script to its end and gives what to answer after the commit. */
function drive<Value>(
  connection: Connection,
  script: Script<Value>,
  resolve: (value: Value) => void,
  reject: (error: Error) => void,
): () => void {
  let touched = false;
  let wrote = false;
  try {
    let next = script.next();
    while (!next.done) {
      wrote ||= next.value.kind === 'write';
      touched ||= wrote || next.value.kind === 'claim_code';
      next = script.next(take(connection, next.value));
    }
    const { value } = next;
    const answer = (): void => resolve(value);
    if (touched && !wrote) throw new Spoiled(answer);
    return answer;
  } catch (error) {
    if (error instanceof Spoiled) throw error;
    const failure = failureOf(error);
    const answer = (): void => reject(failure);
    if (touched) throw new Spoiled(answer);
    return answer;
  }
}

/** What the disk or the lock refuses is the store's failure; anything else is the script's own. */
function failureOf(error: unknown): Error {
  const storage = /^SQLITE_(FULL|IOERR|NOMEM|READONLY|BUSY|CANTOPEN|CORRUPT|NOTADB)/;
  if (error instanceof Database.SqliteError && storage.test(error.code)) {
    return new StoreUnavailable('the database failed', { cause: error });
  }
  if (error instanceof TypeError && /not open/.test(error.message)) {
    return new StoreUnavailable('the database is closed', { cause: error });
  }
  return error instanceof Error ? error : new Error(String(error));
}

function take(connection: Connection, step: Step): StepRows {
  switch (step.kind) {
    case 'read':
      return step.queries.map((query) => connection.read(query));
    case 'claim_code':
      return [connection.execute(claimCode(step.claim)).rows];
    case 'new_events':
      return [connection.execute(newEvents(step.eventsMax)).rows];
    case 'lock_work':
      return [];
    case 'clock':
      return [connection.execute(clockNow()).rows];
    case 'write':
      return step.writes.map((write) => {
        const { rows, touched } = connection.execute(write);
        if (write.rows !== null && touched !== write.rows) {
          throw new LostRace(`touched ${touched} rows, not ${write.rows}: ${write.sql}`);
        }
        return rows;
      });
  }
}

/** One read transaction: what is seen belongs together. */
export function snapshot(connection: Connection, queries: readonly Query[]): (readonly Row[])[] {
  connection.database.exec('BEGIN');
  try {
    return queries.map((query) => connection.execute(query).rows);
  } finally {
    connection.database.exec('COMMIT');
  }
}

interface ReportAnswer {
  readonly id: number;
  readonly rows?: StepRows;
  readonly error?: string;
}

/** Long reads run in a thread of their own, so that no play waits for a figure. */
function reportWorker(file: string): {
  ask(queries: readonly Query[]): Promise<StepRows>;
  stop(): Promise<unknown>;
} {
  const waiting = new Map<number, PromiseWithResolvers<StepRows>>();
  let worker: Worker | undefined;
  let asked = 0;

  function start(): Worker {
    const made = new Worker(new URL('./report-worker.ts', import.meta.url), { workerData: file });
    made.on('message', ({ id, rows, error }: ReportAnswer) => {
      const promise = waiting.get(id);
      waiting.delete(id);
      if (rows) promise?.resolve(rows);
      else promise?.reject(new Error(error ?? 'the report failed'));
      if (waiting.size === 0) made.unref();
    });
    made.on('error', (error) => {
      for (const promise of waiting.values()) promise.reject(error);
      waiting.clear();
      worker = undefined;
    });
    return made;
  }

  return {
    ask(queries) {
      worker ??= start();
      const promise = Promise.withResolvers<StepRows>();
      asked += 1;
      waiting.set(asked, promise);
      worker.ref();
      worker.postMessage({ id: asked, queries });
      return promise.promise;
    },
    stop: async () => worker?.terminate(),
  };
}
