/**
 * Gives every test file `inject('postgresUrl')`: one PostgreSQL server for the whole run, stopped
 * afterwards.
 */
import type { TestProject } from 'vitest/node';
import { startPostgres } from './postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres({ fsync: 'off' });
  project.provide('postgresUrl', server.url);
  return server.stop;
}
