/** What the loader imports: the wheel, and whatever takes over the loader's queue. */
import { createPanel, type FairgroundPanel } from './elements/panel.ts';
import { FairgroundWheel } from './games/wheel.ts';
import { views } from '../shared/views.ts';
import { define } from './state/define.ts';
import { pendingStart } from './state/keep.ts';
import type { Place } from './state/place.ts';
import { Fair, shareFair, type FairOptions } from './state/fair.ts';
import { sleep } from './state/sleep.ts';

/** Called once a page, by the loader, with the calls before us. Returns what takes the others. */
export function connect(options: FairOptions, calls: unknown[][]): (call: unknown[]) => void {
  const fair = new Fair(options);
  const { session } = fair;
  shareFair(fair);
  // Wheels of the page ask for their games now, and are drawn while the answer is on its way.
  for (const wheel of document.querySelectorAll('fairground-wheel[game]')) {
    void session.want(wheel.getAttribute('game') ?? '');
  }
  void sleep().then(() => define('fairground-wheel', FairgroundWheel));

  let panel: Promise<FairgroundPanel> | undefined;
  const makePanel = async (): Promise<FairgroundPanel> => {
    // The page may have put other content in place of all that it had.
    if ((await panel)?.isConnected === false) panel = undefined;
    return (panel ??= createPanel(fair));
  };
  fair.show = (place) => void makePanel().then((made) => made.show(place));
  void fair.open().then(settle);
  followOthers(fair);
  // Who signs in while nobody answers is signed in once somebody does.
  let signingIn: unknown[] | undefined;
  session.subscribe(() => {
    if (!session.ready || !signingIn) return;
    takeSafely(signingIn);
    signingIn = undefined;
  });

  async function take(call: unknown[]): Promise<void> {
    const [name, first, then] = call;
    if (name === 'open') (await makePanel()).open(await placeNamed(fair, first));
    else if (name === 'offer' && typeof first === 'function') first.call(null, fair, makePanel);
    else if (name === 'near') await makePanel();
    else if (name === 'close') (await panel)?.close();
    else if (name === 'settle') settle();
    else if (name === 'track') fair.track(String(first), String(then));
    else if (name === 'reset') {
      signingIn = undefined;
      session.leave();
      await session.start();
    } else if (name === 'identify') {
      const { era } = session;
      await session.start();
      await fair.loadMore();
      if (era !== session.era) return;
      if (!fair.more) signingIn = call;
      else await fair.more.identify(session, String(first));
    } else session.odd.add(`call "${String(name)}"`);
  }
  /** What a new body of the page has lost, or brought. */
  function settle(): void {
    if (document.querySelector('fairground-panel')) void makePanel();
    const strangers = [...document.querySelectorAll(':not(:defined,fairground-launcher)')];
    if (strangers.some(({ localName }) => localName.startsWith('fairground-'))) {
      fair.loadStalls().catch(ignore);
    }
  }
  const takeSafely = (call: unknown[]): void => void take(call).catch(ignore);
  calls.forEach(takeSafely);
  return takeSafely;
}

/** What happens to the line, in other tabs, and to a page that was put aside. */
function followOthers(fair: Fair): void {
  const { session } = fair;
  addEventListener('online', () => void (session.ready ? fair.settlePending() : session.start()));
  const follow = (): void => void session.follow();
  // Another tab had an answer: what there is to play and to have is another matter.
  addEventListener('storage', ({ key, newValue }) => {
    if (newValue !== null) return;
    follow();
    if (key?.includes(`${session.siteId}.${pendingStart}`)) void session.start();
  });
  // What stood open over midnight speaks of yesterday.
  addEventListener('visibilitychange', () => document.hidden || fair.rewards?.freshen());
  // A page that comes back as it was left may be another shopper's by now.
  addEventListener('pageshow', follow);
}

/** `wheel`, a view such as `wallet`, or the id of a game. */
async function placeNamed({ session }: Fair, name: unknown): Promise<Place | undefined> {
  if (!name) return undefined;
  const view = views.find((each) => each === name);
  // Which games there are comes with the first answer.
  if (!view && name !== 'wheel' && !session.ready) await session.start();
  const { ready } = session;
  const gameId = ready?.list.find(({ id }) => id === name)?.id;
  if (!view && name !== 'wheel' && ready && !gameId) {
    session.odd.add(`game ${JSON.stringify(name)}`);
  }
  return { view: (!gameId && view) || 'play', gameId };
}

/** A chunk that did not arrive: the next touch asks again, and the page around us never knows. */
function ignore(): void {}
