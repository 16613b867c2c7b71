/** What opens the panel by itself: when, where, how often, and what it never does. */
import type { TriggerRule } from '../../shared/schema/trigger.ts';
import { lookAround } from '../../widget/oddities.ts';
import { watch as watchRules } from '../../widget/triggers.ts';
import { announce } from '../../widget/events.ts';
import { equal, siteId } from './helper.ts';

const rule: TriggerRule = {
  id: 'one',
  place: { view: 'play', gameId: 'wheel' },
  on: 'exit',
  from: 0,
  pages: '',
  restHours: 0,
};
const prefix = `fairground.${siteId}.trigger.`;
const hourMs = 3_600_000;

/** What the page was asked for: each would open the panel, if it still may. */
let offers: unknown[] = [];
let now = Date.UTC(2026, 5, 1);
/** Runs what waits for the next second. */
let passSecond: () => void = () => {};

const real = { now: Date.now, setInterval: window.setInterval, fairground: window.fairground };
const { addEventListener: listen } = EventTarget.prototype;
/** What a page takes with it when it goes. */
const listening: (() => void)[] = [];

beforeEach(() => {
  offers = [];
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    const target = this ?? window;
    listening.push(() => target.removeEventListener(type, listener));
    listen.call(target, type, listener, options);
  };
  window.fairground = (...[name, act]: unknown[]) => {
    if (name === 'offer') offers.push(act);
  };
  Date.now = () => now;
  passSecond = () => {};
  Object.assign(window, {
    setInterval: (tick: () => void, ms: number) => {
      equal(ms, 1_000);
      passSecond = tick;
    },
  });
});

afterEach(() => {
  leavePage();
  EventTarget.prototype.addEventListener = listen;
  Object.assign(Date, { now: real.now });
  Object.assign(window, { setInterval: real.setInterval, fairground: real.fairground });
  forget(sessionStorage);
  forget(localStorage);
  document.querySelectorAll('[data-test]').forEach((element) => element.remove());
  scrollTo(0, 0);
});

function forget(storage: Storage): void {
  for (const name of Object.keys(storage)) {
    if (name.startsWith(`fairground.${siteId}.`)) storage.removeItem(name);
  }
}

function watch(...rules: Partial<TriggerRule>[]): void {
  watchRules(
    siteId,
    rules.map((each, at) => ({ ...rule, id: `rule-${at}`, ...each })),
  );
}

/** As the pointer does on its way to the tabs, or out at another side. */
function leave(clientY = -1): void {
  document.documentElement.dispatchEvent(new MouseEvent('mouseleave', { clientY }));
}

/** The panel came up, and was closed. */
function openAndClose(): void {
  announce(document.body, 'fairground-opened', {});
  announce(document.body, 'fairground-closed', {});
}

function leavePage(): void {
  for (const stop of listening.splice(0)) stop();
}

function endVisit(): void {
  forget(sessionStorage);
}

function put(element: HTMLElement): HTMLElement {
  element.dataset['test'] = '';
  document.body.append(element);
  return element;
}

function tallPage(): void {
  put(Object.assign(document.createElement('div'), { style: 'block-size: 8000px' }));
}

describe('a delay', () => {
  it('opens after so many seconds in view, the loader’s own included, and once', () => {
    watch({ on: 'delay', from: 6 });
    passSecond();
    passSecond();
    equal(offers.length, 0);
    passSecond();
    equal(offers.length, 1);
    passSecond();
    equal(offers.length, 1);
  });

  it('does not count what passes out of view', () => {
    watch({ on: 'delay', from: 4 });
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    passSecond();
    Reflect.deleteProperty(document, 'hidden');
    equal(offers.length, 0);
    passSecond();
    equal(offers.length, 1);
  });

  it('begins anew on a page that changed its own address', () => {
    const { href } = location;
    watch({ on: 'delay', from: 5 });
    passSecond();
    history.pushState(null, '', '/elsewhere');
    passSecond();
    history.replaceState(null, '', href);
    equal(offers.length, 0);
  });
});

describe('a depth', () => {
  it('opens when so much of the page was scrolled past', async () => {
    tallPage();
    watch({ on: 'scroll', from: 50 });
    const way = document.documentElement.scrollHeight - innerHeight;
    await scrolledTo(way * 0.4);
    equal(offers.length, 0);
    await scrolledTo(way * 0.6);
    equal(offers.length, 1);
  });
});

async function scrolledTo(top: number): Promise<void> {
  const scrolled = new Promise((resolve) => {
    addEventListener('scroll', resolve, { once: true });
  });
  scrollTo({ top, behavior: 'instant' });
  await scrolled;
}

describe('leaving', () => {
  it('is a pointer that goes out at the top, not at another side', () => {
    watch({});
    leave(300);
    equal(offers.length, 0);
    leave();
    equal(offers.length, 1);
  });

  it('is a fling back up by a finger, not a jump to the top by a button', async () => {
    tallPage();
    watch({});
    await scrolledTo(4_000);
    // Long enough ago to be another motion.
    await pause();
    await scrolledTo(3_990);
    await scrolledTo(2_000);
    equal(offers.length, 0, 'without a finger');
    await scrolledTo(4_000);
    await pause();
    await scrolledTo(3_990);
    dispatchEvent(new Event('touchmove'));
    await scrolledTo(2_000);
    equal(offers.length, 1);
  });
});

/** Until the frames' own clock is past the length of a fling. */
async function pause(): Promise<void> {
  const start = performance.now();
  while (performance.now() - start < 450) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

describe('pages', () => {
  it('are those that match, as far as the address says now', () => {
    const { href } = location;
    watch({ pages: '^(?:/cart|/p/.*)/?$' });
    leave();
    equal(offers.length, 0);
    history.replaceState(null, '', '/p/tea?x=1#y');
    leave();
    history.replaceState(null, '', href);
    equal(offers.length, 1);
  });
});

describe('a cap', () => {
  it('of a visit lets it come once, across pages, and again in the next visit', () => {
    watch({});
    leave();
    leavePage();
    watch({});
    leave();
    equal(offers.length, 1);
    leavePage();
    endVisit();
    watch({});
    leave();
    equal(offers.length, 2);
  });

  it('of hours rests from when it was closed', () => {
    watch({ restHours: 6 });
    leave();
    openAndClose();
    endVisit();
    now += 5.9 * hourMs;
    leave();
    equal(offers.length, 1);
    now += 0.2 * hourMs;
    leave();
    equal(offers.length, 2);
  });

  it('until a play lets it come at each visit, and never after that game was played', () => {
    watch({ restHours: null });
    leave();
    openAndClose();
    endVisit();
    leave();
    equal(offers.length, 2);
    const played = { playId: 'p', won: false } as const;
    announce(document.body, 'fairground-play-settled', { ...played, gameId: 'other' });
    endVisit();
    leave();
    equal(offers.length, 3);
    announce(document.body, 'fairground-play-settled', { ...played, gameId: 'wheel' });
    endVisit();
    now += 9_999 * hourMs;
    leave();
    equal(offers.length, 3);
  });

  it('keeps moments and nothing else, under the site’s own name', () => {
    watch({ restHours: 6, id: 'six' });
    leave();
    openAndClose();
    equal(localStorage.getItem(`${prefix}six`), String(now));
  });
});

describe('nothing opens by itself', () => {
  const refused = (name: string, prepare: () => void | (() => void)): void => {
    it(name, () => {
      watch({});
      const undo = prepare();
      leave();
      equal(offers.length, 0);
      undo?.();
    });
  };

  refused('for whoever opened the panel in this visit', () => {
    announce(document.body, 'fairground-opened', {});
  });

  refused('while a field of the page has focus', () => {
    put(document.createElement('input')).focus();
  });

  refused('while a field inside an element of the page has focus', () => {
    const host = put(document.createElement('section'));
    const field = document.createElement('textarea');
    host.attachShadow({ mode: 'open' }).append(field);
    field.focus();
  });

  refused('while a text of the page is written', () => {
    const text = put(document.createElement('p'));
    text.contentEditable = 'true';
    text.focus();
  });

  refused('over a dialog of the page', () => {
    const dialog = document.createElement('dialog');
    put(dialog);
    dialog.showModal();
  });

  refused('where nothing can be remembered', () => {
    const before = Object.getOwnPropertyDescriptor(window, 'sessionStorage') ?? {};
    Object.defineProperty(window, 'sessionStorage', {
      configurable: true,
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    return () => void Object.defineProperty(window, 'sessionStorage', before);
  });
});

it('asks once more when the panel is there: something may have come in between', async () => {
  const opened: unknown[] = [];
  const panel = { open: (...words: unknown[]) => opened.push(words) };
  const session = { ready: {}, want: async () => {}, game: () => ({ turn: {} }) };
  const show = async (): Promise<void> => {
    const act = offers[0] as (fair: object, makePanel: () => Promise<object>) => Promise<void>;
    await act({ session }, async () => panel);
  };
  watch({});
  leave();
  await show();
  equal(opened, [[{ view: 'play', gameId: 'wheel' }, true]]);
  put(document.createElement('input')).focus();
  await show();
  equal(opened.length, 1);
});

it('says in the console that a page has one site', () => {
  const warnings: unknown[] = [];
  const { warn } = console;
  console.warn = (text) => warnings.push(text);
  for (const site of [siteId, 'other']) {
    const tag = Object.assign(document.createElement('script'), { type: 'text/plain' });
    tag.src = 'https://play.example/v1/fairground.js';
    tag.dataset['site'] = site;
    put(tag);
  }
  lookAround(siteId);
  console.warn = warn;
  const odd = `the site "other" on a page of "${siteId}"`;
  equal(warnings, [`fairground: cannot use ${odd}; see "When nothing shows" in the README`]);
});
