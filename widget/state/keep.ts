/** What outlives the page: localStorage where it may be used, else memory. Never throws. */

/** Of the names of commands on their way: see `pending.ts`. */
export const pendingStart = 'pending.';

export interface Keep {
  get(name: string): string | undefined;
  set(name: string, value: string): void;
  remove(name: string): void;
  /** The names that begin with `start`. */
  names(start: string): string[];
}

export function keepFor(siteId: string): Keep {
  const prefix = `fairground.${siteId}.`;
  // Holds only what storage would not take: sandboxed frames, blocked cookies, a full quota.
  const memory = new Map<string, string>();
  return {
    get: (name) => memory.get(prefix + name) ?? attempt(() => localStorage.getItem(prefix + name)),
    set(name, value) {
      memory.set(prefix + name, value);
      attempt(() => {
        localStorage.setItem(prefix + name, value);
        memory.delete(prefix + name);
      });
    },
    remove(name) {
      memory.delete(prefix + name);
      attempt(() => localStorage.removeItem(prefix + name));
    },
    names: (start) =>
      [...(attempt(() => Object.keys(localStorage)) ?? []), ...memory.keys()]
        .filter((key) => key.startsWith(prefix + start))
        .map((key) => key.slice(prefix.length)),
  };
}

function attempt<Value>(action: () => Value | null): Value | undefined {
  try {
    return action() ?? undefined;
  } catch {
    return undefined;
  }
}
