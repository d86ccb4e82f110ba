import { describe, expect, it } from "@jest/globals";
import { act, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { SheetSession } from "#shared/application/sheet/sheetSession.ts";
import type { OpenSheet, SheetState } from "#shared/application/sheet/sheetState.ts";
import { instantOf } from "#shared/domain/day.ts";
import { createStore, type Store } from "#shared/application/store.ts";
import { createExcelSpreadsheet } from "../../../../excel-addin/host/excelSpreadsheet.ts";
import { ExcelProvider } from "../../../../excel-addin/screens/ExcelContext.ts";
import { Pane } from "../../../../excel-addin/screens/Pane.tsx";
import { en } from "../../../../excel-addin/text/en.ts";
import { depsOver } from "#tests/support/excelSession.ts";
import { createMemoryHome, createMemoryOkrRepository } from "#tests/support/memoryOkrRepository.ts";
import { guid } from "#tests/support/okrs.ts";
import { baseline, editedRows, english, frame, NOW, plan } from "#tests/support/sheets.ts";
import { renderUi, signedInAsLena } from "#tests/support/ui.tsx";

const availability = guid("1", 1);
const refill = guid("1", 2);
const objective = guid("0", 1);

interface Shown {
  readonly state: Store<SheetState>;
  /** What the person asked the session for, in order. */
  readonly asked: unknown[][];
}

const deps = depsOver({
  okrRepository: createMemoryOkrRepository(createMemoryHome(frame)),
  spreadsheet: createExcelSpreadsheet(),
});

const first: OpenSheet = { kind: "ready", frame, conflicts: [], interrupted: 0 };
const pulled: OpenSheet = { ...first, sheet: { scope: baseline.scope, pulledAt: NOW, rows: 7 } };

const show = (initial: SheetState): Shown => {
  const state = createStore(initial);
  const asked: unknown[][] = [];
  const ask =
    (name: string) =>
    (...values: unknown[]): Promise<void> => {
      asked.push([name, ...values]);
      return Promise.resolve();
    };
  const session: SheetSession = {
    state,
    start: () => Promise.resolve(),
    pull: ask("pull"),
    check: ask("check"),
    push: ask("push"),
    resume: ask("resume"),
    command: ask("command"),
    resolve: ask("resolve"),
    reviewUndo: ask("reviewUndo"),
    undo: ask("undo"),
    pushSelected: ask("pushSelected"),
    markSelected: ask("markSelected"),
    answerCopy: ask("answerCopy"),
    cancel: () => void ask("cancel")(),
    keepChanges: () => void ask("keepChanges")(),
    show: ask("show"),
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
      <Pane />
    </ExcelProvider>,
  );
  return { state, asked };
};

const press = async (name: string | RegExp): Promise<void> =>
  userEvent.click(await screen.findByRole("button", { name }));

describe("choosing what to pull", () => {
  it("offers everything first", async () => {
    const { asked } = show(first);
    expect(await screen.findByRole("combobox", { name: "Whose OKRs" })).toHaveProperty("value", "All of Tinycart");
    await press("Pull");
    expect(asked).toEqual([["pull", { unit: "all", below: true }]]);
  });

  it("finds a unit by typing over what is chosen, without or with what lies below", async () => {
    const { asked } = show(first);
    await userEvent.click(await screen.findByRole("combobox", { name: "Whose OKRs" }));
    await userEvent.keyboard("kenya");
    await userEvent.click(screen.getByRole("option", { name: "Kenya" }));
    await userEvent.click(screen.getByRole("switch", { name: "Include everything below" }));
    await userEvent.selectOptions(screen.getByRole("combobox", { name: "Cycle" }), "Q4 2025");
    await press("Pull");
    expect(asked).toEqual([["pull", { unit: "ke", below: false, cycleKey: "2025-q4" }]]);
  });

  it("goes back to all of the organisation", async () => {
    const { asked } = show({
      ...pulled,
      sheet: { scope: { ...baseline.scope, unit: frameUnit() }, pulledAt: NOW, rows: 2 },
    });
    await press("Pull something else");
    expect(document.activeElement).toBe(screen.getByRole("combobox", { name: "Whose OKRs" }));
    await userEvent.keyboard("all of");
    await userEvent.click(screen.getByRole("option", { name: "All of Tinycart" }));
    await press("Pull");
    expect(asked).toEqual([["pull", { unit: "all", below: true }]]);
  });

  it("can be left for the table that is there", async () => {
    const { asked } = show(pulled);
    await press("Pull something else");
    expect(screen.queryByRole("button", { name: "Check" })).toBeNull();
    await press("Cancel");
    await press("Check");
    expect(asked).toEqual([["check"]]);
  });
});

const frameUnit = () => {
  const unit = frame.units[2];
  if (!unit) throw new Error("There is no third unit");
  return unit.key;
};

describe("the preview", () => {
  const rows = editedRows(availability, { title: "Shelves", target: "x" }).map((row) => {
    if (row.cells.key === objective) return { ...row, cells: { ...row.cells, title: "Full shelves" } };
    return row.cells.key === refill ? { ...row, cells: { ...row.cells, title: "Days until refilled" } } : row;
  });

  it("shows what has to be corrected before what would be sent", () => {
    show({ ...pulled, preview: { plan: plan(rows), outdated: false } });
    expect(screen.getAllByRole("heading", { level: 3 }).map(({ textContent }) => textContent)).toEqual([
      "To correct first",
      "Changed",
    ]);
    const wrong = screen.getByRole("region", { name: "To correct first" });
    expect(within(wrong).queryByRole("checkbox")).toBeNull();
    expect(within(wrong).getByText(/Target: “x” is not a number/)).toBeDefined();
    expect(within(wrong).getByRole("img", { name: "To be corrected" })).toBeDefined();
  });

  it("sends only the rows that are not held back", async () => {
    const { asked } = show({ ...pulled, preview: { plan: plan(rows), outdated: false } });
    await userEvent.click(screen.getByRole("checkbox", { name: "Push “Full shelves”" }));
    await press("Push 1 row");
    expect(asked).toEqual([["push", new Set([refill])]]);
  });

  it("leads from a change to its cell", async () => {
    const { asked } = show({ ...pulled, preview: { plan: plan(rows), outdated: false } });
    await press(/Days until refilled$/);
    expect(asked).toEqual([["show", rows.findIndex(({ cells }) => cells.key === refill), "title"]]);
  });
});

describe("a writing hint", () => {
  it("[SE38] stands in the preview below what would be sent, and leads to its cell", async () => {
    const edited = plan(editedRows(availability, { title: "Shelves with goods" }));
    const hints = new Map([[1, [{ field: "title", text: "Hint: say it shorter.", short: "" }] as const]]);
    const { asked } = show({ ...pulled, preview: { plan: edited, hints, outdated: false } });
    const hint = await screen.findByText("Hint: say it shorter.");
    expect(hint.closest("ul")?.textContent).toContain("Shelves with goods");
    await userEvent.click(hint);
    expect(asked).toEqual([["show", 1, "title"]]);
  });
});

describe("what a screen reader hears", () => {
  it("is told in places that were there before", () => {
    const { state } = show(pulled);
    const news = screen.getByRole("status");
    const alarm = screen.getByRole("alert");
    act(() => state.set({ ...pulled, report: { stored: 2, checkIns: 1, failed: [], undoable: 2 } }));
    expect(news.textContent).toContain("2 rows stored, 1 check-in stored.");
    act(() => state.set({ ...pulled, failure: { type: "CellInEdit" } }));
    expect(alarm.textContent).toContain("Finish typing in the cell");
  });
});

describe("a push", () => {
  const pushing = { kind: "pushing", done: 40, total: 2000, stop: "possible" } as const;

  it.each([
    [{}, undefined],
    [{ msLeft: 6_000 }, undefined],
    [{ msLeft: 34_500 }, "About 40 seconds left"],
    [{ msLeft: 59_999 }, "About 60 seconds left"],
    [{ msLeft: 61_000 }, "About 2 minutes left"],
    [{ msLeft: 61_000, waiting: true }, undefined],
  ] as const)("[OB11] says how long it takes as far as that was measured: %j", (more, text) => {
    show({ ...pulled, activity: { ...pushing, ...more } });
    expect(screen.getByText("Pushing 40 of 2000…")).toBeDefined();
    expect(screen.queryByText(/ left$/)?.textContent).toBe(text);
  });

  it("[OB9] can be stopped", async () => {
    const { asked } = show({ ...pulled, activity: pushing });
    await press("Stop");
    expect(asked).toEqual([["cancel"]]);
  });

  it("[SE20] can be taken back", async () => {
    const { asked } = show({ ...pulled, report: { stored: 3, checkIns: 0, failed: [], undoable: 3 } });
    await press("Undo these 3 rows");
    expect(asked).toEqual([["undo"]]);
  });
});

describe("a command before there is a table", () => {
  it("[SE31] names what would be deleted and asks, with the harmless answer first", async () => {
    const rows = plan(editedRows(availability, { change: "Delete" })).rows.filter(({ id }) => id === availability);
    const { state, asked } = show({ ...pulled, deleting: { rows } });
    const question = screen.getByRole("status");
    expect(question.textContent).toContain("Delete one record?“On-shelf availability”. It goes for everybody.");
    await userEvent.click(within(question).getByRole("button", { name: "Delete and push" }));
    await userEvent.click(within(question).getByRole("button", { name: "Cancel" }));
    expect(asked).toEqual([["push", undefined, new Set([availability])], ["keepChanges"]]);
    const entry = { state: { type: "waiting" } } as unknown as OpenSheet["conflicts"][number]["entry"];
    const fields = [{ field: "title", base: "Old", mine: undefined, theirs: "Otto's" }] as const;
    const conflict = { id: availability, title: "Old", modifiedBy: "Otto", fields, removal: true, entry } as const;
    act(() => state.set({ ...pulled, conflicts: [conflict] }));
    await press("Keep it");
    await press("Delete it all the same");
    expect(asked.slice(2)).toEqual([
      ["resolve", availability, { title: "theirs" }],
      ["resolve", availability, { title: "mine" }],
    ]);
  });

  it("[SE32] offers what can be done with the rows that are selected in the grid", async () => {
    const edited = plan(editedRows(availability, { title: "Shelves with goods" }));
    const { asked } = show({ ...pulled, selected: new Set([1]), preview: { plan: edited, outdated: false } });
    await press("Push selected rows");
    await press("Mark selected rows: Delete");
    expect(asked).toEqual([["pushSelected"], ["markSelected", true]]);
  });

  it("[SE34] asks about a workbook that is somewhere else, and [SE35] says what stands in the way", async () => {
    const longAgo = instantOf(Date.parse(NOW) - 60 * 86_400_000);
    const sheet = { scope: baseline.scope, pulledAt: longAgo, rows: 7 };
    const { asked } = show({ ...pulled, sheet, copied: { from: "q1.xlsx" }, readOnly: true });
    const { textContent } = screen.getByRole("status");
    expect(textContent).toContain("It remembers what was pulled and pushed in “q1.xlsx”.");
    expect(textContent).toContain("open for reading only");
    expect(textContent).toContain("Pull again before you push");
    await press("It is a copy");
    await press("The same, renamed or moved");
    expect(asked).toEqual([
      ["answerCopy", true],
      ["answerCopy", false],
    ]);
  });

  it("[SE37] says of a protected sheet how it can be sent, once", () => {
    const { state } = show({ ...pulled, locked: true });
    const said = /Nothing is sent or refreshed until you take that off/;
    expect(screen.getByRole("status").textContent).toMatch(said);
    act(() => state.set({ ...pulled, locked: true, failure: { type: "SheetProtected" } }));
    expect(screen.getAllByText(said)).toHaveLength(1);
  });

  it("[SE30] lets the person choose what is taken back, and says what stays and why", async () => {
    const { state, asked } = show({
      ...pulled,
      takingBack: [
        {
          id: availability,
          title: "Shelves with goods",
          kind: "restore",
          changes: [{ field: "title", before: "Shelves with goods", after: "On-shelf availability" }],
          kept: [{ field: "target", now: 97 }],
        },
        { id: objective, title: "A new aim", kind: "remove", changes: [], kept: [] },
        { id: refill, title: "Days to refill", kind: "remove", changes: [], kept: [], stays: "used" },
      ],
    });
    const review = await screen.findByRole("region", { name: "What to take back of the last push" });
    expect(review.textContent).toContain("Target stays “97”: somebody changed it since.");
    expect(within(review).getAllByRole("checkbox")).toHaveLength(2);
    await userEvent.click(within(review).getByRole("checkbox", { name: "Take back “A new aim”" }));
    await press("Take back 1 row");
    expect(asked).toEqual([["undo", new Set([availability])]]);
    const kept = [{ id: refill, title: "Days to refill", reason: "changed", fields: [], by: "Otto" }] as const;
    act(() => state.set({ ...pulled, report: { stored: 1, checkIns: 0, failed: [], undoable: 0, kept } }));
    expect(screen.getByRole("status").textContent).toContain("1 row taken back. 1 row stays, wholly or in part.");
    expect(screen.getByRole("region", { name: "What stays as it is" }).textContent).toContain(
      "It stays: Otto changed it since.",
    );
  });

  it("is answered with what comes first", () => {
    show({ ...first, pullFirst: true });
    expect(screen.getByRole("status").textContent).toContain("This workbook holds no OKRs yet.");
  });
});

describe("questions", () => {
  it("lets the person keep unsent changes or throw them away", async () => {
    const scope = { unit: frameUnit(), below: true };
    const { asked } = show({ ...pulled, endangered: { scope, rows: [] } });
    await press("Keep working");
    await press("Throw them away and pull");
    expect(asked).toEqual([["keepChanges"], ["pull", scope, true]]);
  });

  it("goes on with a push that was interrupted", async () => {
    const { asked } = show({ ...pulled, interrupted: 3 });
    expect(screen.getByText(/3 rows may not be stored yet/)).toBeDefined();
    await press("Go on");
    expect(asked).toEqual([["resume"]]);
  });
});
