import { parseDay, type Day } from "#shared/domain/day.ts";
import { cycleKey, unitKey } from "#shared/domain/okr/ids.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import type { Unit } from "#shared/domain/okr/unit.ts";
import { planPartitions } from "#shared/domain/partition/plan.ts";

const dayOf = (text: string): Day => {
  const day = parseDay(text);
  if (!day) throw new Error(text);
  return day;
};

export const COUNTRIES = 80;
export const TEAMS_PER_COUNTRY = 25;

const countries: readonly Unit[] = Array.from({ length: COUNTRIES }, (_, n) => ({
  key: unitKey(`c${n}`),
  name: `Country ${n}`,
  levelKey: "country",
  parentKey: unitKey("co"),
}));

const withoutPartitions: Frame = {
  organisation: "Monday",
  levels: ["company", "country", "team"].map((key) => ({ key, name: key })),
  units: [
    { key: unitKey("co"), name: "Company", levelKey: "company" },
    ...countries,
    ...countries.flatMap((country) =>
      Array.from({ length: TEAMS_PER_COUNTRY }, (_, n): Unit => ({
        key: unitKey(`${country.key}-t${n}`),
        name: `Team ${n}`,
        levelKey: "team",
        parentKey: country.key,
      })),
    ),
  ],
  cycles: [
    {
      key: cycleKey("2026"),
      name: "2026",
      kind: "annual",
      start: dayOf("2026-01-01"),
      end: dayOf("2026-12-31"),
      closed: false,
    },
    {
      key: cycleKey("2026-q1"),
      name: "Q1",
      kind: "quarterly",
      start: dayOf("2026-01-01"),
      end: dayOf("2026-03-31"),
      closed: false,
    },
  ],
  partitions: [],
};

const { units, cycles } = withoutPartitions;

/** 25 rows of a quarter for each team, a few of the year for each country. */
const partitions = cycles.flatMap(({ key, kind }) =>
  planPartitions({
    cycleKey: key,
    units,
    rowsOf: (unit) => (kind === "quarterly" && unit.includes("-t") ? 25 : 1),
  }),
);

/** A quarter inside a year, 80 countries with 25 teams each, in lists that stay small. */
export const frame: Frame = { ...withoutPartitions, partitions };
