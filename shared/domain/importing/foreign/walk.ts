import type { Column } from "../columns.ts";
import { filledIn, type Grid, type GridCell } from "./grid.ts";
import type { Role } from "./headerWords.ts";
import { cellOf, type TableRow } from "./levels.ts";
import type { SheetMapping, TableMapping } from "./mapping.ts";
import type { ForeignRecord, Labels, PassedPlace, Passing } from "./records.ts";

/** The rows of a table with their cells by role. */
export const tableRows = (grid: Grid, { area, columns }: Pick<TableMapping, "area" | "columns">): readonly TableRow[] =>
  grid.rows.slice(area.first, area.last + 1).map((all, at): TableRow => {
    const cells = all.slice(area.from, area.to + 1);
    const byRole = new Map<Role, GridCell[]>();
    for (const [column, cell] of cells.entries()) {
      const role = columns[column]?.role ?? "ignore";
      byRole.set(role, [...(byRole.get(role) ?? []), cell]);
    }
    return { row: area.first + at, cells, byRole: (role) => byRole.get(role) ?? [] };
  });

/** What a table says about one record, by column. */
export type Said = Partial<Record<Column, GridCell["value"]>>;

/** Roles that are no columns of a record. */
const APART: ReadonlySet<Role> = new Set<Role>([
  "text", "objective", "keyResult", "initiative", "outline", "reading", "progress", "ignore",
]); // prettier-ignore

const isColumn = (role: Role): role is Column => !APART.has(role);

export const saidBy = (row: TableRow, columns: TableMapping["columns"], owner = cellOf(row, "owner")): Said => {
  const said: Said = {};
  for (const [at, { role }] of columns.entries()) {
    const cell = row.cells[at];
    if (!cell || cell.text === "" || !isColumn(role) || role === "owner") continue;
    said[role] ??= cell.value;
  }
  return owner && owner.text !== "" ? { ...said, owner: owner.value } : said;
};

/** What is known while a table is read from top to bottom. */
export interface Walk {
  readonly table: TableMapping;
  readonly labels: Labels;
  readonly kinds: SheetMapping["kinds"];
  /** The team named by the last heading. */
  unit: string | undefined;
  /** The last record of each depth. */
  readonly open: (ForeignRecord | undefined)[];
  readonly records: ForeignRecord[];
  /** Objectives among them by their texts. */
  readonly objectives: Map<string, ForeignRecord[]>;
  readonly passed: PassedPlace[];
}

export const pass = (walk: Walk, cell: GridCell | undefined, why: Passing): void => {
  if (cell) walk.passed.push({ place: cell.place, text: cell.text, why });
};

/** Passes over a row by its first text. */
export const passRow = (walk: Walk, row: TableRow, why: Passing): void => pass(walk, filledIn(row.cells)[0], why);

/** Takes a record; the heading above it and the title of its table tell its team and cycle where it does not. */
export const add = (walk: Walk, record: Omit<ForeignRecord, "labels">): ForeignRecord => {
  const context: Said = {
    ...(walk.unit === undefined ? {} : { team: walk.unit }),
    ...(walk.table.cycle === undefined ? {} : { cycle: walk.table.cycle }),
  };
  const full: ForeignRecord = { ...record, labels: walk.labels, cells: { ...context, ...record.cells } };
  walk.records.push(full);
  if (full.kind === "objective") walk.objectives.set(full.text, [...(walk.objectives.get(full.text) ?? []), full]);
  return full;
};

interface Found {
  readonly kind: ForeignRecord["kind"];
  readonly text: string;
  readonly cell: GridCell;
  readonly said: Said;
  readonly parent: ForeignRecord | undefined;
}

/** A record with what its row says beside its own columns: the last of several readings, and how far it is. */
export const recordOf = (row: TableRow, { kind, text, cell, said, parent }: Found): Omit<ForeignRecord, "labels"> => {
  const reading = row.byRole("reading").findLast((one) => one.text !== "");
  const progress = cellOf(row, "progress");
  const current = said.current ?? reading?.value;
  return {
    kind,
    text,
    place: cell.place,
    struck: cell.struck,
    cells: current === undefined || kind === "objective" ? said : { ...said, current },
    ...(progress && kind !== "objective" ? { progress: progress.value } : {}),
    ...(parent ? { parent } : {}),
  };
};

/** The nearest open record above a depth. */
export const above = ({ open }: Walk, depth: number): ForeignRecord | undefined =>
  open.slice(0, depth).findLast((record) => record !== undefined);
