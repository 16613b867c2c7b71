/** Contacts on both engines: a prize is held until its contact, and every code is counted. */
import { expect, it } from 'vitest';
import { codeOfMail } from '../../server/core/lead.ts';
import { exportLeads } from '../../server/flow/leads.ts';
import { sendMails, type Mail } from '../../server/flow/mail.ts';
import { readWallet } from '../../server/flow/wallet.ts';
import { leadRow, leadsOf } from '../../server/store/sql/lead.ts';
import { locales } from '../../shared/words/locales.ts';
import { confirm, leave } from '../helper/contact-calls.ts';
import { depsForEach, onBothEngines, type TestDeps } from '../helper/engines.ts';
import { countOf } from '../helper/http.ts';
import { prizes, siteId } from '../helper/programme.ts';
import { forget, hold, signIn, take } from '../helper/shop-calls.ts';
import { apply, codeOf, expectCleanBooks, granted, newId, playOnce } from '../helper/shopping.ts';

const consent = 'Send me news';
const asks = { contact: 'email', confirm: true, consent, consentNeeded: true } as const;
const alwaysWins = {
  slots: [
    { prizeId: 'ten-off', weight: 1 },
    { prizeId: 'nothing', weight: 0 },
  ],
};
const email = 'Anna@Shop.example';
const minute = 60_000;
const isStopping = (): boolean => false;

onBothEngines('a contact', (engine) => {
  const deps: TestDeps = depsForEach(engine, () =>
    apply(deps, { game: alwaysWins, prizes: [{ ...prizes.voucher, claim: asks }] }),
  );

  const win = async (shopperId: string) => {
    const { voucher } = await granted(playOnce(deps, { shopperId }));
    if (!voucher) throw new Error('nothing was won');
    return voucher;
  };
  const leadOf = async (shopperId: string) => {
    const [rows] = await deps.store.read([leadsOf(siteId, shopperId)]);
    const [row] = rows ?? [];
    if (!row) throw new Error('no contact was left');
    return leadRow(row);
  };
  const codeFor = async (shopperId: string) =>
    codeOfMail(deps.drawKey, siteId, (await leadOf(shopperId)).codeId ?? '');
  const wrongFor = async (shopperId: string) =>
    (await codeFor(shopperId)) === '000000' ? '000001' : '000000';

  it('holds the prize until it is left, agreed to and confirmed', async () => {
    const { id: voucherId, ...won } = await win('anna');
    expect(won).toMatchObject({ code: '', claim: asks });
    const about = { shopperId: 'anna', voucherId };
    expect(await codeOf(take(deps, about))).toBe('contact_needed');
    expect(await codeOf(leave(deps, { ...about, email }))).toBe('consent_needed');
    expect(await granted(leave(deps, { ...about, email, consent }))).toMatchObject({
      kind: 'email',
      shown: 'A•••@Shop.example',
      confirmed: false,
      code: { attemptsLeft: 5 },
    });
    expect(await codeOf(take(deps, about))).toBe('contact_unconfirmed');
    await granted(confirm(deps, { shopperId: 'anna', code: await codeFor('anna') }));
    const { voucher } = await granted(take(deps, about));
    expect(voucher.code).toMatch(/^TEN/);
    expect(await codeOf(hold(deps, { code: voucher.code }))).toBe('ok');
  });

  it('is erased when they wish, and what was taken with it stays theirs', async () => {
    const { id: voucherId } = await win('anna');
    const about = { shopperId: 'anna', voucherId };
    await granted(leave(deps, { ...about, email, consent }));
    await granted(confirm(deps, { shopperId: 'anna', code: await codeFor('anna') }));
    const { voucher } = await granted(take(deps, about));
    await granted(forget(deps, { shopperId: 'anna' }));
    expect(await countOf(deps.store, 'lead')).toBe(0);
    expect(await codeOf(hold(deps, { code: voucher.code }))).toBe('ok');
    await expectCleanBooks(deps);
    // What is won from here on asks for a contact anew.
    const next = await win('anna');
    expect(await codeOf(take(deps, { shopperId: 'anna', voucherId: next.id }))).toBe(
      'contact_needed',
    );
  });

  it('counts wrong, late and repeated codes, and takes none after too many', async () => {
    const { id: voucherId } = await win('anna');
    const left = { shopperId: 'anna', voucherId, email, consent };
    await granted(leave(deps, left));
    const send = async (code: string) => codeOf(confirm(deps, { shopperId: 'anna', code }));
    const tries = Array.from({ length: 5 }, async () => send(await wrongFor('anna')));
    expect(new Set(await Promise.all(tries))).toEqual(new Set(['code_wrong']));
    expect((await leadOf('anna')).codeAttempts).toBe(5);
    expect(await send(await codeFor('anna'))).toBe('code_spent');
    await granted(leave(deps, left));
    deps.pass(15 * minute);
    expect(await send(await codeFor('anna'))).toBe('code_expired');
    await granted(leave(deps, left));
    expect(await send(await codeFor('anna'))).toBe('ok');
    expect(await send(await codeFor('anna'))).toBe('code_used');
    expect((await leadOf('anna')).codeAttempts).toBe(1);
  });

  it('counts one wrong try once, however often it is sent', async () => {
    const { id: voucherId } = await win('anna');
    await granted(leave(deps, { shopperId: 'anna', voucherId, email, consent }));
    const call = { shopperId: 'anna', code: await wrongFor('anna'), commandId: newId() };
    await Promise.all(Array.from({ length: 8 }, () => codeOf(confirm(deps, call))));
    expect((await leadOf('anna')).codeAttempts).toBe(1);
  });

  it('is sent few codes, whoever asks for them', async () => {
    for (const shopperId of ['a', 'b', 'c', 'd', 'e', 'f']) {
      const { id: voucherId } = await win(shopperId);
      const asked = codeOf(leave(deps, { shopperId, voucherId, email, consent }));
      expect(await asked).toBe(shopperId === 'f' ? 'code_limit_reached' : 'ok');
    }
    deps.pass(60 * minute);
    const left = { shopperId: 'f', email };
    expect(await codeOf(leave(deps, left))).toBe('ok');
  });

  it('is sent few codes, though many ask at once', async () => {
    const asked = Array.from({ length: 24 }, (_, at) =>
      codeOf(leave(deps, { shopperId: `shopper-${at}`, email })),
    );
    const codes = await Promise.all(asked);
    expect(codes.filter((code) => code === 'ok')).toHaveLength(5);
    expect(await countOf(deps.store, 'mail')).toBe(5);
  });

  it('is sent no more codes for erasing what asked for them', async () => {
    for (const expected of ['ok', 'ok', 'ok', 'ok', 'ok', 'code_limit_reached']) {
      expect(await codeOf(leave(deps, { shopperId: 'anna', email }))).toBe(expected);
      await granted(forget(deps, { shopperId: 'anna' }));
    }
    const addresses = { sql: `SELECT to_address, state FROM mail`, params: [] };
    const [mails] = await deps.store.read([addresses]);
    expect(mails?.every((mail) => mail['to_address'] === '' && mail['state'] === 'failed')).toBe(
      true,
    );
  });

  it('goes with its shopper when they sign in, and asks whoever is signed in nothing', async () => {
    const { id: voucherId } = await win('device');
    await granted(leave(deps, { shopperId: 'device', voucherId, email, consent }));
    await granted(confirm(deps, { shopperId: 'device', code: await codeFor('device') }));
    await granted(signIn(deps, { name: 'anna', anonymousId: 'device' }));
    expect(await leadOf('c_anna')).toMatchObject({ contact: email, consent });
    expect((await leadOf('c_anna')).confirmedAt).not.toBeNull();
    const { vouchers } = await readWallet(deps, siteId, 'c_anna');
    expect(vouchers[0]?.code).toBe('');
    await granted(take(deps, { shopperId: 'c_anna', voucherId }));
    expect(await win('c_anna')).not.toHaveProperty('claim');
  });

  it('takes the place of one that is not confirmed, and of no other', async () => {
    await granted(signIn(deps, { name: 'anna' }));
    await granted(leave(deps, { shopperId: 'c_anna', email: 'old@shop.example' }));
    await granted(leave(deps, { shopperId: 'phone', email }));
    await granted(signIn(deps, { name: 'anna', anonymousId: 'phone' }));
    expect((await leadOf('c_anna')).contact).toBe('old@shop.example');
    await granted(leave(deps, { shopperId: 'tablet', email }));
    await granted(confirm(deps, { shopperId: 'tablet', code: await codeFor('tablet') }));
    await granted(signIn(deps, { name: 'anna', anonymousId: 'tablet' }));
    expect((await leadOf('c_anna')).contact).toBe(email);
  });

  it('gets its mail again after a crash, with the same id, and not once it was taken', async () => {
    await granted(leave(deps, { shopperId: 'anna', email }));
    const mails: Mail[] = [];
    const errors: unknown[] = [];
    const report = (error: unknown): unknown => errors.push(error);
    const mailing = { owner: 'here', report, isStopping };
    let isDown = true;
    const mailer = {
      async send(mail: Mail) {
        mails.push(mail);
        if (isDown) throw new Error('the line broke after it was handed over');
      },
    };
    expect(await sendMails(deps, mailer, mailing)).toBe(0);
    expect(errors).toHaveLength(1);
    isDown = false;
    // Not at once again.
    expect(await sendMails(deps, mailer, mailing)).toBe(0);
    deps.pass(minute);
    expect(await sendMails(deps, mailer, mailing)).toBe(1);
    deps.pass(minute);
    expect(await sendMails(deps, mailer, mailing)).toBe(0);
    expect(mails).toHaveLength(2);
    expect(mails[0]).toEqual(mails[1]);
    expect(mails[0]?.to).toBe(email);
    expect(mails[0]?.text).toContain(await codeFor('anna'));
  });

  it('gets its mail in the shopper’s language, or else in the site’s', async () => {
    const asked = [...locales, null];
    for (const locale of asked) {
      const to = `${locale ?? 'site'}@shop.example`;
      await granted(leave(deps, { shopperId: `of-${locale}`, email: to, locale }));
    }
    const mails = new Map<string, string>();
    const send = async ({ to, subject, text }: Mail): Promise<void> => {
      mails.set(to, `${subject} ${text}`);
    };
    const report = (error: unknown): void => {
      throw error;
    };
    expect(await sendMails(deps, { send }, { owner: 'here', report, isStopping })).toBe(
      asked.length,
    );
    const texts = await Promise.all(
      locales.map(async (locale) => {
        const code = await codeFor(`of-${locale}`);
        const text = mails.get(`${locale}@shop.example`) ?? '';
        expect(text.split(code), locale).toHaveLength(3);
        return text.replaceAll(code, '');
      }),
    );
    expect(new Set(texts).size).toBe(locales.length);
    expect(texts[locales.indexOf('ja')]).toContain('確認コード');
    const own = (mails.get('site@shop.example') ?? '').replaceAll(/\d{6}/g, '');
    expect(own).toBe(texts[locales.indexOf('vi')]);
  });

  it('gets no mail that comes too late to be of use', async () => {
    await granted(leave(deps, { shopperId: 'anna', email }));
    deps.pass(15 * minute);
    const refuse = { send: () => Promise.reject(new Error('it was sent')) };
    const report = (error: unknown): void => {
      throw error;
    };
    expect(await sendMails(deps, refuse, { owner: 'here', report, isStopping })).toBe(0);
    expect(await countOf(deps.store, "mail WHERE state = 'waiting'")).toBe(0);
  });

  it('is exported with what was agreed to, and as no formula', async () => {
    await granted(leave(deps, { shopperId: 'a', email: '=cmd@shop.example' }));
    const { id: voucherId } = await win('b');
    await granted(leave(deps, { shopperId: 'b', voucherId, email, consent }));
    await granted(confirm(deps, { shopperId: 'b', code: await codeFor('b') }));
    const page = await exportLeads(deps, siteId, null);
    expect(page.next).toBeNull();
    expect(page.csv.trimEnd().split('\n')).toEqual([
      'shopper,customer,kind,contact,consent,left_at,confirmed_at',
      "a,,email,'=cmd@shop.example,,2026-12-01T03:00:00.000Z,",
      `b,,email,${email},${consent},2026-12-01T03:00:00.000Z,2026-12-01T03:00:00.000Z`,
    ]);
  });
});
