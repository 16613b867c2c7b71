/** A survey: one question on the scale that its kind has, and a thank-you. */
import {
  html,
  nothing,
  svg,
  type CSSResult,
  type PropertyDeclarations,
  type TemplateResult,
} from 'lit';
import { range } from '../../shared/range.ts';
import type { AnsweredReply, SurveyView } from '../../shared/schema/survey-api.ts';
import type { SurveyKind } from '../../shared/survey.ts';
import type { Fair } from '../state/fair.ts';
import { keyed, type PlainKey } from '../i18n/words.ts';
import { surveyStyles } from '../styles/survey.ts';
import { renderGains } from '../views/gains.ts';
import { Stall, type Counter } from '../views/stall.ts';

/** As `limits.surveyTextCharactersMax`. */
const charactersMax = 1_000;

/**
 * @summary A survey.
 * @csspart sheet - The paper with the question.
 * @csspart tokens - The stack of points.
 * @csspart paper - A ticket.
 * @csspart stub - What is torn off it.
 * @event fairground-voucher-claimed - A stub came off.
 * @event fairground-voucher-offered - The shopper wants to use a voucher. A page that takes the
 *   code to its checkout prevents the default, which copies it.
 */
export class Survey extends Stall {
  static override styles: CSSResult[] = [...Stall.styles, surveyStyles];
  static override properties: PropertyDeclarations = {
    item: {},
    answered: { state: true },
    asked: { state: true },
  };

  answered: AnsweredReply | undefined;
  /** Whose answer is on its way: it is off the list before the thanks are here. */
  asked: SurveyView | undefined;

  handleSubmit = (event: Event): void => {
    event.preventDefault();
    const form = event.target;
    if (form instanceof HTMLFormElement) void this.#send(new FormData(form));
  };

  async #send(data: FormData): Promise<void> {
    const survey = this.#shown;
    if (!survey || this.isBusy) return;
    this.asked = survey;
    const score = data.get('score');
    const field = data.get('text');
    const text = typeof field === 'string' ? field.trim() : '';
    const answer = {
      surveyId: survey.id,
      subject: survey.subject,
      ...(score === null ? {} : { score: Number(score) }),
      ...(text ? { text: text.replaceAll('\r\n', '\n') } : {}),
    };
    this.answered = await this.attempt('answerSurvey', answer);
    this.asked = undefined;
    await this.focusOn(this.answered ? '.thanks h3' : '.main');
  }

  get #shown(): SurveyView | undefined {
    const { shownId } = this;
    return this.fair?.rewards?.value?.surveys.find(
      ({ id }) => shownId === undefined || id === shownId,
    );
  }

  protected stand({ fair }: Counter): TemplateResult {
    const survey = this.asked ?? this.#shown;
    if (this.answered) return this.#renderThanks(fair, this.answered);
    const { say } = fair;
    if (!survey) {
      return html`<div class="empty">
        <p>${say('surveyNone')}</p>
        <button class="second" @click=${() => fair.show({ view: 'home' })}>${say('toFair')}</button>
      </div>`;
    }
    const prizes = survey.prizes.filter(({ kind }) => kind !== 'nothing');
    const prize = prizes.map(({ label }) => this.text(label)).join(' · ');
    return html`<form class="sheet" part="sheet" @submit=${this.handleSubmit}>
      ${clip}
      <fieldset class=${survey.kind}>
        <legend>${this.text(survey.question)}</legend>
        ${this.#renderScale(fair, survey)} ${this.#renderText(fair, survey)}
      </fieldset>
      ${prize ? html`<p class="quiet small">${say('surveyReward', { prize })}</p>` : nothing}
      ${this.renderTrouble()}
      <button class="main" aria-disabled=${this.isBusy}>${say('surveySend')}</button>
    </form>`;
  }

  #renderScale({ say }: Fair, { kind, scale }: SurveyView): TemplateResult | typeof nothing {
    if (!scale) return nothing;
    const [low, high] = ends[kind] ?? [];
    const count = scale.max - scale.min + 1;
    return html`<div class="scale">
        ${range(count).map((at) => {
          const score = scale.min + at;
          const key = names[kind]?.[at];
          const name = key === undefined ? undefined : say(key);
          return html`<label class="mark">
            <input type="radio" name="score" value=${score} required />
            <span class="tile">
              ${picture(kind, at) ?? html`<span class="num">${score}</span>`}
              ${name === undefined ? nothing : html`<span class="small">${name}</span>`}
            </span>
          </label>`;
        })}
      </div>
      ${
        low && high
          ? html`<p class="ends small quiet"><span>${say(low)}</span><span>${say(high)}</span></p>`
          : nothing
      }`;
  }

  #renderText({ say }: Fair, { kind, comment }: SurveyView): TemplateResult | typeof nothing {
    const isAnswer = kind === 'free_text';
    if (!isAnswer && !comment) return nothing;
    return html`<label class="text">
      ${say(isAnswer ? 'surveyText' : 'surveyComment')}
      <textarea name="text" rows="3" maxlength=${charactersMax} ?required=${isAnswer}></textarea>
    </label>`;
  }

  #renderThanks(fair: Fair, { given, earned }: AnsweredReply): TemplateResult {
    const { say } = fair;
    const hasMore = this.place?.id === undefined && this.#shown !== undefined;
    const again = (): void => {
      this.answered = undefined;
    };
    // On the counter, beside the sheet: tokens and tickets wear the colours of the hour.
    return html`<div class="sheet thanks" part="sheet">
        ${clip}
        <h3 tabindex="-1">${say('surveyThanks')}</h3>
        <p>${say('surveyHeard')}</p>
      </div>
      <div class="gains">
        ${renderGains(fair, given, earned)}
        ${
          hasMore
            ? html`<button class="second" @click=${again}>${say('surveyMore')}</button>`
            : html`<button class="second" @click=${() => fair.show({ view: 'home' })}
                >${say('toFair')}</button
              >`
        }
      </div>`;
  }
}

/** What the lowest and the highest mark mean, where the marks are bare numbers. */
const ends: Partial<Record<SurveyKind, readonly [low: PlainKey, high: PlainKey]>> = keyed({
  nps: ['npsLow', 'npsHigh'],
  effort: ['effortLow', 'effortHigh'],
});

/** What each mark is called, from the lowest. */
const names: Partial<Record<SurveyKind, readonly PlainKey[]>> = keyed({
  csat: ['csat1', 'csat2', 'csat3', 'csat4', 'csat5'],
  thumbs: ['thumbDown', 'thumbUp'],
  purchase_intention: ['intent1', 'intent2', 'intent3', 'intent4', 'intent5'],
});

const faces = [
  'M13 28q7-8 14 0',
  'M14 27q6-4 12 0',
  'M14 26h12',
  'M14 25q6 5 12 0',
  'M12 24q8 10 16 0',
];

function picture(kind: SurveyKind, at: number): TemplateResult | undefined {
  if (kind === 'csat') {
    return html`<svg viewBox="0 0 40 40" aria-hidden="true">
      <circle cx="20" cy="20" r="16" />
      <path d="M14 16v1.5M26 16v1.5${faces[at]}" />
    </svg>`;
  }
  if (kind !== 'thumbs') return undefined;
  return html`<svg viewBox="0 0 40 40" aria-hidden="true">
    ${svg`<path transform=${at === 0 ? 'rotate(180 20 20)' : ''}
      d="M7 18h6v16H7zM13 20l6-13c4 0 5 3 4 6l-1 4h9c2 0 3 2 3 4l-3 10c-1 2-2 3-4 3H13z" />`}
  </svg>`;
}

/** The brass clip that holds the sheet. */
const clip = html`<svg class="clip" viewBox="0 0 72 30" aria-hidden="true">
  <path
    d="M24 12a12 12 0 0 1 24 0h16l4 16H4l4-16z"
    fill="#e0b354"
    stroke="#5e3d0b"
    stroke-width="2"
    stroke-linejoin="round"
  />
  <circle cx="36" cy="11" r="4" fill="#5e3d0b" />
  <path d="M8 24h56" stroke="#9a6a1c" stroke-width="2" />
</svg>`;

declare global {
  interface HTMLElementTagNameMap {
    'fairground-survey': Survey;
  }
}
