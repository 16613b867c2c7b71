/**
 * The store on SQLite: one writer with group commit. Scripts that arrive in the same turn of the
 * event loop share one transaction, each in its own savepoint, and are answered after the commit.
 */
import { Worker } from 'node:worker_threads';
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
  /** Runs the script in its savepoint; the answer waits for the commit. */
  run(connection: Connection): void;
  answer(): void;
  fail(error: Error): void;
}

/** Opens or creates the database in `file` and brings its schema up to date. */
export function openSqliteStore(file: string): Store {
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
    setImmediate(flush);
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
    read: async (queries) => snapshot(reader, queries),
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
      while (queue.length > 0) flush();
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
      const { value, wrote } = drive(connection, script());
      answer = () => resolve(value);
      if (!wrote) throw new NothingWritten();
    },
    answer: () => answer(),
    fail: reject,
  };
}

/** Ends a savepoint without a trace: the script only read, or refused. */
class NothingWritten extends Error {}

/** One transaction from BEGIN to COMMIT without a yield, of what fits into its bounds. */
function commitBatch(connection: Connection, queue: Job[]): void {
  const { database } = connection;
  const done: Job[] = [];
  const startedAt = performance.now();
  try {
    database.exec('BEGIN IMMEDIATE');
    while (queue.length > 0 && done.length < limits.commitBatchCommandsMax) {
      const job = queue.shift();
      if (!job) break;
      done.push(job);
      runInSavepoint(connection, job);
      if (performance.now() - startedAt > limits.commitBatchMsMax) break;
    }
    database.exec('COMMIT');
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK');
    if (done.length === 0) done.push(...queue.splice(0, limits.commitBatchCommandsMax));
    for (const job of done) job.fail(new StoreUnavailable('the commit failed', { cause: error }));
    return;
  }
  for (const job of done) job.answer();
}

/** A script that fails leaves the others whole, unless the failure ended the transaction itself. */
function runInSavepoint(connection: Connection, job: Job): void {
  const { database } = connection;
  connection.execute(savepoint);
  try {
    job.run(connection);
  } catch (error) {
    if (!database.inTransaction) throw error;
    connection.execute(rollbackTo);
    if (!(error instanceof NothingWritten)) {
      const failure = error instanceof Error ? error : new Error(String(error));
      job.answer = () => job.fail(failure);
    }
  }
  connection.execute(release);
}

const savepoint = { sql: 'SAVEPOINT script', params: [] };
const rollbackTo = { sql: 'ROLLBACK TO script', params: [] };
const release = { sql: 'RELEASE script', params: [] };

function drive<Value>(
  connection: Connection,
  script: Script<Value>,
): { value: Value; wrote: boolean } {
  let wrote = false;
  let next = script.next();
  while (!next.done) {
    wrote ||= next.value.kind === 'write';
    next = script.next(take(connection, next.value));
  }
  return { value: next.value, wrote };
}

function take(connection: Connection, step: Step): StepRows {
  switch (step.kind) {
    case 'read':
      return step.queries.map((query) => connection.execute(query).rows);
    case 'claim_code':
      return [connection.execute(claimCode(step.claim)).rows];
    case 'new_events':
      return [connection.execute(newEvents(step.eventsMax)).rows];
    case 'lock_work':
      return [];
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
