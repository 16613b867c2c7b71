/** Rows that stay the same elements while others come and go: what one does in one stays in it. */
import { render, type LitElement, type TemplateResult } from 'lit';

interface Row {
  /** Where its template lives; what it drew has moved into the list. */
  readonly home: DocumentFragment;
  node?: Element;
}

export class KeyedRows<Item extends { readonly id: string }> {
  readonly #rows = new Map<string, Row>();

  /** `draw` makes one element of an item. */
  of(
    host: LitElement,
    items: readonly Item[],
    draw: (item: Item) => TemplateResult,
  ): (Element | undefined)[] {
    return items.map((item) => {
      const row = this.#rows.get(item.id) ?? { home: new DocumentFragment() };
      this.#rows.set(item.id, row);
      render(draw(item), row.home, { host });
      return (row.node = row.home.firstElementChild ?? row.node);
    });
  }
}
