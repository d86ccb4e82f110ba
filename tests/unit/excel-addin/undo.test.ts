/**
 * Taking a push back, in the simulated Excel.
 * @jest-environment <rootDir>/tests/support/office-environment.ts
 */
import { beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import type { SheetSession } from "#shared/application/sheet/sheetSession.ts";
import { createExcelSpreadsheet } from "../../../excel-addin/host/excelSpreadsheet.ts";
import {
  cell,
  checkAndPush,
  filledHome,
  letter,
  open,
  pulledSession,
  sessionOver,
  sheetRow,
  type,
} from "#tests/support/excelSession.ts";
import { createMemoryOkrRepository, type MemoryHome } from "#tests/support/memoryOkrRepository.ts";
import { keyResultId } from "#shared/domain/okr/ids.ts";
import { guid } from "#tests/support/okrs.ts";

const availability = guid("1", 1);
const NEW_ROW = 9;

let home: MemoryHome;
let session: SheetSession;

beforeAll(async () => {
  await Office.onReady();
});
beforeEach(async () => {
  home = await filledHome();
  session = await pulledSession({
    okrRepository: createMemoryOkrRepository(home),
    spreadsheet: createExcelSpreadsheet(),
  });
});

const titleOf = (id: string): string | undefined => home.keyResults.get(id)?.record.title;

/** A new objective, a new title and a reading. */
const push = async (): Promise<void> => {
  type("type", NEW_ROW, "Objective");
  type("title", NEW_ROW, "A new aim");
  type("team", NEW_ROW, "Kenya");
  type("title", sheetRow(availability), "Shelves with goods");
  type("current", sheetRow(availability), "95");
  await checkAndPush(session);
};

describe("taking a push back", () => {
  it("[SE20] gives the store its records back and leaves the sheet as it was typed", async () => {
    await push();
    expect(open(session).report).toEqual({ stored: 2, checkIns: 1, failed: [], undoable: 2 });
    expect(home.objectives.size).toBe(4);
    await session.undo();
    expect([home.objectives.size, titleOf(availability)]).toEqual([3, "On-shelf availability"]);
    expect(home.checkIns.size).toBe(3);
    expect(cell("title", availability)).toBe("Shelves with goods");
    expect(simulatedExcel.value(`OKRs!${letter("title")}${NEW_ROW}`)).toBe("A new aim");
    expect(open(session)).toMatchObject({
      report: { stored: 2, failed: [], undoable: 0 },
      preview: { plan: { counts: { new: 1, changed: 1, checkIn: 0 } } },
    });
  });

  it("[SE20] can be followed by the same push", async () => {
    await push();
    await session.undo();
    await session.push();
    expect([home.objectives.size, titleOf(availability)]).toEqual([4, "Shelves with goods"]);
    expect(home.checkIns.size).toBe(3);
    expect(open(session).preview?.plan.counts).toMatchObject({ new: 0, changed: 0 });
  });

  it("[SE20] leaves what somebody changed since", async () => {
    await push();
    const kept = home.keyResults.get(availability);
    if (!kept) throw new Error("not stored");
    await createMemoryOkrRepository(home, "Otto").write([
      { kind: "changeKeyResult", id: kept.record.id, basedOn: kept.revision, changes: { title: "Otto's", weight: 7 } },
    ]);
    await session.undo();
    expect(titleOf(availability)).toBe("Otto's");
    expect(home.objectives.size).toBe(3);
  });

  it("[SE30] says beforehand what would go back, and takes back only the rows that were chosen", async () => {
    await push();
    await session.reviewUndo();
    expect(open(session).takingBack).toMatchObject([
      {
        id: availability,
        kind: "restore",
        changes: [{ field: "title", before: "Shelves with goods", after: "On-shelf availability" }],
        kept: [],
      },
      { title: "A new aim", kind: "remove", changes: [] },
    ]);
    await session.undo(new Set([availability]));
    expect([home.objectives.size, titleOf(availability)]).toEqual([4, "On-shelf availability"]);
    expect(open(session)).not.toHaveProperty("takingBack");
    expect(open(session)).toMatchObject({ report: { stored: 1, undoable: 1, kept: [] }, sheet: { undoable: 1 } });
    await session.undo();
    expect(home.objectives.size).toBe(3);
    expect(open(session).sheet).not.toHaveProperty("undoable");
  });

  it("[SE30] lists what stays, with what somebody stored there, before and after", async () => {
    await push();
    const kept = home.keyResults.get(availability);
    const made = [...home.objectives.values()].find(({ record }) => record.title === "A new aim");
    if (!kept || !made) throw new Error("not stored");
    await createMemoryOkrRepository(home, "Otto").write([
      { kind: "changeKeyResult", id: kept.record.id, basedOn: kept.revision, changes: { title: "Otto's" } },
      {
        kind: "createKeyResult",
        keyResult: {
          ...kept.record,
          id: keyResultId(guid("1", 77)),
          objectiveId: made.record.id,
          unitKey: made.record.unitKey,
        },
      },
    ]);
    await session.reviewUndo();
    const fields = [{ field: "title", now: "Otto's" }];
    expect(open(session).takingBack).toMatchObject([
      { id: availability, changes: [], kept: fields },
      { title: "A new aim", stays: "used" },
    ]);
    await session.undo();
    expect(open(session).report).toMatchObject({
      failed: [],
      kept: [
        { id: availability, reason: "fields", fields },
        { title: "A new aim", reason: "used" },
      ],
    });
    expect([home.objectives.size, titleOf(availability)]).toEqual([4, "Otto's"]);
  });

  it("[SE30] an objective that was made goes with what was made below it", async () => {
    type("type", NEW_ROW, "Objective");
    type("title", NEW_ROW, "A new aim");
    type("team", NEW_ROW, "Kenya");
    type("type", NEW_ROW + 1, "Key result");
    type("title", NEW_ROW + 1, "A new figure");
    type("start", NEW_ROW + 1, "1");
    type("target", NEW_ROW + 1, "9");
    await checkAndPush(session);
    expect([home.objectives.size, home.keyResults.size]).toEqual([4, 5]);
    await session.reviewUndo();
    const aim = open(session).takingBack?.find(({ title }) => title === "A new aim");
    await session.undo(new Set([aim?.id ?? ""]));
    expect([home.objectives.size, home.keyResults.size]).toEqual([3, 4]);
    expect(open(session).report).toMatchObject({ kept: [], undoable: 0 });
  });

  it("[SE30] what was chosen in a conflict belongs to its push", async () => {
    const objective = guid("0", 1);
    const theirs = home.objectives.get(objective);
    if (!theirs) throw new Error("not stored");
    await createMemoryOkrRepository(home, "Otto").write([
      { kind: "changeObjective", id: theirs.record.id, basedOn: theirs.revision, changes: { title: "Theirs" } },
    ]);
    type("title", sheetRow(objective), "Mine");
    await push();
    await session.resolve(objective, { title: "mine" });
    expect(open(session).sheet?.undoable).toBe(3);
    await session.undo();
    expect(home.objectives.get(objective)?.record.title).toBe("Theirs");
    expect(titleOf(availability)).toBe("On-shelf availability");
  });

  it("[SE20] is offered after another pull too", async () => {
    await push();
    await session.pull({ unit: "all", below: true });
    expect(open(session)).not.toHaveProperty("report");
    expect(open(session).sheet?.undoable).toBe(2);
    await session.undo();
    expect([home.objectives.size, titleOf(availability)]).toEqual([3, "On-shelf availability"]);
    expect(open(session).sheet).not.toHaveProperty("undoable");
  });

  it("[SE20] is offered when the workbook is opened again, until the next push", async () => {
    await push();
    const parts = { okrRepository: createMemoryOkrRepository(home), spreadsheet: createExcelSpreadsheet() };
    const tomorrow = sessionOver(parts);
    await tomorrow.start();
    expect(open(tomorrow).sheet?.undoable).toBe(2);
    await tomorrow.undo();
    expect([home.objectives.size, titleOf(availability)]).toEqual([3, "On-shelf availability"]);
    const later = sessionOver(parts);
    await later.start();
    expect(open(later).sheet).not.toHaveProperty("undoable");
  });
});
