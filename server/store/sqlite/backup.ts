/** Copies a database that is in use: one moment of it, whole, while others read and write. */
import { closeSync, existsSync, fsyncSync, linkSync, openSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';

/**
 * Makes `target`, which must not exist: it has its name only when all of it is on the disk. A plain
 * copy of the file would lack what is in the log, and be torn where pages move meanwhile.
 */
export function backUp(file: string, target: string): void {
  if (existsSync(target)) throw new Error('there is a file of this name');
  const part = `${target}.part`;
  forget(part);
  const database = new Database(file, { readonly: true });
  try {
    database.prepare('VACUUM INTO ?').run(part);
    const handle = openSync(part, 'r+');
    fsyncSync(handle);
    closeSync(handle);
    linkSync(part, target);
  } finally {
    database.close();
    forget(part);
  }
}

/** What another run left behind, its journal too: SQLite would undo the new file with it. */
function forget(part: string): void {
  for (const file of [part, `${part}-journal`]) rmSync(file, { force: true });
}
