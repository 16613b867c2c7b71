/** Every view of the panel: waiting, without anything, full, and when something is wrong. */
import type { RewardsReply } from '../../shared/schema/rewards-api.ts';
import { counterRewards, historyLines, referral } from '../../test/widget/counter-rewards.ts';
import { noRewards, type FakeServer } from '../../test/widget/fake-server.ts';
import { makeQuiz, makeSurvey } from '../../test/widget/games-facts.ts';
import {
  badges,
  boards,
  makeBoard,
  makeCard,
  makeTier,
  missions,
  ownRank,
  punchedCard,
} from '../../test/widget/progress-facts.ts';
import type { View } from '../../shared/views.ts';
import {
  breakLine,
  fieldOf,
  mountStall,
  silence,
  skipToEnd,
  terms,
  vouchers,
  type Scene,
  type Stage,
  type State,
} from './stage.ts';

/** A shop that has everything. */
function everything(): RewardsReply {
  return {
    ...counterRewards(),
    checkIns: [makeCard()],
    missions: [...missions],
    badges: [...badges],
    leaderboards: [...boards],
    tier: makeTier(),
    quizzes: [makeQuiz()],
    surveys: [makeSurvey('nps')],
  };
}

function fill(server: FakeServer): void {
  server.rewards = everything();
  server.wallet = { version: 3, points: 1_240, vouchers: vouchers(server) };
  server.others = [
    { id: 'foil-ticket', kind: 'scratch', name: 'The foil ticket' },
    { id: 'porch-boxes', kind: 'box', name: 'Three boxes' },
  ];
  server.answers['history'] = () => ({ lines: historyLines(), next: null });
  server.answers['leaderboard'] = (input) => makeBoard(fieldOf(input, 'boardId'), ownRank(3, 30));
  server.answers['personalData'] = () => ({ birthday: '02-29', attributes: { city: 'Huế' } });
}

function view(name: View, says: string, more: readonly State[] = []): Scene {
  const show = at(name);
  return {
    name: title(name),
    says,
    states: [
      { name: 'ready', prepare: fill, show },
      ...more,
      { name: 'empty', show },
      { name: 'loading', prepare: rewards(silence), show: bare(name) },
      { name: 'offline', prepare: rewards(breakLine), show },
      { name: 'refused', prepare: rewards(() => ({ code: 'rate_limited' })), show },
    ],
  };
}

function rewards(answer: () => object): (server: FakeServer) => void {
  return (server) => {
    fill(server);
    server.answers['rewards'] = answer;
    server.answers['plays'] = answer;
  };
}

const fairPlay: Scene = {
  name: 'Fair play',
  says: 'The odds, the seal of the next draw, and a receipt.',
  states: [
    { name: 'odds', show: at('fair') },
    { name: 'terms', prepare: (server) => (server.game = { terms }), show: at('fair', ['#rules']) },
    {
      name: 'receipt',
      slot: 0,
      show: async (stage) => {
        const wheel = document.createElement('fairground-wheel');
        stage.root.append(Object.assign(wheel, { fair: stage.fair }));
        await stage.fair.open();
        await stage.press('.spin');
        await skipToEnd(stage);
        wheel.remove();
        const id = stage.server.index;
        await mountStall(stage, { view: 'fair', id: `play-${id}`.padEnd(8, '-') });
      },
    },
  ],
};

const contact: Scene = {
  name: 'Contact',
  says: 'Play first, claim later: what a prize may wait for.',
  states: [
    { name: 'asked for', prepare: askFirst, show: claim },
    {
      name: 'the code',
      prepare: askFirst,
      show: async (stage) => {
        await claim(stage);
        const field = await stage.see('[name=contact]');
        if (field instanceof HTMLInputElement) field.value = 'mai@shop.example';
        await stage.press('form .main');
        await stage.see('[name=code]');
      },
    },
  ],
};

function askFirst(server: FakeServer): void {
  server.wallet = { version: 1, points: 0, vouchers: vouchers(server).slice(0, 1) };
  server.ask = {
    contact: 'either',
    confirm: true,
    consent: 'Write to me about tea.',
    consentNeeded: false,
  };
}

async function claim(stage: Stage): Promise<void> {
  await mountStall(stage, { view: 'wallet' });
  await stage.press('.stub');
  await stage.see('fairground-contact');
}

const panel: Scene = {
  name: 'Panel',
  says: 'A sheet from below on a phone, a booth in the corner of a desk.',
  isFramed: true,
  states: (['play', 'home', 'wallet', 'me'] as const).map((name): State => ({
    name: name === 'play' ? 'wheel' : name,
    prepare: fill,
    show: async ({ fair }) => {
      const element = document.createElement('fairground-panel');
      element.fair = fair;
      fair.show = element.show;
      document.body.append(element);
      await fair.open();
      element.show({ view: name });
    },
  })),
};

export const views: readonly Scene[] = [
  panel,
  view('home', 'What one can do now, and what one has.'),
  view('wallet', 'Points and vouchers.'),
  view('check-in', 'A punch card: today’s square waits outlined.', [
    {
      name: 'a day to make up',
      prepare: (server) => {
        const makeUp = { price: 0, days: [makeCard().today.day] };
        server.rewards = { ...noRewards, checkIns: [makeCard({ makeUp })] };
      },
      show: at('check-in', ['[data-day]', '.yes']),
    },
    {
      name: 'punched',
      prepare: (server) => (server.rewards = { ...noRewards, checkIns: [punchedCard()] }),
      show: at('check-in'),
    },
  ]),
  view('missions', 'A chalkboard: a stroke of chalk through what is done.'),
  view('badges', 'Enamel pins on felt.', [
    { name: 'looked at', prepare: fill, show: at('badges', ['.felt button', '.detail']) },
  ]),
  view('tiers', 'A ribbon rosette, and the ring that grows to the next one.', [
    {
      name: 'none yet',
      prepare: (server) => (server.rewards = { ...noRewards, tier: makeTier({ level: null }) }),
      show: at('tiers'),
    },
  ]),
  view('leaderboard', 'The high striker beside its list.', [
    { name: 'its prizes', prepare: fill, show: at('leaderboard', ['summary', '.you']) },
  ]),
  view('shop', 'Rewards on shelves, with price tags.', [
    { name: 'a yes', prepare: fill, show: at('shop', ['#buy-delivery', '.sure']) },
  ]),
  view('points', 'The points, line by line.'),
  view('parcels', 'Gifts on their way.', [
    { name: 'an address', prepare: fill, show: at('parcels', ['.card .main', 'form']) },
  ]),
  view('referral', 'One ticket for two.', [
    {
      name: 'with a code',
      prepare: (server) => {
        const code = { code: 'TEAFRIEND1', link: 'https://tea.example/?ref=TEAFRIEND1' };
        const broughtBy = { state: 'pending', dueAt: Date.now() } as const;
        server.rewards = { ...everything(), referral: { ...referral, ...code, broughtBy } };
      },
      show: at('referral'),
    },
  ]),
  view('me', 'The way to the shopper’s own things.'),
  view('settings', 'Levers and slips: language, sound, motion, pause, own data.', [
    { name: 'own data', prepare: fill, show: at('settings', ['.see', '#pause-1', '.sure']) },
  ]),
  fairPlay,
  contact,
];

/** Pressed one after the other, until the last is seen. */
function at(name: View, presses: readonly string[] = []) {
  return async (stage: Stage): Promise<void> => {
    await mountStall(stage, { view: name });
    for (const press of presses.slice(0, -1)) await stage.press(press);
    const last = presses.at(-1);
    if (last) await stage.see(last);
  };
}

function bare(name: View) {
  return async (stage: Stage): Promise<void> => void mountStall(stage, { view: name });
}

function title(name: string): string {
  const words = name.replace('-', ' ');
  return (words[0] ?? '').toUpperCase() + words.slice(1);
}
