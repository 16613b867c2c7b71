/**
 * A contact that a shopper leaves: for a prize that asks for one, or where a network's limit does.
 * An e-mail address is confirmed by a code, which is nowhere stored: it is made from the id of its
 * mail and a key that lives outside the database.
 */
import type { ShopperId, SiteId } from '../../shared/ids.ts';
import { limits } from '../../shared/limits.ts';
import type { Refusal, RefusalCode } from '../../shared/refusals.ts';
import type { ContactAsk, LeaveContactReply } from '../../shared/schema/contact-api.ts';
import type { Locale } from '../../shared/words/locales.ts';
import type { ConfirmContactCommand, LeaveContactCommand } from './command.ts';
import { refused, type Decision } from './decision.ts';
import { Effects } from './effects.ts';
import type { ShopperFacts } from './facts.ts';
import { plainHashing } from './hashing.ts';
import type { Stamp } from './stamp.ts';
import { voucherStateAt, type Voucher } from './voucher.ts';

export type LeadKind = 'email' | 'phone';

export interface Lead {
  readonly shopperId: ShopperId;
  readonly kind: LeadKind;
  /** As it was written. */
  readonly contact: string;
  /** Keyed, of its one spelling: the same contact has the same one, whoever leaves it. */
  readonly hash: string;
  /** The sentence that was agreed to; null when nothing was. */
  readonly consent: string | null;
  readonly leftAt: number;
  readonly confirmedAt: number | null;
  /** Of the last code: the mail that it came with; null when none was sent. */
  readonly codeId: string | null;
  readonly codeExpiresAt: number;
  /** Codes tried that were wrong, late, or used before. */
  readonly codeAttempts: number;
}

/** A mail that goes out after the commit. */
export interface QueuedMail {
  readonly id: string;
  readonly to: string;
  readonly toHash: string;
  readonly expiresAt: number;
  /** The language of its words; null for the site's own. */
  readonly locale: Locale | null;
}

export interface LeadFacts extends ShopperFacts {
  /** The one that it is left for; null when there is none of that id, or none was named. */
  readonly voucher: Voucher | null;
  readonly leads: readonly Lead[];
  /** When codes went to this contact within the last hour, the oldest first. */
  readonly codesSentAt: readonly number[];
}

export interface ConfirmOutcome {
  /** Why the code does not count; null when it does. */
  readonly wrong: RefusalCode | null;
  readonly shown: string;
  readonly attemptsLeft: number;
}

export function decideLeaveContact(
  facts: LeadFacts,
  command: LeaveContactCommand,
  stamp: Stamp,
): Decision<LeaveContactReply> {
  const ask = askedFor(facts, command, stamp.now);
  if ('code' in ask) return refused(ask);
  const { of: kind, contact, hash, consent, locale } = command;
  const before = facts.leads.find((each) => each.kind === kind && each.hash === hash);
  const isConfirmed = typeof before?.confirmedAt === 'number';
  const needsCode = ask.confirm && !isConfirmed;
  if (needsCode && facts.codesSentAt.length >= limits.codesPerContactHourMax) {
    const nextAt = (facts.codesSentAt[0] ?? stamp.now) + 3_600_000;
    return refused({ code: 'code_limit_reached', nextAt });
  }

  // From here the contact is left.
  const effects = new Effects(facts, stamp);
  const id = effects.ids.next('m');
  const expiresAt = stamp.now + limits.codeTtlMinutes * 60_000;
  const { id: shopperId } = facts.shopper;
  const lead: Lead = {
    shopperId,
    kind,
    contact,
    hash,
    consent: consent ?? before?.consent ?? null,
    leftAt: stamp.now,
    confirmedAt: before?.confirmedAt ?? null,
    codeId: needsCode ? id : (before?.codeId ?? null),
    codeExpiresAt: needsCode ? expiresAt : (before?.codeExpiresAt ?? 0),
    codeAttempts: needsCode ? 0 : (before?.codeAttempts ?? 0),
  };
  effects.change({ kind: 'lead', lead });
  if (needsCode) {
    const mail = { id, to: contact, toHash: hash, expiresAt, locale };
    effects.change({ kind: 'mail_queued', mail });
  }
  effects.raise('contact.left', { itemId: kind });
  const code = needsCode ? { expiresAt, attemptsLeft: limits.codeAttemptsMax } : null;
  return effects.decided(() => {
    return { kind, shown: shownContact(lead), confirmed: isConfirmed, code };
  });
}

/** A code that does not count is a success, too: it is to be counted. */
export function decideConfirmContact(
  facts: LeadFacts,
  { code }: ConfirmContactCommand,
  stamp: Stamp,
): Decision<ConfirmOutcome> {
  if (facts.shopper.mergedInto !== null) return refused({ code: 'shopper_merged' });
  const lead = facts.leads.find(({ codeId }) => codeId !== null);
  if (!lead) return refused({ code: 'contact_not_found' });
  const wrong = whyWrong(facts, lead, code, stamp);

  // From here the code is counted.
  const effects = new Effects(facts, stamp);
  const codeAttempts = lead.codeAttempts + (wrong === null ? 0 : 1);
  const confirmedAt = wrong === null ? stamp.now : lead.confirmedAt;
  effects.change({ kind: 'lead', lead: { ...lead, codeAttempts, confirmedAt } });
  effects.raise(wrong === null ? 'contact.confirmed' : 'contact.code_refused', {
    itemId: wrong ?? lead.kind,
  });
  const attemptsLeft = Math.max(0, limits.codeAttemptsMax - codeAttempts);
  return effects.decided(() => ({ wrong, shown: shownContact(lead), attemptsLeft }));
}

/** Six digits. Whoever has the database alone cannot make them. */
export function codeOfMail(drawKey: Uint8Array, siteId: SiteId, mailId: string): string {
  const text = JSON.stringify(['contact code', siteId, mailId]);
  const bytes = plainHashing.hmacSha256(drawKey, text);
  const number = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0);
  return String(number % 1_000_000n).padStart(6, '0');
}

/** Why the prize cannot be taken before a contact is left or confirmed; null when it can. */
export function refusalOfContact(
  { claim, claimedAt }: Pick<Voucher, 'claim' | 'claimedAt'>,
  isKnown: boolean,
  leads: readonly Lead[],
): Refusal | null {
  // Whoever is signed in is known to the shop better than by a contact.
  if (claim === null || claimedAt !== null || isKnown) return null;
  const fitting = leads.filter(({ kind }) => fits(claim, kind));
  if (fitting.length === 0) return { code: 'contact_needed', contact: claim };
  if (!claim.confirm || fitting.some(({ confirmedAt }) => confirmedAt !== null)) return null;
  return { code: 'contact_unconfirmed', contact: claim };
}

/** What a network's limit asks for. */
export const contactAtLimit: ContactAsk = {
  contact: 'email',
  confirm: true,
  consent: null,
  consentNeeded: false,
};

/** What the contact is left for, or why it is not taken. The order is a contract. */
function askedFor(
  { shopper, voucher, programme }: LeadFacts,
  { voucherId, of, consent }: LeaveContactCommand,
  now: number,
): ContactAsk | Refusal {
  if (shopper.mergedInto !== null) return { code: 'shopper_merged' };
  if (voucherId !== null && voucher?.shopperId !== shopper.id) return { code: 'voucher_not_found' };
  if (voucher && voucherStateAt(voucher, now) === 'expired') return { code: 'voucher_expired' };
  const atLimit = programme.site.care.contactAtLimit ? contactAtLimit : null;
  const open = voucher?.claimedAt === null ? voucher.claim : null;
  const ask = voucherId === null ? atLimit : open;
  if (!ask) return { code: 'contact_not_asked' };
  if (!fits(ask, of)) {
    const message = `what is asked for: ${ask.contact}`;
    return { code: 'bad_request', issues: [{ path: of, message }] };
  }
  if (consent === null) return ask.consentNeeded ? { code: 'consent_needed' } : ask;
  // Nobody is recorded with a sentence that they were not shown.
  const sentences =
    typeof ask.consent === 'string' ? [ask.consent] : Object.values(ask.consent ?? {});
  if (sentences.includes(consent)) return ask;
  const message = 'the sentence that stood beside the box';
  return { code: 'bad_request', issues: [{ path: 'consent', message }] };
}

/** Why a code does not count. The order is a contract. */
function whyWrong(
  { programme }: LeadFacts,
  { codeId, confirmedAt, codeAttempts, codeExpiresAt }: Lead,
  code: string,
  { now, drawKey }: Stamp,
): ConfirmOutcome['wrong'] {
  if (confirmedAt !== null) return 'code_used';
  if (codeAttempts >= limits.codeAttemptsMax) return 'code_spent';
  if (codeExpiresAt <= now) return 'code_expired';
  const right = codeId !== null && codeOfMail(drawKey, programme.siteId, codeId) === code;
  return right ? null : 'code_wrong';
}

function fits({ contact }: ContactAsk, kind: LeadKind): boolean {
  return contact === 'either' || contact === kind;
}

/** Enough for its owner to know it again, and for nobody else to write to it. */
function shownContact({ kind, contact }: Pick<Lead, 'kind' | 'contact'>): string {
  if (kind === 'phone') return `•••${contact.slice(-2)}`;
  return `${contact.slice(0, 1)}•••${contact.slice(contact.lastIndexOf('@'))}`;
}
