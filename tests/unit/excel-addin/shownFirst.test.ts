/**
 * Nothing is sent that the preview did not show, and the preview says when the sheet has moved on.
 * @jest-environment <rootDir>/tests/support/office-environment.ts
 */
import { beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import type { SheetSession } from "#shared/application/sheet/sheetSession.ts";
import { isReady } from "#shared/domain/sheet/planTypes.ts";
import type { Spreadsheet } from "#shared/ports/spreadsheet.ts";
import { createExcelSpreadsheet } from "../../../excel-addin/host/excelSpreadsheet.ts";
import { filledHome, open, pulledSession, sheetRow, type } from "#tests/support/excelSession.ts";
import { createMemoryOkrRepository, type MemoryHome } from "#tests/support/memoryOkrRepository.ts";
import { guid } from "#tests/support/okrs.ts";

const availability = guid("1", 1);
const objective = guid("0", 1);
const NEW_ROW = 9;

let home: MemoryHome;
let session: SheetSession;
let tell: () => void;
/** Something that happens right after the table was read. */
let meanwhile: () => void;

/** Excel whose events come when the test says so. */
const watched = (): Spreadsheet => {
  const real = createExcelSpreadsheet();
  return {
    ...real,
    read: async () => {
      const content = await real.read();
      meanwhile();
      return content;
    },
    onEdited: (listener) => {
      tell = listener;
      return () => undefined;
    },
  };
};

/** Everything that was asked of Excel so far is done. */
const settled = (): Promise<void> => Excel.run((context) => context.sync());

const newRow = (at: number, title: string, team = "Kenya"): void => {
  type("type", at, "Objective");
  type("title", at, title);
  type("team", at, team);
};

const preview = () => {
  const shown = open(session).preview;
  if (!shown) throw new Error("nothing is shown");
  return shown;
};

const idOf = (title: string): string => {
  const row = preview().plan.rows.find((one) => one.title === title);
  if (!row) throw new Error(`${title} is not shown`);
  return row.id;
};

beforeAll(async () => {
  await Office.onReady();
});
beforeEach(async () => {
  meanwhile = () => undefined;
  home = await filledHome();
  session = await pulledSession({ okrRepository: createMemoryOkrRepository(home), spreadsheet: watched() });
});

describe("a preview", () => {
  it("[SE19] stays good when an event comes late and the sheet says what was seen", async () => {
    newRow(NEW_ROW, "A new aim");
    await session.check();
    tell();
    await settled();
    await settled();
    expect(preview()).toMatchObject({ outdated: false, plan: { counts: { new: 1 } } });
  });

  it("[SE19] says that the sheet was edited since", async () => {
    await session.check();
    type("title", sheetRow(objective), "Full shelves");
    tell();
    await settled();
    await settled();
    expect(preview().outdated).toBe(true);
  });

  it("[SE19] says so too when somebody typed while it was made", async () => {
    meanwhile = () => {
      meanwhile = () => undefined;
      type("title", sheetRow(objective), "Full shelves");
      tell();
    };
    await session.check();
    await settled();
    await settled();
    expect(preview()).toMatchObject({ outdated: true, plan: { counts: { changed: 0 } } });
  });
});

describe("a push", () => {
  it("[SE19] sends nothing that was not shown, shows it, and sends it then", async () => {
    type("title", sheetRow(objective), "Full shelves");
    await session.check();
    type("current", sheetRow(availability), "95");
    await session.push();
    expect(preview()).toMatchObject({ renewed: true, plan: { counts: { changed: 1, checkIn: 1 } } });
    expect(home.objectives.get(objective)?.record.title).toBe("Shelves are full");
    expect(open(session).report).toBeUndefined();
    await session.push();
    expect(open(session).report).toMatchObject({ stored: 1, checkIns: 1, failed: [] });
    expect(preview().renewed).toBeUndefined();
  });

  it("[SE19] sends the chosen new rows and leaves the others in the sheet", async () => {
    newRow(NEW_ROW, "Wanted");
    newRow(NEW_ROW + 1, "Held back");
    await session.check();
    await session.push(new Set([idOf("Wanted")]));
    expect([...home.objectives.values()].map(({ record }) => record.title)).toContain("Wanted");
    expect([...home.objectives.values()].map(({ record }) => record.title)).not.toContain("Held back");
    expect(
      preview()
        .plan.rows.filter(isReady)
        .map(({ title }) => title),
    ).toEqual(["Held back"]);
  });
});

describe("rows without a key", () => {
  it("[SE19] are the same rows at the next look, moved or edited", async () => {
    newRow(NEW_ROW, "First");
    newRow(NEW_ROW + 1, "Second");
    await session.check();
    const [first, second] = [idOf("First"), idOf("Second")];
    newRow(NEW_ROW, "Second");
    newRow(NEW_ROW + 1, "First");
    await session.check();
    expect([idOf("First"), idOf("Second")]).toEqual([first, second]);
    type("title", NEW_ROW, "Second, corrected");
    await session.check();
    expect([idOf("First"), idOf("Second, corrected")]).toEqual([first, second]);
  });

  it("[SE19] never get the id of a stored one", async () => {
    newRow(NEW_ROW, "Stored");
    await session.check();
    const stored = idOf("Stored");
    await session.push();
    newRow(NEW_ROW + 1, "Stored");
    await session.check();
    expect(preview().plan.counts.new).toBe(1);
    expect(preview().plan.rows.find(({ at }) => at === NEW_ROW - 1)?.id).not.toBe(stored);
  });
});
