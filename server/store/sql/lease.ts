/** Statements about leases: who alone does the work of a name, for how long. */
import type { Query, Row, Write } from '../store.ts';
import { intOf, textOf } from './row.ts';

export interface Lease {
  readonly name: string;
  readonly owner: string;
  /** Goes up with each takeover: whoever holds an older one may not write any more. */
  readonly token: number;
  /** By the database's clock, epoch milliseconds. */
  readonly expiresAt: number;
}

export function leaseByName(name: string): Query {
  return {
    sql: `SELECT name, owner, token, expires_at FROM lease WHERE name = $1`,
    params: [name],
  };
}

export function leaseRow(row: Row): Lease {
  return {
    name: textOf(row, 'name'),
    owner: textOf(row, 'owner'),
    token: intOf(row, 'token'),
    expiresAt: intOf(row, 'expires_at'),
  };
}

export function saveLease({ name, owner, token, expiresAt }: Lease): Write {
  return {
    sql: `INSERT INTO lease (name, owner, token, expires_at) VALUES ($1, $2, $3, $4)
      ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, token = excluded.token,
        expires_at = excluded.expires_at`,
    params: [name, owner, token, expiresAt],
    rows: 1,
  };
}
