import { addDays, daysBetween, parseDay, type Day } from "../day.ts";
import { err, ok, type Result } from "../result.ts";
import { plainCharacters, plainWords } from "./characters.ts";
import { writingOf, type Writing } from "./locale.ts";

export interface DayEntry {
  readonly day: Day;
  /** Set when the text could also mean this day; the locale decided, and the person should see it. */
  readonly alternative?: Day;
}

export type DayProblem =
  | { readonly type: "Empty" }
  | { readonly type: "NotADay"; readonly text: string }
  /** Written like a day, but the calendar has no such day. */
  | { readonly type: "NoSuchDay"; readonly text: string }
  /** Day and month without a year, and nothing near to take the year from. */
  | { readonly type: "YearMissing"; readonly text: string };

const EXCEL_EPOCH = "1899-12-30" as Day;
/** 9999-12-31, the last day Excel knows. */
const LAST_SERIAL = 2_958_465;
/** Texts of five digits are taken for serial numbers of these years only: 1954 to 2119. */
const PLAUSIBLE_SERIAL = { from: 20_000, to: 80_000 };

/** Excel counts days from 1900-01-01 as 1 and believes that 1900-02-29 existed; that one day is nobody's. [EN14] */
export const dayOfSerial = (serial: number): Day | undefined => {
  const whole = Math.floor(serial);
  if (!(whole >= 1 && whole <= LAST_SERIAL) || whole === 60) return undefined;
  return addDays(EXCEL_EPOCH, whole < 60 ? whole + 1 : whole);
};

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const pad = (value: number, width: number): string => String(value).padStart(width, "0");

const dayOfParts = ({ year, month, day }: Parts): Day | undefined =>
  parseDay(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);

/** Two digits of a year: 00-69 are 2000-2069, 70-99 are 1970-1999. */
const fullYear = (digits: string): number => {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
};

/** The year that brings day and month closest to `near`. */
const nearestYear = (month: number, day: number, near: Day): Day | undefined => {
  const year = Number(near.slice(0, 4));
  return [year, year - 1, year + 1]
    .map((candidate) => dayOfParts({ year: candidate, month, day }))
    .filter((candidate) => candidate !== undefined)
    .toSorted((a, b) => Math.abs(daysBetween(a, near)) - Math.abs(daysBetween(b, near)))[0];
};

type Order = "dmy" | "mdy";

const inOrder = (order: Order, first: number, second: number): Omit<Parts, "year"> =>
  order === "dmy" ? { day: first, month: second } : { month: first, day: second };

interface Reader {
  readonly text: string;
  readonly writing: Writing;
  readonly near: Day | undefined;
}

/** The likelier order first. Dots are written day first wherever they are in use, also on computers that speak American. */
const ordersFor = ({ dateOrder }: Writing, mark: string): readonly Order[] =>
  dateOrder === "dmy" || mark === "." ? ["dmy", "mdy"] : ["mdy", "dmy"];

/** Day and month in either order, with or without a year; where both orders give a day, the preferred one wins, flagged. [EN13] */
const readNumeric = (
  { text, writing, near }: Reader,
  first: number,
  second: number,
  mark: string,
  year: number | undefined,
): Result<DayEntry, DayProblem> => {
  if (year === undefined && near === undefined) return err({ type: "YearMissing", text });
  const orders = ordersFor(writing, mark);
  const days = orders
    .map((order) => inOrder(order, first, second))
    .map(({ day, month }) =>
      year === undefined ? near && nearestYear(month, day, near) : dayOfParts({ year, month, day }),
    );
  const [wanted, other] = days;
  const day = wanted ?? other;
  if (day === undefined) return err({ type: "NoSuchDay", text });
  const doubtful = mark !== "." || writing.dateOrder !== "dmy";
  return ok(doubtful && wanted && other && other !== wanted ? { day, alternative: other } : { day });
};

const exact = (reader: Reader, parts: Parts): Result<DayEntry, DayProblem> => {
  const day = dayOfParts(parts);
  return day === undefined ? err({ type: "NoSuchDay", text: reader.text }) : ok({ day });
};

/** `2026-04-03`, `2026/4/3`, `2026. 4. 3.`, `2026年4月3日`, `20260403`, each with or without a time behind it. */
const YEAR_FIRST =
  /^(?<y>\d{4})(?:[-/. ]+|年)(?<m>\d{1,2})(?:[-/. ]+|月)(?<d>\d{1,2})(?:日|\.)?(?:[T ,]+\d{1,2}[:.].*)?$/u;
const COMPACT = /^(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})$/u;
const NUMERIC = /^(?<a>\d{1,2})(?<mark>[-/. ]+)(?<b>\d{1,2})(?:[-/. ]+(?<y>\d{4}|\d{2}))?\.?(?:[ ,]+\d{1,2}:.*)?$/u;

const readWithMonthName = (reader: Reader): Result<DayEntry, DayProblem> | undefined => {
  const words = plainWords(reader.text.replaceAll(",", " ")).replaceAll(/(\d)(?:st|nd|rd|th|er|º|ª)\b/gu, "$1");
  const month = monthIn(words, reader.writing);
  if (month === undefined) return undefined;
  const numbers = words.match(/\d+/gu) ?? [];
  const yearText = numbers.find((digits) => digits.length === 4) ?? numbers[1];
  const dayText = numbers.find((digits) => digits.length <= 2);
  if (dayText === undefined || numbers.length > 2) return undefined;
  if (yearText !== undefined) return exact(reader, { year: fullYear(yearText), month, day: Number(dayText) });
  if (reader.near === undefined) return err({ type: "YearMissing", text: reader.text });
  const day = nearestYear(month, Number(dayText), reader.near);
  return day === undefined ? err({ type: "NoSuchDay", text: reader.text }) : ok({ day });
};

/** Words that stand beside a month and say nothing: "3 de abril", "3rd of April", "3 апреля 2026 г." */
const FILLERS = new Set(["de", "del", "of", "the", "г", "года", "р", "року"]);

const monthIn = (words: string, { months }: Writing): number | undefined => {
  const name = words
    .replaceAll(/\d+/gu, " ")
    .split(" ")
    .filter((word) => word !== "" && !FILLERS.has(word))
    .join(" ");
  return months.get(name) ?? (name.length >= 3 ? uniqueStart(name, months) : undefined);
};

const uniqueStart = (name: string, months: Writing["months"]): number | undefined => {
  const found = new Set([...months].filter(([month]) => month.startsWith(name)).map(([, index]) => index));
  return found.size === 1 ? [...found][0] : undefined;
};

const readSerial = (plain: string): Day | undefined => {
  const serial = /^\d{5}(?:[.,]\d+)?$/u.test(plain) ? Number(plain.replace(",", ".")) : Number.NaN;
  return serial >= PLAUSIBLE_SERIAL.from && serial <= PLAUSIBLE_SERIAL.to ? dayOfSerial(serial) : undefined;
};

/** Everything written with digits alone; undefined when letters have to help. */
const readDigits = (plain: string, reader: Reader): Result<DayEntry, DayProblem> | undefined => {
  const iso = (YEAR_FIRST.exec(plain) ?? COMPACT.exec(plain))?.groups;
  if (iso) return exact(reader, { year: Number(iso["y"]), month: Number(iso["m"]), day: Number(iso["d"]) });
  const serial = readSerial(plain);
  if (serial) return ok({ day: serial });
  const numeric = NUMERIC.exec(plain)?.groups;
  if (!numeric) return undefined;
  const { a = "", b = "", mark = "", y } = numeric;
  return readNumeric(reader, Number(a), Number(b), mark.trim(), y === undefined ? undefined : fullYear(y));
};

/**
 * A day as people write it: ISO, in the order of the locale, with month names, or as an Excel serial number. Rules [EN12] to [EN14].
 * @param near where the year is taken from when none is written, for example today
 */
export const parseDayEntry = (text: string, locale: string, near?: Day): Result<DayEntry, DayProblem> => {
  const plain = plainCharacters(text);
  if (plain === "") return err({ type: "Empty" });
  const reader: Reader = { text, writing: writingOf(locale), near };
  return readDigits(plain, reader) ?? readWithMonthName(reader) ?? err({ type: "NotADay", text });
};
