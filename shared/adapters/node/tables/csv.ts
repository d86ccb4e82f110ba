import { parse } from "csv-parse/sync";
import { err, ok, type Result } from "#shared/domain/result.ts";
import { decodeText } from "../../files/decode.ts";
import { reasonOf, TABLE_LIMITS, type TableFileProblem, type TableRows } from "./table.ts";

const DELIMITERS = [",", ";", "\t"] as const;

/** The delimiter that the first line has most of, quoted text left aside. */
const delimiterOf = (text: string): string => {
  const firstLine = text.replaceAll(/"[^"]*"/gu, "").split(/\r?\n/u, 1)[0] ?? "";
  const counts = DELIMITERS.map((delimiter) => firstLine.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ",";
};

/** Text that a spreadsheet would take for a formula, with the apostrophes that earlier exports put before it. */
const FORMULA_LIKE = /^'*[=+\-@\t\r]/u;

/** What a spreadsheet shows as text instead of running it. Numbers are left alone. */
const neutralised = (text: string): string => (FORMULA_LIKE.test(text) ? `'${text}` : text);

/** Takes one apostrophe away where `neutralised` puts one. */
const withoutNeutraliser = (text: string): string =>
  text.startsWith("'") && FORMULA_LIKE.test(text) ? text.slice(1) : text;

/** Characters in which a file that is no text gives itself away. */
const BEGINNING = 4_000;

export const readCsv = (bytes: Uint8Array): Promise<Result<TableRows, TableFileProblem>> => {
  const text = decodeText(bytes);
  if (text.slice(0, BEGINNING).includes("\0"))
    return Promise.resolve(err({ type: "FileUnreadable", reason: "This is not a text file." }));
  try {
    const rows: string[][] = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      to: TABLE_LIMITS.rows + 1,
    });
    return Promise.resolve(ok(rows.map((row) => row.map(withoutNeutraliser))));
  } catch (failure) {
    return Promise.resolve(err({ type: "FileUnreadable", reason: reasonOf(failure) }));
  }
};

/** Whatever a reader might take for a delimiter is quoted, so that nobody guesses wrong. */
const quoted = (text: string): string => (/[",;\t\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** RFC 4180 with a byte-order mark, by which Excel recognises UTF-8. */
export const writeCsv = (rows: TableRows): string => {
  const cell = (value: TableRows[number][number]): string =>
    typeof value === "string" ? quoted(neutralised(value)) : value === undefined ? "" : String(value);
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
};
