/** Contacts: who is asked for one, what is recorded, and which codes count. */
import { describe, expect, it } from 'vitest';
import { decideClaim } from '../../server/core/claim.ts';
import type { Shopper } from '../../server/core/facts.ts';
import {
  codeOfMail,
  decideConfirmContact,
  decideLeaveContact,
  type Lead,
  type LeadFacts,
} from '../../server/core/lead.ts';
import { refusalToUse, voucherView, type Voucher } from '../../server/core/voucher.ts';
import { programmeDocument } from '../../shared/schema/programme.ts';
import { limits } from '../../shared/limits.ts';
import { now, shopperFacts, shopperWith, stampAt, voucherWith } from '../helper/facts.ts';
import { prizes, programmeInput, siteId, type ProgrammeParts } from '../helper/programme.ts';

const consent = { en: 'Send me news', vi: 'Gửi tin cho tôi' };
const plain = { contact: 'email', confirm: false, consent: null, consentNeeded: false } as const;
const confirmed = { ...plain, confirm: true } as const;
const agreed = { ...plain, consent, consentNeeded: true } as const;
const minute = 60_000;

const lead: Lead = {
  shopperId: 'anna',
  kind: 'email',
  contact: 'Anna@shop.example',
  hash: 'hash-anna',
  consent: null,
  leftAt: now - minute,
  confirmedAt: null,
  codeId: 'm_1',
  codeExpiresAt: now + 14 * minute,
  codeAttempts: 0,
};
const right = codeOfMail(stampAt().drawKey, siteId, 'm_1');
const wrong = right === '000000' ? '000001' : '000000';

interface Given extends Partial<Pick<LeadFacts, 'leads' | 'codesSentAt' | 'shopper'>> {
  readonly voucher?: Partial<Voucher> | null;
  readonly site?: ProgrammeParts['site'];
}

function facts({ voucher = null, site, ...given }: Given = {}): LeadFacts {
  const held = voucher && voucherWith(voucher);
  const none = { leads: [], codesSentAt: [] };
  return { ...shopperFacts(site ? { site } : {}), ...none, ...given, voucher: held };
}

type Leaving = Partial<Parameters<typeof decideLeaveContact>[1]>;

function leave(given: Given, more: Leaving = {}) {
  const command = { siteId, commandId: 'command-1', shopperId: 'anna', ...more };
  return decideLeaveContact(
    facts(given),
    {
      voucherId: given.voucher ? 'v_1' : null,
      of: 'email',
      contact: 'Anna@shop.example',
      hash: 'hash-anna',
      consent: null,
      locale: null,
      ...command,
      kind: 'leave_contact',
    },
    stampAt(),
  );
}

const merged = shopperWith({ mergedInto: 'c_anna' });
const five = Array.from({ length: 5 }, (_, at) => now - at * minute).toReversed();

describe('a contact that could be refused for two reasons says the first', () => {
  it.each<[string, Given, Leaving, string]>([
    ['merged beats no voucher', { shopper: merged }, { voucherId: 'v_9' }, 'shopper_merged'],
    ['no voucher', {}, { voucherId: 'v_9' }, 'voucher_not_found'],
    [
      'somebody else’s beats expired',
      { voucher: { shopperId: 'bert', expiresAt: now } },
      {},
      'voucher_not_found',
    ],
    ['expired beats not asked', { voucher: { expiresAt: now } }, {}, 'voucher_expired'],
    ['a voucher that asks for nothing', { voucher: {} }, {}, 'contact_not_asked'],
    ['one that was taken', { voucher: { claim: plain, claimedAt: now } }, {}, 'contact_not_asked'],
    [
      'at a limit that no contact lifts',
      { site: { care: { contactAtLimit: false } } },
      {},
      'contact_not_asked',
    ],
    [
      'the wrong kind beats no consent',
      { voucher: { claim: agreed } },
      { of: 'phone' },
      'bad_request',
    ],
    ['no consent', { voucher: { claim: agreed } }, {}, 'consent_needed'],
    [
      'a sentence that was not shown',
      { voucher: { claim: agreed } },
      { consent: 'Sell my data' },
      'bad_request',
    ],
    [
      'a sentence where there is no box',
      { voucher: { claim: plain } },
      { consent: 'Send me news' },
      'bad_request',
    ],
    [
      'too many codes',
      { voucher: { claim: confirmed }, codesSentAt: five },
      {},
      'code_limit_reached',
    ],
  ])('%s', (_what, given, more, code) => {
    expect(leave(given, more)).toMatchObject({ kind: 'refused', refusal: { code } });
  });

  it('says when the next code may be sent', () => {
    expect(leave({ voucher: { claim: confirmed }, codesSentAt: five })).toMatchObject({
      refusal: { nextAt: (five[0] ?? 0) + 60 * minute },
    });
  });
});

describe('what is left', () => {
  const mail = { to: 'Anna@shop.example', toHash: 'hash-anna', expiresAt: now + 15 * minute };
  it.each<[string, Given, Leaving, Partial<Lead>, object, boolean]>([
    [
      'without a code',
      { voucher: { claim: plain } },
      {},
      { contact: 'Anna@shop.example', consent: null, leftAt: now, confirmedAt: null },
      { shown: 'A•••@shop.example', confirmed: false, code: null },
      false,
    ],
    [
      'with a code on its way',
      { voucher: { claim: confirmed } },
      {},
      { confirmedAt: null, codeExpiresAt: mail.expiresAt, codeAttempts: 0 },
      { confirmed: false, code: { expiresAt: mail.expiresAt, attemptsLeft: 5 } },
      true,
    ],
    [
      'with the sentence, in the language that it was shown in',
      { voucher: { claim: agreed } },
      { consent: 'Gửi tin cho tôi' },
      { consent: 'Gửi tin cho tôi' },
      {},
      false,
    ],
    [
      'a telephone number',
      { voucher: { claim: { ...plain, contact: 'either' } } },
      { of: 'phone', contact: '0901 234 567' },
      { kind: 'phone', contact: '0901 234 567' },
      { kind: 'phone', shown: '•••67' },
      false,
    ],
    ['at a network’s limit, with a code', {}, {}, { kind: 'email' }, { confirmed: false }, true],
    [
      'again, once it is confirmed: no second code, and the old consent',
      {
        voucher: { claim: confirmed },
        leads: [{ ...lead, confirmedAt: 5, consent: 'Send me news' }],
      },
      {},
      { confirmedAt: 5, consent: 'Send me news', codeId: 'm_1' },
      { confirmed: true, code: null },
      false,
    ],
    [
      'another one in its place, which is not confirmed',
      { voucher: { claim: confirmed }, leads: [{ ...lead, confirmedAt: 5, codeAttempts: 4 }] },
      { hash: 'hash-other' },
      { hash: 'hash-other', confirmedAt: null, codeAttempts: 0 },
      { confirmed: false },
      true,
    ],
    [
      'again, with a new code and its own attempts',
      { voucher: { claim: confirmed }, leads: [{ ...lead, codeAttempts: 5 }] },
      {},
      { codeAttempts: 0 },
      {},
      true,
    ],
  ])('%s', (_what, given, more, kept, outcome, hasMail) => {
    const decision = leave(given, more);
    expect(decision).toMatchObject({ kind: 'decided', outcome });
    const changes = decision.kind === 'decided' ? decision.changes : [];
    expect(changes.find(({ kind }) => kind === 'lead')).toMatchObject({ lead: kept });
    expect(changes.some(({ kind }) => kind === 'mail_queued')).toBe(hasMail);
  });

  it('tells nobody the code: it is in no change and no answer', () => {
    const decision = leave({ voucher: { claim: confirmed } });
    const changes = decision.kind === 'decided' ? decision.changes : [];
    const queued = changes.find((change) => change.kind === 'mail_queued');
    const id = queued?.kind === 'mail_queued' ? queued.mail.id : '';
    expect(JSON.stringify(decision)).not.toContain(codeOfMail(stampAt().drawKey, siteId, id));
  });
});

describe('a code', () => {
  const spent = { ...lead, codeAttempts: limits.codeAttemptsMax };
  it.each<[string, Lead | null, string, number, string | null, number]>([
    ['counts', lead, right, now, null, 5],
    ['counts with the last attempt', { ...lead, codeAttempts: 4 }, right, now, null, 1],
    ['counts until it expires', lead, right, lead.codeExpiresAt - 1, null, 5],
    ['is late', lead, right, lead.codeExpiresAt, 'code_expired', 4],
    ['is wrong', lead, wrong, now, 'code_wrong', 4],
    ['was used before', { ...lead, confirmedAt: 5 }, right, now, 'code_used', 4],
    ['comes after too many', spent, right, now, 'code_spent', 0],
    ['is of the mail before', { ...lead, codeId: 'm_2' }, right, now, 'code_wrong', 4],
  ])('%s', (_what, given, code, at, reason, attemptsLeft) => {
    const command = { siteId, commandId: 'command-1', shopperId: 'anna', code };
    const known = facts({ leads: given ? [given] : [] });
    const decision = decideConfirmContact(
      known,
      { ...command, kind: 'confirm_contact' },
      stampAt(at),
    );
    expect(decision).toMatchObject({ kind: 'decided', outcome: { wrong: reason, attemptsLeft } });
    const changes = decision.kind === 'decided' ? decision.changes : [];
    const isRight = reason === null;
    expect(changes.find(({ kind }) => kind === 'lead')).toMatchObject({
      lead: {
        codeAttempts: (given?.codeAttempts ?? 0) + (isRight ? 0 : 1),
        confirmedAt: isRight ? at : (given?.confirmedAt ?? null),
      },
    });
    const event = { kind: isRight ? 'contact.confirmed' : 'contact.code_refused' };
    expect(changes).toContainEqual({ kind: 'event', event: expect.objectContaining(event) });
  });

  it.each<[string, Shopper, readonly Lead[], string]>([
    ['of somebody merged', merged, [lead], 'shopper_merged'],
    ['without a contact', shopperWith(), [], 'contact_not_found'],
    ['that nobody sent', shopperWith(), [{ ...lead, codeId: null }], 'contact_not_found'],
  ])('%s is refused', (_what, shopper, leads, code) => {
    const command = { siteId, commandId: 'command-1', shopperId: 'anna', code: right };
    const known = facts({ leads, shopper });
    const decision = decideConfirmContact(
      known,
      { ...command, kind: 'confirm_contact' },
      stampAt(),
    );
    expect(decision).toMatchObject({ kind: 'refused', refusal: { code } });
  });

  it('has six digits, each number of its own mail', () => {
    const codes = Array.from({ length: 300 }, (_, at) =>
      codeOfMail(stampAt().drawKey, siteId, `m_${at}`),
    );
    expect(codes.every((code) => /^\d{6}$/.test(code))).toBe(true);
    expect(new Set(codes).size).toBeGreaterThan(290);
    expect(codeOfMail(new Uint8Array(32), siteId, 'm_1')).not.toBe(right);
  });
});

describe('a prize that asks for a contact is taken', () => {
  const phone: Lead = { ...lead, kind: 'phone', codeId: null };
  const either = { ...plain, contact: 'either' } as const;
  const known = shopperWith({ kind: 'identified' });
  it.each<[string, Voucher['claim'], readonly Lead[], Shopper, string]>([
    ['never without one', plain, [], shopperWith(), 'contact_needed'],
    ['with it', plain, [lead], shopperWith(), 'ok'],
    ['not with another kind', plain, [phone], shopperWith(), 'contact_needed'],
    ['with either', either, [phone], shopperWith(), 'ok'],
    ['not before it is confirmed', confirmed, [lead], shopperWith(), 'contact_unconfirmed'],
    ['once it is', confirmed, [{ ...lead, confirmedAt: 5 }], shopperWith(), 'ok'],
    ['without one by whoever is signed in', confirmed, [], known, 'ok'],
    ['without one where nothing is asked', null, [], shopperWith(), 'ok'],
  ])('%s', (_what, claim, leads, shopper, answer) => {
    const voucher = voucherWith({ claim });
    const command = { siteId, commandId: 'command-1', shopperId: 'anna', voucherId: 'v_1' };
    const given = { ...facts(), shopper, leads, voucher };
    const decision = decideClaim(given, { ...command, kind: 'claim' }, stampAt());
    expect(decision.kind === 'refused' ? decision.refusal.code : 'ok').toBe(answer);
    if (decision.kind === 'refused') expect(decision.refusal.contact).toEqual(claim);
    if (decision.kind === 'decided') expect(decision.outcome.voucher.code).toBe(voucher.code);
  });

  it('and shown without its code, and of no use at the checkout, before that', () => {
    const voucher = voucherWith({ claim: plain });
    const cart = { customer: null, currency: 'VND', net: 100_000 };
    expect(voucherView(voucher, now)).toMatchObject({ code: '', claim: plain });
    expect(refusalToUse(voucher, cart, now)).toEqual({ code: 'contact_needed' });
    const taken = { ...voucher, claimedAt: now };
    expect(voucherView(taken, now)).not.toHaveProperty('claim');
    expect(refusalToUse(taken, cart, now)).toBeNull();
  });
});

it.each<[string, object, string]>([
  ['a telephone cannot be confirmed', { contact: 'phone', confirm: true }, 'contact'],
  ['nor can either', { contact: 'either', confirm: true }, 'contact'],
  ['consent needs a sentence', { consentNeeded: true }, 'consent'],
])('of what a prize may ask: %s', (_what, claim, field) => {
  const prize = { ...prizes.voucher, claim };
  const input = { ...programmeInput(), prizes: [prizes.nothing, prizes.points, prize] };
  const parsed = programmeDocument.safeParse(input);
  expect(parsed.error?.issues.map(({ path }) => path)).toEqual([['prizes', 2, 'claim', field]]);
});
