import { open } from "node:fs/promises";
import { extname } from "node:path";
import { err, ok, type Result } from "#shared/domain/result.ts";
import { readCsv } from "./csv.ts";
import { reasonOf, TABLE_LIMITS, tooLarge, type TableFileProblem, type TableRows } from "./table.ts";
import { readXlsx } from "./xlsx.ts";

/** The rows of a CSV file, or of the first visible sheet of an Excel file; the first row as it stands. */
export const readTableFile = async (path: string): Promise<Result<TableRows, TableFileProblem>> => {
  const extension = extname(path).toLowerCase();
  const read = { ".csv": readCsv, ".tsv": readCsv, ".txt": readCsv, ".xlsx": readXlsx }[extension];
  if (!read) return err({ type: "FileKindUnknown", extension });
  const bytes = await readBytes(path);
  if (!bytes.ok) return bytes;
  const rows = await read(bytes.value);
  if (!rows.ok) return rows;
  if (rows.value.length > TABLE_LIMITS.rows) return tooLarge(`${TABLE_LIMITS.rows} rows`);
  const wide = rows.value.some((row) => row.length > TABLE_LIMITS.columns);
  return wide ? tooLarge(`${TABLE_LIMITS.columns} columns`) : rows;
};

const readBytes = async (path: string): Promise<Result<Uint8Array, TableFileProblem>> => {
  try {
    const file = await open(path, "r");
    try {
      const { size } = await file.stat();
      if (size > TABLE_LIMITS.bytes) return tooLarge(`${TABLE_LIMITS.bytes / 1_000_000} MB`);
      return ok(await file.readFile());
    } finally {
      await file.close();
    }
  } catch (failure) {
    return err(isMissing(failure) ? { type: "FileMissing" } : { type: "FileUnreadable", reason: reasonOf(failure) });
  }
};

const isMissing = (failure: unknown): boolean =>
  typeof failure === "object" && failure !== null && "code" in failure && failure.code === "ENOENT";
