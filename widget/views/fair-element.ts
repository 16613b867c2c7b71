/** What the smaller elements share: the page's fair, its news, and its theme. */
import { LitElement, type PropertyDeclarations, type PropertyValues } from 'lit';
import { sharedFair, type Fair } from '../state/fair.ts';

export class FairElement extends LitElement {
  static override properties: PropertyDeclarations = { fair: { attribute: false } };

  /** @internal What the page shares; found by itself. */
  fair: Fair | undefined;
  #leave: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.fair ??= sharedFair();
    this.#leave = this.fair?.session.subscribe(() => this.requestUpdate());
    // For the news that it missed while it was away from the page.
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave?.();
  }

  protected override willUpdate(_: PropertyValues): void {
    this.fair?.dress(this);
  }

  /** Moves the keyboard there, once it is drawn. */
  protected async focusOn(selector: string): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}

export function hasReducedMotion(fair = sharedFair()): boolean {
  return fair?.isStill || matchMedia('(prefers-reduced-motion)').matches;
}
