/** Every view and game beside the wheel, fetched with its sentences when somebody goes there. */
import type { WordFile } from '../../shared/words/files.ts';
import { loadWords } from '../i18n/load-words.ts';
import { define } from '../state/define.ts';
import type { Fair } from '../state/fair.ts';
import type { Place } from '../state/place.ts';
import { Rewards } from '../state/rewards.ts';
import type { FairElement } from './fair-element.ts';
import type { further } from './further.ts';
import { Games } from './games.ts';
import { Home } from './home.ts';
import { Me } from './me.ts';
import { FairgroundWallet } from './wallet.ts';

/** What stands on a page of the shop, or in the panel. */
interface StallElement extends FairElement {
  place?: Place | undefined;
}

interface Kind {
  /** Its sentences, beyond those of every stall. */
  readonly words?: WordFile;
  readonly load: () => Promise<new () => StallElement>;
}

/** By what follows `fairground-` in the name of the element. */
const kinds: Readonly<Record<string, Kind>> = {
  home: here(Home),
  wallet: here(FairgroundWallet),
  me: here(Me),
  // The wheel is there already; what comes along is the way to the others.
  games: { ...here(Games), words: 'games' },
  scratch: { words: 'games', load: async () => (await import('../games/cards.ts')).cards.Scratch },
  box: { words: 'games', load: async () => (await import('../games/cards.ts')).cards.Box },
  quiz: {
    words: 'games',
    load: async () => (await import('../games/questions.ts')).questions.Quiz,
  },
  survey: {
    words: 'games',
    load: async () => (await import('../games/questions.ts')).questions.Survey,
  },
  'check-in': { words: 'progress', load: async () => (await import('./check-in.ts')).CheckIn },
  missions: together('Missions', 'progress'),
  badges: together('Badges', 'progress'),
  tiers: together('Tiers', 'progress'),
  leaderboard: together('Leaderboard', 'progress'),
  shop: together('Shop', 'counter'),
  points: together('Points', 'counter'),
  parcels: together('Parcels', 'counter'),
  referral: together('Referral', 'counter'),
  settings: together('Settings', 'games'),
  'fair-play': together('FairPlay', 'games'),
};

function here(element: new () => StallElement): Kind {
  return { load: () => Promise.resolve(element) };
}

function together(name: keyof typeof further, words: WordFile): Kind {
  return { words, load: async () => (await import('./further.ts')).further[name] };
}

/** The name of what stands there; undefined for a game that the site has not. */
function nameAt({ session }: Fair, { view, gameId }: Place): string | undefined {
  if (view !== 'play') return view === 'fair' ? 'fair-play' : view;
  const list = session.ready?.list;
  const title = gameId ? list?.find(({ id }) => id === gameId) : list?.[0];
  return title?.kind === 'wheel' ? 'games' : title?.kind;
}

/** Makes what stands at that place; null when there is nothing of that name. */
export async function makeStall(fair: Fair, place: Place): Promise<HTMLElement | null> {
  await prepare(fair);
  const name = nameAt(fair, place);
  if (name === undefined) return null;
  await bring(fair, name);
  define('fairground-games', Games);
  return Object.assign(document.createElement(`fairground-${name}`), { fair, place });
}

/** Elements that stand on the page itself, as far as they are not alive yet. */
export async function defineInline(fair: Fair): Promise<void> {
  for (const name of Object.keys(kinds)) {
    if (document.querySelector(`fairground-${name}:not(:defined)`)) await bring(fair, name);
  }
}

async function bring({ words }: Fair, name: string): Promise<void> {
  const kind = kinds[name];
  if (!kind) return;
  const [element, phrases] = await Promise.all([
    kind.load(),
    kind.words && loadWords(kind.words, words.locale),
  ]);
  if (phrases) words.add(phrases);
  define(`fairground-${name}`, element);
}

/** What every stall needs. */
export async function openStalls(fair: Fair): Promise<void> {
  await prepare(fair);
  fair.rewards ??= new Rewards(fair.session);
}

/** A link or the page may lead here before the first answer says in which language. */
async function prepare(fair: Fair): Promise<void> {
  if (!fair.session.ready) await fair.session.start();
  await fair.loadMore();
}
