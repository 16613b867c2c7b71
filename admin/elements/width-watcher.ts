/** Tells an element how wide it is, so that its SVG can be drawn in true pixels. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export class WidthWatcher implements ReactiveController {
  /** CSS pixels; 0 until the browser has laid the element out. */
  width = 0;

  readonly #host: ReactiveControllerHost & Element;
  readonly #select: string;
  #observer: ResizeObserver | undefined;
  #watched: Element | undefined;

  /** `select` finds the element inside the host's shadow root whose content width counts. */
  constructor(host: ReactiveControllerHost & Element, select: string) {
    this.#host = host;
    this.#select = select;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer = new ResizeObserver((entries) => {
      const width = Math.floor(entries.at(-1)?.contentRect.width ?? 0);
      if (width === this.width) return;
      this.width = width;
      // In the next frame: drawing now would change what is being measured.
      requestAnimationFrame(() => this.#host.requestUpdate());
    });
    this.#watched = undefined;
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    const found = this.#host.shadowRoot?.querySelector(this.#select) ?? undefined;
    if (found === this.#watched) return;
    this.#observer?.disconnect();
    this.#watched = found;
    if (found !== undefined) this.#observer?.observe(found);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }
}
