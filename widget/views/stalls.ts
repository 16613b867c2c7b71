/** Every view beside the wheel, fetched when somebody goes there. */
import { loadWords, type WordSet } from '../i18n/load-words.ts';
import { define } from '../state/define.ts';
import type { Fair } from '../state/fair.ts';
import type { GameTitle } from '../../shared/schema/shopper-api.ts';
import type { Place, View } from '../state/place.ts';
import { Rewards } from '../state/rewards.ts';
import type { FairElement } from './fair-element.ts';
import { Games } from './games.ts';
import { Home } from './home.ts';

type StallName = Exclude<View, 'play'>;

/** What stands on a page of the shop, or in the panel. */
interface StallElement extends FairElement {
  place?: Place | undefined;
}

interface Kind {
  readonly tag: string;
  /** Its sentences, beyond those of every stall. */
  readonly words?: WordSet;
  readonly load: () => Promise<new () => StallElement>;
}

const kinds: Partial<Record<StallName, Kind>> = {
  home: { tag: 'fairground-home', load: () => Promise.resolve(Home) },
  wallet: {
    tag: 'fairground-wallet',
    load: async () => (await import('./wallet.ts')).FairgroundWallet,
  },
  me: { tag: 'fairground-me', load: async () => (await import('./me.ts')).Me },
  'check-in': {
    tag: 'fairground-check-in',
    words: 'progress',
    load: async () => (await import('./check-in.ts')).CheckIn,
  },
  missions: {
    tag: 'fairground-missions',
    words: 'progress',
    load: async () => (await import('./missions.ts')).Missions,
  },
  badges: {
    tag: 'fairground-badges',
    words: 'progress',
    load: async () => (await import('./badges.ts')).Badges,
  },
  tiers: {
    tag: 'fairground-tiers',
    words: 'standing',
    load: async () => (await import('./tiers.ts')).Tiers,
  },
  leaderboard: {
    tag: 'fairground-leaderboard',
    words: 'standing',
    load: async () => (await import('./leaderboard.ts')).Leaderboard,
  },
  shop: {
    tag: 'fairground-shop',
    words: 'counter',
    load: async () => (await import('./shop.ts')).Shop,
  },
  points: {
    tag: 'fairground-points',
    words: 'counter',
    load: async () => (await import('./points.ts')).Points,
  },
  parcels: {
    tag: 'fairground-parcels',
    words: 'counter',
    load: async () => (await import('./parcels.ts')).Parcels,
  },
  referral: {
    tag: 'fairground-referral',
    words: 'counter',
    load: async () => (await import('./referral.ts')).Referral,
  },
  settings: {
    tag: 'fairground-settings',
    words: 'settings',
    load: async () => (await import('./settings.ts')).Settings,
  },
  fair: {
    tag: 'fairground-fair-play',
    words: 'proof',
    load: async () => (await import('./fair-play.ts')).FairPlay,
  },
  quiz: {
    tag: 'fairground-quiz',
    words: 'games',
    load: async () => (await import('../games/quiz.ts')).Quiz,
  },
  survey: {
    tag: 'fairground-survey',
    words: 'games',
    load: async () => (await import('../games/survey.ts')).Survey,
  },
};

/** The games that the panel does not bring along itself. */
const games: Record<GameTitle['kind'], Kind> = {
  // The wheel is there; what comes along is the way to the others.
  wheel: { tag: 'fairground-games', words: 'games', load: () => Promise.resolve(Games) },
  scratch: {
    tag: 'fairground-scratch',
    words: 'games',
    load: async () => (await import('../games/scratch.ts')).Scratch,
  },
  box: {
    tag: 'fairground-box',
    words: 'games',
    load: async () => (await import('../games/box.ts')).Box,
  },
};

function kindAt({ session }: Fair, { view, gameId }: Place): Kind | undefined {
  if (view !== 'play') return kinds[view];
  const list = session.ready?.list;
  const title = gameId ? list?.find(({ id }) => id === gameId) : list?.[0];
  return title && games[title.kind];
}

/** Makes what stands at that place; null when there is nothing of that name. */
export async function makeStall(fair: Fair, place: Place): Promise<HTMLElement | null> {
  // A link may lead here before the first answer says in which language.
  if (!fair.session.ready) await fair.session.start();
  await fair.loadMore();
  const kind = kindAt(fair, place);
  if (!kind) return null;
  const [element] = await Promise.all([kind.load(), speak(fair, kind.words)]);
  define(kind.tag, element);
  define('fairground-games', Games);
  return Object.assign(document.createElement(kind.tag), { fair, place });
}

/** Elements that stand on the page itself, as far as they are not alive yet. */
export async function defineInline(fair: Fair): Promise<void> {
  for (const { tag, load, words } of [...Object.values(kinds), ...Object.values(games)]) {
    if (!document.querySelector(`${tag}:not(:defined)`)) continue;
    const [element] = await Promise.all([load(), speak(fair, words)]);
    define(tag, element);
  }
}

async function speak({ words }: Fair, set: WordSet | undefined): Promise<void> {
  if (set) words.add(await loadWords(set, words.locale));
}

/** What every stall needs. */
export async function openStalls(fair: Fair): Promise<Rewards> {
  await fair.loadMore();
  fair.words.add(await loadWords('stalls', fair.words.locale));
  return new Rewards(fair.session);
}
