// Serial numbers of Excel's 1900 date system: day 1 is 1900-01-01, day 60 is the 1900-02-29 that never was.
const DAY_MS = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);
const LEAP_BUG = 61;
/** 9999-12-31, the last date Excel shows. */
const LAST_SERIAL = 2_958_465;

export interface DateParts {
  readonly year: number;
  /** 1-12. */
  readonly month: number;
  readonly day: number;
  /** 0 = Sunday. */
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** Serial of a calendar day; undefined when the day does not exist. */
export const toSerial = (year: number, month: number, day: number): number | undefined => {
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  if (year < 1900 || year > 9999) return undefined;
  const serial = Math.round((time - EPOCH) / DAY_MS);
  return serial < LEAP_BUG ? serial - 1 : serial;
};

/** Calendar parts of a serial number, seconds rounded; undefined outside Excel's dates. */
export const fromSerial = (serial: number): DateParts | undefined => {
  if (serial < 0 || serial >= LAST_SERIAL + 1) return undefined;
  const seconds = Math.round(serial * 86_400);
  const day = Math.floor(seconds / 86_400);
  const rest = seconds - day * 86_400;
  const time = { hour: Math.floor(rest / 3600), minute: Math.floor((rest % 3600) / 60), second: rest % 60 };
  if (day === 0) return { year: 1900, month: 1, day: 0, weekday: 6, ...time };
  if (day === 60) return { year: 1900, month: 2, day: 29, weekday: 3, ...time };
  const date = new Date(EPOCH + (day < 60 ? day + 1 : day) * DAY_MS);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: (day + 6) % 7,
    ...time,
  };
};
