import { dayNumber, epochMsOf, type Day, type Instant } from "#shared/domain/day.ts";

export interface Format {
  /** A figure of a key result with its unit: `93.1 %`, `12 days`, `4,200`. */
  readonly value: (value: number, unit: string) => string;
  /** The same, in no more digits than a forecast deserves. */
  readonly rough: (value: number, unit: string) => string;
  /** A share in [0, 1] as whole percent; over-achievement stays visible above 100. */
  readonly share: (share: number) => string;
  readonly number: (value: number) => string;
  /** As somebody would type it: all its digits, no thousands separators, and read back as the same number. */
  readonly entry: (value: number) => string;
  readonly day: (day: Day) => string;
  /** A moment of the past as it stands in a record: day and time on this person's clock. */
  readonly stamp: (at: Instant) => string;
  /** How long ago, in the largest fitting unit. */
  readonly age: (at: Instant, nowMs: number) => string;
  /** A moment as this person's clock shows it: the time of today, else with its day. Milliseconds since 1970. */
  readonly moment: (atMs: number, nowMs: number) => string;
}

const MINUTE = 60_000;
const AGES: readonly (readonly [limitMs: number, unit: Intl.RelativeTimeFormatUnit, unitMs: number])[] = [
  [60 * MINUTE, "minute", MINUTE],
  [24 * 60 * MINUTE, "hour", 60 * MINUTE],
  [14 * 24 * 60 * MINUTE, "day", 24 * 60 * MINUTE],
  [60 * 24 * 60 * MINUTE, "week", 7 * 24 * 60 * MINUTE],
];
const OLDER = [Number.POSITIVE_INFINITY, "month", 30 * 24 * 60 * MINUTE] as const;

/** Latin digits everywhere: figures are compared across languages in the same meeting. */
const withLatinDigits = (locale: string): string => new Intl.Locale(locale, { numberingSystem: "latn" }).toString();

const RIGHT_TO_LEFT = /^(?:ar|fa|he|ur)\b/;

/** Number and unit stay together; in a right-to-left sentence a Latin unit must not jump before its number. */
const withUnit = (figure: string, unit: string, locale: string): string => {
  if (unit === "") return figure;
  const text = `${figure}\u00a0${unit}`;
  return RIGHT_TO_LEFT.test(locale) ? `\u2068${text}\u2069` : text;
};

export const createFormat = (locale: string): Format => {
  const tag = withLatinDigits(locale);
  const figure = new Intl.NumberFormat(tag, { maximumFractionDigits: 2 });
  const typed = new Intl.NumberFormat(tag, { maximumFractionDigits: 15, useGrouping: false });
  const threeDigits = new Intl.NumberFormat(tag, { maximumSignificantDigits: 3 });
  const percent = new Intl.NumberFormat(tag, { style: "percent", maximumFractionDigits: 0 });
  const day = new Intl.DateTimeFormat(tag, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  const time = new Intl.DateTimeFormat(tag, { hour: "numeric", minute: "2-digit" });
  const timeOfDay = new Intl.DateTimeFormat(tag, {
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "numeric",
    minute: "2-digit",
  });
  const recorded = new Intl.DateTimeFormat(tag, {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "numeric",
    minute: "2-digit",
  });
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: "auto" });
  return {
    value: (value, unit) => withUnit(figure.format(value), unit, locale),
    rough: (value, unit) => withUnit(threeDigits.format(value), unit, locale),
    share: (share) => percent.format(share),
    number: (value) => figure.format(value),
    // Three decimals after a short whole part could be thousands; a further zero leaves no doubt.
    entry: (value) => typed.format(value).replace(/^\D*\d{1,3}\D\d{3}$/, (figure) => `${figure}0`),
    day: (value) => day.format(dayNumber(value) * 86_400_000),
    stamp: (at) => recorded.format(epochMsOf(at)),
    age: (at, nowMs) => {
      const elapsed = Math.max(0, nowMs - epochMsOf(at));
      const [, unit, unitMs] = AGES.find(([limit]) => elapsed < limit) ?? OLDER;
      return relative.format(-Math.floor(elapsed / unitMs), unit);
    },
    moment: (atMs, nowMs) => {
      const isToday = new Date(atMs).toDateString() === new Date(nowMs).toDateString();
      return (isToday ? time : timeOfDay).format(atMs);
    },
  };
};
