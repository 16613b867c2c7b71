/** The figures of a chart as a table, folded away until somebody wants the exact numbers. */
import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { baseStyles } from '../styles/base.ts';
import { detailsStyles, tableStyles } from '../styles/table.ts';

export interface Column {
  readonly label: string;
  readonly isNumber: boolean;
}

/**
 * @summary A `<details>` with a table inside; the first cell of a row is its heading.
 */
@customElement('figures-table')
export class FiguresTable extends LitElement {
  static override styles = [
    baseStyles,
    detailsStyles,
    tableStyles,
    css`
      caption {
        max-inline-size: calc(100vw - 4.5rem);
      }
      th:first-child {
        position: sticky;
        inset-inline-start: 0;
        background: var(--surface);
      }
      /* Over what goes by in the margin of the table. */
      th:first-child::before {
        content: '';
        position: absolute;
        inset-block: 0;
        inset-inline-end: 100%;
        inline-size: 24px;
        background: inherit;
      }
      th[scope='row'] {
        min-inline-size: 7rem;
        white-space: normal;
      }
    `,
  ];

  @property() caption = '';
  @property({ attribute: false }) columns: readonly Column[] = [];
  @property({ attribute: false }) rows: readonly (readonly string[])[] = [];

  private renderCell(cell: string, index: number) {
    const name = this.columns[index]?.isNumber === true ? 'number' : '';
    return index === 0
      ? html`<th scope="row" class=${name}>${cell}</th>`
      : html`<td class=${name}>${cell}</td>`;
  }

  override render() {
    return html`
      <details>
        <summary>Show as a table</summary>
        <div class="scroll" role="group" aria-label=${this.caption} tabindex="0">
          <table>
            <caption> ${this.caption} </caption>
            <thead>
              <tr>
                ${this.columns.map(
                  ({ label, isNumber }) =>
                    html`<th scope="col" class=${isNumber ? 'number' : ''}>${label}</th>`,
                )}
              </tr>
            </thead>
            <tbody>
              ${this.rows.map(
                (row) => html`<tr>${row.map((cell, index) => this.renderCell(cell, index))}</tr>`,
              )}
            </tbody>
          </table>
        </div>
      </details>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'figures-table': FiguresTable;
  }
}
