import type { Rect } from "./address.ts";
import { rect } from "./address.ts";
import type { Table, TableColumn } from "./types.ts";

/** Data rows of a table; at least one, which is the empty placeholder while `isBlank`. */
export const bodyOf = ({ range, showHeaders, showTotals }: Table): Rect => {
  const top = showHeaders ? 1 : 0;
  return rect(range.row + top, range.column, Math.max(1, range.rows - top - (showTotals ? 1 : 0)), range.columns);
};

export const headerOf = ({ range, showHeaders }: Table): Rect | undefined =>
  showHeaders ? rect(range.row, range.column, 1, range.columns) : undefined;

export const totalsOf = ({ range, showTotals }: Table): Rect | undefined =>
  showTotals ? rect(range.row + range.rows - 1, range.column, 1, range.columns) : undefined;

export const rowCountOf = (table: Table): number => (table.isBlank ? 0 : bodyOf(table).rows);

/** A name no column has yet, without regard to case: Name, Name2, Name3 … */
export const uniqueColumnName = (columns: readonly TableColumn[], name: string): string => {
  const taken = new Set(columns.map((column) => column.name.toLowerCase()));
  let candidate = name;
  for (let number = 2; taken.has(candidate.toLowerCase()); number += 1) candidate = `${name}${number}`;
  return candidate;
};

/** Names made unique from left to right. */
export const uniqueNames = (names: readonly string[]): readonly string[] => {
  const columns: TableColumn[] = [];
  for (const [id, name] of names.entries()) columns.push({ id, name: uniqueColumnName(columns, name) });
  return columns.map((column) => column.name);
};
