/** Statements about admins. Secrets are kept as hashes only. */
import type { Query, Write } from '../store.ts';

export function adminByEmail(email: string): Query {
  return { sql: `SELECT email, password_hash FROM admin WHERE email = $1`, params: [email] };
}

export function countAdmins(): Query {
  return { sql: `SELECT count(*) AS admins FROM admin`, params: [] };
}

export function saveAdmin(email: string, passwordHash: string, now: number): Write {
  return {
    sql: `INSERT INTO admin (email, password_hash, created_at) VALUES ($1, $2, $3)
      ON CONFLICT (email) DO UPDATE SET password_hash = excluded.password_hash`,
    params: [email, passwordHash, now],
    rows: 1,
  };
}

export function linkByHash(linkHash: string, now: number): Query {
  return {
    sql: `SELECT link_hash FROM admin_link WHERE link_hash = $1 AND expires_at > $2`,
    params: [linkHash, now],
  };
}

export function insertLink(linkHash: string, expiresAt: number): Write {
  return {
    sql: `INSERT INTO admin_link (link_hash, expires_at) VALUES ($1, $2)`,
    params: [linkHash, expiresAt],
    rows: 1,
  };
}

/** A link is good for one admin. */
export function takeLink(linkHash: string): Write {
  return { sql: `DELETE FROM admin_link WHERE link_hash = $1`, params: [linkHash], rows: 1 };
}

export function insertSession(sessionHash: string, email: string, expiresAt: number): Write {
  return {
    sql: `INSERT INTO admin_session (session_hash, email, expires_at) VALUES ($1, $2, $3)`,
    params: [sessionHash, email, expiresAt],
    rows: 1,
  };
}

export function sessionByHash(sessionHash: string): Query {
  return {
    sql: `SELECT email, expires_at FROM admin_session WHERE session_hash = $1`,
    params: [sessionHash],
  };
}

export function deleteSession(sessionHash: string): Write {
  return {
    sql: `DELETE FROM admin_session WHERE session_hash = $1`,
    params: [sessionHash],
    rows: null,
  };
}

/** A new password ends what was opened with the old one. */
export function deleteSessionsOf(email: string): Write {
  return { sql: `DELETE FROM admin_session WHERE email = $1`, params: [email], rows: null };
}

export function forgetExpired(table: 'admin_link' | 'admin_session', now: number): Write {
  return { sql: `DELETE FROM ${table} WHERE expires_at <= $1`, params: [now], rows: null };
}

export interface AuditEntry {
  readonly id: string;
  readonly at: number;
  readonly actor: string;
  readonly action: string;
  readonly detail?: string;
}

export function insertAuditEntry({ id, at, actor, action, detail = '' }: AuditEntry): Write {
  return {
    sql: `INSERT INTO audit_log (entry_id, at, actor, action, detail) VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (entry_id) DO NOTHING`,
    params: [id, at, actor, action, detail],
    rows: null,
  };
}

/** The newest first. */
export function auditEntries(rowsMax: number): Query {
  return {
    sql: `SELECT at, actor, action, detail FROM audit_log ORDER BY at DESC, entry_id LIMIT $1`,
    params: [rowsMax],
  };
}
