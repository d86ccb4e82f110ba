import type { Keep } from "#shared/ports/keep.ts";

export const memoryKeep = (): Keep => {
  const kept = new Map<string, string>();
  return {
    get: (key) => kept.get(key),
    set: (key, text) => {
      kept.set(key, text);
      return true;
    },
    remove: (key) => {
      kept.delete(key);
    },
    keys: (start) => [...kept.keys()].filter((key) => key.startsWith(start)),
  };
};

/** Storage that the browser forbids. */
export const forbiddenKeep: Keep = {
  get: () => undefined,
  set: () => false,
  remove: () => undefined,
  keys: () => [],
};
