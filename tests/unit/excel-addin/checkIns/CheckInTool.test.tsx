/**
 * The place of the pane where check-ins are filled in, over the simulated Excel.
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
import { CheckInTool } from "../../../../excel-addin/tools/checkIns/CheckInTool.tsx";
import { fillIn } from "#tests/support/checkInSheets.ts";
import { depsOver, filledHome, sessionOver } from "#tests/support/excelSession.ts";
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
  const deps = depsOver({
    okrRepository: createMemoryOkrRepository(home),
    spreadsheet: createExcelSpreadsheet(),
  });
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
        <CheckInTool />
      </Suspense>
    </ExcelProvider>,
  );
  return home;
};

beforeAll(async () => {
  await Office.onReady();
});

describe("the place for check-ins", () => {
  it("[CK8] [CK9] leads from pulling to what is stored, and shows what is typed in between", async () => {
    const home = await shown();
    await press("Pull");
    await screen.findByText(/4 key results · pulled/u, {}, SLOW);
    await screen.findByText(/Fill in the coloured columns/u, {}, SLOW);
    fillIn(guid("1", 2), "current", "7");
    fillIn(guid("1", 1), "confidence", "12");
    await screen.findByText("still 7", {}, SLOW);
    await screen.findByText(/It has to be between 0 and 10/u, {}, SLOW);
    await press("Push 1 check-in");
    await screen.findByText("1 check-in stored.", {}, SLOW);
    expect(home.checkIns.size).toBe(3);
    await screen.findByRole("button", { name: "Push check-ins" }, SLOW);
  });

  it("[SO1] [SO5] pulls one's own, says so, and finds the choice again under its name", async () => {
    await shown();
    await press(/Pull something else/u);
    await press("More filters");
    await userEvent.click(screen.getByRole("combobox", { name: "Owner" }));
    await userEvent.click(await screen.findByRole("option", { name: "Me" }, SLOW));
    await press("Saved views");
    await userEvent.click(await screen.findByRole("menuitem", { name: "Save this choice…" }, SLOW));
    await userEvent.type(await screen.findByRole("textbox", { name: "Name of the view" }, SLOW), "Mine");
    await press("Save");
    await press("Without these filters");
    await press("Saved views");
    await userEvent.click(await screen.findByRole("menuitem", { name: "Mine" }, SLOW));
    await press("Pull");
    await screen.findByText("owner: Me", {}, SLOW);
    expect(await screen.findByText(/2 key results · pulled/u, {}, SLOW)).not.toBeNull();
  });
});
