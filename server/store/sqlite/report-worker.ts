/** The thread of long reads, on a read-only connection of its own. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Query } from '../store.ts';
import { openConnection } from './connection.ts';
import { snapshot } from './store.ts';

const connection = openConnection(String(workerData), { readonly: true });

parentPort?.on('message', ({ id, queries }: { id: number; queries: readonly Query[] }) => {
  try {
    parentPort?.postMessage({ id, rows: snapshot(connection, queries) });
  } catch (error) {
    parentPort?.postMessage({ id, error: String(error) });
  }
});
