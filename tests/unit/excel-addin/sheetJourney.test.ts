/**
 * Pull, edit, check and push through the unmodified office.js.
 * @jest-environment <rootDir>/tests/support/office-environment.ts
 */
import { beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import type { SheetSession } from "#shared/application/sheet/sheetSession.ts";
import { keyResultId } from "#shared/domain/okr/ids.ts";
import { instantOf } from "#shared/domain/day.ts";
import { err } from "#shared/domain/result.ts";
import type { Keep } from "#shared/ports/keep.ts";
import type { OkrRepository } from "#shared/ports/okrRepository.ts";
import { createExcelSpreadsheet } from "../../../excel-addin/host/excelSpreadsheet.ts";
import {
  cell,
  checkAndPush,
  filledHome,
  letter,
  paste,
  open,
  pulledSession,
  sessionOver,
  sheetRow,
  type,
} from "#tests/support/excelSession.ts";
import { filterBy, rowCount, sortBy } from "#tests/support/hands.ts";
import { createMemoryOkrRepository, type MemoryHome } from "#tests/support/memoryOkrRepository.ts";
import { aCheckIn, guid } from "#tests/support/okrs.ts";
import { NOW } from "#tests/support/sheets.ts";
import { memoryKeep } from "#tests/support/memoryKeep.ts";

const availability = guid("1", 1);
const objective = guid("0", 1);

let home: MemoryHome;
let keep: Keep;

const pulled = (okrRepository: OkrRepository): Promise<SheetSession> =>
  pulledSession({ okrRepository, keep, spreadsheet: createExcelSpreadsheet() });

beforeAll(async () => {
  await Office.onReady();
});
beforeEach(async () => {
  home = await filledHome();
  keep = memoryKeep();
});

describe("a sheet of OKRs in Excel", () => {
  it("[SE3] [SE17] pulls, pushes what was typed, and is in agreement afterwards", async () => {
    const session = await pulled(createMemoryOkrRepository(home));
    expect(cell("title", availability)).toBe("On-shelf availability");
    type("title", sheetRow(availability), "=Shelves");
    type("current", sheetRow(availability), "94");
    type("note", sheetRow(availability), "Two new trucks");
    await checkAndPush(session);
    expect(open(session).report).toEqual({ stored: 1, checkIns: 1, failed: [], undoable: 1 });
    expect(home.keyResults.get(availability)?.record.title).toBe("=Shelves");
    expect(cell("note", availability)).toBe("");
    expect(open(session).preview?.plan.counts).toMatchObject({ changed: 0, checkIn: 0, problem: 0 });
  });

  it("[SE17] leaves a figure typed in per cent as it was typed, and takes it for no edit later", async () => {
    const session = await pulled(createMemoryOkrRepository(home));
    type("current", sheetRow(availability), "95%");
    await checkAndPush(session);
    expect(open(session).report).toMatchObject({ checkIns: 1 });
    expect(cell("current", availability)).toBe(0.95);
    expect(open(session).preview?.plan.counts).toMatchObject({ checkIn: 0 });
    await createMemoryOkrRepository(home, "Otto").write([
      { kind: "addCheckIn", checkIn: aCheckIn(9, 1, { value: 96, at: instantOf(Date.parse(NOW) + 1_000) }) },
    ]);
    await session.pull({ unit: "all", below: true });
    expect(cell("current", availability)).toBe(0.96);
    expect(open(session).preview?.plan.counts).toMatchObject({ checkIn: 0 });
  });

  it("[SE4] keeps a title as text that looks like a formula, also in a row that somebody adds below the table", async () => {
    const session = await pulled(createMemoryOkrRepository(home));
    paste("OKRs!A9", ["Objective\t=1+1\tKenya", "Objective\t-5 degrees\tKenya"]);
    await checkAndPush(session);
    expect(open(session).report).toMatchObject({ stored: 2, failed: [] });
    expect([...home.objectives.values()].map(({ record }) => record.title).slice(-2)).toEqual(["=1+1", "-5 degrees"]);
  });

  it("[SE12] marks problems in the row and sends the rest", async () => {
    const session = await pulled(createMemoryOkrRepository(home));
    type("target", sheetRow(availability), "90");
    type("title", sheetRow(objective), "Full shelves");
    await checkAndPush(session);
    expect(home.objectives.get(objective)?.record.title).toBe("Full shelves");
    expect(cell("message", availability)).toBe("targetEqualsStart");
    expect(cell("target", availability)).toBe(90);
  });

  it("[SE12] checks and sends everything else when the directory does not answer", async () => {
    const questions: string[] = [];
    const session = await pulledSession({
      okrRepository: createMemoryOkrRepository(home),
      keep,
      spreadsheet: createExcelSpreadsheet(),
      findPerson: (text) => {
        questions.push(text);
        return Promise.resolve(err({ type: "Offline" }));
      },
    });
    type("owner", sheetRow(objective), "Somebody New");
    type("title", sheetRow(availability), "Shelves with goods");
    await checkAndPush(session);
    expect(open(session)).toMatchObject({ report: { stored: 1, failed: [] } });
    expect(open(session)).not.toHaveProperty("failure");
    expect(cell("message", objective)).toBe("nameUnasked");
    expect(new Set(questions)).toEqual(new Set(["Somebody New"]));
  });

  it("[SE14] shows both values of a field that somebody else changed, and stores the choice", async () => {
    const session = await pulled(createMemoryOkrRepository(home));
    const theirs = home.objectives.get(objective);
    if (!theirs) throw new Error("not stored");
    await createMemoryOkrRepository(home, "Otto").write([
      { kind: "changeObjective", id: theirs.record.id, basedOn: theirs.revision, changes: { title: "Theirs" } },
    ]);
    type("title", sheetRow(objective), "Mine");
    await checkAndPush(session);
    expect(open(session).conflicts).toMatchObject([
      { id: objective, modifiedBy: "Otto", fields: [{ field: "title", mine: "Mine", theirs: "Theirs" }] },
    ]);
    await session.resolve(objective, { title: "theirs" });
    expect(cell("title", objective)).toBe("Theirs");
    expect(open(session).conflicts).toEqual([]);
  });

  it("[SE17] calls a renamed parent by its new name at once, in every row, and takes that for no edit", async () => {
    const session = await pulled(createMemoryOkrRepository(home));
    type("title", sheetRow(objective), "Full shelves");
    // Not ready to be stored, and names the parent as it was called.
    type("type", 9, "Key result");
    type("title", 9, "Empty shelves");
    type("parent", 9, "Shelves are full");
    await checkAndPush(session);
    expect(open(session).report).toMatchObject({ stored: 1, checkIns: 0, failed: [] });
    expect(cell("parent", availability)).toBe("Full shelves");
    expect(simulatedExcel.value(`OKRs!${letter("parent")}9`)).toBe("Full shelves");
    const { plan } = open(session).preview ?? {};
    expect(plan?.counts).toEqual({ unchanged: 7, problem: 1, new: 0, changed: 0, checkIn: 0, delete: 0, gone: 0 });
    expect(plan?.rows.at(-1)?.problems.map(({ field }) => field)).not.toContain("parent");
  });

  it("[SE17] a parent whose title somebody else's new row shares is still no edit", async () => {
    const session = await pulled(createMemoryOkrRepository(home));
    type("type", 9, "Objective");
    type("title", 9, "Shelves are full");
    type("team", 9, "Kenya");
    await checkAndPush(session);
    expect(cell("parent", availability)).toBe(`Shelves are full (#${objective.slice(0, 8)})`);
    expect(open(session).preview?.plan.counts).toMatchObject({ unchanged: 8, problem: 0, changed: 0 });
  });

  it("[SE18] finishes a push whose page was closed before the answers came, without doubling", async () => {
    const real = createMemoryOkrRepository(home);
    let sent = (): void => undefined;
    const arrived = new Promise<void>((resolve) => {
      sent = resolve;
    });
    const silent: OkrRepository = {
      ...real,
      write: async (writes) => {
        await real.write(writes);
        sent();
        return new Promise(() => undefined);
      },
    };
    const session = await pulled(silent);
    type("type", 9, "Objective");
    type("title", 9, "A new aim");
    type("team", 9, "Kenya");
    type("current", sheetRow(availability), "95");
    void checkAndPush(session);
    await arrived;
    const again = sessionOver({ okrRepository: real, keep, spreadsheet: createExcelSpreadsheet() });
    await again.start();
    expect(open(again).interrupted).toBe(2);
    await again.resume();
    expect(home.objectives.size).toBe(4);
    expect(home.checkIns.size).toBe(3);
    expect(open(again).preview?.plan.counts).toMatchObject({ new: 0, checkIn: 0, changed: 0 });
    expect(open(again).interrupted).toBe(0);
  });

  it("[SE16] a refresh keeps what was typed and brings what others changed", async () => {
    const session = await pulled(createMemoryOkrRepository(home));
    type("owner", sheetRow(objective), "");
    const theirs = home.objectives.get(objective);
    if (!theirs) throw new Error("not stored");
    await createMemoryOkrRepository(home, "Otto").write([
      { kind: "changeObjective", id: theirs.record.id, basedOn: theirs.revision, changes: { title: "Theirs" } },
    ]);
    await session.pull({ unit: "all", below: true });
    expect(cell("title", objective)).toBe("Theirs");
    expect(cell("owner", objective)).toBe("");
    expect(open(session).preview?.plan.counts).toMatchObject({ changed: 1 });
  });

  it("[SE36] a refresh puts new key results under their objective, unless somebody sorted or filters the table", async () => {
    const session = await pulled(createMemoryOkrRepository(home));
    const pattern = home.keyResults.get(availability);
    if (!pattern) throw new Error("not stored");
    const bring = async (n: number): Promise<readonly [number, number]> => {
      const id = keyResultId(guid("1", 90 + n));
      const keyResult = { ...pattern.record, id, title: `=New ${n}` };
      await createMemoryOkrRepository(home, "Otto").write([{ kind: "createKeyResult", keyResult }]);
      await session.pull({ unit: "all", below: true });
      return [sheetRow(id), rowCount() + 1];
    };
    expect(await bring(1)).toEqual([5, 9]);
    expect(simulatedExcel.value(`OKRs!${letter("title")}5`)).toBe("=New 1");
    expect(open(session).preview?.plan.counts).toMatchObject({ unchanged: 8, problem: 0 });
    filterBy("title", ["Shelves are full"]);
    expect(await bring(2)).toEqual([10, 10]);
    filterBy("title", []);
    sortBy("title");
    expect(await bring(3)).toEqual([11, 11]);
    expect(open(session).preview?.plan.counts).toMatchObject({ unchanged: 10, problem: 0 });
  });
});
