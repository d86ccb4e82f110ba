import type { FileTrouble } from "#shared/ports/foreignFiles.ts";
import type { ForeignCell, ForeignSheet } from "#shared/domain/importing/foreign/sheet.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";

/** A file from anywhere must not be able to exhaust the memory of the pane. */
export const FILE_LIMITS = { bytes: 30_000_000, unpackedBytes: 200_000_000, rows: 20_000, columns: 300 } as const;

export type SheetsRead = Result<readonly ForeignSheet[], FileTrouble>;

const isFilled = ({ value }: ForeignCell): boolean => value !== undefined && value !== "";

/** Without the empty rows and columns behind the last value; undefined where nothing is left. */
const trimmed = (sheet: ForeignSheet): ForeignSheet | undefined => {
  const last = sheet.rows.findLastIndex((cells) => cells.some(isFilled));
  if (last < 0) return undefined;
  const rows = sheet.rows.slice(0, last + 1);
  const width = rows.reduce((widest, cells) => Math.max(widest, cells.findLastIndex(isFilled) + 1), 0);
  return { ...sheet, rows: rows.map((cells) => cells.slice(0, width)) };
};

/** Sheets with something in them, within the limits. */
export const sheetsWithin = (sheets: readonly ForeignSheet[]): SheetsRead => {
  const found = sheets.flatMap((sheet) => trimmed(sheet) ?? []);
  if (found.length === 0) return err("NothingInIt");
  const isLarge = ({ rows }: ForeignSheet): boolean =>
    rows.length > FILE_LIMITS.rows || rows.some(({ length }) => length > FILE_LIMITS.columns);
  return found.some(isLarge) ? err("TooLarge") : ok(found);
};
