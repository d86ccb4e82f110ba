import { describe, expect, it } from "@jest/globals";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { lazy } from "react";
import type { SheetSession } from "#shared/application/sheet/sheetSession.ts";
import type { OpenSheet } from "#shared/application/sheet/sheetState.ts";
import type { Keep } from "#shared/ports/keep.ts";
import { createExcelSpreadsheet } from "../../../../excel-addin/host/excelSpreadsheet.ts";
import { ExcelProvider } from "../../../../excel-addin/screens/ExcelContext.ts";
import { en } from "../../../../excel-addin/text/en.ts";
import { Places } from "../../../../excel-addin/tools/Places.tsx";
import type { Tool, ToolProps } from "../../../../excel-addin/tools/tool.ts";
import { depsOver } from "#tests/support/excelSession.ts";
import { createMemoryHome, createMemoryOkrRepository } from "#tests/support/memoryOkrRepository.ts";
import { english, frame } from "#tests/support/sheets.ts";
import { renderUi, signedInAsLena } from "#tests/support/ui.tsx";
import { memoryKeep } from "#tests/support/memoryKeep.ts";

const open: OpenSheet = { kind: "ready", frame, conflicts: [], interrupted: 0 };

const Note = ({ onLeave }: ToolProps) => (
  <main>
    <p>A tool</p>
    <button type="button" onClick={onLeave}>
      Back
    </button>
  </main>
);

const tools: readonly Tool[] = [
  { id: "summary", icon: <svg />, Screen: lazy(() => Promise.resolve({ default: Note })) },
];

const show = (keep: Keep): ReturnType<typeof renderUi> => {
  const deps = depsOver({
    okrRepository: createMemoryOkrRepository(createMemoryHome(frame)),
    spreadsheet: createExcelSpreadsheet(),
    keep,
  });
  // No place of the pane asks for the session here.
  const session = {} as SheetSession;
  return renderUi(
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
      <Places open={open} tools={tools} okrs={<input aria-label="In the table's pane" />} />
    </ExcelProvider>,
  );
};

const switchTo = async (from: string, to: RegExp): Promise<void> => {
  await userEvent.click(screen.getByRole("button", { name: from }));
  await userEvent.click(await screen.findByRole("menuitemradio", { name: to }));
};

describe("the places of the pane", () => {
  it("leads to a tool and back, and keeps what was typed in the table's pane", async () => {
    show(memoryKeep());
    await userEvent.type(screen.getByRole("textbox", { name: "In the table's pane" }), "half a thought");
    await switchTo("OKR sheet", /^Summary/u);
    expect(await screen.findByText("A tool")).toBeTruthy();
    expect(screen.queryByRole("textbox")).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "Back" }));
    expect(screen.getByRole("textbox")).toHaveProperty("value", "half a thought");
  });

  it("is where one was, after the pane was closed", async () => {
    const keep = memoryKeep();
    const first = show(keep);
    await switchTo("OKR sheet", /^Summary/u);
    await screen.findByText("A tool");
    first.unmount();
    show(keep);
    expect(await screen.findByText("A tool")).toBeTruthy();
  });

  it("is the table of OKRs when a tool of that name is no more", () => {
    const keep = memoryKeep();
    keep.set("pane.place", "bygone");
    show(keep);
    expect(screen.getByRole("textbox", { name: "In the table's pane" })).toBeTruthy();
  });
});
