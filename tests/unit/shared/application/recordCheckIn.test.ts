import { describe, expect, it } from "@jest/globals";
import { fc } from "#tests/support/properties.ts";
import { readCheckIn } from "#shared/application/readCheckIn.ts";
import { createSender } from "#shared/application/outbox/sender.ts";
import { checkInDrafts, draftOf, recordCheckIn, type CheckInDraft } from "#shared/application/recordCheckIn.ts";
import { err, ok } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { OkrRepository, WriteOutcome } from "#shared/ports/okrRepository.ts";
import type { SignIn } from "#shared/ports/signIn.ts";
import { createManualClock } from "#tests/support/manualClock.ts";
import { createMemoryHome, createMemoryOkrRepository } from "#tests/support/memoryOkrRepository.ts";
import { createMemoryOutboxDisk, createMemoryOutboxStore } from "#tests/support/memoryOutboxStore.ts";
import { createManualNetwork, outboxOver } from "#tests/support/outbox.ts";
import { revision } from "#shared/domain/okr/ids.ts";
import { aKeyResult, guid, instant, lena } from "#tests/support/okrs.ts";
import { memoryKeep } from "#tests/support/memoryKeep.ts";

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
    drafts.keep(aKeyResult(2, 1).id, draft());
    expect(drafts.count()).toBe(1);
    drafts.drop(id);
    expect(drafts.count()).toBe(0);
    expect(drafts.open(id)).toEqual(draft({ id: guid("2", 9) }));
    keep.set(`check-in/${id}`, "{not json");
    expect(drafts.open(id)).toEqual(draft({ id: guid("2", 9) }));
  });
});

describe("recordCheckIn", () => {
  const keyResult = aKeyResult(1, 1);
  const entry = { value: 93, confidence: 5, note: "moved" };
  const typed = draft({ value: "93", confidence: 5, note: "moved " });

  const open = (more: Partial<OkrRepository> = {}, signIn: SignIn = signedIn) => {
    const home = createMemoryHome();
    const disk = createMemoryOutboxDisk();
    const clock = createManualClock(Date.UTC(2026, 1, 10, 9));
    const okrRepository = { ...createMemoryOkrRepository(home), ...more };
    const outbox = outboxOver({ okrRepository, clock, outboxStore: createMemoryOutboxStore(disk) });
    const network = createManualNetwork();
    const sender = createSender({ outbox, clock, network, chance: () => 0 });
    return {
      home,
      disk,
      clock,
      outbox,
      network,
      record: recordCheckIn({ okrRepository, signIn, clock, outbox, sender }),
    };
  };
  const answering = (...outcomes: readonly WriteOutcome[]): Partial<OkrRepository> => ({
    write: (_, onOutcome) => {
      outcomes.forEach((outcome, index) => onOutcome?.(index, outcome));
      return Promise.resolve(outcomes);
    },
  });

  it("[OB1] stores who said what and when, once, however often it is sent", async () => {
    const { home, record } = open();
    const recorded = await record(keyResult, typed, entry);
    await record(keyResult, typed, entry);
    const checkIn = { id: guid("2", 1), author: lena, at: instant("2026-02-10T09:00:00Z"), unitKey: "de", value: 93 };
    expect(recorded).toMatchObject({ ok: true, value: { sent: true, checkIn } });
    expect(home.checkIns.size).toBe(1);
  });

  it("hands on why nobody is signed in, and keeps nothing", async () => {
    const error = { type: "SignInNeeded", reason: "interactionRequired", scopes: [] } as const;
    const { disk, record } = open({}, { ...signedIn, current: () => Promise.resolve(err(error)) });
    expect(await record(keyResult, typed, entry)).toEqual(err(error));
    expect(disk.entries.size).toBe(0);
  });

  it.each<readonly [AccessError]>([[{ type: "Offline" }], [{ type: "Busy" }]])(
    "[OB2] [OB7] keeps it on this device after %j and sends it later",
    async (error) => {
      const { home, clock, network, record, outbox } = open();
      const { home: other, record: failing, disk } = open(answering({ type: "Failed", error }));
      expect(await failing(keyResult, typed, entry)).toMatchObject({ ok: true, value: { sent: false } });
      expect([...disk.entries.values()].map(({ state }) => state.type)).toEqual(["waiting"]);
      expect(other.checkIns.size).toBe(0);
      await outbox.add([...disk.entries.values()]);
      network.comeBack();
      await clock.pass(0);
      expect(home.checkIns.size).toBe(1);
      expect(await record(keyResult, typed, entry)).toMatchObject({ ok: true, value: { sent: true } });
    },
  );

  it("[OB1] waits no longer than two seconds: what was typed is safe by then", async () => {
    const { clock, record, disk } = open({ write: () => new Promise(() => undefined) });
    const recording = record(keyResult, typed, entry);
    await clock.pass(2000);
    expect(await recording).toMatchObject({ ok: true, value: { sent: false } });
    expect(disk.entries.size).toBe(1);
  });

  it.each([
    [
      { type: "Invalid", message: "too long" },
      { type: "Refused", message: "too long" },
    ],
    [{ type: "Failed", error: { type: "Forbidden" } }, { type: "Forbidden" }],
    [{ type: "Gone" }, { type: "Unexpected", code: "Gone" }],
  ] as const)("[OB7] leaves to the form what is refused at once: %j", async (outcome, error) => {
    const { record, disk } = open(answering(outcome));
    expect(await record(keyResult, typed, entry)).toEqual(err(error));
    expect(disk.entries.size).toBe(0);
  });

  it("[OB7] leaves it in the outbox where its form is gone by then, and begins anew once it is kept", async () => {
    const { record, disk } = open(answering({ type: "Failed", error: { type: "Forbidden" } }));
    const kept: number[] = [];
    const asker = { isThere: () => false, onKept: () => kept.push(disk.entries.size) };
    expect(await record(keyResult, typed, entry, asker)).toEqual(err({ type: "Forbidden" }));
    expect([...disk.entries.values()].map(({ state }) => state.type)).toEqual(["refused"]);
    expect(kept).toEqual([1]);
  });

  it("[OB1] waits for its own answer, not for that of others", async () => {
    const { record } = open({
      write: (writes, onOutcome) => {
        writes.forEach((_, index) => onOutcome?.(index, { type: "Written", revision: revision("1") }));
        return new Promise(() => undefined);
      },
    });
    expect(await record(keyResult, typed, entry)).toMatchObject({ ok: true, value: { sent: true } });
  });

  it("[OS3] sends without keeping where nothing can be kept, and says what became of it", async () => {
    const { record, disk, home } = open();
    disk.refuse = "full";
    expect(await record(keyResult, typed, entry)).toMatchObject({ ok: true, value: { sent: true } });
    expect(home.checkIns.size).toBe(1);
    for (const [outcome, error] of [
      [{ type: "Failed", error: { type: "Offline" } }, { type: "Offline" }],
      [
        { type: "Invalid", message: "no" },
        { type: "Refused", message: "no" },
      ],
      [{ type: "Skipped" }, { type: "Unexpected", code: "Skipped" }],
    ] as const) {
      const failing = open(answering(outcome));
      failing.disk.refuse = "nobody";
      expect(await failing.record(keyResult, typed, entry)).toEqual(err(error));
    }
  });

  it("gives back what was typed into one that was refused later", async () => {
    const { record, disk } = open({ write: () => new Promise(() => undefined) });
    void record(keyResult, typed, entry);
    await new Promise((resolve) => setImmediate(resolve));
    expect([...disk.entries.values()].map(draftOf)).toEqual([typed]);
    expect(draftOf({ id: "x", context: undefined })).toEqual(draft({ id: "x" }));
  });
});
