import { parse } from "csv-parse/browser/esm/sync";
import type { ForeignCell } from "#shared/domain/importing/foreign/sheet.ts";
import { err } from "#shared/domain/result.ts";
import { decodeText } from "../../files/decode.ts";
import { FILE_LIMITS, sheetsWithin, type SheetsRead } from "./limits.ts";

const DELIMITERS = [",", ";", "\t", "|"] as const;
/** By so much of a file its delimiter is found. */
const SAMPLE = 50_000;
const SAMPLE_ROWS = 50;

/** Quotes around cells, doubled within; rows may be shorter or longer than the first. */
const rowsOf = (text: string, delimiter: string, to: number): readonly (readonly string[])[] =>
  parse(text, { delimiter, to, relax_column_count: true, relax_quotes: true, skip_empty_lines: false });

/** How many cells most rows have. */
const usualWidth = (rows: readonly (readonly string[])[]): number => {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].toSorted(([a, one], [b, other]) => other - one || b - a)[0]?.[0] ?? 0;
};

/** Rows that a delimiter cuts into the same number of cells, times the cuts. */
const scoreOf = (text: string, delimiter: string): number => {
  try {
    const rows = rowsOf(text.slice(0, SAMPLE), delimiter, SAMPLE_ROWS).filter((row) => row.some((cell) => cell !== ""));
    const width = usualWidth(rows);
    return width < 2 ? 0 : rows.filter(({ length }) => length === width).length * Math.sqrt(width - 1);
  } catch {
    return 0;
  }
};

/** Excel's own first line, `sep=;`, else the delimiter that cuts the rows most evenly. */
const delimited = (text: string): { readonly text: string; readonly delimiter: string } => {
  const said = /^sep=(.)\r?\n/iu.exec(text);
  if (said) return { text: text.slice(said[0].length), delimiter: said[1] ?? "," };
  const scores = DELIMITERS.map((delimiter) => scoreOf(text, delimiter));
  return { text, delimiter: DELIMITERS[scores.indexOf(Math.max(...scores))] ?? "," };
};

/** An apostrophe before a formula keeps spreadsheets from running it; it is no part of the text. */
const withoutNeutraliser = (text: string): string => (/^'+[=+\-@\t\r]/u.test(text) ? text.slice(1) : text);

const cellOf = (text: string): ForeignCell => ({ value: text === "" ? undefined : withoutNeutraliser(text) });

/** A text table: any of the usual delimiters and encodings. Texts stay texts; nobody knows yet whose numbers they are. */
export const readCsvSheet = (name: string, bytes: Uint8Array): SheetsRead => {
  const decoded = decodeText(bytes);
  if (decoded.slice(0, SAMPLE).includes("\0")) return err("OtherKind");
  const { text, delimiter } = delimited(decoded);
  try {
    const rows = rowsOf(text, delimiter, FILE_LIMITS.rows + 1).map((cells) => cells.map(cellOf));
    return sheetsWithin([{ name, from: "file", top: 0, left: 0, rows, merged: [] }]);
  } catch {
    return err("Damaged");
  }
};
