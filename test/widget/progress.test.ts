/** Missions, badges and boards: what stands on them, and what one can do there. */
import type { RewardsReply } from '../../shared/schema/rewards-api.ts';
import type { View } from '../../shared/views.ts';
import { Fair } from '../../widget/state/fair.ts';
import { FakeServer, noRewards } from './fake-server.ts';
import {
  clearPage,
  deep,
  equal,
  makeFair,
  makeSession,
  mountPanel,
  ok,
  siteId,
  textOf,
  until,
} from './helper.ts';
import { badges, boards, makeBoard, makeTier, missions, ownRank } from './progress-facts.ts';

let server: FakeServer;

beforeEach(() => {
  clearPage();
  server = new FakeServer();
});
afterEach(() => {
  server.stop();
  clearPage();
});

async function mountView(view: View, rewards: Partial<RewardsReply>): Promise<ShadowRoot> {
  server.rewards = { ...noRewards, ...rewards };
  const panel = await mountPanel(await makeFair());
  panel.show({ view });
  const tag = `fairground-${view}`;
  const element = await until(() => deep(tag), tag);
  await until(() => element.shadowRoot?.querySelector('section, .empty'), 'the view');
  const { shadowRoot } = element;
  ok(shadowRoot, 'a shadow root');
  return shadowRoot;
}

function said(root: ParentNode, selector: string): string[] {
  return [...root.querySelectorAll(selector)].map(
    ({ textContent }) => textContent?.replaceAll(/\s+/g, ' ').trim() ?? '',
  );
}

it('stalls that the page has before the first answer get all that they need, once', async () => {
  const { origin } = location;
  const options = { siteId, origin, asked: { locale: 'en' }, hasConsent: () => false };
  const fair = new Fair(options, makeSession());
  const opened = async () => {
    await fair.loadStalls();
    return [fair.more, fair.rewards];
  };
  const [one, other] = await Promise.all([opened(), opened()]);
  ok(fair.more, 'dates, tickets and apologies');
  ok(fair.rewards, 'rewards');
  ok(one?.[0] === other?.[0] && one?.[1] === other?.[1], 'the same for both');
});

describe('missions', () => {
  it('strike out what is done, lock what must wait, and count the rest', async () => {
    const root = await mountView('missions', { missions });
    const [first] = root.querySelectorAll('.board');
    ok(first, 'a board');
    equal(said(first, '.struck'), ['Sign up']);
    const counts = said(first, '.count').map((count) => count.replaceAll(/[^\w ,]/g, '¤'));
    equal(counts, ['1 of 1', '¤300 of ¤1,000', '0 of 3']);
    equal(said(first, '.locked .label'), ['Review']);
    ok(
      first.textContent?.includes('Until today at') || first.textContent?.includes('Until tom'),
      'by when',
    );
    equal(first.querySelector<HTMLElement>('.rail i')?.style.inlineSize, '30%', 'the rail');
  });

  it('stand in their order: those to do, then those that are over', async () => {
    const root = await mountView('missions', { missions });
    equal(said(root, 'h3'), ['Missions', 'Done and over']);
    equal(
      said(root, 'h4'),
      ['order', 'again', 'soon', 'done', 'over'].map((id) => `Mission ${id}`),
    );
    equal(said(root, '.state'), ['Not open yet', 'All done']);
    ok(root.textContent?.includes('Done 2 times so far'), 'how often');
    equal(root.querySelectorAll('.tally .left').length, 3, 'strokes left on three boards');
  });

  it('leave a wiped board when there are none', async () => {
    const root = await mountView('missions', {});
    ok(said(root, '.wiped')[0]?.startsWith('The board is wiped clean.'), 'the sentence');
  });
});

describe('badges', () => {
  it('are pinned on when earned, and a bare outline before', async () => {
    const root = await mountView('badges', { badges });
    equal(said(root, 'button .small'), ['Level 1 of 3', 'Not earned yet', 'Earned']);
    equal(root.querySelectorAll('.pin').length, 3, 'pins');
    equal(root.querySelectorAll('.bare').length, 1, 'outlines');
    ok(root.textContent?.includes('2 of 3 pinned on'), 'the count');
  });

  it('look the same wherever they are drawn', async () => {
    const first = await mountView('badges', { badges });
    const before = said(first, 'h3').length > 0 && drawing(first);
    clearPage();
    const second = await mountView('badges', { badges: [...badges].reverse() });
    equal(drawing(second), before, 'the drawing of the first badge');
  });

  it('tell more of one when it is pressed, and close it again', async () => {
    const root = await mountView('badges', { badges });
    const [button] = root.querySelectorAll<HTMLElement>('.felt button');
    button?.click();
    const detail = await until(() => root.querySelector('.detail'), 'the detail');
    equal(button?.getAttribute('aria-expanded'), 'true');
    ok(detail.textContent?.includes('2 of 5 towards the next level'), 'the progress');
    equal(said(detail, '.levels .name'), ['Level from 1']);
    button?.click();
    await until(() => !root.querySelector('.detail'), 'its end');
  });
});

function drawing(root: ParentNode): string {
  const button = [...root.querySelectorAll('button')].find((each) =>
    each.textContent?.includes('Regular'),
  );
  const paths = button?.querySelectorAll('svg > path') ?? [];
  return [...paths].map((path) => path.getAttribute('d')).join(' ');
}

describe('a leaderboard', () => {
  function answerWith(own: Parameters<typeof makeBoard>[1]): void {
    server.answers['leaderboard'] = (input) =>
      makeBoard((input as { boardId: string }).boardId, own);
  }

  it('puts a shopper below the best at its end, and the puck as high as the score', async () => {
    answerWith(ownRank(23, 4));
    const root = await mountView('leaderboard', { leaderboards: boards });
    await until(() => root.querySelector('ol'), 'the list');
    equal(said(root, 'li.you .who'), ['Linh You']);
    equal(said(root, '.rank').at(-1), '23');
    equal(said(root, '.gap'), ['…']);
    equal(said(root, '.place'), ['Your place: 23']);
    equal(root.querySelector('.puck')?.getAttribute('transform'), 'translate(0 340)');
    ok(root.textContent?.includes('whoever got there first'), 'how equal scores stand');
    ok(root.textContent?.includes('Places 2 to 5: 10 points'), 'what ranks get');
    root.querySelector<HTMLElement>('.list .second')?.click();
    equal(root.activeElement?.matches('li.you'), true, 'focus on the own row');
  });

  it('marks a shopper among the best, once', async () => {
    answerWith(ownRank(2, 30));
    const root = await mountView('leaderboard', { leaderboards: boards });
    await until(() => root.querySelector('ol'), 'the list');
    equal(said(root, 'li.you .rank'), ['2']);
    equal(root.querySelectorAll('ol li').length, 5, 'rows');
  });

  it('changes the board', async () => {
    answerWith(null);
    const root = await mountView('leaderboard', { leaderboards: boards });
    await until(() => root.querySelector('ol'), 'the list');
    root.querySelector<HTMLElement>('[aria-pressed=false]')?.click();
    await until(() => server.called('leaderboard').length === 2, 'the other board');
    await until(() => root.textContent?.includes('All time'), 'its period');
    ok(root.textContent?.includes('You have no score here yet.'), 'no score');
    await until(() => said(root, 'ol .num:last-child')[0]?.match(/^.40$/), 'its money');
    equal(
      server.called('leaderboard').map(({ input }) => (input as { boardId: string }).boardId),
      ['week', 'ever'],
    );
  });

  it('takes a name and leaves who wishes it off', async () => {
    answerWith(ownRank(2, 30));
    const root = await mountView('leaderboard', { leaderboards: boards });
    await until(() => root.querySelector('form'), 'the form');
    const [alias, hidden] = root.querySelectorAll<HTMLInputElement>('input');
    ok(alias && hidden, 'the fields');
    alias.value = ' 09 12 34 56 78 ';
    hidden.checked = true;
    server.trouble.push({ code: 'bad_request' });
    root.querySelector<HTMLElement>('form button')?.click();
    await until(() => textOf('.trouble').startsWith('2 to 24 letters'), 'what a name may be');
    alias.value = ' Tea  Cup ';
    server.answers['setPlayer'] = () => ({ alias: 'Tea  Cup', hidden: true });
    root.querySelector<HTMLElement>('form button')?.click();
    await until(() => root.textContent?.includes('Saved.'), 'that it is saved');
    const sent = server.called('setPlayer').at(-1)?.input as
      | { alias: string; hidden: boolean }
      | undefined;
    equal([sent?.alias, sent?.hidden], ['Tea  Cup', true]);
  });

  it('keeps the name that was made where nobody changes it', async () => {
    const player = { alias: '#4F09AC', hidden: false };
    server.answers['leaderboard'] = () => makeBoard('week', ownRank(2, 30), { player });
    const root = await mountView('leaderboard', { leaderboards: boards });
    await until(() => root.querySelector('form'), 'the form');
    server.answers['setPlayer'] = () => player;
    root.querySelector<HTMLElement>('form button')?.click();
    await until(() => root.textContent?.includes('Saved.'), 'that it is saved');
    equal((server.called('setPlayer').at(-1)?.input as { alias: null } | undefined)?.alias, null);
  });

  it('says that nobody was there, and asks again when the line was lost', async () => {
    answerWith(null);
    server.answers['leaderboard'] = () => makeBoard('week', null, { top: [] });
    server.rewards = { ...noRewards, leaderboards: boards };
    const fair = await makeFair();
    await fair.loadStalls();
    await fair.rewards?.load();
    const panel = await mountPanel(fair);
    server.trouble.push('lost');
    panel.show({ view: 'leaderboard' });
    const retry = await until(() => deep('.list .lost button'), 'the way to ask again');
    retry.click();
    await until(() => textOf('.list .card').startsWith('Nobody has swung'), 'the empty board');
  });
});

describe('a tier', () => {
  it('is a rosette whose outer pleats are the way to the next one', async () => {
    const root = await mountView('tiers', { tier: makeTier() });
    equal(said(root, '.title'), ['Gold']);
    equal(root.querySelectorAll('.held .todo').length, 15, 'pleats left of 30');
    ok(said(root, '.held .name')[0]?.match(/^Orders of .1,000 more to Diamond$/), 'what is left');
    ok(root.textContent?.includes('The last 365 days count.'), 'the window');
    ok(root.textContent?.includes('What counts now is enough until'), 'until when');
    equal(said(root, '.level[aria-current] .perks li'), [
      '1.25 times the points',
      'New things 24 hours earlier',
      'Free wrapping',
      'At the first time: 10 points',
    ]);
  });

  it('counts points and orders as what they are', async () => {
    const next = { id: 'diamond', left: 1 };
    const root = await mountView('tiers', { tier: makeTier({ measure: 'orders', next }) });
    equal(said(root, '.held .name'), ['1 more order to Diamond']);
    clearPage();
    const other = await mountView('tiers', { tier: makeTier({ measure: 'points' }) });
    equal(said(other, '.held .name'), ['1,000 more points to Diamond']);
  });

  it('says what grace there is, and that there is none above the highest', async () => {
    const tier = makeTier({ level: 'diamond', next: null, inGrace: true });
    const root = await mountView('tiers', { tier });
    equal(said(root, '.held .name'), ['This is the highest tier.']);
    ok(root.textContent?.includes('Less counts than the tier takes'), 'the grace');
    equal(root.querySelector('.todo'), null, 'pleats to come');
  });

  it('is a bare disc before the first one, and nothing where there are none', async () => {
    const root = await mountView('tiers', { tier: makeTier({ level: null, endsAt: null }) });
    equal(said(root, '.title'), ['No rosette yet']);
    clearPage();
    const bare = await mountView('tiers', {});
    equal(said(bare, '.empty p'), ['There are no tiers here just now.']);
  });
});

describe('the ways to them', () => {
  it('lead to a game that is closed, too, and say why it is', async () => {
    server.refusal = { code: 'identification_needed' };
    const home = await mountView('home', {});
    await until(() => home.querySelector('[aria-labelledby=more]'), 'the others');
    equal(said(home, '[aria-labelledby=now] .row'), []);
    equal(said(home, '[aria-labelledby=more] .row'), [
      'The autumn wheel Sign in to the shop to use this.',
    ]);
  });

  it('say how far one is', async () => {
    const rewards = { missions, badges, tier: makeTier(), leaderboards: boards };
    const home = await mountView('home', rewards);
    ok(said(home, '.row').includes('Missions Mission order'), said(home, '.row').join());
    clearPage();
    const me = await mountView('me', rewards);
    equal(said(me, '.row').slice(0, 2), ['Your tier Gold', 'Badges 2 of 3']);
  });
});
