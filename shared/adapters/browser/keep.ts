import type { Keep } from "#shared/ports/keep.ts";

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
  };
};

/** Removes everything Drumbeat kept on this device, whoever it belonged to; used at sign-out. */
export const forgetKept = (storage: () => Storage): void => {
  try {
    const store = storage();
    const keys = Array.from({ length: store.length }, (_, index) => store.key(index) ?? "");
    for (const key of keys) if (key.startsWith("drumbeat:")) store.removeItem(key);
  } catch {
    // A forbidden store holds nothing of ours.
  }
};
