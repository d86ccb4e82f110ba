import type { ExportDocument } from "#shared/domain/transfer/document.ts";
import type { Sheet, SheetCell } from "#shared/ports/workbook.ts";

/** Excel's limits: rows of a sheet, without the header, and UTF-16 code units of a cell. */
const SHEET_ROWS = 1_048_575;
const CELL_TEXT = 32_767;

type Flat = Readonly<Record<string, SheetCell>>;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isCell = (value: unknown): value is SheetCell =>
  value === undefined || typeof value === "string" || typeof value === "number" || typeof value === "boolean";

const listText = (values: readonly unknown[]): string | undefined => {
  if (values.length === 0) return undefined;
  return values.every((value) => typeof value === "string") ? values.join("; ") : JSON.stringify(values);
};

/** `{ owner: { name } }` becomes `{ "owner.name" }`. */
const flatten = (record: object, prefix = ""): Flat => {
  const flat: Record<string, SheetCell> = {};
  for (const [name, value] of Object.entries<unknown>({ ...record })) {
    const column = prefix + name;
    if (isCell(value)) flat[column] = value;
    else if (Array.isArray(value)) flat[column] = listText(value);
    else if (isObject(value)) Object.assign(flat, flatten(value, `${column}.`));
  }
  return flat;
};

const isTooLong = (cell: SheetCell): boolean => typeof cell === "string" && cell.length > CELL_TEXT;

const fitting = (cell: SheetCell): SheetCell =>
  typeof cell === "string" && isTooLong(cell) ? `${cell.slice(0, CELL_TEXT - 1)}…` : cell;

/** What each kind of record is called, and the part of it that a sheet shows. */
const kindsOf = (document: ExportDocument): readonly (readonly [name: string, records: readonly object[]])[] => [
  ["Levels", document.levels],
  ["Cycles", document.cycles],
  ["Units", document.units],
  ["Partitions", document.partitions],
  ["Objectives", document.objectives],
  ["Key results", document.keyResults],
  ["Check-ins", document.checkIns],
  ["Initiatives", document.initiatives],
  // The whole objective as it was is for programs; people find its versions in the app.
  ["Log", document.log.map(({ agreed: _agreed, ...entry }) => entry)],
];

interface Columns {
  readonly header: readonly string[];
  /** Texts that no cell holds. */
  readonly cut: number;
}

const columnsOf = (records: readonly object[]): Columns => {
  const header = new Set<string>();
  let cut = 0;
  for (const record of records) {
    for (const [name, cell] of Object.entries(flatten(record))) {
      header.add(name);
      if (isTooLong(cell)) cut += 1;
    }
  }
  return { header: [...header], cut };
};

const rowsOf = function* (records: readonly object[], header: readonly string[]): Generator<readonly SheetCell[]> {
  for (const record of records) {
    const flat = flatten(record);
    yield header.map((name) => fitting(flat[name]));
  }
};

const sheetsOfKind = (
  { name, records, header }: Columns & { readonly name: string; readonly records: readonly object[] },
  limit: number,
): readonly Sheet[] => {
  const parts = Math.max(1, Math.ceil(records.length / limit));
  return Array.from({ length: parts }, (_, part) => ({
    name: part === 0 ? name : `${name} ${part + 1}`,
    header,
    rows: rowsOf(records.slice(part * limit, (part + 1) * limit), header),
  }));
};

/** An export as a workbook: what is in it, then one sheet a kind. @param limit rows of a sheet */
export const sheetsOf = (document: ExportDocument, limit: number = SHEET_ROWS): readonly Sheet[] => {
  const kinds = kindsOf(document).map(([name, records]) => ({ name, records, ...columnsOf(records) }));
  const cut = kinds.reduce((sum, kind) => sum + kind.cut, 0);
  const about: readonly (readonly SheetCell[])[] = [
    ["Organisation", document.organisation],
    ["Exported at", document.exportedAt],
    ["Version", document.version],
    ...kinds.map(({ name, records }) => [name, records.length]),
    ["Texts cut because no cell holds them", cut],
  ];
  return [
    { name: "About", header: ["What", "Value"], rows: about },
    ...kinds.flatMap((kind) => sheetsOfKind(kind, limit)),
  ];
};
