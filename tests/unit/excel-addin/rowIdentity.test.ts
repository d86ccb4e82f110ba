/**
 * Rows stay the records that they are, whatever people do to the table.
 * @jest-environment <rootDir>/tests/support/office-environment.ts
 */
import { beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import type { SheetSession } from "#shared/application/sheet/sheetSession.ts";
import { unitKey } from "#shared/domain/okr/ids.ts";
import type { Spreadsheet } from "#shared/ports/spreadsheet.ts";
import { createExcelSpreadsheet } from "../../../excel-addin/host/excelSpreadsheet.ts";
import {
  cell,
  checkAndPush,
  filledHome,
  letter,
  open,
  pulledSession,
  sheetRow,
  type,
} from "#tests/support/excelSession.ts";
import {
  copyRows,
  cutRow,
  deleteRow,
  emptyWorkbook,
  filterBy,
  heldAt,
  insertRow,
  okrTable,
  pressUndo,
  rowCount,
  rowOfKey,
  sortBy,
} from "#tests/support/hands.ts";
import { createMemoryOkrRepository, type MemoryHome } from "#tests/support/memoryOkrRepository.ts";
import { guid } from "#tests/support/okrs.ts";

const ALL = { unit: "all", below: true } as const;
const KENYA = { unit: unitKey("ke"), below: true } as const;
const availability = guid("1", 1);
const refill = guid("1", 2);
const objective = guid("0", 1);
const ROWS = 7;

let home: MemoryHome;
let session: SheetSession;
/** Something that happens right after the table was read. */
let meanwhile: () => void;

const counts = () => open(session).preview?.plan.counts;
const problems = () =>
  open(session).preview?.plan.rows.flatMap((row) =>
    row.problems.map(({ cause: { problem } }) => ("code" in problem ? problem.code : problem.type)),
  );
const titles = (): readonly string[] =>
  [...home.objectives.values(), ...home.keyResults.values()].map(({ record }) => record.title);

const theirs = async (id: string, title: string): Promise<void> => {
  const kept = home.keyResults.get(id);
  if (!kept) throw new Error("not stored");
  await createMemoryOkrRepository(home, "Otto").write([
    { kind: "changeKeyResult", id: kept.record.id, basedOn: kept.revision, changes: { title } },
  ]);
};

const watched = (): Spreadsheet => {
  const real = createExcelSpreadsheet();
  return {
    ...real,
    read: async () => {
      const content = await real.read();
      meanwhile();
      return content;
    },
    onEdited: () => () => undefined,
  };
};

/** Once, after the next reading of the table. */
const onceMeanwhile = (act: () => void): void => {
  meanwhile = () => {
    meanwhile = () => undefined;
    act();
  };
};

beforeAll(async () => {
  await Office.onReady();
});
beforeEach(async () => {
  meanwhile = () => undefined;
  await emptyWorkbook();
  home = await filledHome();
  session = await pulledSession({ okrRepository: createMemoryOkrRepository(home), spreadsheet: watched() });
});

describe("a row", () => {
  it("[SE9] is its record after sorting, filtering, inserting, cutting and pasting", async () => {
    type("title", sheetRow(availability), "Shelves with goods");
    sortBy("title", false);
    filterBy("team", ["Kenya"]);
    insertRow(0);
    cutRow(rowOfKey(refill), 0);
    await checkAndPush(session);
    expect(open(session).report).toMatchObject({ stored: 1, checkIns: 0, failed: [] });
    expect(home.keyResults.get(availability)?.record.title).toBe("Shelves with goods");
    expect(counts()).toMatchObject({ unchanged: ROWS, problem: 0, new: 0, changed: 0, checkIn: 0 });
    expect(okrTable().filters.size).toBe(1);
  });

  it("[SE10] that was copied is a new one, and the original stays what it was", async () => {
    copyRows(rowOfKey(refill), 1, ROWS);
    type("title", ROWS + 2, "Days to unload");
    await checkAndPush(session);
    expect(home.keyResults.size).toBe(5);
    expect(home.keyResults.get(refill)?.record.title).toBe("Days to refill");
    expect(titles()).toContain("Days to unload");
    expect(new Set(Array.from({ length: rowCount() }, (_, row) => heldAt(row, "key"))).size).toBe(rowCount());
  });

  it("[SE10] pasted over another one overwrites no record", async () => {
    copyRows(rowOfKey(availability), 1, rowOfKey(refill));
    await checkAndPush(session);
    expect(home.keyResults.get(refill)?.record.title).toBe("Days to refill");
    expect(titles().filter((title) => title === "On-shelf availability")).toHaveLength(2);
  });

  it("[SE16] that is deleted in the sheet alone stays stored and comes back with the next pull", async () => {
    deleteRow(rowOfKey(refill));
    await checkAndPush(session);
    expect(home.keyResults.has(refill)).toBe(true);
    await session.pull(ALL);
    expect(cell("title", refill)).toBe("Days to refill");
  });

  it("[SE23] that loses its key by Undo after a push is still the record it became", async () => {
    type("type", ROWS + 2, "Objective");
    type("title", ROWS + 2, "A new aim");
    type("team", ROWS + 2, "Kenya");
    await checkAndPush(session);
    expect(home.objectives.size).toBe(4);
    while (heldAt(ROWS, "key") !== null) pressUndo();
    expect(heldAt(ROWS, "title")).toBe("A new aim");
    await session.check();
    expect(counts()).toMatchObject({ new: 0, changed: 0 });
    await session.push();
    expect(home.objectives.size).toBe(4);
    expect(heldAt(ROWS, "key")).not.toBeNull();
  });

  it("[SE28] that says by Undo what it said before a pull takes nothing back from others", async () => {
    await theirs(availability, "Otto's title");
    await session.pull(ALL);
    expect(cell("title", availability)).toBe("Otto's title");
    while (cell("title", availability) !== "On-shelf availability") pressUndo();
    await checkAndPush(session);
    expect(home.keyResults.get(availability)?.record.title).toBe("Otto's title");
    expect(problems()).toEqual(["olderValue"]);
    await session.pull(ALL);
    expect(cell("title", availability)).toBe("Otto's title");
    type("title", sheetRow(availability), "On-shelf availability");
    await checkAndPush(session);
    expect(home.keyResults.get(availability)?.record.title).toBe("On-shelf availability");
  });

  it("[SE26] of an earlier pull that Undo brings back is stored already, and no new one", async () => {
    await session.pull(KENYA);
    while (rowOfKey(availability) < 0) pressUndo();
    await checkAndPush(session);
    expect([home.objectives.size, home.keyResults.size]).toEqual([3, 4]);
    expect(problems()).toContain("pulledBefore");
  });
});

describe("what people do at the very moment at which something is written", () => {
  it("[SE24] a row that is sorted away meanwhile gets no key of another one, and nothing is sent unseen", async () => {
    for (const [at, title] of ["Zebras", "Ants"].entries()) {
      type("type", ROWS + 2 + at, "Objective");
      type("title", ROWS + 2 + at, title);
      type("team", ROWS + 2 + at, "Kenya");
    }
    await session.check();
    const shown = new Map(open(session).preview?.plan.rows.map(({ title, id }) => [title, id]));
    onceMeanwhile(() => sortBy("title"));
    await session.push();
    expect(home.objectives.size).toBe(3);
    expect(open(session).preview?.renewed).toBe(true);
    await session.push();
    expect(home.objectives.size).toBe(5);
    for (const title of ["Zebras", "Ants"]) {
      const stored = [...home.objectives.values()].find(({ record }) => record.title === title)?.record;
      expect(heldAt(rowOfKey(stored?.id ?? ""), "title")).toBe(title);
    }
    expect(shown.size).toBeGreaterThan(0);
  });

  it("[SE24] what is typed while a refresh writes stays, and the refresh is done all the same", async () => {
    await theirs(availability, "Otto's title");
    await theirs(refill, "Otto's days");
    onceMeanwhile(() => {
      type("title", sheetRow(availability), "Typed just now");
      insertRow(0);
    });
    await session.pull(ALL);
    expect(open(session).failure).toBeUndefined();
    expect(cell("title", availability)).toBe("Typed just now");
    expect(cell("title", refill)).toBe("Otto's days");
    expect(
      Array.from(
        { length: letter("key").charCodeAt(0) - 64 },
        (_, at) => okrTable().columns[at] && heldAt(0, "title"),
      )[0],
    ).toBeNull();
  });

  it("[SE24] rows that are deleted while a push is written down leave the others what they are", async () => {
    type("title", sheetRow(availability), "Shelves with goods");
    await session.check();
    let looks = 0;
    meanwhile = () => {
      looks += 1;
      if (looks === 2) deleteRow(rowOfKey(objective));
    };
    await session.push();
    expect(home.keyResults.get(availability)?.record.title).toBe("Shelves with goods");
    expect(cell("title", availability)).toBe("Shelves with goods");
    expect(cell("title", refill)).toBe("Days to refill");
    expect(rowCount()).toBe(ROWS - 1);
  });

  it("[SE24] gives up without harm where the table never stands still", async () => {
    await theirs(refill, "Otto's days");
    let step = 0;
    meanwhile = () => {
      step += 1;
      insertRow(0);
      simulatedExcel.type(`OKRs!${letter("title")}2`, "");
      sortBy("title", step % 2 === 0);
    };
    await session.pull(ALL);
    expect(open(session).failure?.type).toBe("EditedMeanwhile");
    meanwhile = () => undefined;
    await session.pull(ALL);
    expect(cell("title", refill)).toBe("Otto's days");
    expect(counts()).toMatchObject({ changed: 0, new: 0 });
  });
});

describe("edits beside changes of others", () => {
  it("[SE27] a field that both changed is asked at the push, also after a refresh", async () => {
    type("title", sheetRow(availability), "Mine");
    await theirs(availability, "Otto's title");
    await session.pull(ALL);
    expect(cell("title", availability)).toBe("Mine");
    expect(problems()).toEqual(["changedElsewhere"]);
    await session.push();
    expect(home.keyResults.get(availability)?.record.title).toBe("Otto's title");
    expect(open(session).conflicts).toMatchObject([
      {
        modifiedBy: "Otto",
        fields: [{ field: "title", base: "On-shelf availability", mine: "Mine", theirs: "Otto's title" }],
      },
    ]);
    await session.resolve(availability, { title: "mine" });
    expect(home.keyResults.get(availability)?.record.title).toBe("Mine");
    expect(counts()).toMatchObject({ changed: 0, problem: 0 });
  });

  it("[SE27] other fields of the same row take no part in it", async () => {
    type("weight", sheetRow(availability), "40");
    await theirs(availability, "Otto's title");
    await session.pull(ALL);
    await session.push();
    expect(home.keyResults.get(availability)?.record).toMatchObject({ title: "Otto's title", weight: 40 });
    expect(open(session).conflicts).toEqual([]);
  });
});
