/**
 * The admin page: the office's state as a page, and what is done on the page as calls to the
 * office.
 */
import { LitElement, html, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { AdminView } from '../../shared/schema/admin-api.ts';
import { formatRange } from '../figures/day.ts';
import type { Period } from '../figures/view.ts';
import type { Office, OpenState } from '../state/office.ts';
import type { Credentials } from '../state/office-api.ts';
import { baseStyles, buttonStyles, fieldStyles } from '../styles/base.ts';
import { adminPageStyles } from '../styles/admin-page.ts';
import { problemWords } from '../words/problem-words.ts';
import './overview-page.ts';
import './page-notice.ts';
import './page-skeleton.ts';
import './period-picker.ts';
import './sign-in-form.ts';

/**
 * @summary Header, choice of site, period and campaign, and the figures.
 */
@customElement('admin-page')
export class AdminPage extends LitElement {
  static override styles = [baseStyles, buttonStyles, fieldStyles, adminPageStyles];

  private unsubscribe = () => {};
  /** What was pressed last is not answered yet, and had the focus. */
  private isPlaceHeld = false;
  @query('h1') private readonly heading!: HTMLElement | null;
  @query('overview-page') private readonly overview!: LitElement | null;

  /** Given once, by `main.ts`. */
  @property({ attribute: false }) office: Office | undefined;

  constructor() {
    super();
    this.addController({
      hostConnected: () => this.listen(),
      hostDisconnected: () => this.unsubscribe(),
    });
  }

  override updated(changed: Map<string, unknown>): void {
    if (changed.has('office')) this.listen();
    document.title = this.pageTitle();
    if (this.isPlaceHeld) void this.keepPlace();
  }

  /** A button may go with what it brings: whoever pressed it goes on where that comes. */
  private async holdPlace(doing: Promise<void> | undefined): Promise<void> {
    this.isPlaceHeld = document.activeElement === this;
    await doing;
    await this.updateComplete;
    await this.keepPlace();
    this.isPlaceHeld = false;
  }

  private async keepPlace(): Promise<void> {
    await this.overview?.updateComplete;
    if (this.isPlaceHeld && document.activeElement === document.body) this.heading?.focus();
  }

  private listen(): void {
    this.unsubscribe();
    this.unsubscribe = this.office?.subscribe(() => this.requestUpdate()) ?? (() => {});
  }

  private pageTitle(): string {
    const state = this.office?.state;
    if (state?.status === 'open') return `${siteOf(state).name} · Fairground`;
    return state?.status === 'signed_out' || state?.status === 'link'
      ? 'Sign in · Fairground'
      : 'Fairground';
  }

  private async handleCredentials({ detail }: CustomEvent<Credentials>): Promise<void> {
    const isLink = this.office?.state.status === 'link';
    await this.holdPlace(isLink ? this.office?.acceptLink(detail) : this.office?.signIn(detail));
  }

  private async handlePeriod({ detail }: CustomEvent<Period>): Promise<void> {
    await this.holdPlace(this.office?.changeView({ period: detail }));
  }

  private async handleSite(event: Event): Promise<void> {
    if (!(event.target instanceof HTMLSelectElement)) return;
    await this.office?.changeView({ siteId: event.target.value });
  }

  private async handleCampaign(event: Event): Promise<void> {
    if (!(event.target instanceof HTMLSelectElement)) return;
    const { value } = event.target;
    await this.office?.changeView({ campaignId: value === '' ? undefined : value });
  }

  private async handleRetry(): Promise<void> {
    await this.holdPlace(this.office?.retry());
  }

  private async handleSkip(): Promise<void> {
    await this.office?.skipLink();
  }

  private async handleSignOut(): Promise<void> {
    await this.office?.signOut();
  }

  private renderBar(admin: AdminView | undefined) {
    return html`
      <header>
        <p class="brand">Fairground</p>
        ${
          admin === undefined
            ? nothing
            : html`
                <p class="who">${admin.email}</p>
                <button class="button plain" type="button" @click=${this.handleSignOut}>
                  Sign out
                </button>
              `
        }
      </header>
    `;
  }

  private renderSites(state: OpenState) {
    if (state.admin.sites.length < 2) return nothing;
    return html`
      <div class="choice">
        <label for="site">Site</label>
        <select id="site" @change=${this.handleSite}>
          ${state.admin.sites.map(
            ({ id, name }) =>
              html`<option value=${id} .selected=${id === state.siteId}>${name}</option>`,
          )}
        </select>
      </div>
    `;
  }

  private renderCampaigns(state: OpenState) {
    const known = state.figures.status === 'ready' ? state.figures.reply.campaigns : [];
    const chosen = state.view.campaignId;
    const isUnknown = chosen !== undefined && known.every(({ id }) => id !== chosen);
    const campaigns = isUnknown ? [...known, { id: chosen, name: chosen }] : known;
    return html`
      <div class="choice">
        <label for="campaign">Campaign</label>
        <select id="campaign" @change=${this.handleCampaign}>
          <option value="" .selected=${chosen === undefined}>All campaigns</option>
          ${campaigns.map(
            ({ id, name }) => html`<option value=${id} .selected=${id === chosen}>${name}</option>`,
          )}
        </select>
      </div>
    `;
  }

  /** What the figures below are about, in words, once they are there. */
  private renderRange({ figures, range, today }: OpenState) {
    const shown = figures.status === 'ready' ? figures.reply : range;
    const before = figures.status === 'ready' ? figures.reply.before : undefined;
    // A morning against a whole day looks like a loss, unless it is said.
    const isUnfinished = shown.to >= today;
    return html`
      <p class="range">
        ${formatRange(shown)}${isUnfinished ? ' so far' : ''}${
          before === undefined
            ? nothing
            : html`<span class="before"
                >, compared with ${isUnfinished ? 'all of ' : ''}${formatRange(before)}</span
              >`
        }
      </p>
    `;
  }

  private renderOpen(state: OpenState) {
    return html`
      ${this.renderBar(state.admin)}
      <main @period-chosen=${this.handlePeriod} @retry-asked=${this.handleRetry}>
        <div class="head">
          <div class="name">
            <h1 tabindex="-1">${siteOf(state).name}</h1>
            ${this.renderRange(state)}
          </div>
          <div class="choices">
            ${this.renderSites(state)} ${this.renderCampaigns(state)}
            <period-picker
              .period=${state.view.period}
              .range=${state.range}
              .today=${state.today}
            ></period-picker>
          </div>
        </div>
        <overview-page
          .figures=${state.figures}
          .isFiltered=${state.view.campaignId !== undefined}
        ></overview-page>
      </main>
    `;
  }

  private renderNoSite(admin: AdminView) {
    return html`
      ${this.renderBar(admin)}
      <main>
        <h1 class="alone" tabindex="-1">No site yet</h1>
        <page-notice
          headline="There is no site that you may read"
          .detail=${noSiteWords}
        ></page-notice>
      </main>
    `;
  }

  override render() {
    const state = this.office?.state ?? { status: 'starting' };
    switch (state.status) {
      case 'starting':
        return html`
          ${this.renderBar(undefined)}
          <main class="starting">
            <h1 class="visually-hidden" tabindex="-1">Fairground</h1>
            <page-skeleton></page-skeleton>
          </main>
        `;
      case 'unavailable': {
        const { title, detail } = problemWords(state.problem);
        return html`
          ${this.renderBar(undefined)}
          <main>
            <h1 class="alone" tabindex="-1">Figures</h1>
            <page-notice tone="bad" .headline=${title} .detail=${detail}>
              <button class="button" type="button" @click=${this.handleRetry}>Try again</button>
            </page-notice>
          </main>
        `;
      }
      case 'signed_out':
      case 'link':
        return html`
          ${this.renderBar(undefined)}
          <main>
            <sign-in-form
              .purpose=${state.status === 'link' ? 'accept_link' : 'sign_in'}
              .isBusy=${state.isBusy}
              .problem=${state.problem}
              @credentials-given=${this.handleCredentials}
              @link-skipped=${this.handleSkip}
            ></sign-in-form>
          </main>
        `;
      case 'no_site':
        return this.renderNoSite(state.admin);
      case 'open':
        return this.renderOpen(state);
    }
  }
}

const noSiteWords =
  'Publish one on the server with “npm run -s fairground -- apply”, then reload this page.';

function siteOf({ admin, siteId, figures }: OpenState): { readonly name: string } {
  const shown = figures.status === 'ready' ? figures.reply.site : undefined;
  return shown ?? admin.sites.find(({ id }) => id === siteId) ?? { name: siteId };
}

declare global {
  interface HTMLElementTagNameMap {
    'admin-page': AdminPage;
  }
}
