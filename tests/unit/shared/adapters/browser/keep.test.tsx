import { describe, expect, it } from "@jest/globals";
import { createBrowserKeep, forgetKept } from "#shared/adapters/browser/keep.ts";

const forbidden = (): Storage => {
  throw new DOMException("denied", "SecurityError");
};

describe("createBrowserKeep", () => {
  it("keeps text per owner, and forgets all of ours but nothing else", () => {
    localStorage.setItem("other app", "stays");
    const mine = createBrowserKeep(
      () => localStorage,
      () => "me",
    );
    const theirs = createBrowserKeep(
      () => localStorage,
      () => "them",
    );
    expect(mine.set("note", "half a thought")).toBe(true);
    expect(mine.get("note")).toBe("half a thought");
    expect(theirs.get("note")).toBeUndefined();
    forgetKept(() => localStorage);
    expect(mine.get("note")).toBeUndefined();
    expect(localStorage.getItem("other app")).toBe("stays");
  });

  it("says so when storage is forbidden, as inside some frames", () => {
    const keep = createBrowserKeep(forbidden, () => "me");
    expect(keep.set("note", "x")).toBe(false);
    expect(keep.get("note")).toBeUndefined();
    keep.remove("note");
    forgetKept(forbidden);
  });
});
