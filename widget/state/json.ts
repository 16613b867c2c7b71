/**
 * JSON of a value as it is, whatever the page around us has put on its prototypes: Prototype.js has
 * arrays write themselves as strings, and a replacer still sees what they were.
 */
export function jsonOf(value: unknown, space?: number): string {
  const asItIs = function (this: Record<string, unknown>, name: string): unknown {
    return this[name];
  };
  return JSON.stringify(value, asItIs, space);
}
