import { err } from "#shared/domain/result.ts";

/** A cell as a table file holds it. */
export type TableCell = string | number | boolean | undefined;
export type TableRows = readonly (readonly TableCell[])[];

export type TableFileProblem =
  | { readonly type: "FileMissing" }
  | { readonly type: "FileUnreadable"; readonly reason: string }
  | { readonly type: "FileTooLarge"; readonly limit: string }
  | { readonly type: "FileKindUnknown"; readonly extension: string };

/** A file from anywhere must not be able to exhaust the memory. */
export const TABLE_LIMITS = { bytes: 50_000_000, rows: 100_000, columns: 200, unpackedBytes: 300_000_000 } as const;

export const tooLarge = (limit: string): { readonly ok: false; readonly error: TableFileProblem } =>
  err({ type: "FileTooLarge", limit });

export const reasonOf = (failure: unknown): string => (failure instanceof Error ? failure.message : String(failure));
