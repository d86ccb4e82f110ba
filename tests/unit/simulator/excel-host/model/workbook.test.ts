import { describe, expect, it } from "@jest/globals";
import {
  addWorksheet,
  clearContents,
  copyArea,
  copyAsText,
  deleteWorksheet,
  editText,
  fill,
  filterChoices,
  filterTable,
  fromJson,
  insert,
  isRowHidden,
  listChoices,
  paste,
  pasteText,
  protectSheet,
  rectAddress,
  redo,
  remove,
  renameWorksheet,
  resize,
  shownFormat,
  sort,
  toJson,
  transact,
  undo,
} from "#simulator/excel-host/model/index.ts";
import { addName, areaFormula, nameArea } from "#simulator/excel-host/model/names.ts";
import { addConditionalFormat } from "#simulator/excel-host/model/conditional-rules.ts";
import { NO_ALERT, NO_PROMPT, setValidation } from "#simulator/excel-host/model/validation.ts";
import { areaOf, expectDone, newWorkbook, okrTable, put, shown, type, value } from "../support.ts";

const ROWS = [
  [1, "Grow", 0.5],
  [2, "Ship", 1],
  [3, "Hire", 0.2],
] as const;

describe("tables under typing", () => {
  it("[EH36] grow downwards and to the right, with formulas, formats and validation of the column", () => {
    const sheet = newWorkbook().activeSheet;
    const table = okrTable(sheet, ROWS);
    type(sheet, "D2", "=[@Progress]*100");
    type(sheet, "D3", "=[@Progress]*100");
    type(sheet, "D4", "=[@Progress]*100");
    transact(sheet.workbook, { origin: "addIn", label: "" }, () =>
      setValidation(sheet, areaOf("B2:B4"), {
        rule: { type: "list", source: "Grow,Ship,Hire", inCellDropDown: true },
        ignoreBlanks: true,
        errorAlert: NO_ALERT,
        prompt: NO_PROMPT,
      }),
    );
    type(sheet, "A5", "4");
    expect(rectAddress(table.range)).toBe("A1:D5");
    expect(editText(sheet, 4, 3)).toBe("=[@Progress]*100");
    expect(listChoices(sheet, 4, 1)).toEqual(["Grow", "Ship", "Hire"]);
    expect(table.columns.map(({ name }) => name)).toEqual(["ID", "Title", "Progress", "Column4"]);
  });

  it("[EH37] keep column names unique and never empty", () => {
    const sheet = newWorkbook().activeSheet;
    const table = okrTable(sheet, ROWS);
    type(sheet, "B1", "id");
    type(sheet, "C1", "");
    expect(table.columns.map(({ name }) => name)).toEqual(["ID", "id2", "Column3"]);
    expect(value(sheet, "B1")).toBe("id2");
  });

  it("[EH31] sort rows with their formats and leave empty cells at the end", () => {
    const sheet = newWorkbook().activeSheet;
    const table = okrTable(sheet, [
      [3, "c", 1],
      [1, "a", 2],
      [2, "b", 3],
    ]);
    type(sheet, "C3", "");
    expectDone(sort(table, [{ key: 2, ascending: false }]));
    expect(["A2", "A3", "A4"].map((cell) => value(sheet, cell))).toEqual([2, 3, 1]);
    expectDone(sort(table, [{ key: 0, ascending: true }]));
    expect(["A2", "A3", "A4"].map((cell) => value(sheet, cell))).toEqual([1, 2, 3]);
  });

  it("[EH31] filter by shown texts and by conditions; SUBTOTAL follows", () => {
    const sheet = newWorkbook().activeSheet;
    const table = okrTable(sheet, ROWS);
    type(sheet, "F1", "=SUBTOTAL(109,Table1[ID])");
    expect(filterChoices(table, 2)).toEqual(["Grow", "Ship", "Hire"]);
    expectDone(filterTable(table, 2, { filterOn: "Values", values: ["Grow", "Hire"] }));
    expect(isRowHidden(sheet, 2)).toBe(true);
    expect(value(sheet, "F1")).toBe(4);
    expectDone(filterTable(table, 3, { filterOn: "Custom", criterion1: ">=0.5" }));
    expect(value(sheet, "F1")).toBe(1);
  });

  it("[EH38] cannot be torn by inserting part of their width", () => {
    const sheet = newWorkbook().activeSheet;
    okrTable(sheet, ROWS);
    expect(insert(sheet, areaOf("A2"), "rows")).toMatchObject({ ok: false, code: "InsertDeleteConflict" });
    expect(remove(sheet, areaOf("1:1"), "rows")).toMatchObject({ ok: false, code: "InsertDeleteConflict" });
  });

  it("[EH39] keep one empty row when all rows are deleted", () => {
    const sheet = newWorkbook().activeSheet;
    const table = okrTable(sheet, ROWS);
    expectDone(remove(sheet, areaOf("2:4"), "rows"));
    expect(table.isBlank).toBe(true);
    expect(rectAddress(table.range)).toBe("A1:C2");
    expect(value(sheet, "A2")).toBe("");
  });

  it("[EH33] can be resized only with their header in place", () => {
    const table = okrTable(newWorkbook().activeSheet, ROWS);
    expect(resize(table, areaOf("A2:C4"))).toMatchObject({ ok: false });
    expect(resize(table, areaOf("A1:C9"))).toMatchObject({ ok: true });
  });
});

describe("structure", () => {
  it("[EH26] moves tables, names, formulas, validations and formats with inserted rows and columns", () => {
    const workbook = newWorkbook();
    const sheet = workbook.activeSheet;
    const table = okrTable(sheet, ROWS);
    const name = transact(workbook, { origin: "addIn", label: "" }, () =>
      expectDone(addName(workbook, "Body", areaFormula(sheet, areaOf("A2:C4")), null)),
    );
    type(sheet, "F1", "=SUM(A2:A4)+$C$2");
    expectDone(insert(sheet, areaOf("3:4"), "rows"));
    expectDone(insert(sheet, areaOf("A:A"), "columns"));
    expect(rectAddress(table.range)).toBe("B1:D6");
    expect(editText(sheet, 0, 6)).toBe("=SUM(B2:B6)+$D$2");
    expect(value(sheet, "G1")).toBe(6.5);
    expect(name.formula).toBe("=Sheet1!$B$2:$D$6");
    expectDone(remove(sheet, areaOf("B:B"), "columns"));
    expect(table.columns.map((column) => column.name)).toEqual(["Title", "Progress"]);
    expect(value(sheet, "F1")).toBe("#REF!");
    expect(nameArea(workbook, name)?.area).toEqual(areaOf("B2:C6"));
  });

  it("[EH27] renames a sheet in all formulas and turns references to a deleted one into #REF!", () => {
    const workbook = newWorkbook();
    const sheet = workbook.activeSheet;
    const other = expectDone(addWorksheet(workbook, "Data"));
    type(other, "A1", "7");
    type(sheet, "A1", "=Data!A1");
    expectDone(renameWorksheet(other, "Q3 data"));
    expect(editText(sheet, 0, 0)).toBe("='Q3 data'!A1");
    expectDone(deleteWorksheet(other));
    expect(value(sheet, "A1")).toBe("#REF!");
  });

  it("[EH53] refuses bad and doubled sheet names, and to delete the last visible sheet", () => {
    const workbook = newWorkbook();
    expect(addWorksheet(workbook, "a/b")).toMatchObject({ code: "InvalidArgument" });
    expect(addWorksheet(workbook, "SHEET1")).toMatchObject({ code: "ItemAlreadyExists" });
    expect(deleteWorksheet(workbook.activeSheet)).toMatchObject({ code: "InvalidOperation" });
  });
});

describe("undo", () => {
  it("[EH110] takes back and repeats edits, pastes, sorts and structure, with formulas up to date", () => {
    const workbook = newWorkbook();
    const sheet = workbook.activeSheet;
    const table = okrTable(sheet, ROWS);
    type(sheet, "E1", "=SUM(Table1[ID])");
    const before = JSON.stringify(toJson(workbook));
    type(sheet, "A2", "10");
    expectDone(sort(table, [{ key: 0, ascending: false }]));
    expectDone(insert(sheet, areaOf("1:2"), "rows"));
    type(sheet, "A7", "99");
    const after = JSON.stringify(toJson(workbook));
    expect(value(sheet, "E3")).toBe(114);
    for (let step = 0; step < 4; step += 1) expect(undo(workbook)).toBe(true);
    expect(JSON.stringify(toJson(workbook))).toBe(before);
    expect(value(sheet, "E1")).toBe(6);
    for (let step = 0; step < 4; step += 1) expect(redo(workbook)).toBe(true);
    expect(JSON.stringify(toJson(workbook))).toBe(after);
  });

  it("[EH111] treats a batch of the add-in as one step", () => {
    const workbook = newWorkbook();
    const sheet = workbook.activeSheet;
    put(sheet, "A1", [[1], [2], [3]]);
    undo(workbook);
    expect(value(sheet, "A3")).toBe("");
    expect(undo(workbook)).toBe(false);
  });

  it("[EH112] is forgotten when a sheet is protected or deleted", () => {
    const workbook = newWorkbook();
    type(workbook.activeSheet, "A1", "1");
    protectSheet(workbook.activeSheet);
    expect(undo(workbook)).toBe(false);
  });
});

describe("clipboard", () => {
  it("[EH120] copies formulas relatively, formats with them, and tiles into a larger target", () => {
    const sheet = newWorkbook().activeSheet;
    put(sheet, "A1", [[1, "=A1*2"]]);
    expectDone(paste(sheet, areaOf("A2:B4"), copyArea(sheet, areaOf("A1:B1"))));
    type(sheet, "A3", "5");
    expect(value(sheet, "B3")).toBe(10);
    expectDone(paste(sheet, areaOf("D1"), copyArea(sheet, areaOf("B3")), "Values"));
    expect(editText(sheet, 0, 3)).toBe("10");
  });

  it("[EH121] moves on cut, and formulas follow", () => {
    const sheet = newWorkbook().activeSheet;
    put(sheet, "A1", [[1, "=A1+1"]]);
    expectDone(paste(sheet, areaOf("C5"), copyArea(sheet, areaOf("A1"), true)));
    expect(editText(sheet, 0, 1)).toBe("=C5+1");
    expect(value(sheet, "A1")).toBe("");
    expect(value(sheet, "B1")).toBe(2);
  });

  it("[EH122] reads pasted text as typed, with quoted line breaks, and lets tables grow", () => {
    const sheet = newWorkbook().activeSheet;
    const table = okrTable(sheet, ROWS);
    expectDone(pasteText(sheet, areaOf("A5"), '4\t"two\nlines"\t50%\r\n5\tsay ""hi""\t1/31/2026\r\n'));
    expect(rectAddress(table.range)).toBe("A1:C6");
    expect(["B5", "C5", "B6", "C6"].map((cell) => value(sheet, cell))).toEqual([
      "two\nlines",
      0.5,
      'say ""hi""',
      46053,
    ]);
    expect(copyAsText(sheet, areaOf("A5:C5"))).toBe('4\t"two\nlines"\t50%');
  });

  it("[EH123] continues series when filling", () => {
    const sheet = newWorkbook().activeSheet;
    put(sheet, "A1", [
      [1, "Q1", "x", "1/30/2026"],
      [3, "Q2", "x", "1/31/2026"],
    ]);
    expectDone(fill(sheet, areaOf("A1:D2"), areaOf("A1:D4")));
    expect(["A3", "A4", "B3", "B4", "C3"].map((cell) => value(sheet, cell))).toEqual([5, 7, "Q3", "Q4", "x"]);
    expect(shown(sheet, "D3")).toBe("2/1/2026");
  });

  it("[EH50] respects protection", () => {
    const sheet = newWorkbook().activeSheet;
    type(sheet, "A1", "1");
    protectSheet(sheet);
    expect(type(sheet, "A1", "2")).toEqual({ type: "protected" });
    expect(clearContents(sheet, [areaOf("A1")])).toMatchObject({ code: "AccessDenied" });
    expect(pasteText(sheet, areaOf("A1"), "x")).toMatchObject({ code: "AccessDenied" });
    expect(value(sheet, "A1")).toBe(1);
  });
});

describe("conditional formats and keeping", () => {
  it("[EH42] show by rule, first rule first", () => {
    const workbook = newWorkbook();
    const sheet = workbook.activeSheet;
    put(sheet, "A1", [[1], [5], [9]]);
    transact(workbook, { origin: "addIn", label: "" }, () => {
      addConditionalFormat(sheet, [areaOf("A1:A3")], {
        type: "Custom",
        formula: "=A1>4",
        style: { fill: "#FF0000", bold: true },
      });
      addConditionalFormat(sheet, [areaOf("A1:A3")], {
        type: "ColorScale",
        minimum: { type: "LowestValue", color: "#000000" },
        maximum: { type: "HighestValue", color: "#FFFFFF" },
      });
    });
    expect([0, 1, 2].map((row) => shownFormat(sheet, row, 0).format.fill)).toEqual(["#000000", "#808080", "#FFFFFF"]);
    expect([0, 1].map((row) => shownFormat(sheet, row, 0).format.bold)).toEqual([false, true]);
  });

  it("[EH130] keeps a workbook as JSON and works formulas out again", () => {
    const workbook = newWorkbook();
    const sheet = workbook.activeSheet;
    okrTable(sheet, ROWS);
    type(sheet, "E1", "=SORT(Table1[ID],1,-1)");
    const again = fromJson(JSON.parse(JSON.stringify(toJson(workbook))) as ReturnType<typeof toJson>);
    expect(value(again.activeSheet, "E3")).toBe(1);
    expect(toJson(again)).toEqual(toJson(workbook));
    type(again.activeSheet, "A2", "100");
    expect(value(again.activeSheet, "E1")).toBe(100);
  });
});
