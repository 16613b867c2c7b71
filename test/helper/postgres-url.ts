/** The PostgreSQL server that this test file has for itself, among those of `postgres-setup.ts`. */
import { inject } from 'vitest';

export function postgresUrl(): string {
  const urls = inject('postgresUrls');
  // Counts from 1 to the number of files that run at once.
  const place = Number(process.env['VITEST_POOL_ID']) - 1;
  const url = urls[place % urls.length];
  if (url === undefined) throw new Error(`no PostgreSQL for the place ${place}`);
  return url;
}
