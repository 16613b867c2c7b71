/**
 * PostgreSQL servers for the whole run, stopped afterwards. Files that run at once have one each:
 * what is open in any database of a server keeps the projector of every other one waiting.
 */
import type { TestProject } from 'vitest/node';
import { startPostgres } from './postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrls: string[];
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const starting = Array.from({ length: project.config.maxWorkers }, () =>
    startPostgres({ fsync: 'off' }),
  );
  const servers = await Promise.all(starting);
  project.provide(
    'postgresUrls',
    servers.map(({ url }) => url),
  );
  return async () => void (await Promise.all(servers.map(({ stop }) => stop())));
}
