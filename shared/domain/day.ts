import type { Brand } from "./brand.ts";

/** A calendar day `YYYY-MM-DD` without time zone: cycles begin and end on days, wherever one looks from. */
export type Day = Brand<string, "Day">;
/** A moment as ISO 8601 in UTC, for example `2026-11-22T17:10:00.000Z`. */
export type Instant = Brand<string, "Instant">;

const MS_PER_DAY = 86_400_000;
const DAY_PATTERN = /^[1-9]\d{3}-\d{2}-\d{2}$/;

/** Undefined for anything that is not a day of the calendar, 30 February included, and for years before 1000. */
export const parseDay = (text: string): Day | undefined => {
  if (!DAY_PATTERN.test(text)) return undefined;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== text ? undefined : (text as Day);
};

/** Undefined for anything that is not an ISO 8601 instant. */
export const parseInstant = (text: string): Instant | undefined => {
  const ms = Date.parse(text);
  return /^\d{4}-\d{2}-\d{2}T/.test(text) && !Number.isNaN(ms) ? (new Date(ms).toISOString() as Instant) : undefined;
};

export const instantOf = (epochMs: number): Instant => new Date(epochMs).toISOString() as Instant;

export const epochMsOf = (instant: Instant): number => Date.parse(instant);

/** Days since 1970-01-01. Taken apart by hand: a board asks for it a hundred thousand times. */
export const dayNumber = (day: Day): number =>
  Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / MS_PER_DAY;

/** The UTC day on which an instant falls. */
export const dayOf = (instant: Instant): Day => instant.slice(0, 10) as Day;

export const addDays = (day: Day, days: number): Day =>
  new Date((dayNumber(day) + days) * MS_PER_DAY).toISOString().slice(0, 10) as Day;

/** Whole days from `from` to `to`; negative when `to` lies before. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);
