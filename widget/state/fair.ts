/** What all elements of a page share: one session, its words, its looks, and where they lead. */
import { createApi } from '../api.ts';
import { themes } from '../../shared/themes.ts';
import { isRightToLeft, localeFor } from '../../shared/words/locales.ts';
import type { Phrases } from '../../shared/words/phrase.ts';
import { wordsFile } from '../i18n/words-file.ts';
import { Words } from '../i18n/words.ts';
import type { More } from '../views/more.ts';
import { keepFor, pendingStart } from './keep.ts';
import type { Place } from './place.ts';
import type { Rewards } from './rewards.ts';
import { Session } from './session.ts';
import type { createTracker } from './track.ts';

/** What the tag asks for. */
export interface Asked {
  /** Else the page's language, else the site's. */
  readonly locale?: string | undefined;
  readonly theme?: string | undefined;
  /** `start` puts the panel on that side of a desk. */
  readonly position?: string | undefined;
  /** `floating` for a card beside the page; else the panel covers it while it is open. */
  readonly mode?: string | undefined;
}

export interface FairOptions {
  readonly siteId: string;
  /** The server's. */
  readonly origin: string;
  readonly asked: Asked;
  readonly hasConsent: () => boolean;
}

export class Fair {
  readonly options: FairOptions;
  readonly session: Session;
  readonly words = new Words();
  readonly say = this.words.say;
  /** Whatever the first push does without; see `loadMore`. */
  more: More | undefined;
  /** Everything beside the games; see `loadStalls`. */
  rewards: Rewards | undefined;
  locale = 'en';
  /** Plays that are known to us, while their wheels have not come to rest. */
  turning = 0;
  /** Leads to a place in the panel; set by whoever makes the panel. */
  show: (place: Place) => void = () => {};
  readonly #seen = new WeakSet<Element>();
  #heard: Phrases | undefined;
  #tracks: Promise<ReturnType<typeof createTracker>> | undefined;

  constructor(options: FairOptions, session?: Session) {
    const { siteId, origin } = options;
    this.options = options;
    const keep = keepFor(siteId);
    this.session =
      session ??
      new Session({
        siteId,
        keep,
        connect: (token) => createApi(origin, token),
        locale: keep.get('locale') || options.asked.locale || document.documentElement.lang,
      });
    // Before every element: they speak with what this takes over.
    this.session.subscribe(() => this.#listen());
  }

  /** While this holds, nothing else comes up. */
  get isTurning(): boolean {
    return this.turning > 0;
  }

  /** Whether the shopper asked for less motion than their device does. */
  get isStill(): boolean {
    return this.session.keep.get('still') === 'on';
  }

  async open(): Promise<void> {
    const { session } = this;
    await session.start();
    if (!session.ready) await this.#findWords();
    session.announce();
    // Behind the first paint: what an earlier page left unanswered.
    setTimeout(() => {
      void this.settlePending();
      this.#tellDataLayer();
    });
  }

  /** Takes the language that the server speaks to us, and its sentences. */
  #listen(): void {
    const { session, words } = this;
    const reply = session.ready;
    if (!reply || reply.words === this.#heard) return;
    this.#heard = reply.words;
    const asked = session.locale ?? '';
    words.locale = reply.locale;
    this.locale = localeFor(asked) === reply.locale ? tagOf(asked, reply.locale) : reply.locale;
    words.add(reply.words, true);
  }

  /** Without an answer of the server's: what a page must say all the same. */
  async #findWords(): Promise<void> {
    const locale = localeFor(this.session.locale ?? '') ?? 'en';
    try {
      this.words.add(await wordsFile('first', locale));
      this.words.locale = locale;
    } catch {
      this.words.add({
        offline: 'We cannot reach the fair.',
        retry: 'Try again',
        close: 'Close',
      });
    }
  }

  /** Sends again what was never answered, if there is any. */
  async settlePending(): Promise<void> {
    if (this.session.keep.names(pendingStart).length === 0) return;
    await this.loadMore();
    await this.more?.plays.settlePending();
  }

  /**
   * Fetches brake, tickets, wallet, odds, receipts, dates and apologies, when the first of them is
   * needed; again after a failure.
   */
  async loadMore(): Promise<void> {
    const site = this.session.ready?.site;
    if (this.more || !site) return;
    try {
      const { createMore } = await import('../views/more.ts');
      const more = await createMore(this, site);
      this.more ??= more;
      this.session.announce();
    } catch {
      // Off line. The wheel says what it must without.
    }
  }

  /** Fetches what the views beside the wheel need, and brings those on the page to life. */
  async loadStalls(): Promise<void> {
    const { stalls } = await import('../views/more.ts');
    await stalls.openStalls(this);
    await stalls.defineInline(this);
    this.session.announce();
  }

  /** A first touch opens the panel before the first answer has said which games there are. */
  async countOpened(): Promise<void> {
    const { session } = this;
    // Limits may have passed since: what was refused is asked again.
    if (!session.ready || session.game()?.turn.refusal) await session.start();
    const game = session.game();
    if (game) this.track('opened', game.id);
  }

  /** Counts what was seen, where the shopper agreed to that. */
  track(kind: string, gameId: string): void {
    if (!this.options.hasConsent()) return;
    this.#tracks ??= import('./track.ts').then(({ createTracker }) => createTracker(this.session));
    this.#tracks.then(
      (track) => track(kind, gameId),
      () => {
        this.#tracks = undefined;
      },
    );
  }

  /** The page's Google tag reads what is pushed there, under the page's own consent. */
  #tellDataLayer(): void {
    const layer: unknown = Reflect.get(window, 'dataLayer');
    if (!Array.isArray(layer)) return;
    import('./data-layer.ts').then(
      ({ tellDataLayer }) => tellDataLayer((entry) => layer.push(entry)),
      () => undefined,
    );
  }

  /** Gives an element the theme that was asked for: by the tag, the site, or the page itself. */
  dress(element: HTMLElement): void {
    element.toggleAttribute('still', this.isStill);
    // The voice that reads it, the shapes of its characters and where its lines break.
    element.lang = this.words.locale;
    element.dir = isRightToLeft(this.words.locale) ? 'rtl' : 'ltr';
    // A page reaches only the outermost of our elements: parts go up to it, tokens down from it.
    element.setAttribute('exportparts', this.more?.parts ?? 'wheel,spin');
    const around = element.getRootNode();
    if (around instanceof ShadowRoot && around.host.localName.startsWith('fairground-')) return;
    const set = this.session.ready?.site.theme;
    const asked = this.options.asked.theme || set?.name;
    const named = themes.find((theme) => theme === asked);
    element.setAttribute('theme', named ?? (isPageDark() ? 'dusk' : 'matinee'));
    if (asked === 'shop' && set?.accent && set.onAccent) {
      element.style.setProperty('--_shop', set.accent);
      element.style.setProperty('--_on-shop', set.onAccent);
      element.style.setProperty('--_off-shop', set.onAccent === '#000000' ? '#fff' : '#000');
    }
    if (this.more) void this.more.mend(element);
    else if (set && !this.#seen.has(element)) {
      this.#seen.add(element);
      // What mends colours comes with the first push; but who could read what to push?
      setTimeout(() => {
        if (!element.isConnected) this.#seen.delete(element);
        else if (isFaint(element)) void this.loadMore();
      });
    }
  }
}

/** As `Intl` takes it: of `vi_VN` and `VI`, too, or else what is near it. */
function tagOf(asked: string, near: string): string {
  try {
    return new Intl.Locale(asked.replace('_', '-')).toString();
  } catch {
    return near;
  }
}

let shared: Fair | undefined;

export function shareFair(fair: Fair): void {
  shared = fair;
}

export function sharedFair(): Fair | undefined {
  return shared;
}

/** The page's own scheme, else its ground, else what the shopper's device prefers. */
function isPageDark(): boolean {
  const { colorScheme, backgroundColor } = getComputedStyle(document.documentElement);
  const isDark = colorScheme.includes('dark');
  if (isDark !== colorScheme.includes('light')) return isDark;
  for (const ground of [getComputedStyle(document.body).backgroundColor, backgroundColor]) {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (ground.match(/[\d.]+/g) ?? []).map(Number);
    if (alpha > 0.5 && !isDark) return lightOf(red, green, blue) < 0.16;
  }
  return matchMedia('(prefers-color-scheme:dark)').matches;
}

/** Whether colours of the page's leave words of the first view that nobody could read. */
function isFaint(element: Element): boolean {
  const style = getComputedStyle(element);
  const canvas = new OffscreenCanvas(4, 1).getContext('2d');
  if (!canvas) return false;
  ['text', 'ground', 'on-accent', 'accent'].forEach((name, at) => {
    canvas.fillStyle = style.getPropertyValue(`--fairground-${name}`);
    canvas.fillRect(at, 0, 1, 1);
  });
  // Read once: a browser warns the page of more.
  const { data } = canvas.getImageData(0, 0, 4, 1);
  const [text = 0, ground = 0, onAccent = 0, accent = 0] = [0, 4, 8, 12].map((from) => {
    const [red = 0, green = 0, blue = 0] = data.slice(from);
    return lightOf(red, green, blue) + 0.05;
  });
  const isNear = (ratio: number): boolean => ratio < 4.3 && ratio > 1 / 4.3;
  return isNear(text / ground) || isNear(onAccent / accent);
}

/** From 0 to 1: the luminance of WCAG 2.2, with a gamma of 2.2 throughout. */
function lightOf(red: number, green: number, blue: number): number {
  return (red ** 2.2 * 0.21 + green ** 2.2 * 0.72 + blue ** 2.2 * 0.07) / 255 ** 2.2;
}
