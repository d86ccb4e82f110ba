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
    theirs.set("note/1", "theirs");
    mine.set("note/1", "more");
    expect([mine.keys("note"), mine.keys("note/"), theirs.keys("no")]).toEqual([
      ["note", "note/1"],
      ["note/1"],
      ["note/1"],
    ]);
    forgetKept(() => localStorage);
    expect(mine.get("note")).toBeUndefined();
    expect(localStorage.getItem("other app")).toBe("stays");
  });

  it("says so when storage is forbidden, as inside some frames", () => {
    const keep = createBrowserKeep(forbidden, () => "me");
    expect(keep.set("note", "x")).toBe(false);
    expect(keep.get("note")).toBeUndefined();
    expect(keep.keys("")).toEqual([]);
    keep.remove("note");
    forgetKept(forbidden);
  });
});
