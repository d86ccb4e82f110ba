/**
 * The place of the pane where initiatives are edited, over the simulated Excel.
 * @jest-environment <rootDir>/tests/support/office-environment.ts
 */
import { beforeAll, describe, expect, it, jest } from "@jest/globals";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { Suspense } from "react";
import { createExcelSpreadsheet } from "../../../../excel-addin/host/excelSpreadsheet.ts";
import { CHECK_IN_TABLE, INITIATIVE_TABLE } from "../../../../excel-addin/host/locate.ts";
import { ExcelProvider } from "../../../../excel-addin/screens/ExcelContext.ts";
import { en } from "../../../../excel-addin/text/en.ts";
import { InitiativeTool } from "../../../../excel-addin/tools/initiatives/InitiativeTool.tsx";
import { depsOver, filledHome, sessionOver } from "#tests/support/excelSession.ts";
import { initiativeRow, initiatives, typeAt } from "#tests/support/initiativeSheets.ts";
import { createMemoryOkrRepository, type MemoryHome } from "#tests/support/memoryOkrRepository.ts";
import { guid } from "#tests/support/okrs.ts";
import { english } from "#tests/support/sheets.ts";
import { renderUi, signedInAsLena } from "#tests/support/ui.tsx";

jest.setTimeout(60_000);

/** Excel answers in its own time, on a slow machine late. */
const SLOW = { timeout: 20_000 };

const press = async (name: string | RegExp): Promise<void> => {
  await userEvent.click(await screen.findByRole("button", { name }, SLOW));
};

/** The place over a home filled with the OKRs of tests/support/sheets.ts. */
const shown = async (): Promise<MemoryHome> => {
  const home = await filledHome();
  const okrRepository = createMemoryOkrRepository(home);
  await okrRepository.write(initiatives.map((initiative) => ({ kind: "createInitiative", initiative }) as const));
  const deps = depsOver({ okrRepository, spreadsheet: createExcelSpreadsheet() });
  renderUi(
    <ExcelProvider
      value={{
        texts: en,
        vocabulary: english,
        session: sessionOver(deps),
        signIn: signedInAsLena,
        checkIns: createExcelSpreadsheet(CHECK_IN_TABLE),
        initiatives: createExcelSpreadsheet(INITIATIVE_TABLE),
        deps,
      }}
    >
      <Suspense>
        <InitiativeTool />
      </Suspense>
    </ExcelProvider>,
  );
  return home;
};

beforeAll(async () => {
  await Office.onReady();
});

describe("the place for initiatives", () => {
  it("[IS5] [IS8] leads from pulling to what is stored and deleted, and shows what is typed in between", async () => {
    const home = await shown();
    await press("Pull");
    await screen.findByText(/3 initiatives · pulled/u, {}, SLOW);
    await screen.findByText(/“Serves” names its key result or objective/u, {}, SLOW);
    typeAt(initiativeRow(guid("3", 1)), "change", "Delete");
    typeAt(initiativeRow(guid("3", 2)), "state", "Done");
    typeAt(initiativeRow(guid("3", 3)), "link", "not a link");
    await screen.findByText(/A link begins with https/u, {}, SLOW);
    await screen.findByText("1 to delete", {}, SLOW);
    await press("Push 2 initiatives");
    await screen.findByText("Delete one initiative?", {}, SLOW);
    await press("Cancel");
    expect(home.initiatives.size).toBe(3);
    await press("Push 2 initiatives");
    await press("Delete and push");
    await screen.findByText("2 initiatives stored.", {}, SLOW);
    expect([...home.initiatives.values()].map(({ record }) => [record.title, record.state])).toEqual([
      ["Second truck", "done"],
      ["Ask what they like", "done"],
    ]);
  });
});
