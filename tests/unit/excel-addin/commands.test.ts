/**
 * What the ribbon asks for, without anybody looking at the pane.
 * @jest-environment <rootDir>/tests/support/office-environment.ts
 */
import { beforeAll, describe, expect, it } from "@jest/globals";
import { createExcelSpreadsheet } from "../../../excel-addin/host/excelSpreadsheet.ts";
import { filledHome, open, sessionOver, sheetRow, type } from "#tests/support/excelSession.ts";
import { createMemoryOkrRepository } from "#tests/support/memoryOkrRepository.ts";
import { guid } from "#tests/support/okrs.ts";

const objective = guid("0", 1);

beforeAll(async () => {
  await Office.onReady();
});

describe("a command from the ribbon", () => {
  it("waits for the session, says that pulling comes first, and then works", async () => {
    const home = await filledHome();
    const session = sessionOver({
      okrRepository: createMemoryOkrRepository(home),
      spreadsheet: createExcelSpreadsheet(),
    });
    const early = session.command("check");
    await session.start();
    await early;
    expect(open(session)).toMatchObject({ pullFirst: true });
    await session.pull({ unit: "all", below: true });
    expect(open(session)).not.toHaveProperty("pullFirst");
    type("title", sheetRow(objective), "Full shelves");
    await session.command("push");
    expect(open(session).preview?.plan.counts).toMatchObject({ changed: 1 });
    expect(home.objectives.get(objective)?.record.title).toBe("Shelves are full");
    await session.command("pull");
    expect(open(session).preview?.plan.counts).toMatchObject({ changed: 1 });
  });
});
