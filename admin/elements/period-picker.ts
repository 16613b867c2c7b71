/** Which days the figures are about. */
import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { type Period, type Range, rangeProblem } from '../figures/view.ts';
import { baseStyles, buttonStyles, fieldStyles } from '../styles/base.ts';

const choices = [
  { kind: 'today', label: 'Today' },
  { kind: '7d', label: '7 days' },
  { kind: '28d', label: '28 days' },
  { kind: 'custom', label: 'Custom' },
] as const;

/**
 * @summary Today, 7 or 28 days, or any range of the site's days.
 * @event period-chosen - the period that was chosen
 */
@customElement('period-picker')
export class PeriodPicker extends LitElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    fieldStyles,
    css`
      fieldset {
        margin: 0;
        padding: 0;
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: 12px;
        border: 0;
        min-inline-size: 0;
      }
      .choices {
        flex: 1 0 auto;
        display: flex;
        border: 1px solid var(--line-strong);
        border-radius: var(--radius-small);
        background: var(--surface);
        overflow: hidden;
      }
      .choices button {
        flex: 1 1 auto;
        min-block-size: 44px;
        padding: 0 12px;
        border: 0;
        border-inline-start: 1px solid var(--line);
        background: none;
        font-weight: 550;
        white-space: nowrap;
        cursor: pointer;
      }
      .choices button:first-child {
        border-inline-start: 0;
      }
      .choices button:hover {
        background: var(--sunken);
      }
      .choices button:focus-visible {
        outline-offset: -3px;
      }
      .choices [aria-pressed='true'],
      .choices [aria-pressed='true']:hover {
        background: var(--text);
        color: var(--surface);
      }
      form {
        display: flex;
        align-items: end;
        gap: 8px;
      }
      form label {
        font-size: var(--size-13);
        color: var(--quiet);
        font-weight: 400;
      }
      form input {
        inline-size: 9.5rem;
        padding-inline-end: 8px;
      }
      .error {
        flex-basis: 100%;
      }
      @media (max-width: 40rem) {
        form {
          flex: 1 1 100%;
          flex-wrap: wrap;
        }
        form > div {
          flex: 1 1 8rem;
        }
        form input {
          inline-size: 100%;
          min-inline-size: 0;
        }
      }
      @media (max-width: 24rem) {
        .choices button {
          padding: 0 6px;
        }
      }
      @media (forced-colors: active) {
        .choices [aria-pressed='true'] {
          forced-color-adjust: none;
          background: Highlight;
          color: HighlightText;
        }
      }
    `,
  ];

  @query('#from') private readonly fromInput!: HTMLInputElement | null;
  @query('#to') private readonly toInput!: HTMLInputElement | null;
  /** The form is open, though nothing has been applied yet. */
  @state() private isChoosing = false;
  @state() private problem: string | undefined;

  @property({ attribute: false }) period: Period = { kind: '7d' };
  /** What the figures show now: where the form starts. */
  @property({ attribute: false }) range: Range = { from: '', to: '' };
  @property() today = '';

  override willUpdate(changed: Map<string, unknown>): void {
    // Chosen here, or come by the back button: the form has had its answer.
    if (changed.has('period')) this.isChoosing = false;
  }

  private async handleChoice(kind: (typeof choices)[number]['kind']): Promise<void> {
    this.problem = undefined;
    this.isChoosing = kind === 'custom';
    if (kind !== 'custom') {
      this.choose({ kind });
      return;
    }
    await this.updateComplete;
    this.fromInput?.focus();
  }

  private handleSubmit(event: SubmitEvent): void {
    event.preventDefault();
    const range = { from: this.fromInput?.value ?? '', to: this.toInput?.value ?? '' };
    this.problem = rangeProblem(range);
    if (this.problem === undefined) this.choose({ kind: 'custom', ...range });
  }

  private choose(period: Period): void {
    this.dispatchEvent(
      new CustomEvent('period-chosen', { detail: period, bubbles: true, composed: true }),
    );
  }

  private renderForm() {
    const { problem } = this;
    return html`
      <form novalidate @submit=${this.handleSubmit}>
        <div>
          <label for="from">First day</label>
          <input
            id="from"
            type="date"
            max=${this.today}
            .value=${this.range.from}
            aria-invalid=${problem === undefined ? 'false' : 'true'}
            aria-describedby="problem"
          />
        </div>
        <div>
          <label for="to">Last day</label>
          <input
            id="to"
            type="date"
            max=${this.today}
            .value=${this.range.to}
            aria-invalid=${problem === undefined ? 'false' : 'true'}
            aria-describedby="problem"
          />
        </div>
        <button class="button" type="submit">Show</button>
      </form>
      <p class="error" id="problem" role="alert" ?hidden=${problem === undefined}>${problem}</p>
    `;
  }

  override render() {
    const isCustom = this.isChoosing || this.period.kind === 'custom';
    const pressed = isCustom ? 'custom' : this.period.kind;
    return html`
      <fieldset>
        <legend class="visually-hidden">Period</legend>
        <div class="choices">
          ${choices.map(
            ({ kind, label }) => html`
              <button
                type="button"
                aria-pressed=${kind === pressed ? 'true' : 'false'}
                @click=${() => this.handleChoice(kind)}
              >
                ${label}
              </button>
            `,
          )}
        </div>
        ${isCustom ? this.renderForm() : nothing}
      </fieldset>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'period-picker': PeriodPicker;
  }
  interface HTMLElementEventMap {
    'period-chosen': CustomEvent<Period>;
  }
}
