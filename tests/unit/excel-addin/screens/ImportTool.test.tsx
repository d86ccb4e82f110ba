import { describe, expect, it } from "@jest/globals";
import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createImportDesk } from "#shared/application/importing/importDesk.ts";
import type { SheetState } from "#shared/application/sheet/sheetState.ts";
import { createStore } from "#shared/application/store.ts";
import { createForeignFiles } from "#shared/adapters/browser/foreignFiles/foreignFiles.ts";
import type { ReportSheet } from "#shared/ports/reportSheets.ts";
import { ok } from "#shared/domain/result.ts";
import { createExcelSpreadsheet } from "../../../../excel-addin/host/excelSpreadsheet.ts";
import { ExcelProvider } from "../../../../excel-addin/screens/ExcelContext.ts";
import { en } from "../../../../excel-addin/text/en.ts";
import { ImportSteps } from "../../../../excel-addin/tools/importing/ImportSteps.tsx";
import ExcelJS from "exceljs";
import { sheet } from "#tests/fixtures/sheets/make.ts";
import { OKRS, PERIODS } from "#tests/fixtures/viva.ts";
import { depsOver } from "#tests/support/excelSession.ts";
import { createMemoryHome, createMemoryOkrRepository } from "#tests/support/memoryOkrRepository.ts";
import { createMemoryOutboxStore } from "#tests/support/memoryOutboxStore.ts";
import { english, frame } from "#tests/support/sheets.ts";
import { renderUi, signedInAsLena } from "#tests/support/ui.tsx";

const SHEET = sheet("Plan", [
  ["Our goals"],
  ["Objective", "Key result", "Owner", "Target"],
  ["Warm bread", "Ovens lit", "Nils Aker", 9],
  ["", "Shops sold out", "Nils Aker", "from 14 to 5"],
]);

const show = () => {
  const home = createMemoryHome(frame);
  const parts = { okrRepository: createMemoryOkrRepository(home), spreadsheet: createExcelSpreadsheet() };
  const deps = depsOver(parts);
  const shown: unknown[] = [];
  const reports: ReportSheet[] = [];
  const foreignSheets = {
    read: () => Promise.resolve(ok(SHEET)),
    show: (_: unknown, place: unknown) => Promise.resolve(ok(void shown.push(place))),
  };
  const desk = createImportDesk(
    {
      ...deps,
      outboxStore: createMemoryOutboxStore(),
      foreignSheets,
      foreignFiles: createForeignFiles(),
      reportSheets: { add: (report) => Promise.resolve(ok(void reports.push(report))) },
    },
    () => frame,
    () => Promise.resolve("en"),
  );
  const nothing = (): Promise<void> => Promise.resolve();
  const session = {
    state: createStore<SheetState>({ kind: "starting" }),
    start: nothing,
    pull: nothing,
    check: nothing,
    push: nothing,
    resume: nothing,
    command: nothing,
    reviewUndo: nothing,
    undo: nothing,
    pushSelected: nothing,
    markSelected: nothing,
    answerCopy: nothing,
    resolve: nothing,
    cancel: () => undefined,
    keepChanges: () => undefined,
    show: nothing,
    dispose: () => undefined,
  };
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
      <ImportSteps desk={desk} frame={frame} />
    </ExcelProvider>,
  );
  return { home, shown, reports };
};

/** The browser of these tests knows files, but not how to read them. */
const chosen = (name: string, content: string | ArrayBuffer): File => {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content).buffer : content;
  return Object.assign(new File([bytes], name), { arrayBuffer: () => Promise.resolve(bytes) });
};

const press = async (name: string | RegExp): Promise<void> =>
  userEvent.click(await screen.findByRole("button", { name }));

describe("the import in the pane", () => {
  it("shows what was understood, leads to a cell, imports and takes back", async () => {
    const { home, shown } = show();
    await press("Read this sheet");
    expect(await screen.findByText("1 objective, 2 key results, 0 check-ins")).toBeTruthy();
    const tree = screen.getByRole("list", { name: "Preview" });
    expect(within(tree).getAllByRole("listitem")).toHaveLength(3);
    await userEvent.click(within(tree).getByText("Ovens lit"));
    expect(shown).toEqual([{ row: 2, column: 1 }]);
    await press("Import 3 records as drafts");
    expect(await screen.findByText("Imported")).toBeTruthy();
    expect([home.objectives.size, home.keyResults.size]).toEqual([1, 2]);
    await press("Take the import back");
    await waitFor(() => expect(home.objectives.size).toBe(0));
    expect(await screen.findByText(/taken back/u)).toBeTruthy();
  }, 30_000);

  it("names what is passed over, and lets a person correct a column", async () => {
    show();
    await press("Read this sheet");
    await press("Passed over (2)");
    expect(await screen.findByText("names the columns")).toBeTruthy();
    await press("Levels, Columns");
    await userEvent.selectOptions(await screen.findByRole("combobox", { name: "Owner" }), "Note");
    expect(await screen.findByText("1 objective, 2 key results, 2 check-ins")).toBeTruthy();
  }, 30_000);

  it("[IF11] reads a chosen file, asks what its words mean, and puts the report into a sheet", async () => {
    const { home, reports } = show();
    const field = await screen.findByLabelText("Choose a file …", { selector: "input" });
    await userEvent.upload(field, chosen("plan.pdf", "nothing"), { applyAccept: false });
    expect(await screen.findByText(/plan\.pdf is no table/u)).toBeTruthy();
    const files = [chosen("objectives.json", JSON.stringify(OKRS)), chosen("periods.json", JSON.stringify(PERIODS))];
    await userEvent.upload(await screen.findByLabelText("Choose a file …", { selector: "input" }), files);
    expect(await screen.findByText(/2 objectives, 1 key result/u)).toBeTruthy();
    await userEvent.selectOptions(await screen.findByRole("combobox", { name: "Number (1 row)" }), "Leave out");
    expect(await screen.findByText(/2 objectives, 0 key results/u)).toBeTruthy();
    await press("Import 2 records as drafts");
    await waitFor(() => expect(home.objectives.size).toBe(2));
    await press("Put the report into a new sheet");
    await waitFor(() => expect(reports).toHaveLength(1));
    expect(reports[0]?.rows).toContainEqual(["", "Number 3", "Passed over", "left out, as you said"]);
  }, 30_000);

  it("[IF12] asks which sheet of a workbook is meant, and goes back", async () => {
    show();
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet("First").addRow(["Objective", "Key result", "Target"]);
    workbook.addWorksheet("Second").addRow(["x"]);
    const bytes = await workbook.xlsx.writeBuffer();
    await userEvent.upload(
      await screen.findByLabelText("Choose a file …", { selector: "input" }),
      chosen("plan.xlsx", bytes),
    );
    expect(await screen.findByRole("button", { name: "Second 1 row" })).toBeTruthy();
    await press("Another sheet");
    expect(await screen.findByRole("button", { name: "Choose a file …" })).toBeTruthy();
  }, 30_000);
});
