/** Canonical JSON: the exact text that is hashed, the same in every language. */

export type Canonical = string | number | boolean | null | readonly Canonical[] | CanonicalObject;
export interface CanonicalObject {
  readonly [key: string]: Canonical;
}

/**
 * Object keys sorted by UTF-16 code units, no white space, numbers as safe integers only (RFC 8785
 * restricted to integers). Throws on any other number.
 */
export function canonicalJson(value: Canonical): string {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) {
    throw new Error(`${value} is no safe integer`);
  }
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  let members = '';
  for (const key of Object.keys(value).sort()) {
    const member = value[key];
    if (member === undefined) continue;
    members += `${members && ','}${JSON.stringify(key)}:${canonicalJson(member)}`;
  }
  return `{${members}}`;
}

function isList(value: readonly Canonical[] | CanonicalObject): value is readonly Canonical[] {
  return Array.isArray(value);
}
