/**
 * The one script tag. Keeps the calls, draws the launcher, and fetches the panel when somebody
 * comes near. Whatever goes wrong here stays here: the page around us must never notice.
 */
import type { OwnCalls } from './calls.ts';
import type * as panel from './panel.ts';

declare const __PANEL_URL__: string;

declare global {
  interface EventTarget {
    /** Where it is an element. */
    closest?: (selector: string) => Element | null;
  }
  interface SVGScriptElement {
    /** A picture has no script of ours in it. */
    readonly src: string;
  }
  interface Window {
    /** `q`: what the usual snippet keeps of calls before the script is there. */
    fairground?: OwnCalls & { isLoaded?: boolean; q?: unknown[][] };
  }
}

// No script of a module's is the current one.
const script =
  document.currentScript ?? document.querySelector<HTMLScriptElement>('[src*="/fairground.js"]');
const before = window.fairground;

function load({ src, dataset }: HTMLOrSVGScriptElement): void {
  const siteId = dataset['site'] ?? '';
  const calls: unknown[][] = [];
  let hasConsent = dataset['consent'] === 'granted';
  let take: ((call: unknown[]) => void) | undefined;
  let fetching: Promise<unknown> | null | undefined;

  const get = (path: string): Promise<typeof panel> =>
    import(/* @vite-ignore */ new URL(path, src).href);

  // Browsers remember a module that did not arrive: off line none is asked for.
  const fetchPanel = (): unknown =>
    navigator.onLine &&
    (fetching ??= get(__PANEL_URL__)
      .then(({ connect }) => {
        const { origin } = new URL(src);
        take = connect({ siteId, origin, asked: dataset, hasConsent: () => hasConsent }, calls);
      })
      // The next touch tries again.
      .catch(() => (fetching = null)));

  const call = (...words: unknown[]): void => {
    const [name, first, then] = words;
    if (name === 'consent') hasConsent = first === true;
    else if (name === 'on' && typeof then === 'function') {
      // oxlint-disable-next-line typescript/restrict-template-expressions -- or none of ours
      document.addEventListener(`fairground-${first}`, ({ detail }: CustomEventInit) => {
        then.call(null, detail);
      });
    } else if (take) take(words);
    else if (name !== 'close') {
      calls.push(words);
      void fetchPanel();
      // Whoever signs out may leave this page before the panel is there.
      if (name === 'reset') {
        whenReady(() => take ?? (localStorage[`fairground.${siteId}.left`] = 1));
      }
    }
  };
  call.isLoaded = true;
  window.fairground = call;
  for (const words of before?.q ?? []) call(...words);

  // At once, so that a wheel further down the page is never laid out without its place.
  document.adoptedStyleSheets.push(sheetOf(inlineCss));
  whenReady(() => {
    moveIn(dataset, call, fetchPanel, () => take?.(['settle']));
    openFromPage(call);
    // Long after all that a shopper waits for.
    setTimeout(() => get(`./sites/${siteId}/page.js`).catch(() => {}), 3_000);
    const friend = /[?&]ref=(\w{4,20})/.exec(location.search);
    if (friend) localStorage[`fairground.${siteId}.pending.ref`] = friend[1];
  });
}

/** What puts another body in place of the page's, or empties it: we move in again. */
function moveIn(
  dataset: DOMStringMap,
  call: (name: string) => void,
  near: () => unknown,
  moved: () => void,
): void {
  const watch = watchInline(near);
  const settle = (): void => {
    if (dataset['launcher'] !== 'none') drawLauncher(dataset, call);
    watch();
    moved();
    observer.observe(document.body, { childList: true });
  };
  // Never at once: a page that takes out what it does not know would take turns with us for ever.
  const observer = new MutationObserver(() => setTimeout(settle));
  observer.observe(document.documentElement, { childList: true });
  settle();
}

/** Any element with `data-fairground-open`, and links that end in `#fairground=wheel`. */
function openFromPage(call: (...words: unknown[]) => void): void {
  document.addEventListener('click', (event) => {
    const opener = event.target?.closest?.('[data-fairground-open]');
    if (!opener) return;
    event.preventDefault();
    call('open', opener.getAttribute('data-fairground-open'));
  });
  const follow = (): void => {
    const place = /^#fairground=([\w-]+)/.exec(location.hash)?.[1];
    if (place) call('open', place);
  };
  // Fired by a link to where one is already, too; Turbo goes there by itself, and tells.
  for (const name of ['popstate', 'turbo:load']) addEventListener(name, follow);
  follow();
}

function whenReady(action: () => unknown): void {
  const safely = (): void => {
    try {
      action();
    } catch {
      // See above.
    }
  };
  if (document.body) safely();
  else addEventListener('DOMContentLoaded', safely);
}

/**
 * In the place that the page has for it, else at the end of the page. It has no class: that would
 * weigh more than all of it.
 *
 * @tagname fairground-launcher
 * @summary The button that opens the panel. The script makes it, unless the page has one of its
 *   own.
 * @attr label - What it is called, in place of our words; read once.
 * @slot - What stands on it, in place of the wheel.
 * @csspart button - The button.
 */
function drawLauncher({ locale, position }: DOMStringMap, call: (name: string) => void): void {
  const tag = 'fairground-launcher';
  const host =
    document.querySelector<HTMLElement>(tag) ??
    document.body.appendChild(document.createElement(tag));
  if (host.shadowRoot) return;
  const root = host.attachShadow({ mode: 'open' });
  const side = position === 'start' ? ':host{inset-inline:16px auto}' : '';
  root.adoptedStyleSheets = [sheetOf(launcherCss + side)];
  const button = document.createElement('button');
  const asked = (locale || document.documentElement.lang).slice(0, 2);
  button.ariaLabel = host.getAttribute('label') ?? labels[asked] ?? 'Open the prize wheel';
  button.ariaHasPopup = 'dialog';
  button.part = 'button';
  // oxlint-disable unicorn/prefer-add-event-listener -- it weighs less, and nobody else has them
  button.onfocus = button.onpointerenter = () => call('near');
  button.onclick = () => call('open');
  // oxlint-enable unicorn/prefer-add-event-listener
  button.append(document.createElement('slot'));
  root.append(button);
}

/** Fetches the panel before something of ours inside the page is seen. Looks again when called. */
function watchInline(near: () => unknown): () => void {
  const watch = new IntersectionObserver(
    (entries) => entries.forEach(({ isIntersecting }) => isIntersecting && near()),
    { rootMargin: '600px' },
  );
  return () => {
    for (const element of document.querySelectorAll(':not(:defined,fairground-launcher)')) {
      if (element.localName.startsWith('fairground-')) watch.observe(element);
    }
  };
}

function sheetOf(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}

/** Of the launcher, before any other sentence is there; two by their codes of old, too. */
const labels: Readonly<Record<string, string>> = {
  vi: 'Mở vòng quay may mắn',
  zh: '打开幸运转盘',
  ja: '抽選ルーレットを開く',
  ko: '경품 룰렛 열기',
  th: 'เปิดวงล้อรางวัล',
  id: 'Buka roda hadiah',
  in: 'Buka roda hadiah',
  es: 'Abrir la ruleta de premios',
  fr: 'Ouvrir la roue des lots',
  de: 'Glücksrad öffnen',
  ar: 'افتح عجلة الجوائز',
  he: 'פתיחת גלגל הפרסים',
  iw: 'פתיחת גלגל הפרסים',
};

/** A small wheel with bulbs round its rim, so that nobody has to read to know what it is. */
const launcherCss =
  ':host{all:initial;position:fixed;' +
  'inset-block-end:max(16px,env(safe-area-inset-bottom));inset-inline:auto 16px;' +
  'z-index:2147483647}' +
  'button{position:relative;display:block;inline-size:64px;block-size:64px;padding:0;' +
  'border:3px solid #e0b354;border-radius:50%;background:#3a1622;cursor:pointer;' +
  'box-shadow:0 4px 16px #231f3e66;touch-action:manipulation;transition:scale 80ms;' +
  'forced-color-adjust:none}' +
  'button:active{scale:.96}button:focus-visible{outline:3px solid #231f3e;' +
  'box-shadow:0 0 0 6px #fff}' +
  ':host(:empty) button:before,button:after{content:"";position:absolute;inset:2px}' +
  'button:before{border:3.5px dotted #ffe3a0;border-radius:50%;' +
  'background:radial-gradient(#e0b354 5px,#3a1622 6px 7px,#0000 0),' +
  'conic-gradient(from -30deg,#c42b3a 60deg,#ffc247 0 120deg,#1f7a72 0 180deg,' +
  '#f2e6cf 0 240deg,#2f2a63 0 300deg,#e9762b 0)padding-box;' +
  'animation:turn 1.6s .8s}' +
  'button:after{inset:-5px 25px auto;height:16px;' +
  'background:#fbf3e4;clip-path:polygon(0 0,100% 0,50% 100%)}' +
  '@media not (prefers-reduced-motion){@keyframes turn{to{rotate:360deg}}}' +
  '@media print{:host{display:none}}';

const inlineCss =
  'fairground-wheel:not(:defined){display:block;max-inline-size:416px;margin-inline:auto}' +
  'fairground-wheel:not(:defined):after{content:"";display:block;' +
  'padding-block-end:calc(100% + 176px)}' +
  'fairground-panel:not(:defined){display:none}' +
  'fairground-panel[mode=inline]:not(:defined){display:block;block-size:704px;visibility:hidden}';

// Last, when all above is there.
if (script && !before?.isLoaded) {
  try {
    load(script);
  } catch {
    // A page that forbids what we need goes without us.
  }
}
