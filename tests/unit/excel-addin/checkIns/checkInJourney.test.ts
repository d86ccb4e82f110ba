/**
 * Monday's figures, filled in and pushed through the unmodified office.js.
 * @jest-environment <rootDir>/tests/support/office-environment.ts
 */
import { beforeAll, beforeEach, describe, expect, it, jest } from "@jest/globals";
import type { CheckInSession } from "#shared/application/checkInSheet/checkInSession.ts";
import { instantOf } from "#shared/domain/day.ts";
import { CHECK_IN_FIELDS } from "#shared/domain/checkInSheet/fields.ts";
import { unitKey } from "#shared/domain/okr/ids.ts";
import type { Keep } from "#shared/ports/keep.ts";
import type { OkrRepository } from "#shared/ports/okrRepository.ts";
import type { Spreadsheet } from "#shared/ports/spreadsheet.ts";
import { createExcelSpreadsheet } from "../../../../excel-addin/host/excelSpreadsheet.ts";
import { CHECK_IN_TABLE } from "../../../../excel-addin/host/locate.ts";
import { cellAt, checkInSession, fillIn, openCheckIns, rowOf } from "#tests/support/checkInSheets.ts";
import { checkAndPush, filledHome, open, pulledSession } from "#tests/support/excelSession.ts";
import { HOST_FAULTS } from "#tests/support/hostFaults.ts";
import { createMemoryOkrRepository, type MemoryHome } from "#tests/support/memoryOkrRepository.ts";
import { aCheckIn, aKeyResult, guid } from "#tests/support/okrs.ts";
import { NOW } from "#tests/support/sheets.ts";
import { memoryKeep } from "#tests/support/memoryKeep.ts";

// Each test goes through Excel a dozen times.
jest.setTimeout(60_000);

const ALL = { unit: "all", below: true } as const;
const KENYA = { unit: unitKey("ke"), below: true } as const;
const availability = guid("1", 1);
const refill = guid("1", 2);
const handbook = guid("1", 3);
const nairobi = guid("1", 4);

let home: MemoryHome;
let keep: Keep;
let spreadsheet: Spreadsheet;

const pulled = async (okrRepository: OkrRepository = createMemoryOkrRepository(home)): Promise<CheckInSession> => {
  const session = checkInSession({ okrRepository, keep, spreadsheet });
  await session.start();
  await session.pull(ALL, true);
  const { failure } = openCheckIns(session);
  if (failure) throw new Error(failure.type);
  return session;
};

const push = async (session: CheckInSession): Promise<void> => {
  await session.check();
  await session.push();
};

const readings = (): readonly (readonly unknown[])[] =>
  [...home.checkIns.values()]
    .slice(2)
    .map(({ record: { keyResultId, value, confidence, note } }) => [keyResultId, value, confidence, note]);

beforeAll(async () => {
  await Office.onReady();
});
beforeEach(async () => {
  await Excel.run(async (context) => {
    context.workbook.tables.getItemOrNullObject("CheckIns").delete();
    context.workbook.worksheets.getItemOrNullObject("Check-ins").getRange().clear();
    await context.sync();
  });
  home = await filledHome();
  keep = memoryKeep();
  spreadsheet = createExcelSpreadsheet(CHECK_IN_TABLE);
});

describe("a sheet of check-ins in Excel", () => {
  it("[CK1] [CK8] stores what was filled in, empties those cells and shows it as the last value", async () => {
    const session = await pulled();
    fillIn(availability, "current", "94.5%");
    fillIn(availability, "confidence", "7");
    fillIn(availability, "note", "=Two trucks");
    fillIn(handbook, "current", "done");
    await push(session);
    expect(openCheckIns(session).report).toMatchObject({ checkIns: 2, failed: [] });
    expect(readings()).toEqual([
      [availability, 94.5, 7, "=Two trucks"],
      [handbook, 1, undefined, ""],
    ]);
    expect(
      ["current", "confidence", "note", "last", "change"].map((field) => cellAt(availability, field as "note")),
    ).toEqual(["", "", "", 94.5, "Stored"]);
    expect([cellAt(handbook, "last"), cellAt(handbook, "status")]).toEqual(["Done", "On track"]);
    expect(openCheckIns(session).preview?.counts).toEqual({ empty: 4, ready: 0, problem: 0 });
  });

  it("[CK8] leaves what cannot be stored filled in, with the reason beside it, and stores the rest", async () => {
    const real = createMemoryOkrRepository(home);
    const picky: OkrRepository = {
      ...real,
      write: async (writes, _onOutcome, signal) => {
        const refused = writes.findIndex(
          (write) => write.kind === "addCheckIn" && write.checkIn.keyResultId === refill,
        );
        const outcomes = await real.write(
          writes.filter((_, at) => at !== refused),
          undefined,
          signal,
        );
        return outcomes.toSpliced(refused, 0, { type: "Invalid", message: "no" });
      },
    };
    const session = await pulled(picky);
    fillIn(refill, "current", "6");
    fillIn(nairobi, "current", "45");
    fillIn(availability, "confidence", "12");
    await push(session);
    expect(readings()).toEqual([[nairobi, 45, undefined, ""]]);
    expect([cellAt(refill, "current"), cellAt(refill, "message")]).toEqual([6, "Refused"]);
    expect([cellAt(availability, "confidence"), cellAt(availability, "message")]).toEqual([12, "OutOfRange"]);
    expect(openCheckIns(session)).toMatchObject({
      report: { checkIns: 1, failed: [{ id: refill }] },
      preview: { counts: { empty: 2, ready: 1, problem: 1 } },
    });
  });

  it("[CK8] stores nothing twice when the page closes before the answers come", async () => {
    const real = createMemoryOkrRepository(home);
    let tell = (): void => undefined;
    const arrived = new Promise<void>((resolve) => {
      tell = resolve;
    });
    const silent: OkrRepository = {
      ...real,
      write: async (writes) => {
        await real.write(writes);
        tell();
        return new Promise(() => undefined);
      },
    };
    const first = await pulled(silent);
    fillIn(refill, "current", "6");
    void push(first);
    await arrived;
    fillIn(nairobi, "current", "50");
    const again = checkInSession({ okrRepository: real, keep, spreadsheet });
    await again.start();
    expect(openCheckIns(again).interrupted).toBe(1);
    await push(again);
    expect(openCheckIns(again)).toMatchObject({ interrupted: 0, preview: { counts: { ready: 0 } } });
    expect(readings()).toEqual([
      [refill, 6, undefined, ""],
      [nairobi, 50, undefined, ""],
    ]);
    expect(cellAt(refill, "current")).toBe("");
  });

  it("[CK8] stores nothing twice when the workbook was not saved after the push either", async () => {
    const session = await pulled();
    const before = await spreadsheet.readParts("baseline");
    fillIn(refill, "current", "6");
    await push(session);
    // The computer stopped: the workbook is what it was when somebody had typed, this device remembers the push.
    fillIn(refill, "current", "6");
    await spreadsheet.writeParts({ baseline: before.ok ? before.value : [], outbox: [] });
    const again = checkInSession({ okrRepository: createMemoryOkrRepository(home), keep, spreadsheet });
    await again.start();
    expect(openCheckIns(again).interrupted).toBe(1);
    await again.resume();
    expect(readings()).toHaveLength(1);
    expect(cellAt(refill, "current")).toBe("");
  });

  it.each(HOST_FAULTS)(
    "[CK8] [SE18] says %s as %s, loses nothing and stores everything once",
    async (fault, meaning) => {
      const session = await pulled();
      fillIn(refill, "current", "6");
      await session.check();
      simulatedExcel.setFaults({ fault, count: 1 });
      await session.push();
      simulatedExcel.setFaults();
      expect(openCheckIns(session).failure).toEqual({ type: meaning });
      await push(session);
      expect(readings()).toEqual([[refill, 6, undefined, ""]]);
      expect([cellAt(refill, "current"), openCheckIns(session).interrupted]).toEqual(["", 0]);
    },
  );

  it("[CK7] a refresh brings new figures and new rows, and leaves entries, order and columns of the person's own", async () => {
    const session = await pulled();
    await Excel.run(async (context) => {
      const table = context.workbook.tables.getItem("CheckIns");
      table.columns.add(-1, [["Ask"], [""], [""], [""], [""]]);
      table.sort.apply([{ key: 1, ascending: true }]);
      await context.sync();
    });
    const own = String.fromCodePoint(65 + CHECK_IN_FIELDS.length);
    simulatedExcel.type(`Check-ins!${own}${rowOf(refill)}`, "Otto");
    fillIn(refill, "current", "6");
    const place = rowOf(refill);
    await createMemoryOkrRepository(home, "Otto").write([
      { kind: "addCheckIn", checkIn: aCheckIn(9, 2, { value: 8, at: instantOf(Date.parse(NOW) + 1_000) }) },
      { kind: "createKeyResult", keyResult: aKeyResult(8, 1, { title: "A new one" }) },
    ]);
    await session.pull(ALL);
    expect(rowOf(refill)).toBe(place);
    expect([cellAt(refill, "last"), cellAt(refill, "current")]).toEqual([8, 6]);
    expect(simulatedExcel.value(`Check-ins!${own}${place}`)).toBe("Otto");
    expect(cellAt(guid("1", 8), "keyResult")).toBe("A new one");
    expect(openCheckIns(session).preview?.counts).toEqual({ empty: 4, ready: 1, problem: 0 });
  });

  it("[CK7] carries entries into another scope, and asks about those that it does not hold", async () => {
    const session = await pulled();
    fillIn(nairobi, "current", "45");
    await session.pull(KENYA);
    expect([rowOf(nairobi), cellAt(nairobi, "current")]).toEqual([2, 45]);
    await session.pull(ALL);
    fillIn(refill, "note", "Late");
    await session.pull(KENYA);
    expect(openCheckIns(session).endangered).toMatchObject({ scope: KENYA, rows: [{ id: refill }] });
    expect(cellAt(refill, "note")).toBe("Late");
    await session.pull(KENYA, true);
    expect(openCheckIns(session)).toMatchObject({ sheet: { rows: 1 }, preview: { counts: { empty: 1, ready: 0 } } });
  });

  it("[SO4] keeps a row whose status changed since, as long as the same is pulled again", async () => {
    const session = await pulled();
    const behind = { ...ALL, statuses: ["behind"] } as const;
    const rows = () => openCheckIns(session).sheet?.rows;
    await session.pull(behind);
    expect(rows()).toBe(2);
    fillIn(refill, "current", "5");
    await push(session);
    await session.pull(behind);
    expect([cellAt(refill, "status"), rows()]).toEqual(["On track", 2]);
    await session.pull(ALL);
    await session.pull(behind);
    expect(rows()).toBe(1);
  });

  it("[CK9] sends nothing that the preview did not show, and follows what is typed", async () => {
    const session = await pulled();
    await session.check();
    fillIn(refill, "current", "6");
    const shows = (ready: number): Promise<void> =>
      new Promise((resolve) => {
        const look = (): void => {
          const { preview } = openCheckIns(session);
          if (preview?.counts.ready === ready) resolve();
        };
        session.state.subscribe(look);
        look();
      });
    await shows(1);
    await session.push();
    expect(readings()).toEqual([[refill, 6, undefined, ""]]);
    const deaf = checkInSession({
      okrRepository: createMemoryOkrRepository(home),
      keep,
      spreadsheet: { ...spreadsheet, onEdited: () => () => undefined },
    });
    await deaf.start();
    await deaf.check();
    fillIn(refill, "current", "5");
    await deaf.push();
    expect(openCheckIns(deaf)).toMatchObject({ renewed: true, preview: { counts: { ready: 1 } } });
    expect(readings()).toHaveLength(1);
    await deaf.push();
    expect(readings()).toHaveLength(2);
  });

  it("stands beside the sheet of OKRs in one workbook, each with its own memory", async () => {
    const okrSheet = await pulledSession({
      okrRepository: createMemoryOkrRepository(home),
      keep,
      spreadsheet: createExcelSpreadsheet(),
    });
    const session = await pulled();
    fillIn(refill, "current", "6");
    await push(session);
    simulatedExcel.type("OKRs!B2", "Full shelves");
    await checkAndPush(okrSheet);
    expect(open(okrSheet).report).toMatchObject({ stored: 1, checkIns: 0, failed: [] });
    await session.pull(ALL);
    expect(cellAt(refill, "objective")).toBe("Full shelves");
    expect(openCheckIns(session)).not.toHaveProperty("failure");
  });
});
