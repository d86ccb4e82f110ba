import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { readCheckIn } from "#shared/application/readCheckIn.ts";
import { checkInDrafts, recordCheckIn, type CheckInDraft } from "#shared/application/recordCheckIn.ts";
import { err, ok } from "#shared/domain/result.ts";
import type { Keep } from "#shared/ports/keep.ts";
import type { SignIn } from "#shared/ports/signIn.ts";
import { createManualClock } from "#tests/support/manualClock.ts";
import { createMemoryHome, createMemoryOkrRepository } from "#tests/support/memoryOkrRepository.ts";
import { aKeyResult, guid, instant, lena } from "#tests/support/okrs.ts";

const memoryKeep = (): Keep => {
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
  };
};

const signedIn: SignIn = {
  current: () => Promise.resolve(ok(lena)),
  interact: () => Promise.resolve(ok(lena)),
  token: () => Promise.resolve(ok("")),
  signOut: () => Promise.resolve({ accountStaysWith: "nobody" }),
};

const draft = (more: Partial<CheckInDraft> = {}): CheckInDraft => ({
  id: guid("2", 1),
  value: "",
  confidence: undefined,
  note: "",
  ...more,
});

const { measure } = aKeyResult(1, 1);

describe("readCheckIn", () => {
  it("reads value, confidence and note in the person's way of writing", () => {
    const typed = draft({ value: "92,5", confidence: 7, note: "  zwei Kunden \r\n" });
    expect(readCheckIn(measure, typed, "de-DE")).toEqual(ok({ value: 92.5, confidence: 7, note: "zwei Kunden" }));
  });

  it("takes a confidence or a note alone", () => {
    expect(readCheckIn(measure, draft({ confidence: 0 }), "en")).toEqual(ok({ confidence: 0, note: "" }));
    expect(readCheckIn(measure, draft({ note: "=1+1" }), "en")).toEqual(ok({ note: "=1+1" }));
  });

  it("names what keeps it from being stored", () => {
    expect(readCheckIn(measure, draft(), "en")).toEqual(err({ type: "Nothing" }));
    expect(readCheckIn(measure, draft({ value: "soon" }), "en")).toEqual(err({ type: "NotANumber", text: "soon" }));
    expect(readCheckIn(measure, draft({ note: "x".repeat(64_001) }), "en")).toEqual(
      err({ type: "NoteTooLong", by: 2 }),
    );
  });
});

describe("checkInDrafts", () => {
  it("hands back exactly what was kept, whatever was typed", () => {
    const ids = { guid: () => guid("2", 9) };
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined }),
        (value, note, confidence) => {
          const drafts = checkInDrafts({ keep: memoryKeep(), ids });
          const { id } = aKeyResult(1, 1);
          const typed = draft({ value, note, confidence });
          drafts.keep(id, typed);
          expect(drafts.open(id)).toEqual(typed);
        },
      ),
    );
  });

  it("begins anew after it was dropped, and when what was kept cannot be read", () => {
    const keep = memoryKeep();
    const drafts = checkInDrafts({ keep, ids: { guid: () => guid("2", 9) } });
    const { id } = aKeyResult(1, 1);
    drafts.keep(id, draft({ note: "kept" }));
    drafts.drop(id);
    expect(drafts.open(id)).toEqual(draft({ id: guid("2", 9) }));
    keep.set(`check-in/${id}`, "{not json");
    expect(drafts.open(id)).toEqual(draft({ id: guid("2", 9) }));
  });
});

describe("recordCheckIn", () => {
  it("stores who said what and when, once, however often it is sent", async () => {
    const home = createMemoryHome();
    const record = recordCheckIn({
      okrRepository: createMemoryOkrRepository(home),
      signIn: signedIn,
      clock: createManualClock(Date.UTC(2026, 1, 10, 9)),
    });
    const entry = { value: 93, confidence: 5, note: "moved" };
    const stored = await record(aKeyResult(1, 1), guid("2", 1), entry);
    await record(aKeyResult(1, 1), guid("2", 1), entry);
    expect(stored).toMatchObject({
      ok: true,
      value: { id: guid("2", 1), author: lena, at: instant("2026-02-10T09:00:00Z"), unitKey: "de", value: 93 },
    });
    expect(home.checkIns.size).toBe(1);
  });

  it("hands on why nobody is signed in, and stores nothing", async () => {
    const home = createMemoryHome();
    const error = { type: "SignInNeeded", reason: "interactionRequired", scopes: [] } as const;
    const record = recordCheckIn({
      okrRepository: createMemoryOkrRepository(home),
      signIn: { ...signedIn, current: () => Promise.resolve(err(error)) },
      clock: createManualClock(),
    });
    expect(await record(aKeyResult(1, 1), guid("2", 1), { note: "x" })).toEqual(err(error));
    expect(home.checkIns.size).toBe(0);
  });

  it.each([
    [
      { type: "Invalid", message: "too long" },
      { type: "Refused", message: "too long" },
    ],
    [{ type: "Failed", error: { type: "Forbidden" } }, { type: "Forbidden" }],
    [{ type: "Skipped" }, { type: "Unexpected", code: "Skipped" }],
  ] as const)("says what became of it: %j", async (outcome, error) => {
    const record = recordCheckIn({
      okrRepository: { ...createMemoryOkrRepository(createMemoryHome()), write: () => Promise.resolve([outcome]) },
      signIn: signedIn,
      clock: createManualClock(),
    });
    expect(await record(aKeyResult(1, 1), guid("2", 1), { note: "x" })).toEqual(err(error));
  });
});
