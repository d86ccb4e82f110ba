import { addDays, dayNumber, parseDay, type Day } from "../day.ts";
import type { Cycle } from "../okr/cycle.ts";
import { movedDay } from "../okr/postpone.ts";
import { readDayCell } from "../sheet/readCells.ts";
import { isEmptyCell, type Cell } from "../sheet/fields.ts";
import type { PlanInput } from "../sheet/planTypes.ts";
import { serialOf } from "../sheet/render.ts";
import type { Wanted } from "./edits.ts";
import type { DayStep } from "./operation.ts";

const MONTHS = 12;

/** The same day of a later or earlier month, or its last day where it is shorter. [BK5] */
const addMonths = (day: Day, months: number): Day => {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const index = year * MONTHS + month - 1 + months;
  const first = (at: number): string =>
    `${String(Math.floor(at / MONTHS)).padStart(4, "0")}-${String((at % MONTHS) + 1).padStart(2, "0")}-01`;
  const start = parseDay(first(index));
  const next = parseDay(first(index + 1));
  if (!start || !next) return day;
  return addDays(start, Math.min(date, dayNumber(next) - dayNumber(start)) - 1);
};

const DAYS: Readonly<Record<Exclude<DayStep, "months">, number>> = { days: 1, weeks: 7 };

export const shifted = (day: Day, by: number, step: DayStep): Day =>
  step === "months" ? addMonths(day, by) : addDays(day, by * DAYS[step]);

/** The day of a cell after `move`; a doubtful one is not moved, because nobody knows which it is. */
export const movedCell = (
  cell: Cell,
  { locale, today }: Pick<PlanInput, "locale" | "today">,
  move: (day: Day) => Day,
): Wanted => {
  if (isEmptyCell(cell)) return undefined;
  const { day, problem } = readDayCell(cell, locale, today);
  return day === undefined || problem ? { skip: "unreadable" } : { to: serialOf(move(day)) };
};

/** Moves days with the cycle; stays where it is without both cycles. [BK4] */
export const betweenCycles =
  (from: Cycle | undefined, to: Cycle) =>
  (day: Day): Day =>
    from ? movedDay(day, { from, to }) : day;
