/** A list of voucher codes as a shop has it, one a line: what can be taken, what not, and why. */

export interface CodeProblem {
  /** From 1. */
  readonly line: number;
  readonly kind: 'malformed' | 'repeated' | 'known' | 'too_many';
  /** What is wrong with the line and what would be right. */
  readonly message: string;
}

export interface CodeList {
  /** The line of each code, in the order of the list. */
  readonly codes: ReadonlyMap<string, number>;
  readonly problems: readonly CodeProblem[];
}

/**
 * Gathers lines one by one, as spreadsheets write them too: empty ones are passed over, and the
 * mark of the file's encoding; quotes around a code are no part of it.
 */
export class CodeListReader {
  readonly #codes = new Map<string, number>();
  readonly #problems: CodeProblem[] = [];
  readonly #codesMax: number;
  #line = 0;

  constructor(codesMax: number) {
    this.#codesMax = codesMax;
  }

  /** False once the list is too long to go on. */
  add(text: string): boolean {
    this.#line += 1;
    const line = this.#line;
    const code = unquoted((line === 1 ? text.replace(/^\uFEFF/, '') : text).trim());
    if (code === '') return true;
    const before = this.#codes.get(code);
    const wrong = wrongWith(code, line);
    if (wrong !== null) {
      this.#problems.push({ line, kind: 'malformed', message: wrong });
    } else if (before !== undefined) {
      const message = `${shown(code)} stands in line ${before} already`;
      this.#problems.push({ line, kind: 'repeated', message });
    } else if (this.#codes.size === this.#codesMax) {
      const message = `one import takes ${this.#codesMax} codes; put the rest into another file`;
      this.#problems.push({ line, kind: 'too_many', message });
      return false;
    } else {
      this.#codes.set(code, line);
    }
    return true;
  }

  list(): CodeList {
    return { codes: this.#codes, problems: this.#problems };
  }
}

/** `"AB""C"` is how a spreadsheet writes `AB"C`. */
function unquoted(text: string): string {
  const inside = /^"((?:[^"]|"")*)"$/.exec(text)?.[1];
  return inside === undefined ? text : inside.replaceAll('""', '"').trim();
}

/** Null for a code. */
function wrongWith(code: string, line: number): string | null {
  if (line === 1 && heading.test(code)) return `${shown(code)} is the heading of a column`;
  if (/["',;\t]/.test(code)) return `a code stands alone in its line, not ${shown(code)}`;
  return /^[\x21-\x7e]{3,64}$/.test(code) ? null : `${rightCode}, not ${shown(code)}`;
}

const heading = /^((voucher|coupon|discount|promo)[ _-]?)?codes?$|^(voucher|coupon)s?$/i;
const rightCode = 'a code is 3 to 64 visible ASCII characters without spaces';

function shown(code: string): string {
  return JSON.stringify(code.length > 40 ? `${code.slice(0, 39)}…` : code);
}
