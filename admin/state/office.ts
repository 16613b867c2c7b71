/**
 * All that the page knows: who is signed in, what is asked for, what came back, and when to ask
 * again.
 */
import type { AdminView, OverviewReply } from '../../shared/schema/admin-api.ts';
import { type Range, type View, rangeOf, readLink, readView, writeView } from '../figures/view.ts';
import type { Credentials, OfficeApi } from './office-api.ts';
import { type Problem, isSignedOut } from './problem.ts';
import type { Surroundings } from './surroundings.ts';

export type OfficeState =
  | { readonly status: 'starting' }
  | { readonly status: 'unavailable'; readonly problem: Problem }
  | {
      readonly status: 'signed_out';
      readonly isBusy: boolean;
      readonly problem: Problem | undefined;
    }
  | {
      readonly status: 'link';
      readonly link: string;
      readonly isBusy: boolean;
      readonly problem: Problem | undefined;
    }
  | { readonly status: 'no_site'; readonly admin: AdminView }
  | OpenState;

export interface OpenState {
  readonly status: 'open';
  readonly admin: AdminView;
  readonly view: View;
  readonly siteId: string;
  readonly today: string;
  readonly range: Range;
  readonly figures: Figures;
}

export type Figures =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly problem: Problem }
  | {
      readonly status: 'ready';
      readonly reply: OverviewReply;
      /** When the reply came, epoch milliseconds. */
      readonly readAt: number;
      /** Another view has been asked for, and this is still the one before. */
      readonly isChanging: boolean;
      /** Why the newest figures are missing: what is shown is what was read last. */
      readonly trouble: Problem | undefined;
    };

export const refreshMs = 30_000;

/** Starts quiet: call `start` once, and the `…Moved` methods when the browser says so. */
export class Office {
  state: OfficeState = { status: 'starting' };

  readonly #api: OfficeApi;
  readonly #surroundings: Surroundings;
  readonly #listeners = new Set<() => void>();
  /** Grows with every question; an answer to an older one is dropped. */
  #question = 0;
  #cancelRefresh = () => {};

  constructor({ api, surroundings }: { api: OfficeApi; surroundings: Surroundings }) {
    this.#api = api;
    this.#surroundings = surroundings;
  }

  /** The answer ends the subscription. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async start(): Promise<void> {
    const link = readLink(this.#surroundings.readHash());
    if (link !== undefined) {
      this.#become({ status: 'link', link, isBusy: false, problem: undefined });
      return;
    }
    this.#become({ status: 'starting' });
    const answer = await this.#api.me();
    if (answer.ok) await this.#enter(answer.value);
    else if (isSignedOut(answer.problem)) this.#leave(undefined);
    else this.#become({ status: 'unavailable', problem: this.#sharpened(answer.problem) });
  }

  async signIn(credentials: Credentials): Promise<void> {
    if (this.state.status !== 'signed_out' || this.state.isBusy) return;
    this.#become({ status: 'signed_out', isBusy: true, problem: undefined });
    const answer = await this.#api.signIn(credentials);
    if (answer.ok) await this.#enter(answer.value);
    else this.#leave(this.#sharpened(answer.problem));
  }

  async acceptLink(credentials: Credentials): Promise<void> {
    const { state } = this;
    if (state.status !== 'link' || state.isBusy) return;
    this.#become({ ...state, isBusy: true, problem: undefined });
    const answer = await this.#api.acceptLink({ link: state.link, ...credentials });
    if (!answer.ok) {
      this.#become({ ...state, isBusy: false, problem: this.#sharpened(answer.problem) });
      return;
    }
    this.#surroundings.writeHash('#', 'replace');
    await this.#enter(answer.value);
  }

  /** From the link page to the form for those who have a password. */
  async skipLink(): Promise<void> {
    this.#surroundings.writeHash('#', 'replace');
    await this.start();
  }

  async signOut(): Promise<void> {
    const answer = await this.#api.signOut();
    // Saying "signed out" while the cookie still opens the door would be the worse error.
    if (!answer.ok && !isSignedOut(answer.problem)) {
      this.#setTrouble(this.#sharpened(answer.problem));
      return;
    }
    this.#leave(undefined);
  }

  async changeView(change: Partial<View>): Promise<void> {
    const { state } = this;
    if (state.status !== 'open') return;
    const isOtherSite = change.siteId !== undefined && change.siteId !== state.siteId;
    // A campaign belongs to its site.
    const view = { ...state.view, ...(isOtherSite ? { campaignId: undefined } : {}), ...change };
    this.#surroundings.writeHash(writeView(view), 'push');
    await this.#show(state.admin, view);
  }

  async retry(): Promise<void> {
    if (this.state.status === 'unavailable') await this.start();
    else if (this.state.status === 'open') await this.#read();
  }

  /** The address changed: back, forward, a bookmark, a link. */
  async hashMoved(): Promise<void> {
    const hash = this.#surroundings.readHash();
    if (readLink(hash) !== undefined) await this.start();
    else if (this.state.status === 'open') await this.#show(this.state.admin, readView(hash));
  }

  async visibilityMoved(): Promise<void> {
    const { state } = this;
    if (!this.#surroundings.isVisible()) this.#cancelRefresh();
    else if (state.status === 'open' && isStale(state.figures, this.#surroundings.now())) {
      await this.#read();
    } else this.#planRefresh();
  }

  async onlineMoved(): Promise<void> {
    if (this.#surroundings.isOnline()) await this.retry();
    else this.#setTrouble({ kind: 'offline' });
  }

  async #enter(admin: AdminView): Promise<void> {
    await this.#show(admin, readView(this.#surroundings.readHash()));
  }

  async #show(admin: AdminView, view: View): Promise<void> {
    const site = admin.sites.find(({ id }) => id === view.siteId) ?? admin.sites[0];
    if (site === undefined) {
      this.#become({ status: 'no_site', admin });
      return;
    }
    const { state } = this;
    const isSameSite = state.status === 'open' && state.siteId === site.id;
    const today = isSameSite ? state.today : site.today;
    const figures = isSameSite ? changing(state.figures) : ({ status: 'loading' } as const);
    const range = rangeOf(view.period, today);
    this.#become({ status: 'open', admin, view, siteId: site.id, today, range, figures });
    await this.#read();
  }

  /** Asks for what the state says is shown, and puts the answer in its place. */
  async #read(): Promise<void> {
    const { state } = this;
    if (state.status !== 'open') return;
    this.#cancelRefresh();
    if (state.figures.status === 'failed') {
      this.#become({ ...state, figures: { status: 'loading' } });
    }
    this.#question += 1;
    const question = this.#question;
    const { siteId, range, view } = state;
    const answer = await this.#api.overview({
      siteId,
      ...range,
      ...(view.campaignId === undefined ? {} : { campaignId: view.campaignId }),
    });
    if (question !== this.#question || this.state.status !== 'open') return;
    if (answer.ok) await this.#take(this.state, answer.value);
    else if (isSignedOut(answer.problem)) this.#leave(answer.problem);
    else this.#setTrouble(this.#sharpened(answer.problem));
    this.#planRefresh();
  }

  async #take(state: OpenState, reply: OverviewReply): Promise<void> {
    const figures = {
      status: 'ready',
      reply,
      readAt: this.#surroundings.now(),
      isChanging: false,
      trouble: undefined,
    } as const;
    const { today } = reply.site;
    const range = rangeOf(state.view.period, today);
    this.#become({ ...state, today, range, figures });
    // Midnight has passed on the site since the page was opened: "today" is another day now.
    if (range.from !== state.range.from || range.to !== state.range.to) await this.#read();
  }

  #setTrouble(problem: Problem): void {
    const { state } = this;
    if (state.status !== 'open') return;
    const { figures } = state;
    // Figures of another view are no stand-in for those that did not come.
    const next: Figures =
      figures.status === 'ready' && !figures.isChanging
        ? { ...figures, trouble: problem }
        : { status: 'failed', problem };
    this.#become({ ...state, figures: next });
  }

  #leave(problem: Problem | undefined): void {
    this.#cancelRefresh();
    this.#question += 1;
    this.#become({ status: 'signed_out', isBusy: false, problem });
  }

  #planRefresh(): void {
    this.#cancelRefresh();
    if (this.state.status !== 'open' || !this.#surroundings.isVisible()) return;
    this.#cancelRefresh = this.#surroundings.after(refreshMs, () => void this.#read());
  }

  #sharpened(problem: Problem): Problem {
    const isOffline = problem.kind === 'unreachable' && !this.#surroundings.isOnline();
    return isOffline ? { kind: 'offline' } : problem;
  }

  #become(state: OfficeState): void {
    this.state = state;
    for (const listener of this.#listeners) listener();
  }
}

function changing(figures: Figures): Figures {
  return figures.status === 'ready'
    ? { ...figures, isChanging: true, trouble: undefined }
    : { status: 'loading' };
}

function isStale(figures: Figures, now: number): boolean {
  return figures.status !== 'ready' || now - figures.readAt >= refreshMs;
}
