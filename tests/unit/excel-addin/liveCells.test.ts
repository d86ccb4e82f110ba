/**
 * Cells that drive key results, through the unmodified office.js against the simulated Excel.
 * @jest-environment <rootDir>/tests/support/office-environment.ts
 * @jest-environment-options {"excelApi": "1.12"}
 */
import { beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { createLiveCells, type LiveCells } from "#shared/application/liveCells/liveCells.ts";
import type { LiveCellsState, LiveLine } from "#shared/application/liveCells/liveState.ts";
import { ok } from "#shared/domain/result.ts";
import type { KeyResult } from "#shared/domain/okr/keyResult.ts";
import type { OkrRepository } from "#shared/ports/okrRepository.ts";
import { createBoundCells } from "../../../excel-addin/host/boundCells.ts";
import { createExcelSpreadsheet } from "../../../excel-addin/host/excelSpreadsheet.ts";
import { OKR_TABLE } from "../../../excel-addin/host/locate.ts";
import { noLocks } from "#tests/support/copies.ts";
import { filledHome } from "#tests/support/excelSession.ts";
import { createMemoryOkrRepository, type MemoryHome } from "#tests/support/memoryOkrRepository.ts";
import { guid, lena } from "#tests/support/okrs.ts";
import { frame, NOW, okrs } from "#tests/support/sheets.ts";

const [availability, refill, handbook] = okrs.keyResults as readonly [KeyResult, KeyResult, KeyResult];
let home: MemoryHome;
let made = 0;

const open = (okrRepository: OkrRepository = createMemoryOkrRepository(home)): LiveCells =>
  createLiveCells({
    okrRepository,
    signIn: {
      current: () => Promise.resolve(ok(lena)),
      interact: () => Promise.resolve(ok(lena)),
      token: () => Promise.resolve(ok("")),
      signOut: () => Promise.resolve({ accountStaysWith: "host" }),
    },
    clock: { now: () => Date.parse(NOW), after: () => () => undefined },
    ids: { guid: () => guid("2", 700_000 + ++made) },
    locks: noLocks,
    cells: createBoundCells(),
    parts: createExcelSpreadsheet({ ...OKR_TABLE, parts: "live-" }),
    noteFrom: (address) => `From ${address}`,
  });

const ready = (live: LiveCells): Extract<LiveCellsState, { kind: "ready" }> => {
  const state = live.state.get();
  if (state.kind !== "ready") throw new Error(state.kind);
  return state;
};

const line = (live: LiveCells, keyResult: KeyResult): LiveLine => {
  const found = ready(live).lines.find(({ binding }) => binding.keyResultId === keyResult.id);
  if (!found) throw new Error(`${keyResult.title} is not bound`);
  return found;
};

const inSheet = (work: (sheet: Excel.Worksheet) => void): Promise<void> =>
  Excel.run(async (context) => {
    work(context.workbook.worksheets.getItem("Finance"));
    await context.sync();
  });

const bound = async (address: string, keyResult: KeyResult, live: LiveCells = open()): Promise<LiveCells> => {
  await inSheet((sheet) => {
    sheet.activate();
    sheet.getRange(address).select();
  });
  await live.load(frame);
  await live.bind(frame, keyResult);
  return live;
};

const type = (address: string, text: string): void => void simulatedExcel.type(`Finance!${address}`, text);

const reported = (keyResult: KeyResult) =>
  Array.from(home.checkIns.values(), ({ record }) => record)
    .filter((one) => one.keyResultId === keyResult.id)
    .map(({ value, note, author }) => ({ value, note, author: author.name }));

beforeAll(async () => {
  await Office.onReady();
});

beforeEach(async () => {
  home = await filledHome();
  await Excel.run(async (context) => {
    const { worksheets, names, customXmlParts } = context.workbook;
    const spare = worksheets.add();
    names.load("items/name");
    customXmlParts.load("items/id");
    worksheets.load("items/name,items/id");
    await context.sync();
    for (const { name } of names.items) names.getItem(name).delete();
    for (const part of customXmlParts.items) part.delete();
    for (const sheet of worksheets.items.slice(0, -1)) sheet.delete();
    const sheet = worksheets.add("Finance");
    sheet.getRange("A1:B4").values = [
      ["Figure", "Value"],
      ["Availability", 90],
      ["Growth", 4],
      ["Refill days", "=2*3"],
    ];
    spare.delete();
    await context.sync();
  });
});

describe("a bound cell", () => {
  it("[BC3] [BC8] goes out once as a check-in that names its cell, and not again while nothing changes", async () => {
    type("B2", "=B3+90");
    const live = await bound("B2", availability);
    expect(line(live, availability)).toMatchObject({
      cell: { address: "Finance!B2", formula: "=B3+90", label: "Availability" },
      reported: 92.5,
      state: { type: "ready", value: 94 },
    });
    await live.send(frame);
    expect(ready(live)).toMatchObject({ stored: 1 });
    expect(reported(availability).at(-1)).toEqual({ value: 94, note: "From Finance!B2", author: "Lena Krüger" });
    expect(line(live, availability)).toMatchObject({
      state: { type: "same" },
      binding: { sent: { value: 94, address: "Finance!B2" } },
    });
    await live.send(frame);
    expect(reported(availability)).toHaveLength(2);
    type("B3", "5");
    await live.load(frame);
    expect(line(live, availability).state).toEqual({ type: "ready", value: 95 });
  });

  it("[BC5] follows inserted and deleted rows and a renamed sheet, also after the workbook was closed", async () => {
    await bound("B4", refill);
    await inSheet((sheet) => {
      sheet.getRange("1:3").insert("Down");
      sheet.getRange("A5:B5").getEntireRow().delete("Up");
      sheet.name = "Money 2026";
    });
    const later = open();
    await later.load(frame);
    expect(line(later, refill)).toMatchObject({
      cell: { address: "'Money 2026'!B6", label: "Refill days" },
      state: { type: "ready", value: 6 },
    });
  });

  it("[BC5] is held back when sorting put another figure under its name, until somebody says which is meant", async () => {
    const live = await bound("B2", availability);
    await inSheet((sheet) => sheet.getRange("A2:B4").sort.apply([{ key: 0, ascending: false }]));
    await live.load(frame);
    expect(line(live, availability).state).toEqual({ type: "moved", before: "Availability", now: "Refill days" });
    await live.send(frame);
    expect(ready(live)).toMatchObject({ stored: 0 });
    await live.accept(frame, line(live, availability).binding.id);
    expect(line(live, availability).state.type).toBe("ready");
  });

  it("[BC6] that was deleted is shown with what it sent last, and can be let go", async () => {
    const live = await bound("B4", refill);
    await live.send(frame);
    await inSheet((sheet) => sheet.getRange("4:4").delete("Up"));
    await live.load(frame);
    expect(line(live, refill)).toMatchObject({
      state: { type: "cellGone" },
      binding: { sent: { value: 6, address: "Finance!B4" } },
    });
    expect(line(live, refill)).not.toHaveProperty("cell");
    await live.unbind(frame, line(live, refill).binding.id);
    expect(ready(live).lines).toEqual([]);
    const names = await Excel.run(async (context) => {
      context.workbook.names.load("items/name");
      await context.sync();
      return context.workbook.names.items.map(({ name }) => name);
    });
    expect(names).toEqual([]);
  });

  it("[BC2] says what is wrong with it and sends nothing", async () => {
    const live = await bound("B2", refill);
    const said = async (text: string): Promise<unknown> => {
      type("B2", text);
      await live.load(frame);
      return line(live, refill).state;
    };
    expect(await said("=1/0")).toMatchObject({ problem: { type: "CellError", text: "#DIV/0!" } });
    expect(await said("soon")).toMatchObject({ problem: { type: "NotANumber", text: "soon" } });
    expect(await said("")).toMatchObject({ problem: { type: "CellEmpty" } });
    expect(await said("45%")).toMatchObject({ problem: { type: "PercentNotWanted", unit: "days" } });
    await live.send(frame);
    expect(reported(refill)).toHaveLength(1);
  });

  it("[BC1] reads per cent and milestones as they are meant", async () => {
    type("B2", "94%");
    const live = await bound("B2", availability);
    expect(line(live, availability).state).toEqual({ type: "ready", value: 94 });
    type("B3", "TRUE");
    await bound("B3", handbook, live);
    expect(line(live, handbook).state).toEqual({ type: "ready", value: 1 });
  });

  it("[BC4] does not overrule what somebody reported after it was sent", async () => {
    type("B2", "94");
    const live = await bound("B2", availability);
    await live.send(frame);
    const { checkIns } = okrs;
    const [first] = checkIns;
    if (!first) throw new Error("There is no check-in");
    const later = {
      ...first,
      id: guid("2", 999) as typeof first.id,
      value: 91,
      at: "2026-02-16T09:30:00.000Z" as typeof first.at,
    };
    await createMemoryOkrRepository(home).write([{ kind: "addCheckIn", checkIn: later }]);
    await live.load(frame);
    expect(line(live, availability).state).toEqual({ type: "overtaken", value: 94, reported: 91 });
    await live.send(frame);
    expect(reported(availability)).toHaveLength(3);
  });
});

describe("sending", () => {
  it("[BC7] stops when a cell says something else than was shown", async () => {
    type("B2", "94");
    const live = await bound("B2", availability);
    type("B2", "95");
    await live.send(frame);
    expect(ready(live)).toMatchObject({ renewed: true });
    expect(reported(availability)).toHaveLength(1);
    await live.send(frame);
    expect(reported(availability).at(-1)).toMatchObject({ value: 95 });
  });

  it("[BC8] after a lost answer and a closed pane stores it once", async () => {
    const real = createMemoryOkrRepository(home);
    const deaf: OkrRepository = {
      ...real,
      write: async (writes, onOutcome) => {
        await real.write(writes);
        const outcomes = writes.map(() => ({ type: "Failed", error: { type: "Offline" } }) as const);
        for (const [at, outcome] of outcomes.entries()) onOutcome?.(at, outcome);
        return outcomes;
      },
    };
    type("B2", "94");
    const live = await bound("B2", availability, open(deaf));
    await live.send(frame);
    expect(ready(live)).toMatchObject({ failure: { type: "Offline" } });
    const again = open();
    await again.load(frame);
    expect(line(again, availability)).toMatchObject({ onItsWay: true });
    await again.send(frame);
    expect(reported(availability).map(({ value }) => value)).toEqual([92.5, 94]);
    expect(line(again, availability)).not.toHaveProperty("onItsWay");
  });

  it("wants one cell for a binding", async () => {
    const live = open();
    await live.load(frame);
    await inSheet((sheet) => sheet.getRange("A1:B2").select());
    await live.bind(frame, availability);
    expect(ready(live)).toMatchObject({ failure: { type: "NotOneCell" }, lines: [] });
  });
});
