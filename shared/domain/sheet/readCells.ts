import { dayOfSerial, parseDayEntry } from "../entry/dayEntry.ts";
import type { Day } from "../day.ts";
import { parseNumber } from "../entry/number.ts";
import { tidyLine } from "../entry/text.ts";
import { parsePercentEntry, type Range } from "../entry/value.ts";
import type { Person } from "../okr/person.ts";
import { err, ok, type Result } from "../result.ts";
import { cellText, isEmptyCell, type Cell, type EditableField } from "./fields.ts";
import type { Labels } from "./labels.ts";
import { entryProblem, sheetProblem, type RowProblem } from "./problem.ts";

/** Numbers that Excel understood itself are written the same everywhere. */
const NEUTRAL = "en-US";

/** Text as it is to be stored; a leading apostrophe is Excel's mark for text. [SE4] */
export const readLine = (cell: Cell | undefined): string => tidyLine(cellText(cell).replace(/^'/u, ""));

/** How a cell with a number reads: as typed text in the workbook's locale, or as the number that Excel made of it. [SE8] */
export const typedNumber = (cell: Cell, locale: string): { readonly text: string; readonly locale: string } => {
  if (typeof cell === "object") return { text: `${Number((cell.percent * 100).toPrecision(13))}%`, locale: NEUTRAL };
  return typeof cell === "string" ? { text: cell, locale } : { text: String(cell), locale: NEUTRAL };
};

export interface NumberMeaning {
  /** The cell holds per cent: 0.45 and 45 % may both mean 45. */
  readonly percent: boolean;
  readonly range?: Range | undefined;
  readonly unit: string;
}

/** A number or nothing. [SE8] */
export const readNumberCell = (
  field: EditableField,
  cell: Cell | undefined,
  locale: string,
  { percent, range, unit }: NumberMeaning,
): Result<number | undefined, RowProblem> => {
  if (cell === undefined || isEmptyCell(cell)) return ok(undefined);
  if (typeof cell === "number" && !percent) return ok(cell);
  const typed = typedNumber(cell, locale);
  const read = percent
    ? parsePercentEntry(typed.text, typed.locale, range)
    : parseNumber(typed.text, typed.locale, unit);
  return read.ok ? read : err(entryProblem(field, read.error));
};

/** A day or nothing; a doubt about day and month comes with it. [SE8] */
export const readDayCell = (
  cell: Cell | undefined,
  locale: string,
  today: Day,
): { readonly day?: Day | undefined; readonly problem?: RowProblem } => {
  if (cell === undefined || isEmptyCell(cell)) return {};
  if (typeof cell === "number") {
    const day = dayOfSerial(cell);
    return day ? { day } : { problem: entryProblem("due", { type: "NotADay", text: String(cell) }) };
  }
  const read = parseDayEntry(cellText(cell), locale, today);
  if (!read.ok) return { problem: entryProblem("due", read.error) };
  const { day, alternative } = read.value;
  if (alternative === undefined) return { day };
  return { day, problem: sheetProblem("due", { code: "dayDoubtful", day, alternative }, "warning") };
};

/** One of the things that have names. */
export const readName = <K>(field: EditableField, text: string, labels: Labels<K>): Result<K, RowProblem> => {
  const found = labels.find(text);
  if (found.type === "found") return ok(found.key);
  return err(sheetProblem(field, { code: found.type === "none" ? "nameUnknown" : "nameAmbiguous", text }));
};

/** A person by name or address; nobody is guessed. */
export const readOwner = (
  cell: Cell | undefined,
  people: Labels<Person>,
  unasked: ReadonlySet<string>,
): Result<Person | undefined, RowProblem> => {
  const text = readLine(cell);
  if (text === "") return ok(undefined);
  const unknown = people.find(text).type === "none";
  return unknown && unasked.has(text)
    ? err(sheetProblem("owner", { code: "nameUnasked", text }))
    : readName("owner", text, people);
};

export const readChoice = <T>(
  field: EditableField,
  cell: Cell | undefined,
  meaning: (text: string) => T | undefined,
): Result<T | undefined, RowProblem> => {
  const text = readLine(cell);
  if (text === "") return ok(undefined);
  const choice = meaning(text);
  return choice === undefined ? err(sheetProblem(field, { code: "choiceUnknown", text })) : ok(choice);
};
