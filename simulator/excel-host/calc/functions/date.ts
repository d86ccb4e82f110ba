import type { DateParts } from "../../model/dates.ts";
import { fromSerial, toSerial } from "../../model/dates.ts";
import { readTyped } from "../../model/typed-input.ts";
import type { Scalar } from "../../model/value.ts";
import { isCellError } from "../../model/value.ts";
import type { Context } from "../context.ts";
import { asScalar } from "../context.ts";
import type { Operand } from "../operand.ts";
import { NUM_ERROR, VALUE_ERROR, asNumber, plainTextOf } from "../operand.ts";
import type { BuiltIn } from "./kinds.ts";
import { flat, ofNumbers, ofOperands, ofScalars } from "./kinds.ts";

const typedDate = (text: string, { workbook }: Context): number | undefined => {
  const year = new Date(workbook.now()).getUTCFullYear();
  const typed = readTyped(text, { culture: workbook.culture, numberFormat: "General", year });
  return typed.type === "value" && typeof typed.value === "number" ? typed.value : undefined;
};

const serialOf = (value: Scalar, context: Context): number | undefined => {
  if (typeof value === "string") return typedDate(value, context);
  const number = asNumber(value);
  return isCellError(number) ? undefined : number;
};

const part = (read: (parts: DateParts) => number): BuiltIn =>
  ofScalars(1, 1, ([value = null], context) => {
    const serial = serialOf(value, context);
    const parts = serial === undefined ? undefined : fromSerial(serial);
    if (serial === undefined) return VALUE_ERROR;
    return parts ? read(parts) : NUM_ERROR;
  });

/** Serial of a day whose month or day may lie outside its range, as DATE allows. */
const flexibleDate = (year: number, month: number, day: number): Scalar => {
  const fullYear = year < 1900 ? year + 1900 : year;
  const date = new Date(Date.UTC(fullYear, Math.trunc(month) - 1, Math.trunc(day)));
  return toSerial(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()) ?? NUM_ERROR;
};

const monthsLater = (serial: number, months: number): Scalar => {
  const parts = fromSerial(Math.trunc(serial));
  if (!parts) return NUM_ERROR;
  const last = new Date(Date.UTC(parts.year, parts.month + Math.trunc(months), 0));
  return flexibleDate(last.getUTCFullYear(), last.getUTCMonth() + 1, Math.min(parts.day, last.getUTCDate()));
};

const monthEnd = (serial: number, months: number): Scalar => {
  const parts = fromSerial(Math.trunc(serial));
  return parts ? flexibleDate(parts.year, parts.month + Math.trunc(months) + 1, 0) : NUM_ERROR;
};

const nowSerial = ({ workbook }: Context): number => 25_569 + workbook.now() / 86_400_000;

const WEEK_STARTS: Readonly<Record<number, number>> = { 1: 0, 2: 1, 11: 1, 12: 2, 13: 3, 14: 4, 15: 5, 16: 6, 17: 0 };

const weekday = ofNumbers(1, 2, (serial, kind = 1) => {
  const parts = fromSerial(serial);
  if (!parts) return NUM_ERROR;
  if (kind === 3) return (parts.weekday + 6) % 7;
  const start = WEEK_STARTS[kind];
  return start === undefined ? NUM_ERROR : ((parts.weekday - start + 7) % 7) + 1;
});

const isoWeek = ofNumbers(1, 1, (serial) => {
  const day = Math.trunc(serial);
  const parts = fromSerial(day);
  if (!parts) return NUM_ERROR;
  const thursday = day - ((parts.weekday + 6) % 7) + 3;
  const start = toSerial(fromSerial(thursday)?.year ?? 1900, 1, 1) ?? 1;
  return Math.floor((thursday - start) / 7) + 1;
});

const weekNumber = ofNumbers(1, 2, (serial, kind = 1) => {
  const day = Math.trunc(serial);
  const parts = fromSerial(day);
  const start = WEEK_STARTS[kind];
  if (!parts || start === undefined) return NUM_ERROR;
  const first = toSerial(parts.year, 1, 1) ?? 1;
  const lead = ((fromSerial(first)?.weekday ?? 0) - start + 7) % 7;
  return Math.floor((day - first + lead) / 7) + 1;
});

const isWorkday = (serial: number, holidays: ReadonlySet<number>): boolean => {
  const day = fromSerial(serial)?.weekday;
  return day !== 0 && day !== 6 && !holidays.has(serial);
};

const holidaySet = (operand: Operand | undefined, context: Context): ReadonlySet<number> =>
  new Set(operand === undefined ? [] : flat(operand, context).filter((value) => typeof value === "number"));

const networkDays = ofOperands(2, 3, ([from = null, to = null, holidays], context) => {
  const first = serialOf(asScalar(from, context), context);
  const last = serialOf(asScalar(to, context), context);
  if (first === undefined || last === undefined) return VALUE_ERROR;
  const free = holidaySet(holidays, context);
  const [low, high] = [Math.trunc(Math.min(first, last)), Math.trunc(Math.max(first, last))];
  const days = Array.from({ length: high - low + 1 }, (_, index) => low + index);
  return days.filter((day) => isWorkday(day, free)).length * (last < first ? -1 : 1);
});

const workday = ofOperands(2, 3, ([from = null, count = null, holidays], context) => {
  const start = serialOf(asScalar(from, context), context);
  const days = asNumber(asScalar(count, context));
  if (start === undefined || isCellError(days)) return VALUE_ERROR;
  const free = holidaySet(holidays, context);
  const direction = Math.sign(days);
  let day = Math.trunc(start);
  for (let left = Math.abs(Math.trunc(days)); left > 0 && day >= 0;) {
    day += direction;
    if (isWorkday(day, free)) left -= 1;
  }
  return day < 0 ? NUM_ERROR : day;
});

const completeMonths = (first: DateParts, last: DateParts): number =>
  (last.year - first.year) * 12 + last.month - first.month - (last.day < first.day ? 1 : 0);

const DIFFERENCES: Readonly<Record<string, (days: number, months: number) => number>> = {
  D: (days) => days,
  M: (_, months) => months,
  Y: (_, months) => Math.floor(months / 12),
  YM: (_, months) => months % 12,
};

const dateDifference = ofScalars(3, 3, ([a = null, b = null, unit = null], context) => {
  const from = serialOf(a, context) ?? -1;
  const to = serialOf(b, context) ?? -1;
  const first = fromSerial(from);
  const last = fromSerial(to);
  const difference = DIFFERENCES[plainTextOf(unit).toUpperCase()];
  if (!first || !last || !difference || from > to) return NUM_ERROR;
  return difference(Math.trunc(to) - Math.trunc(from), completeMonths(first, last));
});

const typedPart = (read: (serial: number) => number): BuiltIn =>
  ofScalars(1, 1, ([value = null], context) => {
    const serial = typeof value === "string" ? typedDate(value, context) : undefined;
    return serial === undefined ? VALUE_ERROR : read(serial);
  });

export const dateFunctions: Readonly<Record<string, BuiltIn>> = {
  DATE: ofNumbers(3, 3, flexibleDate),
  TIME: ofNumbers(3, 3, (hours, minutes, seconds) => ((hours * 3600 + minutes * 60 + seconds) / 86_400) % 1),
  TODAY: ofOperands(0, 0, (_, context) => Math.floor(nowSerial(context))),
  NOW: ofOperands(0, 0, (_, context) => nowSerial(context)),
  YEAR: part((parts) => parts.year),
  MONTH: part((parts) => parts.month),
  DAY: part((parts) => parts.day),
  HOUR: part((parts) => parts.hour),
  MINUTE: part((parts) => parts.minute),
  SECOND: part((parts) => parts.second),
  WEEKDAY: weekday,
  WEEKNUM: weekNumber,
  ISOWEEKNUM: isoWeek,
  EDATE: ofNumbers(2, 2, monthsLater),
  EOMONTH: ofNumbers(2, 2, monthEnd),
  DAYS: ofNumbers(2, 2, (to, from) => Math.trunc(to) - Math.trunc(from)),
  DATEDIF: dateDifference,
  NETWORKDAYS: networkDays,
  WORKDAY: workday,
  DATEVALUE: typedPart(Math.floor),
  TIMEVALUE: typedPart((serial) => serial % 1),
};
