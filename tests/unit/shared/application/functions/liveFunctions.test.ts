import { describe, expect, it } from "@jest/globals";
import {
  createLiveFunctions,
  type FunctionAnswer,
  type LiveFunctions,
} from "#shared/application/functions/liveFunctions.ts";
import type { KnownRecord } from "#shared/application/functions/places.ts";
import { instantOf } from "#shared/domain/day.ts";
import type { Question } from "#shared/domain/functions/answer.ts";
import { cycleKey, unitKey } from "#shared/domain/okr/ids.ts";
import { err } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { Keep } from "#shared/ports/keep.ts";
import type { OkrRepository } from "#shared/ports/okrRepository.ts";
import { functionWords } from "../../../../../excel-addin/text/functionWords.ts";
import { copyOf } from "#tests/support/copies.ts";
import { filledHome } from "#tests/support/excelSession.ts";
import { createManualDay } from "#tests/support/manualClock.ts";
import { createMemoryCopyDisk, createMemoryCopyStore } from "#tests/support/memoryCopyStore.ts";
import { createMemoryOkrRepository } from "#tests/support/memoryOkrRepository.ts";
import { aCheckIn, aUnit, guid } from "#tests/support/okrs.ts";
import { frame as tinycart } from "#tests/support/sheets.ts";
import { memoryKeep } from "#tests/support/memoryKeep.ts";

const row: KnownRecord = {
  id: guid("1", 1),
  title: "On-shelf availability",
  unitKey: unitKey("de"),
  cycleKey: cycleKey("2026-q1"),
};

const setUp = async (table: readonly KnownRecord[] = [row]) => {
  const home = await filledHome();
  const server = createMemoryOkrRepository(home);
  const asked: string[] = [];
  const trouble: { error: AccessError | undefined; units: number } = { error: undefined, units: 0 };
  const noted =
    <A extends readonly unknown[], R>(name: string, call: (...given: A) => Promise<R>) =>
    (...given: A) => {
      asked.push(name);
      return trouble.error ? Promise.resolve(err(trouble.error)) : call(...given);
    };
  const remote: OkrRepository = {
    ...server,
    readFrame: noted("frame", async () => {
      const read = await server.readFrame();
      const more = Array.from({ length: trouble.units }, (_, n) => aUnit({ key: unitKey(`more-${n}`) }));
      return read.ok ? { ok: true as const, value: { ...read.value, units: [...tinycart.units, ...more] } } : read;
    }),
    openOkrs: noted("rows", server.openOkrs),
    readOkrs: noted("all", server.readOkrs),
    readChanges: noted("changes", server.readChanges),
  };
  const disk = createMemoryCopyDisk();
  const manual = createManualDay();
  const open = (keep: Keep = memoryKeep()): LiveFunctions => {
    const copy = copyOf(remote, { copyStore: createMemoryCopyStore(disk), clock: manual.clock });
    // Searching reads everything, which the copy hands on.
    const okrRepository = { ...copy, readOkrs: remote.readOkrs };
    return createLiveFunctions({
      ...manual,
      copy,
      okrRepository,
      keep,
      words: functionWords("en"),
      table: () => Promise.resolve(table),
    });
  };
  const write = (n: number, value: number) =>
    server.write([
      { kind: "addCheckIn", checkIn: aCheckIn(n, 1, { value, at: instantOf(Date.UTC(2026, 1, 10, 9, 0, n)) }) },
    ]);
  return { ...manual, asked, trouble, open, write };
};

/** A cell with a formula: everything that was written into it. */
const cellIn = (live: LiveFunctions, question: Question) => {
  const shown: FunctionAnswer[] = [];
  return { shown, stop: live.ask(question, (answer) => shown.push(answer)) };
};

const value: Question = { type: "value", id: guid("1", 1) };

describe("formulas", () => {
  it("[CF7] of hundreds of cells ask once together", async () => {
    const { open, clock, asked } = await setUp();
    const live = open();
    const cells = Array.from({ length: 300 }, (_, n) =>
      cellIn(live, n % 2 === 0 ? value : { type: "progress", id: "On-shelf availability" }),
    );
    await clock.pass(99);
    expect(asked).toEqual([]);
    await clock.pass(1);
    expect(cells.map(({ shown }) => shown.length)).toEqual(cells.map(() => 1));
    expect(cells[0]?.shown).toEqual([{ ok: true, value: 92.5 }]);
    expect(asked).toEqual(["frame", "rows"]);
  });

  it("[CF7] show what this device holds before anybody is asked", async () => {
    const { open, clock, asked, trouble } = await setUp();
    const first = open();
    cellIn(first, value);
    await clock.pass(100);
    first.dispose();
    await clock.pass(20_000);
    trouble.error = { type: "Offline" };
    asked.length = 0;
    const { shown } = cellIn(open(), value);
    await clock.pass(100);
    expect(shown).toEqual([{ ok: true, value: 92.5 }]);
    expect(asked).toEqual(["changes"]);
  });

  it("[CF8] show what others report, and are written only when they change", async () => {
    const { open, clock, write } = await setUp();
    const live = open();
    const mine = cellIn(live, value);
    const other = cellIn(live, { type: "value", id: guid("1", 2) });
    await clock.pass(100);
    await write(50, 94);
    await clock.pass(20_000);
    expect(mine.shown.map((answer) => answer.ok && answer.value)).toEqual([92.5, 94]);
    expect(other.shown).toHaveLength(1);
  });

  it("[CF8] that are gone are asked for no longer", async () => {
    const { open, clock, asked, write } = await setUp();
    const { shown, stop } = cellIn(open(), value);
    await clock.pass(100);
    stop();
    asked.length = 0;
    await write(51, 95);
    await clock.pass(120_000);
    expect(asked).toEqual([]);
    expect(shown).toHaveLength(1);
  });

  it("[CF9] look once for what the workbook does not hold, and know its place the next day", async () => {
    const { open, clock, asked } = await setUp([]);
    const keep = memoryKeep();
    const live = open(keep);
    const known = cellIn(live, value);
    const nowhere = cellIn(live, { type: "value", id: "No such title" });
    await clock.pass(100);
    expect(known.shown).toEqual([{ ok: true, value: 92.5 }]);
    expect(nowhere.shown).toEqual([{ ok: false, error: { type: "UnknownId", text: "No such title" } }]);
    expect(asked.filter((name) => name === "all")).toHaveLength(1);
    const again = cellIn(live, { type: "progress", id: "No such title" });
    await clock.pass(100);
    expect(again.shown).toEqual(nowhere.shown);
    expect(asked.filter((name) => name === "all")).toHaveLength(1);
    live.dispose();
    asked.length = 0;
    const later = cellIn(open(keep), value);
    await clock.pass(100);
    expect(later.shown).toEqual(known.shown);
    expect(asked).not.toContain("all");
  });

  it("[CF9] never search a large organisation", async () => {
    const { open, clock, asked, trouble } = await setUp([]);
    trouble.units = 300;
    const { shown } = cellIn(open(), value);
    await clock.pass(100);
    expect(shown).toEqual([{ ok: false, error: { type: "NotPulled", text: guid("1", 1) } }]);
    expect(asked).toEqual(["frame"]);
  });

  it("[CF10] say that nobody is signed in, and fill once somebody is", async () => {
    const { open, clock, trouble } = await setUp();
    trouble.error = { type: "SignInNeeded", reason: "interactionRequired", scopes: [] };
    const live = open();
    const { shown } = cellIn(live, value);
    await clock.pass(100);
    expect(shown).toMatchObject([{ ok: false, error: { type: "NoAccess", error: { type: "SignInNeeded" } } }]);
    trouble.error = undefined;
    await live.refresh();
    expect(shown.at(-1)).toEqual({ ok: true, value: 92.5 });
  });

  it("[CF11] keep what they show when a refresh fails, unless nobody may see it any more", async () => {
    const { open, clock, trouble } = await setUp();
    const { shown } = cellIn(open(), value);
    await clock.pass(100);
    trouble.error = { type: "Offline" };
    await clock.pass(60_000);
    expect(shown).toHaveLength(1);
    trouble.error = { type: "Forbidden" };
    await clock.pass(60_000);
    expect(shown.at(-1)).toMatchObject({ ok: false, error: { type: "NoAccess" } });
  });

  it("list units by name, with those below, and say which name is unknown", async () => {
    const { open, clock } = await setUp();
    const live = open();
    const all = cellIn(live, { type: "list", unit: "Tinycart", below: true });
    const kenya = cellIn(live, { type: "list", unit: "kenya", cycle: "2026-Q1", below: false });
    const wrong = cellIn(live, { type: "list", unit: "Narnia", below: false });
    await clock.pass(100);
    const titles = ({ shown }: typeof all) => {
      const [answer] = shown;
      return answer?.ok && typeof answer.value === "object" ? answer.value.slice(1).map(([, title]) => title) : [];
    };
    expect(titles(all)).toHaveLength(7);
    expect(titles(kenya)).toEqual(["Kenya grows", "Stores in Nairobi"]);
    expect(wrong.shown).toEqual([{ ok: false, error: { type: "UnknownUnit", text: "Narnia" } }]);
  });
});
