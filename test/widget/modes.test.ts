/** How the panel stands in a page, whose focus it takes, what it offers, and who shares what. */
import { offer } from '../../widget/offer.ts';
import { connect } from '../../widget/panel.ts';
import type { FairgroundPanel } from '../../widget/elements/panel.ts';
import type { Asked, Fair } from '../../widget/state/fair.ts';
import { axeProblems } from './axe.ts';
import { addressOf, FakeServer } from './fake-server.ts';
import {
  clearPage,
  deep,
  equal,
  finishMotion,
  ok,
  siteId,
  spinToEnd,
  textOf,
  until,
} from './helper.ts';

let server: FakeServer;
let heard: string[] = [];
const kinds = ['fairground-opened', 'fairground-closed'] as const;
const hear = ({ type }: Event): void => void heard.push(type);

beforeEach(() => {
  clearPage();
  heard = [];
  server = new FakeServer(6, 2);
  for (const kind of kinds) document.addEventListener(kind, hear);
});

afterEach(() => {
  clearPage();
  document.querySelectorAll('[data-test]').forEach((element) => element.remove());
  for (const kind of kinds) document.removeEventListener(kind, hear);
  server.stop();
});

/** What the loader does once the panel's chunk is there. */
function load(asked: Asked = {}): (...call: unknown[]) => void {
  const { origin } = location;
  const take = connect({ siteId, origin, asked, hasConsent: () => false }, []);
  return (...call) => take(call);
}

function offerWheel(call: (...words: unknown[]) => void, gameId = 'wheel', isFree = true): void {
  const place = { view: 'play', gameId } as const;
  const act = (fair: Fair, makePanel: () => Promise<FairgroundPanel>): Promise<void> =>
    offer(place, () => isFree, fair, makePanel);
  call('offer', act);
}

function put<Element extends HTMLElement>(element: Element): Element {
  element.dataset['test'] = '';
  document.body.append(element);
  return element;
}

function putField(): HTMLElement {
  const button = put(document.createElement('button'));
  button.textContent = 'To the till';
  button.focus();
  return button;
}

function panel(): FairgroundPanel | null {
  return document.querySelector('fairground-panel');
}

function dialog(): HTMLDialogElement | null {
  return panel()?.renderRoot.querySelector('dialog') ?? null;
}

async function opened(): Promise<HTMLDialogElement> {
  return until(() => dialog()?.open && dialog(), 'the open panel');
}

const isInside = (): boolean => document.activeElement === panel();

/** Long enough for what must not happen. */
async function settled(): Promise<void> {
  await until(() => server.called('start').length > 0, 'the first answer');
  for (let frame = 0; frame < 5; frame += 1) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

describe('a modal panel', () => {
  it('takes the page’s focus, and gives it back', async () => {
    const before = putField();
    load()('open');
    const shown = await opened();
    ok(shown.matches(':modal'), 'the page waits');
    ok(isInside(), 'focus is in the panel');
    deep('.close')?.click();
    await until(() => heard.includes('fairground-closed'), 'the end');
    ok(document.activeElement === before, 'focus is back');
  });
});

it('a panel is made anew when the page has thrown it away', async () => {
  const call = load();
  call('open');
  await opened();
  panel()?.remove();
  call('open');
  await opened();
});

describe('a panel that is asked for before the first answer', () => {
  /** The first answer waits for the function that comes back. */
  function holdStart(): () => void {
    const { fetch } = window;
    let release = (): void => {};
    const gate = new Promise<void>((resolve) => (release = resolve));
    window.fetch = async (input, init) => {
      if (addressOf(input).includes('shopper.start')) await gate;
      return fetch(input, init);
    };
    return release;
  }

  it('shows the game that a link names, once it is known', async () => {
    server.others = [{ id: 'foil', kind: 'scratch', name: { en: 'Foil' } }];
    const release = holdStart();
    load()('open', 'foil');
    await until(panel, 'the panel');
    release();
    await opened();
    equal(panel()?.place, { view: 'play', gameId: 'foil' });
    await until(() => panel()?.stall, 'the stall of the card');
    ok(deep('fairground-wheel')?.hidden, 'no wheel');
  });

  it('shows the wheel for a name that nothing has', async () => {
    load()('open', 'nonsense');
    await opened();
    equal(panel()?.place, { view: 'play' });
  });

  it('opens at once, and shows the first game when it turns out to be no wheel', async () => {
    server.game = { kind: 'scratch' };
    const release = holdStart();
    load()('open', 'wheel');
    await opened();
    ok(!panel()?.stall, 'nobody knows yet');
    release();
    await until(() => panel()?.stall, 'the stall of the card');
  });
});

describe('a floating panel', () => {
  it('leaves the page usable, takes the focus of whoever asks, and closes by Escape', async () => {
    const before = putField();
    load({ mode: 'floating' })('open');
    const shown = await opened();
    ok(!shown.matches(':modal'), 'the page does not wait');
    ok(isInside(), 'focus is in the panel');
    before.focus();
    ok(document.activeElement === before, 'focus goes out as it likes');
    deep('.close')?.focus();
    deep('.close')?.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }),
    );
    await until(() => heard.length > 1, 'the end');
    equal([shown.open, ...heard], [false, 'fairground-opened', 'fairground-closed']);
  });

  it('covers no more than its corner', async () => {
    load({ mode: 'floating' })('open');
    await opened();
    finishMotion();
    const { left, top, right, bottom } = deep('.booth')!.getBoundingClientRect();
    ok(left >= 0 && top > 0 && right <= innerWidth && bottom <= innerHeight, 'all in view');
    ok((right - left) * (bottom - top) < innerWidth * innerHeight * 0.75, 'the page is seen');
  });

  it('that nobody asked for leaves focus where it is, and is told of', async () => {
    const before = putField();
    offerWheel(load({ mode: 'floating' }));
    await opened();
    ok(document.activeElement === before, 'focus stays');
    const said = panel()?.renderRoot.querySelector('[role=status]');
    equal(said?.textContent?.trim(), 'The autumn wheel');
  });
});

describe('a panel in the page', () => {
  it('stands in the place that the page has for it, and takes no focus by itself', async () => {
    const before = putField();
    const main = put(document.createElement('main'));
    main.innerHTML = '<fairground-panel mode="inline"></fairground-panel>';
    const call = load();
    await until(() => deep('.spin'), 'the wheel');
    equal(document.querySelectorAll('fairground-panel').length, 1, 'panels');
    ok(panel()?.parentElement === main, 'in its place');
    ok(!dialog() && !deep('.close'), 'nothing to close');
    ok(document.activeElement === before, 'focus stays');
    call('open', 'wallet');
    await until(() => deep('fairground-wallet'), 'the wallet');
    ok(isInside(), 'focus follows who asked');
  });

  it('is open already: a tab that is pressed keeps the focus, and nobody is told', async () => {
    const placed = document.createElement('fairground-panel');
    placed.mode = 'inline';
    put(placed);
    load();
    const tab = await until(() => deep('#tab-home'), 'the tab');
    tab.focus();
    tab.click();
    await until(() => deep('fairground-home'), 'the home view');
    ok(placed.shadowRoot?.activeElement === tab, 'focus stays');
    equal(heard, [], 'events');
  });

  it('shows what the shop puts into its slots', async () => {
    const placed = document.createElement('fairground-panel');
    placed.mode = 'inline';
    placed.innerHTML = `<b slot="header">Hiên</b><i slot="footer">By the shop</i>
      <p slot="empty">Back on Friday</p>`;
    server.hasGames = false;
    put(placed);
    load();
    await until(() => server.called('start').length > 0, 'the first answer');
    for (const name of ['header', 'footer', 'empty']) {
      await until(() => {
        const slotted = placed.querySelector(`[slot=${name}]`);
        return slotted?.assignedSlot && slotted.getBoundingClientRect().height > 0;
      }, name);
    }
    ok(!deep('.spin'), 'no wheel');
  });
});

describe('a site without a game', () => {
  it('opens at home, which says so, and shows the shut wheel to whoever asks', async () => {
    server.hasGames = false;
    const call = load();
    call('open');
    const home = await until(() => deep('fairground-home')?.shadowRoot, 'home');
    await until(() => deep('.empty', home), 'what there is to do');
    equal(
      deep('.empty', home)?.textContent?.trim(),
      'The fair is closed just now. Nothing to play today.',
    );
    equal(deep('[aria-selected=true]')?.id, 'tab-home', 'tab');
    ok(deep('fairground-wheel')?.hidden, 'no wheel');
    deep('#tab-play')?.click();
    await until(() => !deep('fairground-wheel')?.hidden, 'the shut wheel');
  });

  it('opens where it was asked to', async () => {
    server.hasGames = false;
    load()('open', 'wallet');
    await until(() => deep('fairground-wallet')?.shadowRoot?.querySelector('.empty'), 'the wallet');
  });
});

describe('axe finds nothing', () => {
  for (const mode of ['floating', 'inline'] as const) {
    for (const theme of ['dusk', 'matinee']) {
      it(`in a panel that is ${mode}, in ${theme}`, async () => {
        if (mode === 'inline') put(document.createElement('fairground-panel')).mode = mode;
        const call = load({ mode, theme });
        if (mode === 'floating') offerWheel(call);
        await until(() => textOf('.say'), 'a sentence');
        finishMotion();
        equal(await axeProblems(), []);
      });
    }
  }
});

describe('an offer', () => {
  it('opens the game for whoever may play it', async () => {
    offerWheel(load());
    await opened();
    equal(heard, ['fairground-opened']);
  });

  const refused = (name: string, prepare: () => [gameId: string, isFree?: boolean]): void => {
    it(`does not open ${name}`, async () => {
      const [gameId, isFree = true] = prepare();
      offerWheel(load(), gameId, isFree);
      await settled();
      equal(heard, []);
    });
  };

  refused('for whoever may not play', () => {
    server.refusal = { code: 'daily_limit_reached' };
    return ['wheel'];
  });
  refused('a game that is not on show', () => ['gone']);
  refused('when something came in between', () => ['wheel', false]);
  refused('without an answer of the server', () => {
    server.trouble.push('lost', 'lost');
    return ['wheel'];
  });

  it('leaves a panel alone that is open already', async () => {
    const call = load();
    call('open', 'wallet');
    await opened();
    await until(() => deep('fairground-wallet'), 'the wallet');
    offerWheel(call);
    await settled();
    ok(deep('fairground-wallet'), 'still the wallet');
    equal(heard, ['fairground-opened']);
  });
});

describe('two wheels and a panel on one page', () => {
  it('share one session and one wallet', async () => {
    const call = load();
    const wheels = [0, 1].map(() => put(document.createElement('fairground-wheel')));
    await until(
      () => wheels.every((wheel) => deep('.spin', wheel.renderRoot as ShadowRoot)),
      'both',
    );
    equal(server.called('start').length, 1, 'sessions');
    await spinToEnd();
    call('open', 'wallet');
    await opened();
    await until(() => /50/.test(textOf('.points')), 'the points in the panel');
    equal(server.called('play').length, 1, 'plays');
  });

  it('that are pushed at once make one play, and show the same', async () => {
    load();
    const wheels = [0, 1].map(() => put(document.createElement('fairground-wheel')));
    const roots = wheels.map((wheel) => wheel.renderRoot as ShadowRoot);
    const buttons = await until(() => {
      const found = roots.map((root) => deep('.spin', root));
      return found.every((each) => each !== null) && found;
    }, 'both wheels');
    for (const button of buttons) button?.click();
    for (const root of roots) (await until(() => deep('.foot .skip', root), 'a skip')).click();
    await until(() => roots.every((root) => deep('.result', root)), 'both results');
    const ids = new Set(
      server.called('play').map(({ input }) => (input as { commandId: string }).commandId),
    );
    equal(ids.size, 1, 'plays');
    equal(server.wallet.points, 50);
  });
});
