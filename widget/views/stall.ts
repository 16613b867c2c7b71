/** What the views beside the wheel share: their data, and what they say while it is not there. */
import {
  html,
  type CSSResult,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import type { Refusal } from '../../shared/refusals.ts';
import type { RewardsReply } from '../../shared/schema/rewards-api.ts';
import { textIn, type Text } from '../../shared/text.ts';
import { isolate } from '../../shared/words/phrase.ts';
import type { Fair } from '../state/fair.ts';
import type { Place } from '../state/place.ts';
import type { CommandName, ReplyTo, Wish } from '../state/wishes.ts';
import { stallStyles } from '../styles/stall.ts';
import { theme } from '../styles/theme.ts';
import { FairElement } from './fair-element.ts';
import { renderLost, waiting } from './instead.ts';

/** A stall with what it needs at hand. */
export interface Counter {
  readonly fair: Fair;
  readonly rewards: RewardsReply;
}

export abstract class Stall extends FairElement {
  declare ['constructor']: typeof Stall;
  static override styles: CSSResult[] = [theme, stallStyles];
  static override properties: PropertyDeclarations = {
    place: { attribute: false },
    trouble: { state: true },
    isBusy: { state: true },
  };

  /** @internal Where the panel is. */
  place: Place | undefined;
  /** The id of what is shown; the first one by default. */
  item: string | undefined;
  /** Why the last command did not do it; null when the line was lost. */
  trouble: Refusal | null | undefined;
  isBusy = false;
  #era: number | undefined;

  /** Draws it. */
  protected abstract stand(counter: Counter): TemplateResult;

  /** The id of what is shown, where there are several. */
  protected get shownId(): string | undefined {
    return this.place?.id ?? this.item;
  }

  /** What the shopper before did or read here is none of the next one's business. */
  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const era = this.fair?.session.era;
    if (this.hasUpdated && era !== this.#era) {
      const fresh = document.createElement(this.localName);
      for (const [name, { state }] of Object.entries(this.constructor.properties)) {
        if (state) Reflect.set(this, name, Reflect.get(fresh, name));
      }
    }
    this.#era = era;
  }

  protected override firstUpdated(changed: PropertyValues): void {
    super.firstUpdated(changed);
    void this.#fetch();
  }

  async #fetch(): Promise<void> {
    await this.fair?.loadStalls();
    await this.fair?.rewards?.freshen();
  }

  /** Does one thing at a time, and says why it could not be done. */
  protected async attempt<Name extends CommandName>(
    name: Name,
    wish: Wish<Name>,
    day?: string,
  ): Promise<ReplyTo<Name> | undefined> {
    const { rewards, session } = this.fair ?? {};
    if (!rewards || !session || this.isBusy) return undefined;
    const { era } = session;
    this.isBusy = true;
    this.trouble = undefined;
    const answer = await rewards.send(name, wish, day);
    if (era !== session.era) return undefined;
    this.isBusy = false;
    if (answer.kind === 'value') return answer.value;
    this.trouble = answer.kind === 'refused' ? answer.refusal : null;
    return undefined;
  }

  /** An amount as money, or as the number that it is. */
  protected amount(value: number, { money }: { readonly money?: true | undefined }): string {
    const { more, words } = this.fair ?? {};
    return (money ? more?.formats.money(value) : words?.write(value)) ?? '';
  }

  protected text(text: Text): string {
    const { locale = 'en', words } = this.fair ?? {};
    return isolate(textIn(text, locale), words?.locale ?? locale);
  }

  /** The sentence of a refusal, or that the line was lost. */
  protected reason(refusal: Refusal | null): string {
    const { fair } = this;
    if (!refusal) return fair?.say('lineLost') ?? '';
    return fair?.more?.refusal(refusal) ?? '';
  }

  /** What the last command met, if anything. */
  protected renderTrouble(): TemplateResult {
    const { trouble, fair } = this;
    return html`<p class="trouble" role="alert"
        >${trouble === undefined ? '' : this.reason(trouble)}</p
      >${trouble && fair?.more?.remedy(fair, trouble, this.#handleRemedy)}`;
  }

  /** What was refused can be done now. */
  readonly #handleRemedy = (): void => {
    this.trouble = undefined;
    void this.focusOn('button');
  };

  protected override render(): TemplateResult {
    const { fair } = this;
    const rewards = fair?.rewards;
    if (fair?.more && rewards?.value) return this.stand({ fair, rewards: rewards.value });
    if (fair && rewards && rewards.trouble !== undefined) {
      return renderLost(this.reason(rewards.trouble), fair.say('retry'), this.#fetch);
    }
    return waiting;
  }
}
