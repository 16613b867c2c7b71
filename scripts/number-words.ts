/**
 * Puts numbers in place of the names of sentences, so that neither the code nor the files of words
 * carry the names. A name is known in the first argument of `say(…)` and anywhere in `keyed(…)`;
 * one that stands elsewhere stops the build. The first sentences keep their names, since the server
 * sends them by name.
 */
import { parseSync, Visitor, type ESTree } from 'vite';
import { wordFiles, type WordFile } from '../shared/words/files.ts';
import { writeLines } from '../shared/words/lines.ts';
import type { Phrase, Phrases } from '../shared/words/phrase.ts';

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface NumberedFile {
  readonly file: WordFile;
  readonly sets: readonly string[];
  /** The number of its first sentence. */
  readonly from: number;
  readonly names: readonly string[];
}

/** Names that are also other values: whoever says one from a variable must write `keyed` itself. */
const ambiguous = new Set(
  (
    'badges box checkIn claim consistent copied credit ended erase failed fair forged ' +
    'leaderboard lost makeUp missions more network over parcels paused punched receipt ' +
    'referral refused region scratch settings shop tiers today unchecked unreachable ' +
    'usable verified won'
  ).split(' '),
);

/** The order of all sentences; `english` has those of a set. */
export function numberedFiles(english: (set: string) => Phrases): NumberedFile[] {
  let from = 0;
  return Object.entries(wordFiles).flatMap(([file, sets]) => {
    if (!isOther(file)) return [];
    const names = sets.flatMap((set) => Object.keys(english(set)));
    from += names.length;
    return [{ file, sets, names, from: from - names.length }];
  });
}

function isOther(file: string): file is Exclude<WordFile, 'first'> {
  return file !== 'first' && Object.hasOwn(wordFiles, file);
}

/** A file of words as a module. */
export function wordsModule({ from, names }: NumberedFile, words: Phrases): string {
  const phrases = names.map((name) => {
    const phrase = words[name];
    if (phrase === undefined) throw new Error(`there is no sentence "${name}"`);
    return phrase;
  });
  const text = writeLines(from, phrases).replaceAll(/[\\`$]/g, String.raw`\$&`);
  return `export let words=\`${text}\``;
}

/** The sentences of the first paint, by name. */
export function plainModule(words: Phrases): string {
  const phrases = Object.entries(words).map(([name, phrase]) => `${name}:${written(phrase)}`);
  return `export let words={${phrases.join()}}`;
}

function written(phrase: Phrase): string {
  if (typeof phrase === 'string') return JSON.stringify(phrase);
  const forms = Object.entries(phrase).map(([form, text]) => `${form}:${JSON.stringify(text)}`);
  return `{${forms.join()}}`;
}

export interface Naming {
  readonly numbers: ReadonlyMap<string, number>;
  /** Names that stay. */
  readonly kept: ReadonlySet<string>;
}

export function numberWords(code: string, file: string, naming: Naming): string {
  const names = new Names(code, file, naming);
  new Visitor({
    CallExpression: (call) => names.call(call),
    TSLiteralType: ({ literal }) => names.skip(literal),
    Property: ({ key, computed }) => computed || names.skip(key),
    Literal: (literal) => names.meet(literal),
  }).visit(parseSync(file, code).program);
  return names.done();
}

class Names {
  readonly #edits: Edit[] = [];
  /** Where a literal starts that needs no second look. */
  readonly #seen = new Set<number>();
  readonly #met: ESTree.StringLiteral[] = [];

  readonly #code: string;
  readonly #file: string;
  readonly #naming: Naming;

  constructor(code: string, file: string, naming: Naming) {
    this.#code = code;
    this.#file = file;
    this.#naming = naming;
  }

  call({ callee, arguments: [given], start, end }: ESTree.CallExpression): void {
    const name = calledName(callee);
    if (!given || given.type === 'SpreadElement') return;
    if (name === 'say') this.#say(given);
    if (name !== 'keyed') return;
    this.#edits.push({ start, end: given.start, text: '' }, { start: given.end, end, text: '' });
    this.#keyed(given);
  }

  skip({ start }: ESTree.Span): void {
    this.#seen.add(start);
  }

  meet(literal: ESTree.Expression): void {
    if (literal.type === 'Literal' && typeof literal.value === 'string') {
      this.#met.push(literal);
    }
  }

  done(): string {
    for (const { start, value } of this.#met) {
      if (this.#naming.numbers.has(value) && !this.#seen.has(start) && !ambiguous.has(value)) {
        throw new Error(`${this.#file}: "${value}" names a sentence; write keyed('${value}')`);
      }
    }
    return this.#edits
      .toSorted((one, other) => other.start - one.start)
      .reduce(
        (code, { start, end, text }) => code.slice(0, start) + text + code.slice(end),
        this.#code,
      );
  }

  /** Whatever the argument may be in the end. */
  #say(node: ESTree.Expression): void {
    if (node.type === 'ConditionalExpression') {
      this.#say(node.consequent);
      this.#say(node.alternate);
    } else if (node.type === 'LogicalExpression') {
      this.#say(node.left);
      this.#say(node.right);
    } else if (node.type === 'TemplateLiteral') {
      this.#sayOneOf(node);
    } else if (node.type === 'Literal') {
      this.#put(node);
    }
  }

  /** `why_${cause}` becomes a choice among all whose names begin so. */
  #sayOneOf({
    quasis: [head, tail],
    expressions: [given],
    start,
    end,
  }: ESTree.TemplateLiteral): void {
    const prefix = head?.value.raw ?? '';
    const ours = [...this.#naming.numbers].filter(([name]) => name.startsWith(prefix));
    if (!given || tail?.value.raw !== '' || prefix === '' || ours.length === 0) {
      throw new Error(`${this.#file}: no sentence is named ${this.#code.slice(start, end)}`);
    }
    const choice = ours.map(([name, number]) => `${name.slice(prefix.length)}:${number}`).join();
    this.#edits.push({
      start,
      end,
      text: `({${choice}})[${this.#code.slice(given.start, given.end)}]`,
    });
  }

  /** Every name within. */
  #keyed(node: ESTree.Expression | ESTree.ObjectProperty): void {
    if (node.type === 'ObjectExpression') {
      for (const each of node.properties) this.#keyed(each as ESTree.ObjectProperty);
    } else if (node.type === 'Property') {
      this.#keyed(node.value);
    } else if (node.type === 'ArrayExpression') {
      for (const each of node.elements) this.#keyed(each as ESTree.Expression);
    } else if (node.type === 'ConditionalExpression') {
      this.#keyed(node.consequent);
      this.#keyed(node.alternate);
    } else if (node.type === 'Literal') {
      this.#put(node);
    } else {
      throw new Error(`${this.#file}: keyed() does not read a ${node.type}`);
    }
  }

  #put({ value, start, end }: { readonly value: unknown } & ESTree.Span): void {
    if (typeof value !== 'string' || this.#naming.kept.has(value)) return;
    const number = this.#naming.numbers.get(value);
    if (number === undefined) throw new Error(`${this.#file}: there is no sentence "${value}"`);
    this.#seen.add(start);
    this.#edits.push({ start, end, text: String(number) });
  }
}

function calledName(callee: ESTree.Expression): string | undefined {
  if (callee.type === 'Identifier') return callee.name;
  if (callee.type !== 'MemberExpression' || callee.computed) return undefined;
  return callee.property.name;
}
