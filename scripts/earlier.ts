/**
 * Keeps the scripts of the builds before: a page that was loaded before an update goes on asking
 * for them, and so does a loader out of a browser's cache. They stand in a folder of their own,
 * `earlier/BUILD`, the newest under 1, so that `widget` holds this build and nothing else.
 */
import { copyFile, cp, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** As many updates as a page may outlive. */
export const earlierBuildsMax = 5;

/** Copies what is kept of `last` into `next`, which replaces it and has its widget already. */
export async function keepEarlier(last: string, next: string): Promise<void> {
  const built = new Set(await namesIn(join(next, 'widget')));
  const gone = (await namesIn(join(last, 'widget'))).filter((name) => isLasting(name, built));
  // A build that changes nothing of the widget pushes nothing out.
  const shift = gone.length > 0 ? 1 : 0;
  if (shift > 0) {
    await mkdir(folderOf(next, 1), { recursive: true });
    for (const name of gone) {
      await copyFile(join(last, 'widget', name), join(folderOf(next, 1), name));
    }
  }
  const kept = (await namesIn(join(last, 'earlier'))).map(Number);
  for (const build of kept.filter((each) => each + shift <= earlierBuildsMax)) {
    await cp(folderOf(last, build), folderOf(next, build + shift), { recursive: true });
  }
}

/** A script that is named by its content, with its compressed forms, and is built no more. */
function isLasting(name: string, built: ReadonlySet<string>): boolean {
  return /-[\w-]{8}\.js(\.br|\.gz)?$/.test(name) && !built.has(name);
}

function folderOf(dist: string, build: number): string {
  return join(dist, 'earlier', String(build));
}

/** None in a fresh clone. */
async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}
