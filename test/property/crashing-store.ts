/** A store whose transactions break off between two statements, or whose answers get lost. */
import type { Script, Step, StepRows, Store } from '../../server/store/store.ts';

/** What a broken transaction rejects with. */
export class Crash extends Error {}

export interface CrashingStore extends Store {
  /**
   * The next transaction breaks off before its statement of this number, from 0; one that has fewer
   * statements is committed, and its answer lost.
   */
  crashAt(statement: number): void;
}

export function crashing(store: Store): CrashingStore {
  let planned: number | null = null;
  return {
    ...store,
    crashAt(statement) {
      planned = statement;
    },
    async run(script) {
      const crashAt = planned;
      planned = null;
      if (crashAt === null) return store.run(script);
      await store.run(() => broken(script(), crashAt));
      throw new Crash('the answer got lost');
    },
  };
}

function* broken<Value>(script: Script<Value>, crashAt: number): Script<Value> {
  let sent = 0;
  let next = script.next();
  while (!next.done) {
    const rows: StepRows[number][] = [];
    for (const step of singly(next.value)) {
      if (sent === crashAt) throw new Crash(`before statement ${sent}`);
      sent += 1;
      rows.push(...(yield step));
    }
    next = script.next(rows);
  }
  return next.value;
}

/** The step as steps of one statement each; its locks come with the first. */
function singly(step: Step): Step[] {
  if (step.kind === 'write') return step.writes.map((write) => ({ ...step, writes: [write] }));
  if (step.kind !== 'read') return [step];
  return step.queries.map((query, at) =>
    at === 0 ? { ...step, queries: [query] } : { kind: 'read', queries: [query] },
  );
}
