import { describe, expect, it } from "@jest/globals";
import { createLeaving } from "#shared/adapters/msal/leaving.ts";

const memoryStorage = (): Storage => {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    clear: () => kept.clear(),
    getItem: (key) => kept.get(key) ?? null,
    key: (index) => [...kept.keys()][index] ?? null,
    removeItem: (key) => {
      kept.delete(key);
    },
    setItem: (key, value) => {
      kept.set(key, value);
    },
  };
};

describe("having signed out", () => {
  it("is remembered when the page is loaded again, until somebody signs in", () => {
    const storage = memoryStorage();
    createLeaving(() => storage).left();
    const reloaded = createLeaving(() => storage);
    expect(reloaded.hasLeft()).toBe(true);
    reloaded.returned();
    expect(reloaded.hasLeft()).toBe(false);
    expect(createLeaving(() => storage).hasLeft()).toBe(false);
  });

  it("holds on the page itself where nothing may be stored", () => {
    const leaving = createLeaving(() => {
      throw new DOMException("forbidden", "SecurityError");
    });
    expect(leaving.hasLeft()).toBe(false);
    leaving.left();
    expect(leaving.hasLeft()).toBe(true);
  });
});
