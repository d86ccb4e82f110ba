/**
 * Live cells beside the table of OKRs, over the simulated Excel.
 * @jest-environment <rootDir>/tests/support/office-environment.ts
 */
import { beforeAll, describe, expect, it, jest } from "@jest/globals";
import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createExcelSpreadsheet } from "../../../../excel-addin/host/excelSpreadsheet.ts";
import { ExcelProvider } from "../../../../excel-addin/screens/ExcelContext.ts";
import { Pane } from "../../../../excel-addin/screens/Pane.tsx";
import { en } from "../../../../excel-addin/text/en.ts";
import { LiveBeside } from "../../../../excel-addin/tools/liveCells/LiveBeside.tsx";
import { composeLiveCells } from "../../../../excel-addin/tools/liveCells/compose.ts";
import { liveTexts } from "../../../../excel-addin/tools/liveCells/texts.ts";
import { Suspense } from "react";
import type { KeyResult } from "#shared/domain/okr/keyResult.ts";
import { depsOver, filledHome, sessionOver, sheetRow, type } from "#tests/support/excelSession.ts";
import { createMemoryOkrRepository, type MemoryHome } from "#tests/support/memoryOkrRepository.ts";
import { english, frame, okrs } from "#tests/support/sheets.ts";
import { renderUi, signedInAsLena } from "#tests/support/ui.tsx";

jest.setTimeout(60_000);

/** Excel answers in its own time, on a slow machine late. */
const SLOW = { timeout: 20_000 };

const [availability, refill] = okrs.keyResults as readonly [KeyResult, KeyResult];

/** As a person does: not before the button can be pressed. */
const press = async (name: string | RegExp): Promise<void> => {
  const isReady = (element: HTMLElement): boolean => element.getAttribute("aria-disabled") !== "true";
  await waitFor(() => expect(screen.getAllByRole("button", { name }).filter(isReady)).toHaveLength(1), SLOW);
  await userEvent.click(screen.getByRole("button", { name }));
};

/** The pane over the OKRs of tests/support/sheets.ts; the days to refill come from a finance model. */
const shown = async (): Promise<MemoryHome> => {
  const home = await filledHome();
  const deps = depsOver({ okrRepository: createMemoryOkrRepository(home), spreadsheet: createExcelSpreadsheet() });
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("Finance");
    sheet.getRange("A1:B1").values = [["Days", 6]];
    sheet.activate();
    sheet.getRange("B1").select();
    await context.sync();
  });
  const live = composeLiveCells({ deps }, liveTexts("en"));
  await live.load(frame);
  await live.bind(frame, refill);
  live.dispose();
  const session = sessionOver(deps);
  renderUi(
    <ExcelProvider
      value={{
        texts: en,
        vocabulary: english,
        session,
        signIn: signedInAsLena,
        checkIns: deps.spreadsheet,
        initiatives: deps.spreadsheet,
        deps,
      }}
    >
      <Suspense>
        <Pane Beside={LiveBeside} />
      </Suspense>
    </ExcelProvider>,
  );
  return home;
};

beforeAll(async () => {
  await Office.onReady();
});

describe("live cells beside the table", () => {
  it("[BC10] are shown by a check and go out with the push, with where they come from", async () => {
    const home = await shown();
    await press("Pull");
    await screen.findByText(/rows · pulled/u, {}, SLOW);
    await screen.findByText("1 live cell goes out with the next push", {}, SLOW);
    type("title", sheetRow(availability.id), "Shelves with goods");
    await press("Check");
    await screen.findByText("1 changed row", {}, SLOW);
    const before = home.checkIns.size;
    await press("Push 1 row");
    await screen.findByText("1 check-in from a live cell stored.", {}, SLOW);
    const sent = [...home.checkIns.values()].slice(before).map(({ record }) => record);
    expect(sent.map(({ keyResultId, value, note }) => [keyResultId, value, note])).toEqual([
      [refill.id, 6, "From Finance!B1"],
    ]);
    expect(screen.queryByText(/goes out with the next push/u)).toBeNull();
  });
});
