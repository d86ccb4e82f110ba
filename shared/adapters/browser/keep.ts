import type { Keep } from "#shared/ports/keep.ts";

const namesIn = (store: Storage): readonly string[] =>
  Array.from({ length: store.length }, (_, index) => store.key(index) ?? "");

/**
 * Keeps text in `localStorage` under a prefix per person, so that nobody finds another person's half-written note on a shared
 * computer. Storage may be forbidden inside a frame or full; then nothing is kept and `set` says so.
 */
export const createBrowserKeep = (storage: () => Storage, owner: () => string): Keep => {
  const full = (key: string): string => `drumbeat:${owner()}:${key}`;
  const attempt = <T>(use: (storage: Storage) => T, otherwise: T): T => {
    try {
      return use(storage());
    } catch {
      return otherwise;
    }
  };
  return {
    get: (key) => attempt((store) => store.getItem(full(key)) ?? undefined, undefined),
    set: (key, text) =>
      attempt((store) => {
        store.setItem(full(key), text);
        return true;
      }, false),
    remove: (key) => attempt((store) => store.removeItem(full(key)), undefined),
    keys: (start) =>
      attempt((store) => {
        const skipped = full("").length;
        const ours = namesIn(store).filter((name) => name.startsWith(full(start)));
        return ours.map((name) => name.slice(skipped));
      }, []),
  };
};

/** Removes everything Drumbeat kept on this device, whoever it belonged to; used at sign-out. */
export const forgetKept = (storage: () => Storage): void => {
  try {
    const store = storage();
    for (const key of namesIn(store)) if (key.startsWith("drumbeat:")) store.removeItem(key);
  } catch {
    // A forbidden store holds nothing of ours.
  }
};
