/** Calendar days are `YYYY-MM-DD` text; arithmetic runs in UTC so that no time zone or summer time can move a day. */
import type { WorldCycle } from "./types.ts";

const DAY_MS = 86_400_000;

export const epochDay = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);

export const dayOf = (epoch: number): string => new Date(epoch * DAY_MS).toISOString().slice(0, 10);

/** 0 is Monday, 6 is Sunday. */
export const weekday = (epoch: number): number => (((epoch + 3) % 7) + 7) % 7;

/** An instant on that day; hours and minutes are UTC. */
export const instant = (epoch: number, hour: number, minute: number, second: number): string =>
  new Date(epoch * DAY_MS + ((hour * 60 + minute) * 60 + second) * 1000).toISOString();

/** The cycles around a day, by the part they play in the story. */
export interface CycleSet {
  readonly annual: WorldCycle;
  readonly previous: WorldCycle;
  readonly current: WorldCycle;
  readonly next: WorldCycle;
}

/** The quarter `offset` quarters away from the one with this number (year × 4 + quarter index). */
const quarter = (number: number): WorldCycle => {
  const year = Math.floor(number / 4);
  const index = number - year * 4;
  const month = (value: number): string => String(value).padStart(2, "0");
  const start = `${year}-${month(index * 3 + 1)}-01`;
  const after = index === 3 ? `${year + 1}-01-01` : `${year}-${month(index * 3 + 4)}-01`;
  const name = `Q${index + 1} ${year}`;
  return { key: `${year}-Q${index + 1}`, name, kind: "quarterly", start, end: dayOf(epochDay(after) - 1) };
};

/** The year and the quarter of `today`, the quarter before and the quarter after. */
export const cyclesAround = (today: string): CycleSet => {
  const year = Number(today.slice(0, 4));
  const number = year * 4 + Math.floor((Number(today.slice(5, 7)) - 1) / 3);
  return {
    annual: { key: String(year), name: `Year ${year}`, kind: "annual", start: `${year}-01-01`, end: `${year}-12-31` },
    previous: quarter(number - 1),
    current: quarter(number),
    next: quarter(number + 1),
  };
};
