/** The quiz: one question at a time, what was right and why, and what a right answer gives. */
import { html, nothing, type CSSResult, type PropertyDeclarations, type TemplateResult } from 'lit';
import { range } from '../../shared/range.ts';
import type { AnswerReply, QuestionView, QuizView } from '../../shared/schema/quiz-api.ts';
import type { Fair } from '../state/fair.ts';
import { answerStyles } from '../styles/answers.ts';
import { renderGains } from '../views/gains.ts';
import { Stall, type Counter } from '../views/stall.ts';

interface Answered {
  readonly question: QuestionView;
  /** The id of what was chosen. */
  readonly choice: string;
  readonly reply: AnswerReply;
}

/**
 * @summary A quiz, a question at a time.
 * @csspart question - The card with the question.
 * @csspart tokens - The stack of points.
 * @csspart paper - A ticket.
 * @csspart stub - What is torn off it.
 * @event fairground-voucher-claimed - A stub came off.
 * @event fairground-voucher-offered - The shopper wants to use a voucher. A page that takes the
 *   code to its checkout prevents the default, which copies it.
 */
export class Quiz extends Stall {
  static override styles: CSSResult[] = [...Stall.styles, answerStyles];
  static override properties: PropertyDeclarations = {
    item: {},
    answered: { state: true },
    asked: { state: true },
  };

  answered: Answered | undefined;
  /** What is on its way to the server: the quiz goes on before its answer is here. */
  asked: Omit<Answered, 'reply'> | undefined;

  async #answer(quiz: QuizView, question: QuestionView, choice: string): Promise<void> {
    if (this.isBusy || this.answered) return;
    this.asked = { question, choice };
    const wish = { quizId: quiz.id, questionId: question.id, choice };
    const reply = await this.attempt('answerQuiz', wish);
    this.asked = undefined;
    if (!reply) return;
    this.answered = { question, choice, reply };
    await this.focusOn('.verdict');
  }

  handleNext = async (): Promise<void> => {
    this.answered = undefined;
    await this.focusOn('h3');
  };

  protected stand({ fair, rewards }: Counter): TemplateResult {
    const { shownId, answered, asked } = this;
    const quiz = rewards.quizzes.find(({ id }) => shownId === undefined || id === shownId);
    if (!quiz) {
      return html`<div class="empty">
        <p>${fair.say('quizNone')}</p>
        <button class="second" @click=${() => fair.show({ view: 'home' })}>
          ${fair.say('toFair')}
        </button>
      </div>`;
    }
    const question = (answered ?? asked)?.question ?? quiz.next;
    return html`<section aria-labelledby="question">
      ${this.#renderScore(fair, quiz)}
      ${question ? this.#renderQuestion(fair, quiz, question) : this.#renderEnd(fair, quiz)}
      ${this.renderTrouble()} ${answered ? this.#renderVerdict(fair, answered) : nothing}
    </section>`;
  }

  /** A lamp for each question: lit for a right one, dark for another, hollow for what comes. */
  #renderScore({ say }: Fair, { name, score }: QuizView): TemplateResult {
    const { right, answered, questions } = score;
    return html`<div class="top">
      <p class="name">${this.text(name)}</p>
      <p class="quiet small num">${say('quizScore', { right, answered, questions })}</p>
      <span class="lamps" aria-hidden="true">
        ${range(questions).map((at) => {
          const lamp = at < right ? 'right' : at < answered ? 'done' : '';
          return html`<i class=${lamp}></i>`;
        })}
      </span>
    </div>`;
  }

  #renderQuestion(fair: Fair, quiz: QuizView, question: QuestionView): TemplateResult {
    const { answered } = this;
    const { reward } = question;
    return html`<div class="card" part="question">
        <h3 id="question" tabindex="-1">${this.text(question.question)}</h3>
        ${
          reward && !answered
            ? html`<p class="quiet small"
                >${fair.say('quizReward', { prize: this.text(reward.label) })}</p
              >`
            : nothing
        }
      </div>
      <ol class="choices">
        ${question.choices.map((choice, at) => {
          const sign = answered && signOf(answered, choice.id);
          const isChosen = (answered ?? this.asked)?.choice === choice.id;
          return html`<li>
            <button
              class="choice ${sign ?? ''} ${isChosen ? 'chosen' : ''}"
              aria-disabled=${this.isBusy || answered !== undefined}
              @click=${() => this.#answer(quiz, question, choice.id)}
            >
              <span class="letter" aria-hidden="true">${sign ? signs[sign] : letterAt(at)}</span>
              <span class="grow">${this.text(choice.label)}</span>
              ${
                sign
                  ? html`<span class="small"
                      >${fair.say(sign === 'right' ? 'quizIsRight' : 'quizYours')}</span
                    >`
                  : nothing
              }
            </button>
          </li>`;
        })}
      </ol>`;
  }

  #renderVerdict(fair: Fair, { reply }: Answered): TemplateResult {
    const { right, explanation, given, earned, next } = reply;
    const { say } = fair;
    return html`<div class="card verdict ${right ? 'right' : 'wrong'}" tabindex="-1">
      <p class="says" role="status"
        ><b aria-hidden="true">${right ? signs.right : signs.wrong}</b>
        ${say(right ? 'quizRight' : 'quizWrong')}</p
      >
      ${explanation ? html`<p><bdi>${this.text(explanation)}</bdi></p>` : nothing}
      ${renderGains(fair, given, earned)}
      <button class="main" @click=${this.handleNext}>${say(next ? 'quizGo' : 'quizDone')}</button>
    </div>`;
  }

  #renderEnd(fair: Fair, { score, refusal }: QuizView): TemplateResult {
    const { say } = fair;
    const { right, questions } = score;
    return html`<div class="card end" part="question">
      <h3 id="question" tabindex="-1">
        ${refusal ? this.reason(refusal) : say('quizEnd', { right, questions })}
      </h3>
      <p class="quiet">${say(refusal ? 'quizPart' : 'quizAll')}</p>
      <button class="second" @click=${() => fair.show({ view: 'home' })}>${say('toFair')}</button>
    </div>`;
  }
}

const signs = { right: '✓', wrong: '✗' } as const;

function signOf({ choice, reply }: Answered, id: string): keyof typeof signs | undefined {
  if (id === reply.rightChoice) return 'right';
  return id === choice ? 'wrong' : undefined;
}

function letterAt(at: number): string {
  return String.fromCodePoint(65 + at);
}

declare global {
  interface HTMLElementTagNameMap {
    'fairground-quiz': Quiz;
  }
}
