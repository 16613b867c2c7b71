/** Which numbers each prize owns, as a table: where the number falls is seen without arithmetic. */
import { weightTotal, type Receipt } from '../../shared/draw.ts';
import { tableDrawn } from '../../shared/verify.ts';
import { make, makeCode } from './make.ts';
import type { Spoken } from './words.ts';

interface OddsRow {
  readonly prize: string;
  /** Such as `0–9`; a dash for a slot that no number falls on. */
  readonly numbers: string;
  /** From 0 to 1. */
  readonly chance: number;
  readonly isDrawn: boolean;
}

/** Marks the row that owns the number of the receipt, whatever the receipt makes of it. */
export function oddsRows(receipt: Receipt): OddsRow[] {
  const table = tableDrawn(receipt);
  const total = weightTotal(table);
  let end = 0;
  return table.slots.map(({ prize, weight }) => {
    const start = end;
    end += weight;
    const many = weight === 0 ? '–' : `${start}–${end - 1}`;
    return {
      prize,
      numbers: weight === 1 ? String(start) : many,
      chance: weight / total,
      isDrawn: start <= receipt.number && receipt.number < end,
    };
  });
}

export function oddsTable(receipt: Receipt, { words, locale }: Spoken): HTMLElement {
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumSignificantDigits: 3 });
  const head = make('tr');
  for (const title of [words.prize, words.numbers, words.chance]) {
    const cell = make('th', '', title);
    cell.setAttribute('scope', 'col');
    head.append(cell);
  }
  const table = make('table');
  table.append(make('thead'), make('tbody'));
  table.firstElementChild?.append(head);
  table.lastElementChild?.append(...oddsRows(receipt).map((row) => oddsLine(row, percent)));
  return table;
}

function oddsLine(row: OddsRow, percent: Intl.NumberFormat): HTMLElement {
  const line = make('tr', row.isDrawn ? 'drawn' : '');
  if (row.isDrawn) line.setAttribute('aria-current', 'true');
  const prize = make('td');
  prize.append(row.isDrawn ? '✓ ' : '', make('bdi', '', row.prize));
  const numbers = make('td');
  numbers.append(makeCode(row.numbers));
  line.append(prize, numbers, make('td', '', percent.format(row.chance)));
  return line;
}
