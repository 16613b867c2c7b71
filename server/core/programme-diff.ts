/** What changes between two programme documents, place by place. */

export interface DocumentChange {
  /** Such as `campaigns[autumn].games[lucky-wheel].slots[3].weight`. */
  readonly path: string;
  /** Undefined when it was added. */
  readonly before: unknown;
  /** Undefined when it was removed. */
  readonly after: unknown;
  /** Of a weight that changed: its share of the table's weights before and after, 0 to 1. */
  readonly odds?: readonly [before: number, after: number];
}

/** Lists are compared by the ids of their members where they have ids, else by place. */
export function diffDocuments(before: unknown, after: unknown, path = ''): DocumentChange[] {
  if (isMap(before) && isMap(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys.flatMap((key) =>
      diffDocuments(before[key], after[key], path === '' ? key : `${path}.${key}`),
    );
  }
  if (Array.isArray(before) && Array.isArray(after)) return diffLists(before, after, path);
  if (before === undefined && isNothing(after)) return [];
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ path, before, after }];
}

/** What a document says by default, when it says nothing of it. */
function isNothing(value: unknown): boolean {
  if (isMap(value)) return Object.values(value).every(isNothing);
  return value === null || (Array.isArray(value) && value.length === 0);
}

function diffLists(
  before: readonly unknown[],
  after: readonly unknown[],
  path: string,
): DocumentChange[] {
  if (![...before, ...after].some((each) => typeof each === 'object')) {
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ path, before, after }];
  }
  const [old, young] = [byKey(before), byKey(after)];
  const keys = [...new Set([...old.keys(), ...young.keys()])];
  const members = keys.flatMap((key) => {
    const changes = diffDocuments(old.get(key), young.get(key), `${path}[${key}]`);
    const odds = [shareOf(before, old.get(key)), shareOf(after, young.get(key))] as const;
    return changes.map((change) =>
      change.path === `${path}[${key}].weight` ? { ...change, odds } : change,
    );
  });
  return [...members, ...orderChange(path, [...old.keys()], [...young.keys()])];
}

/** The order of a list is what shoppers see: a change of it alone is a change. */
function orderChange(path: string, before: string[], after: string[]): DocumentChange[] {
  const stayed = before.filter((key) => after.includes(key));
  const now = after.filter((key) => before.includes(key));
  if (stayed.every((key, at) => key === now[at])) return [];
  return [{ path: `${path} in order`, before, after }];
}

function shareOf(list: readonly unknown[], member: unknown): number {
  const sum = list.reduce<number>((total, each) => total + weightOf(each), 0);
  return sum === 0 ? 0 : weightOf(member) / sum;
}

function weightOf(value: unknown): number {
  return isMap(value) && typeof value['weight'] === 'number' ? value['weight'] : 0;
}

function byKey(list: readonly unknown[]): Map<string, unknown> {
  return new Map(
    list.map((each, at) => [
      isMap(each) && typeof each['id'] === 'string' ? each['id'] : `${at}`,
      each,
    ]),
  );
}

export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
