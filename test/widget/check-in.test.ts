/** A punch card: today's punch, missed days made up, freezes, and what is said of each. */
import type { CheckInReply } from '../../shared/schema/check-in-api.ts';
import type { RewardsReply } from '../../shared/schema/rewards-api.ts';
import { connect } from '../../widget/panel.ts';
import type { Fair } from '../../widget/state/fair.ts';
import { FakeServer, noRewards } from './fake-server.ts';
import {
  clearPage,
  deep,
  equal,
  makeFair,
  mountPanel,
  mountStall,
  ok,
  siteId,
  textOf,
  until,
} from './helper.ts';
import { dayFromNow, makeCard, punchedCard, tenPoints } from './progress-facts.ts';

let server: FakeServer;

beforeEach(clearPage);
afterEach(() => {
  server.stop();
  clearPage();
});

async function mountCard(rewards: Partial<RewardsReply>, points = 0): Promise<void> {
  server = new FakeServer();
  server.wallet = { ...server.wallet, points };
  server.rewards = { ...noRewards, ...rewards };
  const panel = await mountPanel(await makeFair());
  panel.show({ view: 'check-in' });
  await until(() => deep('.act') ?? deep('.empty'), 'the card');
}

/** Answers as the server does once the day is credited. */
function credited(day: string, more: Partial<CheckInReply> = {}): CheckInReply {
  server.wallet = { ...server.wallet, version: server.wallet.version + 1, points: 10 };
  return {
    calendarId: 'porch-days',
    day,
    square: 7,
    given: [{ prize: tenPoints, voucher: null }],
    streak: { by: 'day', count: 4, best: 12, total: 41 },
    freezesUsed: 0,
    freezes: 1,
    endsAt: 0,
    tomorrow: null,
    earned: [],
    wallet: { ...server.wallet, vouchers: [] },
    ...more,
  };
}

function squareText(square: number): string {
  return textOf(`[data-square='${square}'] .hidden`);
}

function wanted(name: string): Record<string, unknown> {
  return server.called(name).at(-1)?.input as Record<string, unknown>;
}

describe('a punch card', () => {
  it('says of every square what became of its day', async () => {
    await mountCard({ checkIns: [makeCard()] });
    const signs = [
      'Punched',
      'Made up',
      'Kept by a freeze',
      'Excused',
      'Paused',
      'Missed',
      'Today',
    ];
    for (const [at, sign] of signs.entries()) {
      ok(squareText(at + 1).endsWith(`: ${sign}. 10 points`), `square ${at + 1} says ${sign}`);
    }
    equal(textOf('.streak'), '3 days in a row');
    equal(deep('.today')?.getAttribute('aria-current'), 'date');
    ok(textOf('.best').includes('12'), 'the best streak');
  });

  it('is punched once, and then says what came in and when the next punch opens', async () => {
    await mountCard({ checkIns: [makeCard()] });
    server.answers['checkIn'] = () => {
      server.rewards = { ...noRewards, checkIns: [punchedCard()] };
      return credited(dayFromNow(0), {
        freezesUsed: 1,
        earned: [{ kind: 'badge', id: 'owl', name: { en: 'Night owl' }, given: [] }],
      });
    };
    deep('.act .main')?.click();
    await until(() => deep('.told'), 'what was done');
    ok(textOf('.told').startsWith('Punched for today. You got: 10 points'), textOf('.told'));
    ok(textOf('.told').includes('A freeze kept your streak.'), 'the freeze');
    ok(textOf('.act').includes('The next punch opens'), 'when the next one opens');
    const earned = deep('fairground-earned')?.shadowRoot?.textContent;
    ok(earned?.includes('Badge earned: Night owl'), 'the badge');
    equal(deep('.act .main'), null, 'the button');
    equal(server.called('checkIn').length, 1, 'check-ins');
    equal(textOf('.points'), '10 points');
  });

  it('keeps the id of a punch whose answer was lost', async () => {
    await mountCard({ checkIns: [makeCard()] });
    server.answers['checkIn'] = () => credited(dayFromNow(0));
    server.trouble.push('lost after');
    deep('.act .main')?.click();
    await until(() => deep('.told'), 'what was done');
    const ids = server
      .called('checkIn')
      .map(({ input }) => (input as { commandId: string }).commandId);
    equal([ids.length, new Set(ids).size], [2, 1], 'sent, different ids');
  });

  it('says why it was refused, and when there is more', async () => {
    await mountCard({ checkIns: [makeCard()] });
    server.trouble.push({ code: 'checked_in_already', nextAt: Date.now() + 1_000 });
    deep('.act .main')?.click();
    await until(() => textOf('.trouble'), 'the reason');
    ok(textOf('.trouble').startsWith('Today is punched already. The next punch opens'), 'when');
  });

  it('has nothing to punch on a day that is done or closed', async () => {
    const card = punchedCard();
    await mountCard({ checkIns: [card] });
    equal(deep('.act .main'), null, 'the button');
    clearPage();
    server.stop();
    const today = { ...makeCard().today, refusal: { code: 'calendar_not_open' } as const };
    await mountCard({ checkIns: [makeCard({ today })] });
    ok(textOf('.act').startsWith('This card is not open today.'), textOf('.act'));
    equal(deep('.act .main'), null, 'the button');
  });

  it('asks before it makes up a missed day for points', async () => {
    await mountCard({ checkIns: [makeCard()] }, 50);
    const day = dayFromNow(-1);
    const button = await until(() => deep(`[data-day='${day}']`), 'the missed day');
    button.click();
    await until(() => deep('.yes'), 'the question');
    equal(server.called('makeUp').length, 0, 'sent before the yes');
    await until(() => focused()?.matches('.yes'), 'focus on the yes');
    deep('.choices .plain')?.click();
    await until(() => focused()?.matches(`[data-day='${day}']`), 'focus back on the day');
    server.answers['makeUp'] = () => credited(day, { square: 6 });
    deep(`[data-day='${day}']`)?.click();
    (await until(() => deep('.yes'), 'the question')).click();
    await until(() => textOf('.told').includes('is made up. You got: 10 points'), 'the result');
    equal([wanted('makeUp')['day'], wanted('makeUp')['calendarId']], [day, 'porch-days']);
  });

  it('says how many points a missed day and a freeze still take', async () => {
    const freezes = { held: 0, price: 30, refusal: { code: 'not_enough_points' } as const };
    await mountCard({ checkIns: [makeCard({ freezes })] }, 5);
    equal(deep(`[data-day]`)?.matches(':disabled'), true, 'the day is shut');
    ok(textOf('section').includes('That takes 15 more points than you have.'), 'the day');
    ok(textOf('section').includes('That takes 25 more points than you have.'), 'the freeze');
  });

  it('sells a freeze', async () => {
    await mountCard({ checkIns: [makeCard()] }, 50);
    server.answers['buyFreeze'] = () => ({
      calendarId: 'porch-days',
      freezes: 2,
      wallet: { version: server.wallet.version + 1, points: 20, vouchers: [] },
    });
    deep('.snow + button')?.click();
    await until(() => textOf('.told') === 'One more freeze is yours.', 'the sentence');
    await until(() => textOf('.points') === '20 points', 'the balance, rolled down');
  });

  it('says so when there is none', async () => {
    await mountCard({});
    equal(textOf('.empty'), 'No punch card is handed out just now.');
  });
});

function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

describe('a punch card that stood open over midnight', () => {
  const { now } = Date;

  afterEach(() => {
    Date.now = now;
  });

  function passNight(): void {
    ok(!deep('.act button'), 'yesterday is done');
    server.rewards = { ...noRewards, checkIns: [makeCard()] };
    Date.now = () => now() + 12 * 3_600_000;
  }

  it('waits for today when the panel opens again', async () => {
    await mountCard({ checkIns: [punchedCard()] });
    const panel = document.querySelector('fairground-panel');
    panel?.close();
    passNight();
    panel?.open();
    await until(() => deep('.act button'), 'a hole for today');
    equal(server.called('rewards').length, 2, 'calls');
  });

  it('waits for today when its page is looked at again', async () => {
    server = new FakeServer();
    server.rewards = { ...noRewards, checkIns: [punchedCard()] };
    const { origin } = location;
    const take = connect({ siteId, origin, asked: {}, hasConsent: () => false }, []);
    const fair = await new Promise<Fair>((resolve) => {
      take(['offer', resolve]);
    });
    await fair.session.start();
    await mountStall(fair, { view: 'check-in' });
    await until(() => deep('.act'), 'the card');
    dispatchEvent(new Event('visibilitychange'));
    passNight();
    dispatchEvent(new Event('visibilitychange'));
    await until(() => deep('.act button'), 'a hole for today');
    equal(server.called('rewards').length, 2, 'calls');
  });
});
