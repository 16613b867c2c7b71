/** Statements about contacts that shoppers left, and the mails that go out to them. */
import type { ShopperId, SiteId } from '../../../shared/ids.ts';
import { locales } from '../../../shared/words/locales.ts';
import type { Lead, QueuedMail } from '../../core/lead.ts';
import type { Query, Row, Write } from '../store.ts';
import { intOf, intOrNull, textOf, textOrNull, wordOf } from './row.ts';

export const leadColumns = `shopper_id, kind, contact, hash, consent, left_at, confirmed_at,
  code_id, code_expires_at, code_attempts`;

export const leadTables: readonly string[] = [
  // What the prize asks for before it is taken: JSON, null where it asks for nothing.
  `ALTER TABLE voucher ADD COLUMN claim TEXT`,
  `CREATE TABLE lead (
    site_id TEXT NOT NULL,
    shopper_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    contact TEXT NOT NULL,
    hash TEXT NOT NULL,
    consent TEXT,
    left_at BIGINT NOT NULL,
    confirmed_at BIGINT,
    code_id TEXT,
    code_expires_at BIGINT NOT NULL,
    code_attempts INTEGER NOT NULL,
    PRIMARY KEY (site_id, shopper_id, kind)
  )`,
  // Mails that go out after the commit. The text is made when they do: no code is kept here.
  `CREATE TABLE mail (
    site_id TEXT NOT NULL,
    mail_id TEXT NOT NULL,
    to_address TEXT NOT NULL,
    to_hash TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    queued_at BIGINT NOT NULL,
    next_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (site_id, mail_id)
  )`,
  `CREATE INDEX mail_waiting ON mail (next_at) WHERE state = 'waiting'`,
  `CREATE INDEX mail_lately ON mail (site_id, to_hash, queued_at)`,
];

export function leadsOf(siteId: SiteId, shopperId: ShopperId): Query {
  return {
    sql: `SELECT ${leadColumns} FROM lead WHERE site_id = $1 AND shopper_id = $2`,
    params: [siteId, shopperId],
  };
}

export function leadRow(row: Row): Lead {
  return {
    shopperId: textOf(row, 'shopper_id'),
    kind: wordOf(row, 'kind', ['email', 'phone']),
    contact: textOf(row, 'contact'),
    hash: textOf(row, 'hash'),
    consent: textOrNull(row, 'consent'),
    leftAt: intOf(row, 'left_at'),
    confirmedAt: intOrNull(row, 'confirmed_at'),
    codeId: textOrNull(row, 'code_id'),
    codeExpiresAt: intOf(row, 'code_expires_at'),
    codeAttempts: intOf(row, 'code_attempts'),
  };
}

/** In the order of shoppers and kinds, with the shop's own id where they signed in. */
export function leadsPage(
  siteId: SiteId,
  { after, rowsMax }: { readonly after: readonly [string, string]; readonly rowsMax: number },
): Query {
  return {
    sql: `SELECT ${leadColumns}, (SELECT external_id FROM shopper
          WHERE shopper.site_id = lead.site_id AND shopper.shopper_id = lead.shopper_id)
          AS external_id
      FROM lead WHERE site_id = $1 AND (shopper_id > $2 OR (shopper_id = $2 AND kind > $3))
      ORDER BY shopper_id, kind LIMIT $4`,
    params: [siteId, ...after, rowsMax],
  };
}

/** The shopper's wallet version, saved in the same transaction, guards against a lost update. */
export function saveLead(siteId: SiteId, lead: Lead): Write {
  return {
    sql: `INSERT INTO lead (site_id, ${leadColumns})
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
      ON CONFLICT (site_id, shopper_id, kind) DO UPDATE SET contact = excluded.contact,
        hash = excluded.hash, consent = excluded.consent, left_at = excluded.left_at,
        confirmed_at = excluded.confirmed_at, code_id = excluded.code_id,
        code_expires_at = excluded.code_expires_at, code_attempts = excluded.code_attempts`,
    params: [
      siteId,
      lead.shopperId,
      lead.kind,
      lead.contact,
      lead.hash,
      lead.consent,
      lead.leftAt,
      lead.confirmedAt,
      lead.codeId,
      lead.codeExpiresAt,
      lead.codeAttempts,
    ],
    rows: 1,
  };
}

/** A confirmed contact takes the place of one that is not; else the customer's own stays. */
export function moveLeads(siteId: SiteId, from: ShopperId, to: ShopperId): Write[] {
  const params = [siteId, from, to];
  return [
    {
      sql: `DELETE FROM lead WHERE site_id = $1 AND shopper_id = $3 AND confirmed_at IS NULL
        AND EXISTS (SELECT 1 FROM lead AS old WHERE old.site_id = $1 AND old.shopper_id = $2
          AND old.kind = lead.kind AND old.confirmed_at IS NOT NULL)`,
      params,
      rows: null,
    },
    {
      sql: `UPDATE lead SET shopper_id = $3 WHERE site_id = $1 AND shopper_id = $2
        AND NOT EXISTS (SELECT 1 FROM lead AS own WHERE own.site_id = $1
          AND own.shopper_id = $3 AND own.kind = lead.kind)`,
      params,
      rows: null,
    },
  ];
}

/** Mails to one contact since an instant, whoever they were for. */
export function mailsSince(siteId: SiteId, toHash: string, since: number, rowsMax: number): Query {
  return {
    sql: `SELECT queued_at FROM mail WHERE site_id = $1 AND to_hash = $2 AND queued_at > $3
      ORDER BY queued_at LIMIT $4`,
    params: [siteId, toHash, since, rowsMax],
  };
}

export function queueMail(siteId: SiteId, mail: QueuedMail, now: number): Write {
  const { id, to, toHash, expiresAt, locale } = mail;
  return {
    sql: `INSERT INTO mail (site_id, mail_id, to_address, to_hash, state, attempts, queued_at,
        next_at, expires_at, locale)
      VALUES ($1, $2, $3, $4, 'waiting', 0, $5, $5, $6, $7)`,
    params: [siteId, id, to, toHash, now, expiresAt, locale],
    rows: 1,
  };
}

export interface WaitingMail extends Omit<QueuedMail, 'toHash'> {
  readonly siteId: SiteId;
  readonly attempts: number;
}

export function mailsWaiting(now: number, rowsMax: number): Query {
  return {
    sql: `SELECT site_id, mail_id, to_address, attempts, expires_at, locale FROM mail
      WHERE state = 'waiting' AND next_at <= $1 ORDER BY next_at, site_id, mail_id LIMIT $2`,
    params: [now, rowsMax],
  };
}

export function waitingMailRow(row: Row): WaitingMail {
  return {
    siteId: textOf(row, 'site_id'),
    id: textOf(row, 'mail_id'),
    to: textOf(row, 'to_address'),
    attempts: intOf(row, 'attempts'),
    expiresAt: intOf(row, 'expires_at'),
    locale: row['locale'] === null ? null : wordOf(row, 'locale', locales),
  };
}

/** The address is not kept longer than it is needed here. */
export function endMail({ siteId, id }: WaitingMail, state: 'sent' | 'failed'): Write {
  return {
    sql: `UPDATE mail SET state = $3, to_address = '' WHERE site_id = $1 AND mail_id = $2
      AND state = 'waiting'`,
    params: [siteId, id, state],
    rows: null,
  };
}

export function postponeMail({ siteId, id, attempts }: WaitingMail, nextAt: number): Write {
  return {
    sql: `UPDATE mail SET attempts = $3, next_at = $4 WHERE site_id = $1 AND mail_id = $2
      AND state = 'waiting'`,
    params: [siteId, id, attempts + 1, nextAt],
    rows: null,
  };
}
