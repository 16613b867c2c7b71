/** Contacts on the wire: what a network's limit asks for, and what is refused. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { codeOfMail } from '../../server/core/lead.ts';
import { leadRow, leadsOf } from '../../server/store/sql/lead.ts';
import { limits } from '../../shared/limits.ts';
import { onBothEngines, type Opened } from '../helper/engines.ts';
import { dataOf, openEdge, playOn, startOn, type Answer, type Edge } from '../helper/http.ts';
import { prizes, siteId } from '../helper/programme.ts';
import { apply, expectCleanBooks, newId } from '../helper/shopping.ts';
import { alwaysWins } from './world.ts';

onBothEngines('the wire of contacts', (engine) => {
  let opened: Opened;
  let edge: Edge;
  let token: string;

  beforeEach(async () => {
    opened = await engine.open();
    edge = await openEdge(opened.store, { anonymousPlaysPerHour: 2 });
    const claim = { contact: 'either' } as const;
    await apply(edge.deps, { game: alwaysWins, prizes: [{ ...prizes.voucher, claim }] });
    ({ token } = await startOn(edge));
  });

  afterEach(async () => {
    await expectCleanBooks(edge.deps);
    await edge.close();
    await opened.close();
  });

  const send = (path: string, input: object): Promise<Answer> =>
    edge.mutate(`shopper.${path}`, { commandId: newId(), ...input }, { token });
  const refusalOf = ({ json }: Answer) => json.error.data.refusal;
  const rightCode = async () => {
    const { shopper } = await startOn(edge, token);
    const [rows] = await edge.deps.store.read([leadsOf(siteId, shopper.id)]);
    const codeId = rows?.[0] ? leadRow(rows[0]).codeId : null;
    return codeOfMail(edge.deps.drawKey, siteId, codeId ?? '');
  };
  const email = 'anna@shop.example';

  it('shows a prize without its code until a contact is left', async () => {
    const { voucher } = dataOf(await playOn(edge, token));
    expect(voucher).toMatchObject({ code: '', claim: { contact: 'either', confirm: false } });
    const voucherId = voucher.id;
    const refused = await send('claim', { voucherId });
    expect(refused.status).toBe(403);
    expect(refusalOf(refused)).toEqual({ code: 'contact_needed', contact: voucher.claim });
    const left = dataOf(await send('leaveContact', { voucherId, phone: '0901 234 567' }));
    expect(left).toEqual({ kind: 'phone', shown: '•••67', confirmed: false, code: null });
    expect(dataOf(await send('claim', { voucherId })).voucher.code).toMatch(/^TEN/);
  });

  it('at a network’s limit asks for a contact, which lifts it once it is confirmed', async () => {
    const codes = [];
    for (let plays = 0; plays < 3; plays += 1) codes.push((await playOn(edge, token)).code ?? 'ok');
    expect(codes).toEqual(['ok', 'ok', 'network_limit_reached']);
    const limited = refusalOf(await playOn(edge, token));
    expect(limited).toMatchObject({
      nextAt: expect.any(Number),
      contact: { contact: 'email', confirm: true, consent: null, consentNeeded: false },
    });
    const left = dataOf(await send('leaveContact', { email }));
    expect(left.code).toEqual({ expiresAt: expect.any(Number), attemptsLeft: 5 });
    expect((await playOn(edge, token)).code).toBe('network_limit_reached');
    const code = await rightCode();
    const wrong = await send('confirmContact', { code: code === '000000' ? '000001' : '000000' });
    expect([wrong.status, wrong.code]).toEqual([409, 'code_wrong']);
    const confirmed = dataOf(await send('confirmContact', { code }));
    expect(confirmed).toEqual({ kind: 'email', shown: 'a•••@shop.example', confirmed: true });
    expect((await playOn(edge, token)).status).toBe(200);
  });

  it('gives one contact so many plays, on whatever devices', async () => {
    const played = [];
    for (const device of ['one', 'two']) {
      ({ token } = await startOn(edge));
      await send('leaveContact', { email: device === 'one' ? email : 'Anna+2@shop.example' });
      dataOf(await send('confirmContact', { code: await rightCode() }));
      const plays = limits.playsPerContactHourMax / 2 + 2;
      for (let at = 0; at < plays; at += 1) played.push((await playOn(edge, token)).code ?? 'ok');
    }
    // Two of the network, then those of the contact.
    const all = limits.playsPerContactHourMax + 2;
    expect(played.slice(0, all)).toEqual(Array.from({ length: all }, () => 'ok'));
    expect(played.slice(all)).toEqual(['network_limit_reached', 'network_limit_reached']);
    expect(refusalOf(await playOn(edge, token)).contact).toBeUndefined();
  });

  it('refuses what is no contact and no code', async () => {
    const bad = [
      {},
      { email, phone: '0901234567' },
      { email: 'nobody' },
      { email: 'a@shop.example\u202E' },
      { email: 'a\uD800@shop.example' },
      { email: 'a@b.example\nBcc: c@d.example' },
      { phone: '12' },
      { email, consent: '' },
      { email, more: 1 },
      { email: `${'a'.repeat(300)}@shop.example` },
    ];
    for (const input of bad) expect((await send('leaveContact', input)).code).toBe('bad_request');
    for (const code of ['', '12345', '1234567', 'abcdef', 123456]) {
      expect((await send('confirmContact', { code })).code).toBe('bad_request');
    }
    expect((await send('confirmContact', { code: '123456' })).code).toBe('contact_not_found');
    const voucherId = 'v_somebody-elses';
    expect((await send('leaveContact', { email, voucherId })).code).toBe('voucher_not_found');
    const { status } = await edge.mutate('shopper.leaveContact', { commandId: newId(), email });
    expect(status).toBe(401);
  });
});
