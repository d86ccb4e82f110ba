import { err, ok, type Result } from "#shared/domain/result.ts";
import type { Cell } from "#shared/domain/sheet/fields.ts";
import type { BoundCell, BoundCells, NotOneCell } from "#shared/ports/boundCells.ts";
import type { SpreadsheetError } from "#shared/ports/spreadsheet.ts";
import { inWorkbook } from "./officeErrors.ts";

/** How far beside a cell its label is looked for, in cells. */
const REACH = 20;
/** Letters of a title in a name. */
const NAME_LENGTH = 40;

const PROPERTIES = "address,formulas,values,valueTypes,numberFormat,rowIndex,columnIndex";

/** The nearest text before a cell, in a row or a column read from afar. */
const nearestText = (cells: readonly unknown[]): string => {
  const text = cells.findLast((cell) => typeof cell === "string" && cell.trim() !== "");
  return typeof text === "string" ? text.trim() : "";
};

/** Ranges beside a cell whose texts may name it; undefined at the edge of the sheet. */
const besides = ({ rowIndex, columnIndex, worksheet }: Excel.Range) => {
  const [before, above] = [Math.min(REACH, columnIndex), Math.min(REACH, rowIndex)];
  const left = before > 0 ? worksheet.getRangeByIndexes(rowIndex, columnIndex - before, 1, before) : undefined;
  const top = above > 0 ? worksheet.getRangeByIndexes(rowIndex - above, columnIndex, above, 1) : undefined;
  left?.load("values");
  top?.load("values");
  return { left, top };
};

const labelOf = ({ left, top }: ReturnType<typeof besides>): string =>
  nearestText((left?.values[0] ?? []) as unknown[]) ||
  nearestText((top?.values ?? []).map(([cell]) => cell as unknown));

const cellOf = (range: Excel.Range, label: string): BoundCell => {
  const value = range.values[0]?.[0] as Exclude<Cell, object>;
  const formula: unknown = range.formulas[0]?.[0];
  const isPercent = typeof value === "number" && String(range.numberFormat[0]?.[0]).includes("%");
  return {
    address: range.address,
    value: isPercent ? { percent: value } : value,
    isError: range.valueTypes[0]?.[0] === Excel.RangeValueType.error,
    label,
    ...(typeof formula === "string" && formula.startsWith("=") ? { formula } : {}),
  };
};

const readRanges = async (
  context: Excel.RequestContext,
  ranges: readonly Excel.Range[],
): Promise<readonly BoundCell[]> => {
  const places = ranges.map(besides);
  await context.sync();
  return ranges.map((range, at) => cellOf(range, labelOf(places[at] ?? { left: undefined, top: undefined })));
};

/** A name after a title, as Excel allows it, that nothing in the workbook has yet. */
const freeName = (title: string, taken: ReadonlySet<string>): string => {
  const letters = title.replaceAll(/[^\p{L}\p{N}]+/gu, "_").slice(0, NAME_LENGTH);
  const wanted = `Drumbeat_${letters}`.replace(/_+$/u, "");
  let name = wanted;
  for (let n = 2; taken.has(name.toLowerCase()); n += 1) name = `${wanted}_${n}`;
  return name;
};

const bind = async (
  context: Excel.RequestContext,
  title: string,
): Promise<Result<{ readonly name: string; readonly cell: BoundCell }, NotOneCell>> => {
  const { names } = context.workbook;
  const selected = context.workbook.getSelectedRanges();
  selected.load("cellCount,areaCount");
  const range = selected.areas.getItemAt(0);
  range.load(PROPERTIES);
  names.load("items/name");
  await context.sync();
  if (selected.areaCount !== 1 || selected.cellCount !== 1) return err({ type: "NotOneCell" });
  const [cell] = await readRanges(context, [range]);
  if (!cell) return err({ type: "NotOneCell" });
  const name = freeName(title, new Set(names.items.map((item) => item.name.toLowerCase())));
  names.add(name, range, title);
  await context.sync();
  return ok({ name, cell });
};

const readNamed = async (
  context: Excel.RequestContext,
  wanted: readonly string[],
): Promise<ReadonlyMap<string, BoundCell>> => {
  const found = wanted.map((name) => {
    const range = context.workbook.names.getItemOrNullObject(name).getRangeOrNullObject();
    range.load(PROPERTIES);
    return { name, range };
  });
  await context.sync();
  const present = found.filter(({ range }) => !range.isNullObject);
  const cells = await readRanges(
    context,
    present.map(({ range }) => range),
  );
  return new Map(present.flatMap(({ name }, at) => (cells[at] ? [[name, cells[at]] as const] : [])));
};

const flattened = <T, E>(nested: Result<Result<T, E>, SpreadsheetError>): Result<T, E | SpreadsheetError> =>
  nested.ok ? nested.value : nested;

/** Names of the workbook that is open in Excel. Requires ExcelApi 1.9. */
export const createBoundCells = (): BoundCells => ({
  bind: async (title) => flattened(await inWorkbook((context) => bind(context, title))),
  read: (names) => inWorkbook((context) => readNamed(context, names)),
  show: (name) =>
    inWorkbook(async (context) => {
      const range = context.workbook.names.getItem(name).getRange();
      range.worksheet.activate();
      range.select();
      await context.sync();
    }),
  unbind: (name) =>
    inWorkbook(async (context) => {
      const item = context.workbook.names.getItemOrNullObject(name);
      await context.sync();
      if (!item.isNullObject) item.delete();
      await context.sync();
    }),
});
