import { fc } from "#tests/support/properties.ts";
import { expect, it } from "@jest/globals";
import type { Workbook } from "#simulator/excel-host/model/index.ts";
import {
  addTable,
  cellAddress,
  clearContents,
  copyArea,
  fill,
  filterTable,
  fromJson,
  insert,
  paste,
  rect,
  redo,
  remove,
  sort,
  toJson,
  undo,
} from "#simulator/excel-host/model/index.ts";
import { newWorkbook, okrTable, type } from "../support.ts";

const snapshot = (workbook: Workbook): string => JSON.stringify(toJson(workbook));

const place = fc.record({ row: fc.nat(9), column: fc.nat(6) });
const area = fc
  .tuple(place, fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
  .map(([{ row, column }, rows, columns]) => rect(row, column, rows, columns));
const content = fc.constantFrom(
  "1",
  "2.5",
  "x",
  "",
  "=A1+1",
  "=SUM(A1:C5)",
  "=SUM(Table1[Progress])",
  "=SORT(A2:A4)",
  "50%",
);

type Command = (workbook: Workbook) => unknown;

/** Any command a person may give; refused ones change nothing. */
const command: fc.Arbitrary<Command> = fc.oneof(
  fc.tuple(place, content).map(
    ([{ row, column }, text]): Command =>
      ({ activeSheet }) =>
        type(activeSheet, cellAddress(row, column), text),
  ),
  area.map(
    (target): Command =>
      ({ activeSheet }) =>
        clearContents(activeSheet, [target]),
  ),
  fc.tuple(area, fc.constantFrom("rows", "columns")).map(
    ([target, axis]): Command =>
      ({ activeSheet }) =>
        insert(activeSheet, target, axis),
  ),
  fc.tuple(area, fc.constantFrom("rows", "columns")).map(
    ([target, axis]): Command =>
      ({ activeSheet }) =>
        remove(activeSheet, target, axis),
  ),
  fc.tuple(area, area, fc.boolean()).map(
    ([from, to, cut]): Command =>
      ({ activeSheet }) =>
        paste(activeSheet, to, copyArea(activeSheet, from, cut)),
  ),
  area.map(
    (from): Command =>
      ({ activeSheet }) =>
        fill(activeSheet, from, { ...from, rows: from.rows + 2 }),
  ),
  fc.boolean().map(
    (ascending): Command =>
      ({ activeSheet }) =>
        activeSheet.tables[0] && sort(activeSheet.tables[0], [{ key: 0, ascending }]),
  ),
  fc.constantFrom("1", "Grow").map(
    (text): Command =>
      ({ activeSheet }) =>
        activeSheet.tables[0] && filterTable(activeSheet.tables[0], 1, { filterOn: "Values", values: [text] }),
  ),
  area.map(
    (target): Command =>
      ({ activeSheet }) =>
        addTable(activeSheet, target, true),
  ),
);

const start = (): Workbook => {
  const workbook = newWorkbook();
  okrTable(workbook.activeSheet, [
    [1, "Grow", 0.5],
    [2, "Ship", 1],
    [3, "Hire", 0.2],
  ]);
  return workbook;
};

it("[EH110] undoing everything leads back to the start, repeating everything to the end", () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 12 }), (commands) => {
      const workbook = start();
      const before = snapshot(workbook).replace(/"nextId":\d+/, "");
      let steps = 0;
      for (const run of commands) {
        const count = workbook.journal.undoLabels().length;
        run(workbook);
        steps += workbook.journal.undoLabels().length - count;
      }
      const after = snapshot(workbook);
      for (let step = 0; step < steps; step += 1) undo(workbook);
      expect(snapshot(workbook).replace(/"nextId":\d+/, "")).toBe(before);
      for (let step = 0; step < steps; step += 1) redo(workbook);
      expect(snapshot(workbook)).toBe(after);
    }),
    { numRuns: 150 },
  );
});

it("[EH130] a workbook read back from JSON is the same, values of formulas included", () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 12 }), (commands) => {
      const workbook = start();
      for (const run of commands) run(workbook);
      const kept = snapshot(workbook);
      expect(snapshot(fromJson(JSON.parse(kept) as ReturnType<typeof toJson>))).toBe(kept);
    }),
    { numRuns: 150 },
  );
});
