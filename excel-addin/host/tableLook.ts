import type { NewTable, TableColumn } from "#shared/ports/spreadsheet.ts";
import { NUMBER_FORMATS } from "./tableCells.ts";

/** Points per character of the default font, near enough for a first look. */
const POINTS_PER_CHARACTER = 5.6;
/** Rows of objectives, also where somebody sorted their key results away from them. */
const LEVEL_FILL = "#EDEBE9";
/** Cells to be filled look like paper, cells beside them like print. Both pairs of colours have a contrast above 5. */
const ENTRY_FILL = "#FFF8DC";
const CONTEXT_FONT = "#595959";
/** Rules reach below the table, so that rows which people add are covered. */
const RULE_ROWS = 20_000;

/** The values of the lists on a hidden sheet: a list inside a rule holds 255 characters only. */
export const writeLists = async (
  context: Excel.RequestContext,
  listsSheet: string,
  columns: readonly TableColumn[],
): Promise<void> => {
  const { worksheets, names } = context.workbook;
  const found = worksheets.getItemOrNullObject(listsSheet);
  const lists = columns.flatMap(({ choices }) => (choices ? [choices] : []));
  const known = lists.map(({ name }) => names.getItemOrNullObject(name));
  await context.sync();
  const sheet = found.isNullObject ? worksheets.add(listsSheet) : found;
  if (found.isNullObject) sheet.visibility = "Hidden";
  else sheet.getRange().clear();
  for (const [index, { values }] of lists.entries()) {
    const range = sheet.getRangeByIndexes(0, index, values.length, 1);
    range.numberFormat = [["@"]];
    range.values = values.map((value) => [value]);
    if (known[index]?.isNullObject === false) known[index].delete();
  }
  await context.sync();
  for (const [index, { name, values }] of lists.entries()) {
    names.add(name, sheet.getRangeByIndexes(0, index, values.length, 1));
  }
};

const columnLetters = (index: number): string => {
  const letter = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? letter : `${columnLetters(Math.floor(index / 26) - 1)}${letter}`;
};

/** Places of our columns in the table and of the table in its sheet. */
export interface Placed {
  readonly sheet: Excel.Worksheet;
  /** Of the header row, from 0. */
  readonly row: number;
  readonly column: number;
  readonly width: number;
  readonly rows: number;
  readonly at: ReadonlyMap<string, number>;
}

/** Formats and lists of the columns; of new ones also how wide they are and which are hidden. */
export const lookOfColumns = (
  { sheet, row, column, rows, at }: Placed,
  columns: readonly TableColumn[],
  isNew: boolean,
): void => {
  for (const { header, format, width, hidden, wrap, tone, choices } of columns) {
    const place = at.get(header);
    if (place === undefined) continue;
    const body = sheet.getRangeByIndexes(row + 1, column + place, Math.max(rows, 1), 1);
    body.numberFormat = [[NUMBER_FORMATS[format]]];
    if (isNew) {
      body.format.columnWidth = width * POINTS_PER_CHARACTER;
      body.format.verticalAlignment = "Top";
      if (wrap) body.format.wrapText = true;
      if (tone === "entry") body.format.fill.color = ENTRY_FILL;
      if (tone === "context") body.format.font.color = CONTEXT_FONT;
      if (hidden) body.getEntireColumn().columnHidden = true;
    }
    if (!choices) continue;
    body.dataValidation.clear();
    body.dataValidation.rule = { list: { inCellDropDown: true, source: `=${choices.name}` } };
    body.dataValidation.errorAlert = { showAlert: choices.strict, style: "Stop", title: "", message: "" };
  }
};

/** Objectives in bold on grey, and cells with problems in red, by rules: they follow the rows when these are sorted. */
export const lookOfRows = (placed: Placed, table: NewTable): void => {
  const { sheet, row, column, width, at } = placed;
  const area = sheet.getRangeByIndexes(row + 1, column, RULE_ROWS, width);
  const first = row + 2;
  const type = table.levels && at.get(table.levels.typeHeader);
  const marks = at.get(table.marksHeader);
  area.conditionalFormats.clearAll();
  if (marks !== undefined) {
    const problem = area.conditionalFormats.add("Custom");
    const header = `${columnLetters(column)}$${row + 1}`;
    problem.custom.rule.formula = `=ISNUMBER(SEARCH("|"&${header}&"|",$${columnLetters(column + marks)}${first}))`;
    problem.custom.format.fill.color = "#FDE7E9";
    problem.custom.format.font.color = "#A4262C";
  }
  if (table.levels && type !== undefined) {
    const strong = area.conditionalFormats.add("Custom");
    strong.custom.rule.formula = `=$${columnLetters(column + type)}${first}="${table.levels.strongType.replaceAll('"', '""')}"`;
    strong.custom.format.font.bold = true;
    strong.custom.format.fill.color = LEVEL_FILL;
  }
};

/** Ranges of one address list; Excel takes 8,192 characters. */
const ADDRESSES = 300;

/** Titles of key results stand a little to the right of their objective's. */
export const indentTitles = ({ sheet, row, column, at }: Placed, table: NewTable): void => {
  const { levels } = table;
  const place = levels && at.get(levels.titleHeader);
  if (!levels || place === undefined) return;
  const types = table.columns.findIndex(({ header }) => header === levels.typeHeader);
  const letters = columnLetters(column + place);
  const blocks: string[] = [];
  let from: number | undefined;
  for (let index = 0; index <= table.rows.length; index += 1) {
    const line = table.rows[index];
    const below = line !== undefined && line[types] !== levels.strongType;
    if (below) from ??= index;
    else if (from !== undefined) {
      blocks.push(`${letters}${row + 2 + from}:${letters}${row + 1 + index}`);
      from = undefined;
    }
  }
  if (table.rows.length > 0)
    sheet.getRangeByIndexes(row + 1, column + place, table.rows.length, 1).format.indentLevel = 0;
  for (let index = 0; index < blocks.length; index += ADDRESSES) {
    sheet.getRanges(blocks.slice(index, index + ADDRESSES).join(",")).format.indentLevel = 1;
  }
};
