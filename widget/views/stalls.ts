/** Every view and game beside the wheel, with its sentences when somebody goes there. */
import type { WordFile } from '../../shared/words/files.ts';
import { Box } from '../games/box.ts';
import { Quiz } from '../games/quiz.ts';
import { Scratch } from '../games/scratch.ts';
import { Survey } from '../games/survey.ts';
import { loadWords } from '../i18n/load-words.ts';
import { define } from '../state/define.ts';
import type { Fair } from '../state/fair.ts';
import type { Place } from '../state/place.ts';
import { Rewards } from '../state/rewards.ts';
import { Badges } from './badges.ts';
import { CheckIn } from './check-in.ts';
import type { FairElement } from './fair-element.ts';
import { FairPlay } from './fair-play.ts';
import { Games } from './games.ts';
import { Home } from './home.ts';
import { Leaderboard } from './leaderboard.ts';
import { Me } from './me.ts';
import { Missions } from './missions.ts';
import { Parcels } from './parcels.ts';
import { Points } from './points.ts';
import { Referral } from './referral.ts';
import { Settings } from './settings.ts';
import { Shop } from './shop.ts';
import { Tiers } from './tiers.ts';
import { FairgroundWallet } from './wallet.ts';

/** What stands on a page of the shop, or in the panel. */
interface StallElement extends FairElement {
  place?: Place | undefined;
}

interface Kind {
  readonly element: new () => StallElement;
  /** Its sentences, beyond those of every stall. */
  readonly words?: WordFile;
}

/** By what follows `fairground-` in the name of the element. */
const kinds: Readonly<Record<string, Kind>> = {
  home: { element: Home },
  wallet: { element: FairgroundWallet },
  me: { element: Me },
  // The wheel is there already; what comes along is the way to the others.
  games: { element: Games, words: 'games' },
  scratch: { element: Scratch, words: 'games' },
  box: { element: Box, words: 'games' },
  quiz: { element: Quiz, words: 'games' },
  survey: { element: Survey, words: 'games' },
  'check-in': { element: CheckIn, words: 'progress' },
  missions: { element: Missions, words: 'progress' },
  badges: { element: Badges, words: 'progress' },
  tiers: { element: Tiers, words: 'progress' },
  leaderboard: { element: Leaderboard, words: 'progress' },
  shop: { element: Shop, words: 'counter' },
  points: { element: Points, words: 'counter' },
  parcels: { element: Parcels, words: 'counter' },
  referral: { element: Referral, words: 'counter' },
  settings: { element: Settings, words: 'games' },
  'fair-play': { element: FairPlay, words: 'games' },
};

/** The name of what stands there; undefined for a game that the site has not. */
function nameAt({ session }: Fair, { view, gameId }: Place): string | undefined {
  if (view !== 'play') return view === 'fair' ? 'fair-play' : view;
  const list = session.ready?.list;
  const title = gameId ? list?.find(({ id }) => id === gameId) : list?.[0];
  return title?.kind === 'wheel' ? 'games' : title?.kind;
}

/** Makes what stands at that place; null when there is nothing of that name. */
export async function makeStall(fair: Fair, place: Place): Promise<HTMLElement | null> {
  // A link may lead here before the first answer says in which language.
  if (!fair.session.ready) await fair.session.start();
  await fair.loadMore();
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
  if (kind.words) words.add(await loadWords(kind.words, words.locale));
  define(`fairground-${name}`, kind.element);
}

/** What every stall needs. */
export async function openStalls(fair: Fair): Promise<Rewards> {
  await fair.loadMore();
  return new Rewards(fair.session);
}
