/** Who a shopper is while answers cross: one who signs in or out in the middle of something. */
import type { ParcelView } from '../../shared/schema/parcel.ts';
import type { StartReply } from '../../shared/schema/shopper-api.ts';
import { connect } from '../../widget/panel.ts';
import { identify } from '../../widget/state/account.ts';
import type { Fair } from '../../widget/state/fair.ts';
import { claim } from '../../widget/state/claim.ts';
import { keepFor } from '../../widget/state/keep.ts';
import { counterRewards } from './counter-rewards.ts';
import { FakeServer, noRewards } from './fake-server.ts';
import {
  clearPage,
  deep,
  equal,
  keptNames,
  mountStall,
  ok,
  siteId,
  spinToEnd,
  startPlays,
  textOf,
  until,
} from './helper.ts';

let server: FakeServer;

beforeEach(() => {
  clearPage();
  server = new FakeServer(6, 0);
});
afterEach(() => {
  clearPage();
  server.stop();
});

/** What the loader does once the panel's chunk is there. */
function load(): (...call: unknown[]) => void {
  const { origin } = location;
  const take = connect({ siteId, origin, asked: {}, hasConsent: () => false }, []);
  return (...call) => take(call);
}

function fairOf(call: (...words: unknown[]) => void): Promise<Fair> {
  return new Promise((resolve) => call('offer', resolve));
}

async function replyFor(id: string): Promise<StartReply> {
  const { result } = await (await fetch('/trpc/shopper.start?input={}')).json();
  return { ...result.data, token: `token-${id}`, shopper: { id, kind: 'identified' } };
}

/** Holds the next answer of that name back until it is told which. */
function hold(name: string): (answer: object) => void {
  const { promise, resolve } = Promise.withResolvers<object>();
  server.answers[name] = () => {
    delete server.answers[name];
    return promise;
  };
  return resolve;
}

async function asked(name: string, count = 1): Promise<void> {
  await until(() => server.called(name).length >= count, `${count} × ${name}`);
}

describe('whoever signs in', () => {
  it('is signed in once the server answers, when it did not at first', async () => {
    const mai = await replyFor('mai');
    server.answers['identify'] = () => mai;
    server.trouble.push('lost');
    const call = load();
    const { session } = await fairOf(call);
    await until(() => session.state.status === 'failed', 'the lost line');
    server.trouble.push('lost');
    call('identify', 'jwt');
    await until(() => server.trouble.length === 0, 'another lost line');
    await new Promise((resolve) => setTimeout(resolve));
    equal(server.called('identify').length, 0, 'sign-ins too early');
    dispatchEvent(new Event('online'));
    await until(() => session.token === 'token-mai', 'the token');
    await session.start();
    equal(server.called('identify').length, 1, 'sign-ins');
  });

  it('stays so when an older answer says who they were', async () => {
    const { session } = await startPlays();
    const guest = await replyFor('guest');
    const mai = await replyFor('mai');
    const answerStart = hold('start');
    server.answers['identify'] = () => mai;
    const starting = session.start();
    await identify(session, 'jwt');
    answerStart(guest);
    await starting;
    equal([session.token, session.keep.get('token')], ['token-mai', 'token-mai'], 'tokens');
    equal(session.ready?.shopper.id, 'mai', 'shopper');
  });

  it('plays on as themselves when the play of the guest comes too late', async () => {
    const { session, plays } = await startPlays();
    const mai = await replyFor('mai');
    const answerPlay = hold('play');
    server.answers['identify'] = () => mai;
    const playing = plays.play('wheel');
    await asked('play');
    await identify(session, 'jwt');
    const answerStart = hold('start');
    answerPlay({ code: 'shopper_merged' });
    answerStart(mai);
    equal((await playing).kind, 'value', 'answer');
    const tokens = server.called('play').map(({ token }) => token);
    equal(tokens, ['Bearer token-1', 'Bearer token-mai'], 'who played');
  });
});

describe('whoever signs out', () => {
  it('stays so when the answer to their sign-in comes after', async () => {
    const { session } = await startPlays();
    const mai = await replyFor('mai');
    const answerIdentify = hold('identify');
    const identifying = identify(session, 'jwt');
    await asked('identify');
    session.leave();
    await session.start();
    answerIdentify(mai);
    await identifying;
    ok(session.token !== 'token-mai', 'nobody is signed in');
    equal(session.keep.get('token'), undefined, 'kept token');
  });

  it('is not signed in by what the page asked for before', async () => {
    const call = load();
    call('identify', 'jwt');
    const fair = await fairOf(call);
    const leave = fair.session.subscribe(() => {
      leave();
      // Between the first answer and the chunk that signs in.
      setTimeout(call, 0, 'reset');
    });
    await asked('start', 2);
    await until(() => fair.more, 'the chunk');
    await new Promise((resolve) => setTimeout(resolve, 100));
    equal(server.called('identify').length, 0, 'sign-ins');
  });
});

describe('what is on the page', () => {
  const teapot: ParcelView = {
    id: 'parcel',
    prizeId: 'teapot',
    label: 'Teapot',
    state: 'to_ship',
    address: {
      name: 'Mai Tran',
      lines: ['1 Nguyen Hue'],
      postalCode: '70000',
      city: 'Hue',
      country: 'VN',
    },
    tracking: null,
    givenAt: 0,
    changedAt: 0,
  };

  it('leaves with the shopper whose it is', async () => {
    const call = load();
    server.rewards = { ...noRewards, parcels: [teapot] };
    call('open', 'wheel');
    await spinToEnd();
    await until(() => deep('.result fairground-ticket'), 'the ticket');
    call('open', 'parcels');
    await until(() => textOf('address').includes('Mai'), 'the address');
    server.rewards = noRewards;
    const guest = await replyFor('guest');
    const answerStart = hold('start');
    call('reset');
    await until(() => !deep('address') && !deep('.result'), 'nothing of theirs');
    answerStart(guest);
    await until(() => deep('.empty'), 'the next one’s own');
    equal(server.called('rewards').at(-1)?.token, 'Bearer token-guest', 'whose it is');
  });

  it('says nothing of what the shopper before bought and read there', async () => {
    const call = load();
    const fair = await fairOf(call);
    server.wallet = { version: 3, points: 900, vouchers: [] };
    server.rewards = counterRewards();
    server.answers['buyReward'] = () => ({
      given: [{ prize: { id: 'ten', kind: 'points', label: 'Ten', points: 10 }, voucher: null }],
      wallet: { version: 4, points: 100, vouchers: [] },
    });
    const shop = await mountStall(fair, { view: 'shop' });
    (await until(() => deep('#buy-delivery', shop.shadowRoot!), 'a shelf')).click();
    (await until(() => deep('.sure .main', shop.shadowRoot!), 'the question')).click();
    await until(() => deep('.given', shop.shadowRoot!), 'what was bought');
    call('reset');
    await until(() => deep('#buy-delivery', shop.shadowRoot!), 'the shelves of the next one');
    equal(deep('.given', shop.shadowRoot!), null, 'what was bought');
  });

  it('is new when somebody signs in', async () => {
    const call = load();
    call('open', 'parcels');
    await until(() => deep('.empty'), 'the empty view');
    const mai = await replyFor('mai');
    server.answers['identify'] = () => mai;
    server.rewards = { ...noRewards, parcels: [teapot] };
    call('identify', 'jwt');
    await until(() => textOf('address').includes('Mai'), 'the address');
  });

  it('is no result of a play that the shopper before had not seen', async () => {
    const { session, plays } = await startPlays();
    server.trouble.push('lost after', 'lost', 'lost', 'lost');
    await plays.play('wheel');
    await plays.settlePending();
    session.leave();
    await session.start();
    equal(plays.takeEarlier('wheel'), undefined, 'result');
  });

  it('is no card that somebody else has scratched', async () => {
    server.game = { kind: 'scratch' };
    const fair = await fairOf(load());
    await mountStall(fair, { view: 'play' });
    (await until(() => deep('.key'), 'the key')).click();
    await until(() => deep('.skip'), 'the way to skip');
    deep('.skip')?.click();
    await until(() => deep('.result'), 'the result');
    fair.session.leave();
    await fair.session.start();
    await until(() => deep('.key') && !deep('.result'), 'a new card');
  });
});

describe('whatever happens in another tab', () => {
  const news: [name: string, () => Event][] = [
    ['at once', () => new StorageEvent('storage', { key: null, newValue: null })],
    [
      'when this one is shown again',
      () => new PageTransitionEvent('pageshow', { persisted: true }),
    ],
  ];
  for (const [when, event] of news) {
    it(`a sign-out holds here, too, ${when}`, async () => {
      const { session } = await fairOf(load());
      await session.start();
      const mai = await replyFor('mai');
      server.answers['identify'] = () => mai;
      await identify(session, 'jwt');
      const { token } = session;
      for (const name of keptNames()) localStorage.removeItem(name);
      window.dispatchEvent(event());
      await until(() => session.ready && session.token !== token, 'somebody new');
      equal(session.ready?.shopper.kind, 'anonymous', 'who it is');
      equal(keptNames(), [], 'kept');
    });
  }

  it('a sign-in is taken over by the next command, whose own token is of the past', async () => {
    const { session } = await startPlays();
    const mai = await replyFor('mai');
    keepFor(siteId).set('token', 'token-mai');
    const answerStart = hold('start');
    answerStart(mai);
    server.answers['claim'] = () => ({ code: 'voucher_not_found' });
    await claim(session, 'voucher');
    equal(server.called('claim').at(-1)?.token, 'Bearer token-mai', 'who claimed');
    equal(session.keep.get('token'), 'token-mai', 'kept token');
  });
});
