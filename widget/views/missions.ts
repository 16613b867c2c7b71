/** Missions as a chalkboard list: what is done has a stroke of chalk through it. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import { range } from '../../shared/range.ts';
import type { MissionView, StepView } from '../../shared/schema/rewards-api.ts';
import { keyed } from '../i18n/words.ts';
import type { Fair } from '../state/fair.ts';
import { missionStyles } from '../styles/missions.ts';
import { Stall, type Counter } from './stall.ts';

/** So many are counted by strokes; above that a drawn bar is read faster. */
const tallyMax = 15;

/**
 * @summary What a shopper is asked to do, and how far they are.
 * @csspart board - The slate of one mission.
 */
export class Missions extends Stall {
  static override styles = [...Stall.styles, missionStyles];

  protected stand({ fair, rewards: { missions } }: Counter): TemplateResult {
    const { say } = fair;
    const isOver = ({ state }: MissionView): boolean => state === 'completed' || state === 'ended';
    const open = missions.filter((each) => !isOver(each));
    const over = missions.filter(isOver);
    if (missions.length === 0) {
      return html`<section class="boards"
        ><p class="board wiped">${say('missionNone')}</p></section
      >`;
    }
    return html`<section class="boards" aria-labelledby="missions">
        <h3 id="missions">${say('missions')}</h3>
        ${
          open.length > 0
            ? html`<ul class="boards">
                ${open.map((each) => this.#renderMission(fair, each))}
              </ul>`
            : html`<p class="board wiped">${say('missionNone')}</p>`
        }
      </section>
      ${
        over.length > 0
          ? html`<section class="boards" aria-labelledby="over">
              <h3 id="over">${say('missionOver')}</h3>
              <ul class="boards">
                ${over.map((each) => this.#renderMission(fair, each))}
              </ul>
            </section>`
          : nothing
      }`;
  }

  #renderMission(fair: Fair, mission: MissionView): TemplateResult {
    const { say } = fair;
    const { id, name, description, steps, inOrder, state, prizes } = mission;
    const times = timesText(fair, mission);
    const when = whenText(fair, mission);
    const stateKey = stateWords[state];
    return html`<li class="board" part="board" aria-labelledby="name-${id}">
      <header>
        <h4 id="name-${id}"
          ><span class=${state === 'completed' ? 'struck' : ''}>${this.text(name)}</span></h4
        >
        ${stateKey ? html`<span class="state">${say(stateKey)}</span>` : nothing}
      </header>
      ${description ? html`<p class="dim"><bdi>${this.text(description)}</bdi></p>` : nothing}
      ${
        inOrder && steps.length > 1
          ? html`<p class="dim small">${say('missionInOrder')}</p>`
          : nothing
      }
      <ul class="steps">
        ${steps.map((step, at) => this.#renderStep(fair, step, isLocked(mission, at)))}
      </ul>
      ${
        prizes.length > 0
          ? html`<p class="brings">
              <span class="dim">${say('missionBrings')}</span>
              ${prizes.map(({ label }) => html`<bdi class="tag">${this.text(label)}</bdi>`)}
            </p>`
          : nothing
      }
      ${
        times || when
          ? html`<p class="line small num"><span>${when}</span> <span>${times}</span></p>`
          : nothing
      }
    </li>`;
  }

  #renderStep({ say }: Fair, step: StepView, isShut: boolean): TemplateResult {
    const { label, current, target } = step;
    const isDone = current >= target;
    return html`<li class=${isShut ? 'locked' : ''}>
      ${isShut ? padlock : isDone ? ticked : box}
      <div>
        <p class="line">
          <span class="label"
            ><span class=${isDone ? 'struck' : ''}>${this.text(label)}</span
            >${isDone ? html`<span class="hidden"> ${say('stepDone')}</span>` : nothing}</span
          >
          <span class="count num small"
            >${say('missionSteps', {
              current: this.amount(current, step),
              target: this.amount(target, step),
            })}</span
          >
        </p>
        ${isShut ? html`<p class="dim small">${say('stepLocked')}</p>` : nothing}
        ${isDone || isShut || target === 1 ? nothing : renderProgress(step)}
      </div>
    </li>`;
  }
}

const stateWords = {
  upcoming: keyed('missionUpcoming'),
  open: undefined,
  completed: keyed('missionCompleted'),
  ended: undefined,
} as const;

/** In a given order a step waits for those before it. */
function isLocked({ inOrder, state, steps }: MissionView, at: number): boolean {
  if (!inOrder || state !== 'open') return false;
  return steps.slice(0, at).some(({ current, target }) => current < target);
}

function whenText({ say, more }: Fair, { state, startsAt, endsAt }: MissionView): string {
  const when = (at: number): string => more?.formats.when(at) ?? '';
  if (state === 'upcoming' && startsAt !== null) {
    return say('missionOpens', { when: when(startsAt) });
  }
  if (state === 'ended') return say('missionEnded');
  if (state === 'open' && endsAt !== null) return say('missionUntil', { when: when(endsAt) });
  return '';
}

function timesText({ say }: Fair, { completed: count, timesMax: max }: MissionView): string {
  if (max === 1 || (max === null && count === 0)) return '';
  return max === null ? say('missionAgain', { count }) : say('missionTimes', { count, max });
}

function renderProgress({ current, target }: StepView): TemplateResult {
  if (target > tallyMax) {
    const part = Math.round((current / target) * 100);
    return html`<div class="rail"><i .style=${`inline-size: ${part}%`}></i></div>`;
  }
  const width = xOfStroke(target - 1) + 8;
  return html`<svg class="tally" viewBox="0 0 ${width} 20" aria-hidden="true">
    ${range(target).map((at) => renderStroke(at, at < current))}
  </svg>`;
}

/** Four upright, and the fifth across them. No two are alike, as with any hand. */
function renderStroke(at: number, isDone: boolean): TemplateResult {
  const x = xOfStroke(at);
  const lean = ((at * 7) % 3) - 1;
  const path = at % 5 === 4 ? `M${x - 30} 15 ${x - 2} 4` : `M${x} 3l${lean} ${14 + (at % 2)}`;
  return svg`<path class=${isDone ? '' : 'left'} d=${path} />`;
}

function xOfStroke(at: number): number {
  const group = Math.floor(at / 5);
  return 4 + group * 40 + (at % 5) * 7 + (at % 5 === 4 ? 1 : 0);
}

const box = html`<svg class="box" viewBox="0 0 24 24" aria-hidden="true">
  <path d="M4 4.5l16-.8.6 16.3-16.2.6z" />
</svg>`;

const ticked = html`<svg class="box" viewBox="0 0 24 24" aria-hidden="true">
  <path d="M4 4.5l16-.8.6 16.3-16.2.6z" />
  <path class="tick" d="M7 12l4 5L21 2" />
</svg>`;

const padlock = html`<svg class="box" viewBox="0 0 24 24" aria-hidden="true">
  <path d="M5 11h14v10H5zM8 11V8c0-5.5 8-5.5 8 0v3M12 15v2" />
</svg>`;

declare global {
  interface HTMLElementTagNameMap {
    'fairground-missions': Missions;
  }
}
