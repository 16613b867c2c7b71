/** Axe over the views of progress: every state, by day and by night, in both directions. */
import type { RewardsReply } from '../../shared/schema/rewards-api.ts';
import type { View } from '../../shared/views.ts';
import { axeProblems } from './axe.ts';
import { FakeServer, noRewards } from './fake-server.ts';
import { clearPage, deep, equal, finishMotion, makeFair, mountPanel, until } from './helper.ts';
import {
  badges,
  boards,
  makeBoard,
  makeCard,
  makeTier,
  missions,
  ownRank,
  punchedCard,
} from './progress-facts.ts';

let server: FakeServer;

beforeEach(() => {
  clearPage();
  document.documentElement.lang = 'en';
  document.title = 'A shop';
  server = new FakeServer();
});
afterEach(() => {
  server.stop();
  clearPage();
});

interface State {
  readonly name: string;
  readonly view: View;
  readonly rewards: Partial<RewardsReply>;
  readonly shows: string;
  readonly press?: string;
}

const states: State[] = [
  {
    name: 'a card to punch',
    view: 'check-in',
    rewards: { checkIns: [makeCard()] },
    shows: '.snow',
  },
  {
    name: 'a day to make up',
    view: 'check-in',
    rewards: { checkIns: [makeCard({ makeUp: { price: 0, days: [makeCard().today.day] } })] },
    press: '[data-day]',
    shows: '.yes',
  },
  {
    name: 'a card punched',
    view: 'check-in',
    rewards: { checkIns: [punchedCard()] },
    shows: '.snow',
  },
  { name: 'no card', view: 'check-in', rewards: {}, shows: '.empty' },
  { name: 'missions', view: 'missions', rewards: { missions }, shows: '.steps' },
  { name: 'no mission', view: 'missions', rewards: {}, shows: '.wiped' },
  { name: 'badges', view: 'badges', rewards: { badges }, press: '.felt button', shows: '.detail' },
  { name: 'no badge', view: 'badges', rewards: {}, shows: '.empty' },
  { name: 'a tier', view: 'tiers', rewards: { tier: makeTier() }, shows: '.held' },
  {
    name: 'no tier yet',
    view: 'tiers',
    rewards: { tier: makeTier({ level: null }) },
    shows: '.held',
  },
  { name: 'no tiers', view: 'tiers', rewards: {}, shows: '.empty' },
  {
    name: 'a board',
    view: 'leaderboard',
    rewards: { leaderboards: boards },
    press: 'summary',
    shows: '.you',
  },
];

describe('axe finds nothing', () => {
  for (const theme of ['dusk', 'matinee']) {
    for (const dir of ['ltr', 'rtl']) {
      for (const { name, view, rewards, press, shows } of states) {
        it(`with ${name}, in ${theme}, ${dir}`, async () => {
          server.rewards = { ...noRewards, ...rewards };
          server.answers['leaderboard'] = () => makeBoard('week', ownRank(23, 4));
          const fair = await makeFair({ theme });
          const panel = await mountPanel(fair);
          panel.show({ view });
          if (press) (await until(() => deep(press), press)).click();
          await until(() => deep(shows), shows);
          // Mirrored, whatever language the sentences are in.
          if (dir === 'rtl') fair.words.locale = 'ar';
          fair.session.announce();
          await until(() => deep(`fairground-${view}[dir=${dir}]`), dir);
          finishMotion();
          equal(await axeProblems(), [], 'problems');
        });
      }
    }
  }
});
