/** What all elements of a page share: one session, its words, its looks, and where they lead. */
import { createApi } from '../api.ts';
import { wordsOf, type Words } from '../i18n/words.ts';
import type { More } from '../views/more.ts';
import { keepFor } from './keep.ts';
import { Session } from './session.ts';
import type { createTracker } from './track.ts';

export interface FairOptions {
  readonly siteId: string;
  /** The server's. */
  readonly origin: string;
  /** What the tag asks for; else the page's language, else the site's. */
  readonly locale?: string | undefined;
  readonly theme?: string | undefined;
  readonly hasConsent: () => boolean;
}

/** A place in the panel: a tab, or the receipt of one play. */
export interface Place {
  readonly view: 'wheel' | 'wallet' | 'fair';
  readonly playId?: string | undefined;
}

export class Fair {
  readonly options: FairOptions;
  readonly session: Session;
  words: Words | undefined;
  /** Whatever the first push does without; see `loadMore`. */
  more: More | undefined;
  locale = '';
  /** A play is known to us, but the wheel has not come to rest. */
  isTurning = false;
  /** Leads to a place in the panel; set by whoever makes the panel. */
  show: (place: Place) => void = () => {};
  #tracks: Promise<ReturnType<typeof createTracker>> | undefined;

  constructor(options: FairOptions, session?: Session) {
    const { siteId, origin } = options;
    this.options = options;
    this.session =
      session ??
      new Session({
        siteId,
        keep: keepFor(siteId),
        connect: (token) => createApi(origin, token),
      });
  }

  async open(): Promise<void> {
    const { session, options } = this;
    const asked = options.locale || document.documentElement.lang;
    this.locale = asked || 'en';
    this.words = wordsOf(this.locale);
    await session.start();
    const site = session.ready?.site;
    if (!asked && site) {
      this.locale = site.locale;
      this.words = wordsOf(site.locale);
    }
    session.announce();
    // Behind the first paint: what an earlier page left unanswered.
    setTimeout(() => void this.settlePending());
  }

  /** Sends again what was never answered, if there is any. */
  async settlePending(): Promise<void> {
    if (this.session.keep.names('pending.').length === 0) return;
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
      this.more ??= await createMore(this.session, { ...site, locale: this.locale });
      this.session.announce();
    } catch {
      // Off line. The wheel says what it must without.
    }
  }

  /** Counts what was seen, where the shopper agreed to that. */
  track(kind: string, gameId: string): void {
    if (!this.options.hasConsent()) return;
    const { session } = this;
    this.#tracks ??= import('./track.ts').then(({ createTracker }) =>
      createTracker((events) => {
        session.api.track.mutate({ siteId: session.siteId, events }).catch(() => {
          // Figures may miss a page that lost its line; a shopper must not notice.
        });
      }),
    );
    this.#tracks.then(
      (tracker) => tracker.track(kind, gameId),
      () => {
        this.#tracks = undefined;
      },
    );
  }

  /** Gives an element the theme that was asked for: by the tag, the site, or the page itself. */
  dress(element: HTMLElement): void {
    const set = this.session.ready?.site.theme;
    const asked = this.options.theme || set?.name;
    const isNamed = asked === 'dusk' || asked === 'matinee' || asked === 'shop';
    element.setAttribute('theme', isNamed ? asked : isPageDark() ? 'dusk' : 'matinee');
    const accent = set?.accent;
    if (asked !== 'shop' || !accent) return;
    element.style.setProperty('--_shop', accent);
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
      Number.parseInt(accent.slice(at, at + 2), 16),
    );
    element.style.setProperty('--_on-shop', luma(red, green, blue) > 115 ? '#1f1f23' : '#fff');
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
    const [red = 255, green = 255, blue = 255, alpha = 1] = (ground.match(/[\d.]+/g) ?? []).map(
      Number,
    );
    if (alpha > 0.5 && !isDark) return luma(red, green, blue) < 110;
  }
  return matchMedia('(prefers-color-scheme: dark)').matches;
}

/** How bright a colour looks, 0 to 255 (ITU-R BT.601). */
function luma(red: number, green: number, blue: number): number {
  return red * 0.299 + green * 0.587 + blue * 0.114;
}
