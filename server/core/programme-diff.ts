/** What changes between two programme documents, line by line, for a person to read. */

export interface DocumentChange {
  /** Such as `campaigns[autumn].games[lucky-wheel].slots[3].weight`. */
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Lists are compared by the ids of their members where they have ids, else by place. */
export function diffDocuments(before: unknown, after: unknown, path = ''): DocumentChange[] {
  if (isMap(before) && isMap(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys.flatMap((key) =>
      diffDocuments(before[key], after[key], path === '' ? key : `${path}.${key}`),
    );
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    const [old, young] = [byKey(before), byKey(after)];
    const keys = [...new Set([...old.keys(), ...young.keys()])];
    const members = keys.flatMap((key) =>
      diffDocuments(old.get(key), young.get(key), `${path}[${key}]`),
    );
    return [...members, ...orderChange(path, [...old.keys()], [...young.keys()])];
  }
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ path, before, after }];
}

/** One line: `path: before → after`, `path: added`, or `path: removed`. */
export function describeChange({ path, before, after }: DocumentChange): string {
  if (before === undefined) return `+ ${path}: ${shorten(after)}`;
  if (after === undefined) return `- ${path}: ${shorten(before)}`;
  return `~ ${path}: ${shorten(before)} → ${shorten(after)}`;
}

/** The order of a list is what shoppers see: a change of it alone is a change. */
function orderChange(path: string, before: string[], after: string[]): DocumentChange[] {
  const stayed = before.filter((key) => after.includes(key));
  const now = after.filter((key) => before.includes(key));
  if (stayed.every((key, at) => key === now[at])) return [];
  return [{ path: `${path} in order`, before, after }];
}

function byKey(list: readonly unknown[]): Map<string, unknown> {
  return new Map(
    list.map((each, at) => [
      isMap(each) && typeof each['id'] === 'string' ? each['id'] : `${at}`,
      each,
    ]),
  );
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shorten(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
