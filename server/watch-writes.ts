/** Notes whether writes succeed: reads may go on where the disk is full, or on a standby. */
import { StoreUnavailable, type Script, type Store } from './store/store.ts';

export interface Watched {
  readonly store: Store;
  /** Whether the last script that wanted to write found a database that does not. */
  isFailing(): boolean;
}

export function watchWrites(store: Store): Watched {
  let failing = false;
  return {
    isFailing: () => failing,
    store: {
      ...store,
      async run(script) {
        let wrote = false;
        const note = (): void => {
          wrote = true;
        };
        try {
          const value = await store.run(() => noting(script(), note));
          if (wrote) failing = false;
          return value;
        } catch (error) {
          if (wrote) failing = error instanceof StoreUnavailable;
          throw error;
        }
      },
    },
  };
}

function* noting<Value>(script: Script<Value>, note: () => void): Script<Value> {
  let next = script.next();
  while (!next.done) {
    if (next.value.kind === 'write') note();
    next = script.next(yield next.value);
  }
  return next.value;
}
