/** What is personal, on both engines: seen whole; once erased it is gone, and the books balance. */
import { expect, it } from 'vitest';
import { readHistory } from '../../server/flow/history.ts';
import { readShopper } from '../../server/flow/back-office.ts';
import { exportLeads } from '../../server/flow/leads.ts';
import { readPersonalData } from '../../server/flow/personal-data.ts';
import { readRewards } from '../../server/flow/rewards.ts';
import { depsForEach, onBothEngines, type TestDeps } from '../helper/engines.ts';
import { siteId, type ProgrammeParts } from '../helper/programme.ts';
import {
  adjust,
  answerTo,
  choose,
  forget,
  grant,
  report,
  send,
  setAttributesOf,
  signIn,
  tell,
} from '../helper/shop-calls.ts';
import { leave } from '../helper/contact-calls.ts';
import { apply, codeOf, customer, granted, newId, playOnce } from '../helper/shopping.ts';

const surveys: ProgrammeParts['surveys'] = [
  { id: 'why', kind: 'free_text', question: 'Why us?', ask: { after: 'order' } },
];
const cup = { id: 'cup', kind: 'gift', label: 'A cup' } as const;

onBothEngines('personal data', (engine) => {
  const deps: TestDeps = depsForEach(engine, () => apply(deps, { prizes: [cup], surveys }));

  const everything = async (name: string): Promise<void> => {
    const fields = { birthday: '02-29', email: `${name}@shop.example` };
    await granted(setAttributesOf(deps, { name, attributes: { city: 'Huế' } }));
    await granted(tell(deps, { name, fields }));
    await granted(adjust(deps, { name, change: 70 }));
    await granted(grant(deps, { name, prizeId: 'cup' }));
    const [parcel] = (await granted(readRewards(deps, siteId, `c_${name}`))).parcels;
    await granted(send(deps, { shopperId: `c_${name}`, parcelId: parcel?.id ?? '' }));
  };
  const countOf = async (table: string): Promise<number> => {
    const sql = `SELECT count(*) AS count FROM ${table} WHERE site_id = $1`;
    const [rows] = await deps.store.read([{ sql, params: [siteId] }]);
    return Number(rows?.[0]?.['count']);
  };

  const outcomes = async (): Promise<string> => {
    const sql = 'SELECT outcome FROM command';
    const [rows] = await deps.store.read([{ sql, params: [] }]);
    return JSON.stringify(rows);
  };

  it('is shown whole, to nobody but its owner', async () => {
    await everything('anna');
    await everything('bert');
    await granted(report(deps, { orderId: 'o-1', name: 'anna' }));
    const about = { shopperId: 'c_anna', surveyId: 'why' };
    await granted(answerTo(deps, { ...about, text: 'Warm bread' }));
    await granted(leave(deps, { shopperId: 'c_anna', email: 'anna@home.example' }));
    const now = deps.clock();
    expect(await granted(readPersonalData(deps, siteId, 'c_anna'))).toEqual({
      since: now,
      customerId: 'anna',
      birthday: '02-29',
      attributes: { city: 'Huế', why: 'Warm bread' },
      alias: null,
      contacts: [
        {
          kind: 'email',
          contact: 'anna@home.example',
          consent: null,
          leftAt: now,
          confirmedAt: null,
        },
      ],
      hashedContacts: ['email'],
      answers: [{ surveyId: 'why', score: null, comment: 'Warm bread', at: now }],
      stated: [],
    });
    const bert = await granted(readPersonalData(deps, siteId, 'c_bert'));
    expect(bert).toMatchObject({ customerId: 'bert', answers: [], contacts: [] });
  });

  it('is nothing for somebody who only looked, and not for a shopper who was merged', async () => {
    expect(await granted(readPersonalData(deps, siteId, 's_nobody'))).toMatchObject({
      since: null,
      birthday: null,
      attributes: {},
      hashedContacts: [],
    });
    await granted(playOnce(deps, { shopperId: 's_old' }));
    await granted(signIn(deps, { name: 'anna', anonymousId: 's_old' }));
    expect(await codeOf(readPersonalData(deps, siteId, 's_old'))).toBe('shopper_merged');
  });

  it('is gone once erased; points and prizes stay; nobody else loses anything', async () => {
    await everything('anna');
    await everything('bert');
    deps.pass(1_000);
    await granted(forget(deps, { shopperId: 'c_anna' }));
    const anna = await granted(readShopper(deps, siteId, customer('anna')));
    expect(anna).toMatchObject({ points: 70, attributes: {} });
    const [parcel] = (await granted(readRewards(deps, siteId, 'c_anna'))).parcels;
    expect(parcel).toMatchObject({ state: 'address_needed', address: null });
    expect((await granted(readHistory(deps, siteId, 'c_anna'))).lines).toHaveLength(1);
    const bert = await granted(readShopper(deps, siteId, customer('bert')));
    expect(bert.attributes).toEqual({ city: 'Huế' });
    expect((await granted(readRewards(deps, siteId, 'c_bert'))).parcels[0]?.state).toBe('to_ship');
    expect([await countOf('profile'), await countOf('contact')]).toEqual([1, 1]);
    expect(await granted(readPersonalData(deps, siteId, 'c_anna'))).toMatchObject({
      birthday: null,
      attributes: {},
      hashedContacts: [],
    });
  });

  it('shows what was stated before plays on each device, and erases it', async () => {
    const stated = { region: 'VN-HN', ageConfirmed: 18 };
    const terms = { rules: 'Have fun.', regions: ['VN'], ageMin: 18 };
    await apply(deps, { campaign: { terms } });
    for (const shopperId of ['s_old', 'c_anna', 'c_bert']) {
      await granted(playOnce(deps, { shopperId, told: stated }));
    }
    await granted(playOnce(deps, { shopperId: 's_old', told: { ...stated, region: 'VN' } }));
    await granted(signIn(deps, { name: 'anna', anonymousId: 's_old' }));
    const told = async (name: string) =>
      (await granted(readPersonalData(deps, siteId, `c_${name}`))).stated;
    expect(await told('anna')).toEqual([{ ...stated, region: 'VN' }, stated]);
    await granted(forget(deps, { shopperId: 'c_anna' }));
    expect([await told('anna'), await told('bert')]).toEqual([[], [stated]]);
    const sql = 'SELECT count(*) AS plays FROM play WHERE age_confirmed IS NULL AND region IS NULL';
    expect(await deps.store.read([{ sql, params: [] }])).toEqual([[{ plays: 3 }]]);
  });

  it('shows a contact of before the sign-in too, which the shop sees as well', async () => {
    await granted(playOnce(deps, { shopperId: 's_old' }));
    await granted(leave(deps, { shopperId: 's_old', email: 'old@home.example' }));
    deps.pass(1_000);
    await granted(signIn(deps, { name: 'anna' }));
    await granted(leave(deps, { shopperId: 'c_anna', email: 'new@home.example' }));
    await granted(signIn(deps, { name: 'anna', anonymousId: 's_old' }));
    const { contacts } = await granted(readPersonalData(deps, siteId, 'c_anna'));
    expect(contacts.map(({ contact }) => contact)).toEqual([
      'new@home.example',
      'old@home.example',
    ]);
    expect((await exportLeads(deps, siteId, null)).csv).toContain('old@home.example');
  });

  it('is gone from the answers that told it, which nobody can have again', async () => {
    const attributes = { name: 'anna', attributes: { city: 'Thành phố Huế' }, commandId: newId() };
    const alias = { shopperId: 'c_anna', alias: 'Anna of Huế', commandId: newId() };
    const contact = { shopperId: 's_old', email: 'anna@huế.example', commandId: newId() };
    await granted(leave(deps, contact));
    await granted(signIn(deps, { name: 'anna', anonymousId: 's_old' }));
    await granted(setAttributesOf(deps, attributes));
    await granted(choose(deps, alias));
    const bert = { name: 'bert', attributes: { city: 'Vinh' }, commandId: newId() };
    const said = await granted(setAttributesOf(deps, bert));
    expect(await outcomes()).toMatch(/Huế.*huế|huế.*Huế/);
    await granted(forget(deps, { shopperId: 'c_anna' }));
    expect(await outcomes()).not.toMatch(/Huế/i);
    expect(await codeOf(setAttributesOf(deps, attributes))).toBe('command_conflict');
    expect(await codeOf(choose(deps, alias))).toBe('command_conflict');
    expect(await codeOf(leave(deps, contact))).toBe('command_conflict');
    expect(await granted(setAttributesOf(deps, bert))).toEqual(said);
  });

  it('answers the same when it is asked again, and erases nothing that came since', async () => {
    const commandId = 'erase-0123456789ab';
    const first = await granted(forget(deps, { shopperId: 'c_anna', commandId }));
    await everything('anna');
    expect(await granted(forget(deps, { shopperId: 'c_anna', commandId }))).toEqual(first);
    expect(await countOf('profile')).toBe(1);
  });
});
