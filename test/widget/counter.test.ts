/** The views of the counter: the reward shop, the points, the wallet, gifts, and friends. */
import { attachArrival } from '../../widget/state/arrival.ts';
import { pendingReferral } from '../../widget/state/pending.ts';
import type { View } from '../../shared/views.ts';
import { counterRewards, historyLines, parcel, referral } from './counter-rewards.ts';
import { FakeServer, makeVoucher } from './fake-server.ts';
import {
  clearPage,
  deep,
  equal,
  finishMotion,
  makeFair,
  mountPanel,
  ok,
  textOf,
  until,
} from './helper.ts';

let server: FakeServer;

beforeEach(() => {
  clearPage();
  server = new FakeServer();
  server.wallet = { version: 3, points: 200, vouchers: [] };
  server.rewards = counterRewards();
  server.answers['history'] = () => ({ lines: historyLines(), next: null });
});
afterEach(() => {
  server.stop();
  clearPage();
});

async function go(view: View, seen: string): Promise<void> {
  const panel = await mountPanel(await makeFair());
  panel.show({ view });
  await until(() => deep(seen), seen);
}

async function press(button: string, then: string): Promise<void> {
  (await until(() => deep(button), button)).click();
  await until(() => deep(then), then);
}

/** What the last call of that name carried. */
function sent(name: string): any {
  return server.called(name).at(-1)?.input;
}

function allOf(selector: string, view: string): string[] {
  const found = deep(view)?.shadowRoot?.querySelectorAll(selector) ?? [];
  return [...found].map(({ textContent }) => textContent?.replace(/\s+/g, ' ').trim() ?? '');
}

describe('what a wheel turns for', () => {
  it('is no parcel before it rests', async () => {
    server.rewards = { ...server.rewards, parcels: [parcel] };
    const fair = await makeFair();
    const panel = await mountPanel(fair);
    panel.open();
    (await until(() => deep('.spin'), 'the spin button')).click();
    await until(() => fair.session.unshown.size > 0, 'the answer');
    panel.show({ view: 'parcels' });
    const stall = await until(() => deep('fairground-parcels')?.shadowRoot, 'the parcels');
    await until(() => deep('.empty', stall), 'that there are none');
    equal(fair.isTurning, true, 'it turns');
    finishMotion();
    await until(() => deep('.card', stall), 'the parcel');
    equal(server.called('rewards').length, 2, 'calls');
  });

  it('is told nowhere before it rests, and everywhere then', async () => {
    server.prizes = Array.from({ length: 6 }, () => server.prizes[2]!);
    const fair = await makeFair();
    const panel = await mountPanel(fair);
    panel.open();
    (await until(() => deep('.spin'), 'the spin button')).click();
    await until(() => fair.session.unshown.size > 0, 'the answer');
    const told = async (points: string): Promise<void> => {
      const selectors = { home: '.have .num', wallet: '.count', points: '.count' } as const;
      for (const view of ['home', 'wallet', 'points'] as const) {
        panel.show({ view });
        const stall = await until(() => deep(`fairground-${view}`)?.shadowRoot, view);
        await until(() => deep(selectors[view], stall), `${view} with its count`);
        await until(() => textOf('[part=points]') === points, `${points} in the awning`);
        equal(deep(selectors[view], stall)?.textContent?.trim(), points, `points in ${view}`);
      }
    };
    await told('200 points');
    equal(server.called('history').length, 0, 'lines that were asked for');
    await fair.session.start();
    await told('200 points');
    equal(fair.isTurning, true, 'it turns');
    finishMotion();
    await until(() => !fair.isTurning, 'the rest');
    await told('250 points');
    await until(() => deep('fairground-points')?.shadowRoot?.querySelector('.lines'), 'the line');
  });
});

describe('the reward shop', () => {
  const ticket = makeVoucher({ id: 'delivery', kind: 'voucher', label: 'Free delivery' }, 'bought');
  const sell = (): object => {
    server.wallet = { version: 4, points: 50, vouchers: [ticket] };
    const prize = { id: 'delivery', kind: 'voucher', label: 'Free delivery' };
    return { rewardId: 'delivery', given: [{ prize, voucher: ticket }], wallet: server.wallet };
  };

  it('gives after a yes, and nothing after a no', async () => {
    server.answers['buyReward'] = sell;
    await go('shop', '#buy-delivery');
    await press('#buy-delivery', '.sure');
    equal(textOf('.sure p').replace(/\s+/g, ' '), 'Spend 150 points on this? You keep 50 points.');
    await press('.sure .second', '#buy-delivery');
    equal(server.called('buyReward').length, 0, 'purchases');
    await press('#buy-delivery', '.sure');
    await press('.sure .main', '.given fairground-ticket');
    equal(textOf('.given h3'), '“Free delivery” is yours.');
    equal(server.called('buyReward').length, 1, 'purchases');
    await until(() => textOf('.till .count') === '50 points', 'the balance rolled down');
  });

  it('says why not: what is missing, gone, or taken', async () => {
    await go('shop', '.shelf');
    const shelves = allOf('.shelf', 'fairground-shop');
    ok(shelves[1]?.includes('400 points missing'), `missing: ${shelves[1]}`);
    ok(shelves[2]?.includes('All prizes have gone'), `gone: ${shelves[2]}`);
    ok(shelves[3]?.includes('Kept for Gold.'), `kept: ${shelves[3]}`);
    ok(shelves[4]?.includes('all that one guest may take'), `taken: ${shelves[4]}`);
    equal(allOf('.shelf button', 'fairground-shop').length, 1, 'things to take');
  });

  it('asks for the same purchase again after a lost line, and pays once', async () => {
    server.answers['buyReward'] = sell;
    await go('shop', '#buy-delivery');
    await press('#buy-delivery', '.sure');
    server.trouble.push('lost after', 'lost', 'lost', 'lost');
    deep('.sure .main')?.click();
    await until(() => textOf('.trouble').startsWith('We lost the line'), 'the sentence');
    await press('.sure .main', '.given');
    const ids = server.called('buyReward').map(({ input }) => (input as any).commandId);
    equal(new Set(ids).size, 1, 'commands');
  });
});

describe('the points', () => {
  it('explains every line, by day, with what waits and what expires', async () => {
    await go('points', '.lines');
    equal(allOf('.lines li', 'fairground-points'), [
      'Spent in the reward shop A cup −150 Balance 200',
      'Changed by the shop Sorry +50 Balance 350',
      'Earned by an order Order HIEN-7 +300 Balance 300',
    ]);
    equal(allOf('h4', 'fairground-points').length, 2, 'days');
    equal(allOf('h4', 'fairground-points')[0], 'Today');
    const facts = allOf('.facts li', 'fairground-points').join('\n');
    for (const part of ['40 points come in', '30 points expire', 'kept for a cart', '25,000']) {
      ok(facts.includes(part), `${part} in ${facts}`);
    }
  });

  it('goes on with older lines, and comes back from a lost line', async () => {
    const [newest, ...older] = historyLines();
    const next = { at: 1, id: 'line-0003', balance: 350 };
    server.answers['history'] = ({ before }: any) =>
      before ? { lines: older, next: null } : { lines: [newest], next };
    await go('points', '.older');
    await press('.older', '.lines li:nth-child(2)');
    equal(allOf('.lines li', 'fairground-points').length, 3, 'lines');
    equal(sent('history').before, next);
    equal(deep('.older'), null, 'more');
  });

  it('says so when they cannot be fetched, and when there are none', async () => {
    server.answers['history'] = () => ({ code: 'internal_error' });
    await go('points', '.lost');
    equal(textOf('.lost p'), 'We could not fetch your points.');
    server.answers['history'] = () => ({ lines: [], next: null });
    await press('.lost .main', '.empty');
  });
});

describe('the wallet', () => {
  it('parts what is usable from what is over', async () => {
    const prize = server.prizes[0]!;
    server.wallet = {
      version: 3,
      points: 0,
      vouchers: [
        makeVoucher(prize, 'a', { claimedAt: 1 }),
        makeVoucher(prize, 'b', { state: 'redeemed' }),
        makeVoucher(prize, 'c', { state: 'held' }),
      ],
    };
    await go('wallet', '#over');
    equal(allOf('[aria-labelledby=usable] li', 'fairground-wallet').length, 2, 'usable');
    equal(allOf('[aria-labelledby=over] li', 'fairground-wallet').length, 1, 'over');
  });

  it('offers the code to the page, and copies it where nobody takes it', async () => {
    const voucher = makeVoucher(server.prizes[0]!, 'voucher-a', { claimedAt: 1 });
    server.wallet = { version: 3, points: 0, vouchers: [voucher] };
    await go('wallet', '#usable');
    const offered: unknown[] = [];
    const take = (event: CustomEvent): void => {
      offered.push(event.detail.code);
      event.preventDefault();
    };
    document.addEventListener('fairground-voucher-offered', take);
    deep('.use')?.click();
    await until(
      () => textOf('.paper [role=status]') === 'The shop has your code.',
      'the shop took it',
    );
    document.removeEventListener('fairground-voucher-offered', take);
    equal(offered, ['TEA-7KQ2XW']);
    deep('.use')?.click();
    await until(() => /copy|copied/i.test(textOf('.paper [role=status]')), 'the copy');
  });
});

describe('gifts', () => {
  it('are sent where the shopper says, and the address can be taken back', async () => {
    server.rewards = { ...server.rewards, parcels: [parcel] };
    server.answers['giveAddress'] = ({ address }: any) => {
      server.rewards = { ...server.rewards, parcels: [{ ...parcel, state: 'to_ship', address }] };
      return { parcelId: parcel.id, state: 'to_ship' };
    };
    server.answers['eraseAddress'] = () => {
      server.rewards = { ...server.rewards, parcels: [parcel] };
      return { parcelId: parcel.id, state: 'address_needed' };
    };
    await go('parcels', '.card .main');
    await press('.card .main', 'form');
    const form = deep('fairground-parcels')?.shadowRoot?.querySelector('form');
    ok(form, 'a form');
    const write = (name: string, value: string): void => {
      const field = form.elements.namedItem(name);
      ok(field instanceof HTMLInputElement, name);
      field.value = value;
    };
    form.requestSubmit();
    equal(server.called('giveAddress').length, 0, 'an empty address');
    write('name', 'Anna');
    write('line', '1 Lê Lợi');
    write('city', 'Huế');
    form.requestSubmit();
    await until(() => deep('address'), 'the address');
    equal(sent('giveAddress').address, {
      name: 'Anna',
      lines: ['1 Lê Lợi'],
      city: 'Huế',
      country: 'VN',
    });
    await press('.pair .second:last-child:enabled', '.card');
    await until(() => !deep('address'), 'the address is gone');
  });
});

describe('friends', () => {
  it('get a code on demand, with the ways to send it', async () => {
    server.answers['openReferral'] = () => {
      const link = 'https://tea.example/?ref=TEAFRIEND1';
      server.rewards = { ...server.rewards, referral: { ...referral, code: 'TEAFRIEND1', link } };
      return { code: 'TEAFRIEND1', link };
    };
    await go('referral', '.both');
    equal(deep('fairground-referral code'), null, 'a code that nobody asked for');
    await press('section > .main', '.ways');
    equal(textOf('.code code'), 'TEAFRIEND1');
    const ways = [...(deep('fairground-referral')?.shadowRoot?.querySelectorAll('a') ?? [])];
    ok(ways.length === 2, 'Zalo and Facebook');
    for (const { href, rel } of ways) {
      ok(href.endsWith(encodeURIComponent('https://tea.example/?ref=TEAFRIEND1')), href);
      equal(rel, 'noopener noreferrer');
    }
    equal(allOf('.friends li', 'fairground-referral'), [
      '2 friends have come',
      'One order is waiting',
    ]);
  });

  it('are told why a code does nothing', async () => {
    server.answers['attachReferral'] = () => ({ code: 'referral_own_code' });
    await go('referral', 'form');
    const field = deep('fairground-referral')?.shadowRoot?.querySelector('input');
    ok(field, 'a field');
    field.value = 'mine1234';
    field.form?.requestSubmit();
    await until(() => textOf('.trouble').startsWith('This is your own code'), 'the sentence');
  });

  it('who come by a link are attached once, and again after a lost line', async () => {
    const { session } = await makeFair();
    session.keep.set(pendingReferral, 'TEAFRIEND1');
    server.answers['attachReferral'] = () => ({ referralId: 'r', state: 'attached' });
    server.trouble.push('lost', 'lost', 'lost', 'lost');
    await attachArrival(session);
    equal(session.keep.get(pendingReferral), 'TEAFRIEND1', 'the code is kept');
    await attachArrival(session);
    equal(session.keep.get(pendingReferral), undefined, 'the code is spent');
    equal(sent('attachReferral').code, 'TEAFRIEND1');
    await attachArrival(session);
    equal(server.called('attachReferral').length, 5, 'calls');
  });
});
