/**
 * Admins: their links, sign-in and sessions. Passwords and secrets come in hashed or as functions.
 */
import { limits } from '../../shared/limits.ts';
import { ok, refuse, type Result } from '../../shared/refusals.ts';
import { textHash } from '../core/stamp.ts';
import {
  adminByEmail,
  auditEntries,
  deleteSession,
  deleteSessionsOf,
  forgetExpired,
  insertAuditEntry,
  insertLink,
  insertSession,
  linkByHash,
  saveAdmin,
  sessionByHash,
  takeLink,
  type AuditEntry,
} from '../store/sql/admin.ts';
import { intOf, textOf } from '../store/sql/row.ts';
import type { Script } from '../store/store.ts';
import { orRefuse, type Deps } from './deps.ts';

/** Argon2id, from whoever has it. */
export interface Passwords {
  hash(password: string): Promise<string>;
  verify(hash: string, password: string): Promise<boolean>;
}

export interface Session {
  readonly email: string;
  /** For the cookie; only its hash is stored. */
  readonly secret: string;
  readonly expiresAt: number;
}

/** A secret that makes one admin, or gives one a new password, within `adminLinkTtlMinutes`. */
export async function newAdminLink(deps: Deps): Promise<string> {
  const secret = deps.entropy();
  const now = deps.clock();
  const expiresAt = now + limits.adminLinkTtlMinutes * 60_000;
  await deps.store.run(function* (): Script<void> {
    yield {
      kind: 'write',
      writes: [forgetExpired('admin_link', now), insertLink(textHash(secret), expiresAt)],
    };
  });
  return secret;
}

export async function acceptLink(
  deps: Deps,
  passwords: Passwords,
  input: { readonly link: string; readonly email: string; readonly password: string },
): Promise<Result<Session>> {
  const linkHash = textHash(input.link);
  const now = deps.clock();
  // Looked up before the costly hash: nobody burns our processor with made-up links.
  const [links] = await deps.store.read([linkByHash(linkHash, now)]);
  if (!links?.[0]) return refuse('link_expired');
  const passwordHash = await passwords.hash(input.password);
  const email = input.email.toLowerCase();
  const session = newSession(deps, email);
  return orRefuse(
    deps.store.run(function* (): Script<Result<Session>> {
      const [fresh] = yield { kind: 'read', queries: [linkByHash(linkHash, now)] };
      if (!fresh?.[0]) return refuse('link_expired');
      yield {
        kind: 'write',
        writes: [
          takeLink(linkHash),
          saveAdmin(email, passwordHash, now),
          deleteSessionsOf(email),
          insertSession(textHash(session.secret), email, session.expiresAt),
          insertAuditEntry({ id: deps.entropy(), at: now, actor: email, action: 'link.accepted' }),
        ],
      };
      return ok(session);
    }),
  );
}

export async function signIn(
  deps: Deps,
  passwords: Passwords,
  input: { readonly email: string; readonly password: string },
): Promise<Result<Session>> {
  const email = input.email.toLowerCase();
  const [admins] = await deps.store.read([adminByEmail(email)]);
  const known = admins?.[0];
  // An unknown address costs as much time as a wrong password.
  if (!known) await passwords.hash(input.password);
  const right = known && (await passwords.verify(textOf(known, 'password_hash'), input.password));
  if (!right) return refuse('sign_in_failed');
  const session = newSession(deps, email);
  const now = deps.clock();
  const id = deps.entropy();
  return orRefuse(
    deps.store.run(function* (): Script<Result<Session>> {
      yield {
        kind: 'write',
        writes: [
          forgetExpired('admin_session', now),
          insertSession(textHash(session.secret), email, session.expiresAt),
          insertAuditEntry({ id, at: now, actor: email, action: 'signed.in' }),
        ],
      };
      return ok(session);
    }),
  );
}

/** Whose session a cookie is; null when it is nobody's any more. */
export async function adminOf(deps: Deps, secret: string): Promise<string | null> {
  const [rows] = await deps.store.read([sessionByHash(textHash(secret))]);
  const row = rows?.[0];
  return row && intOf(row, 'expires_at') > deps.clock() ? textOf(row, 'email') : null;
}

export function signOut(deps: Deps, secret: string): Promise<void> {
  return deps.store.run(function* (): Script<void> {
    yield { kind: 'write', writes: [deleteSession(textHash(secret))] };
  });
}

/** What an admin did beside signing in. A repetition, by the same `id`, is the same deed. */
export function keepDeed(deps: Deps, deed: Omit<AuditEntry, 'at'>): Promise<void> {
  const entry = { ...deed, at: deps.clock() };
  return deps.store.run(function* (): Script<void> {
    yield { kind: 'write', writes: [insertAuditEntry(entry)] };
  });
}

/** The newest first. */
export async function readAuditLog(deps: Deps): Promise<Omit<AuditEntry, 'id'>[]> {
  const [rows] = await deps.store.report([auditEntries(limits.auditEntriesShownMax)]);
  return (rows ?? []).map((row) => ({
    at: intOf(row, 'at'),
    actor: textOf(row, 'actor'),
    action: textOf(row, 'action'),
    detail: textOf(row, 'detail'),
  }));
}

function newSession(deps: Deps, email: string): Session {
  const expiresAt = deps.clock() + limits.adminSessionTtlHours * 3_600_000;
  return { email, secret: deps.entropy() + deps.entropy(), expiresAt };
}
