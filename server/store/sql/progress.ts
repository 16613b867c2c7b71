/** Statements about what is counted for a shopper. */
import type { ShopperId, SiteId } from '../../../shared/ids.ts';
import { progressKinds, type ProgressKind } from '../../../shared/progress.ts';
import type { ProgressChange, ProgressFacts } from '../../core/progress.ts';
import type { Query, Row, Write } from '../store.ts';
import { textOf, wordOf } from './row.ts';

/** The rows of the kinds named. */
export function progressOf(
  siteId: SiteId,
  shopperId: ShopperId,
  kinds: readonly ProgressKind[],
): Query {
  const places = kinds.map((_, at) => `$${at + 3}`).join(', ');
  return {
    sql: `SELECT kind, item_id, state FROM progress
      WHERE site_id = $1 AND shopper_id = $2 AND kind IN (${places})`,
    params: [siteId, shopperId, ...kinds],
  };
}

/** `loaded` are the kinds that were asked for: to look for another one is a mistake in a plan. */
export function progressFrom(
  rows: readonly Row[],
  loaded: readonly ProgressKind[] = progressKinds,
): ProgressFacts {
  return loaded.length === 0 ? nothingLoaded : read(rows, loaded);
}

function read(rows: readonly Row[], loaded: readonly ProgressKind[]): ProgressFacts {
  const facts = {
    reward: new Map(),
    mission: new Map(),
    badge: new Map(),
    gift: new Map(),
    survey: new Map(),
    attribute: new Map(),
    check_in: new Map(),
    quiz: new Map(),
    tier: new Map(),
  };
  for (const row of rows) {
    const kind = wordOf(row, 'kind', progressKinds);
    const text = textOf(row, 'state');
    const isBook = kind === 'mission' || kind === 'badge';
    facts[kind].set(textOf(row, 'item_id'), isBook ? new StoredBook(text) : JSON.parse(text));
  }
  for (const kind of progressKinds) {
    if (!loaded.includes(kind)) facts[kind] = new Unread(kind);
  }
  return facts;
}

/** A book is parsed when it is opened: most plays leave it closed. */
class StoredBook {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  get items(): unknown {
    const { items }: { items: unknown } = JSON.parse(this.#text);
    return items;
  }
}

/** Nothing is known of it: an empty answer would let every limit start anew. */
class Unread extends Map<string, never> {
  readonly #kind: ProgressKind;

  constructor(kind: ProgressKind) {
    super();
    this.#kind = kind;
  }

  override get(itemId: string): never {
    throw new Error(`the plan did not load the progress of ${this.#kind} "${itemId}"`);
  }
}

const nothingLoaded = read([], []);

/** The shopper's wallet version, saved in the same transaction, guards against a lost update. */
export function saveProgress(
  siteId: SiteId,
  { shopperId, of, itemId, state }: ProgressChange,
): Write {
  return {
    sql: `INSERT INTO progress (site_id, shopper_id, kind, item_id, state)
      VALUES ($1, $2, $3, $4, $5)
      ON CONFLICT (site_id, shopper_id, kind, item_id) DO UPDATE SET state = excluded.state`,
    params: [siteId, shopperId, of, itemId, JSON.stringify(state)],
    rows: 1,
  };
}
