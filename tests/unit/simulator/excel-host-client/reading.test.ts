import { describe, expect, it } from "@jest/globals";
import { autoHeight } from "#simulator/excel-host/client/grid/autoHeight.ts";
import { createAxis } from "#simulator/excel-host/client/grid/axis.ts";
import { createLookReader } from "#simulator/excel-host/client/grid/cellLook.ts";
import { addConditionalFormat } from "#simulator/excel-host/model/conditional-rules.ts";
import type { CellGrid } from "#simulator/excel-host/model/grid.ts";
import { createWorkbook, enterText, rect, transact, type Worksheet } from "#simulator/excel-host/model/index.ts";
import { assignValues } from "#simulator/excel-host/model/write.ts";

const COLUMNS = 5;

interface Reads {
  cells: number;
  walks: number;
}

/** A sheet whose store counts how often it is read. */
const countedSheet = (rows: number): { readonly sheet: Worksheet; readonly reads: Reads } => {
  const sheet = createWorkbook().activeSheet;
  const reads: Reads = { cells: 0, walks: 0 };
  const { get, within, scan, calculated } = sheet.cells;
  const counted: Partial<CellGrid> = {
    get: (row, column) => {
      reads.cells += 1;
      return get(row, column);
    },
    within: (area) => {
      const found = within(area);
      reads.cells += found.length;
      return found;
    },
    scan: (area, visit) => {
      reads.walks += 1;
      scan(area, visit);
    },
    calculated: () => {
      const found = calculated();
      reads.cells += found.length;
      return found;
    },
  };
  Object.assign(sheet.cells, counted);
  transact(sheet.workbook, { origin: "addIn", label: "" }, () => {
    assignValues(
      sheet,
      rect(0, 0, rows, COLUMNS),
      (row, column) => `${row % 2 === 0 ? "Objective" : "Note"} ${column}`,
    );
    addConditionalFormat(sheet, [rect(0, 0, 20_000, COLUMNS)], {
      type: "Custom",
      formula: '=ISNUMBER(SEARCH("objective",$A1))',
      style: { bold: true },
    });
  });
  reads.cells = 0;
  reads.walks = 0;
  return { sheet, reads };
};

const measure = (text: string): number => text.length * 10;

describe("[XG25] what is drawn is read, and nothing else", () => {
  const readsOfOneLook = (rows: number): number => {
    const { sheet, reads } = countedSheet(rows);
    expect(createLookReader(sheet, false).look(2, 3)?.bold).toBe(true);
    expect(reads.walks).toBe(0);
    return reads.cells;
  };

  it("takes as many reads for a cell of a large sheet as of a small one", () => {
    expect(readsOfOneLook(2000)).toBe(readsOfOneLook(4));
    expect(readsOfOneLook(2000)).toBeLessThan(20);
  });

  it("works out the look of a cell once between changes", () => {
    const { sheet, reads } = countedSheet(10);
    const reader = createLookReader(sheet, false);
    const first = reader.look(3, 1);
    const before = reads.cells;
    expect(reader.look(3, 1)).toBe(first);
    expect(reads.cells).toBe(before);
    enterText(sheet, { row: 3, column: 0 }, "Objective");
    expect(first?.bold).toBe(false);
    expect(createLookReader(sheet, false).look(3, 1)?.bold).toBe(true);
  });

  it("measures a row by its own cells, without conditional formats", () => {
    const columns = createAxis({ count: 16_384, defaultSize: 108, sizes: [] });
    const withRule = countedSheet(2000);
    autoHeight(withRule.sheet, 2, columns, measure, 20);
    const withoutRule = countedSheet(2000);
    transact(withoutRule.sheet.workbook, { origin: "user", label: "" }, () =>
      withoutRule.sheet.workbook.journal.set(withoutRule.sheet, "conditionalFormats", []),
    );
    withoutRule.reads.cells = 0;
    autoHeight(withoutRule.sheet, 2, columns, measure, 20);
    expect(withRule.reads.cells).toBe(withoutRule.reads.cells);
    expect(withRule.reads).toMatchObject({ walks: 0 });
    expect(withRule.reads.cells).toBeLessThanOrEqual(3 * COLUMNS);
  });
});
