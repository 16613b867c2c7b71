/** One check of the books: an invariant, in words and as a query that finds what breaks it. */
import type { Query } from '../store.ts';

export interface AuditCheck {
  readonly invariant: string;
  /** What must hold, for the person who reads a breach. */
  readonly rule: string;
  readonly query: Query;
}

/** The query names each breach in the columns `site_id` and `what`. */
export function check(invariant: string, rule: string, sql: string): AuditCheck {
  return { invariant, rule, query: { sql: `${sql} LIMIT 20`, params: [] } };
}
