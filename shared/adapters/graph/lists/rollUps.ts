import { parseInstant, type Instant } from "#shared/domain/day.ts";
import { cycleKey, unitKey, type CycleKey, type UnitKey } from "#shared/domain/okr/ids.ts";
import { progressOf } from "#shared/domain/okr/progress.ts";
import type { UnitRollUp } from "#shared/domain/okr/unitRollUp.ts";
import { noTally, type StatusCounts } from "#shared/domain/okr/view.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import { at, listAt, parseJson, textAt } from "../json.ts";
import { malformed, type MalformedColumn } from "./cells.ts";
import type { ListCodec } from "./codec.ts";
import { optional } from "./parts.ts";
import { LEADS_WRITE } from "./rights.ts";

/**
 * A row of the list: how some units stand in a cycle or, without any, when the cycle was counted. A row for each unit would be
 * two thousand requests for whoever counts a large company first, more than Microsoft serves a person in some minutes.
 */
export interface RollUpRow {
  readonly key: string;
  readonly cycleKey: CycleKey;
  readonly rollUps: readonly UnitRollUp[];
  readonly asOf?: Instant;
}

/**
 * Rows of a cycle that units are spread over. With 25 objectives and key results a unit, a row holds some 280 units at most (64,000
 * characters), so these serve 18,000.
 */
const ROWS = 64;

/** FNV-1a, 32 bits, over UTF-16 code units: where a unit lies must never change. */
const spread = (key: UnitKey): number => {
  let hash = 0x811c9dc5;
  for (let n = 0; n < key.length; n += 1) hash = Math.imul(hash ^ key.charCodeAt(n), 0x01000193);
  return (hash >>> 0) % ROWS;
};

/** The row in which a unit lies. */
export const rowKeyOf = ({ cycleKey: cycle, unitKey: unit }: Pick<UnitRollUp, "cycleKey" | "unitKey">): string =>
  JSON.stringify([cycle, spread(unit)]);

/** @param rollUps of one cycle that lie in the same row */
export const rowOfRollUps = (key: string, cycle: CycleKey, rollUps: readonly UnitRollUp[]): RollUpRow => ({
  key,
  cycleKey: cycle,
  // In one order, so that the same figures are the same text.
  rollUps: rollUps.toSorted((a, b) => (a.unitKey < b.unitKey ? -1 : 1)),
});

export const rowOfMoment = (key: CycleKey, asOf: Instant): RollUpRow => ({
  key: JSON.stringify([key]),
  cycleKey: key,
  rollUps: [],
  asOf,
});

const columns = {
  RollUpKey: { kind: "text", required: true, unique: true, description: "Which cycle, and which of its rows" },
  CycleKey: { kind: "text", required: true, indexed: true, description: "Key of the cycle" },
  AsOf: { kind: "text", description: "When the cycle was counted, ISO 8601 in UTC" },
  Units: { kind: "note", description: "How each unit stands, as JSON; empty in the row that says when" },
  Records: { kind: "note", description: "Which objectives and key results were counted, by unit, as JSON" },
} as const;

const STATUSES = ["notStarted", "onTrack", "behind", "atRisk", "closed", "postponed"] as const;

const countsOf = (counts: StatusCounts): readonly number[] => STATUSES.map((status) => counts[status]);

const textOfUnits = (rollUps: readonly UnitRollUp[]): string =>
  JSON.stringify(
    rollUps.map(({ unitKey: unit, tally, progress, lastCheckInAt }) => ({
      unit,
      objectives: tally.objectives,
      keyResults: tally.keyResults,
      measured: tally.measured,
      keyResultsBy: countsOf(tally),
      objectivesBy: countsOf(tally.objectivesBy),
      progress,
      lastCheckInAt,
    })),
  );

const textOfRecords = (rollUps: readonly UnitRollUp[]): string =>
  JSON.stringify(Object.fromEntries(rollUps.map(({ unitKey: unit, records = [] }) => [unit, records.join(" ")])));

const numberAt = (value: unknown, name: string): number => {
  const found = at(value, name);
  return typeof found === "number" ? found : Number.NaN;
};

const readCounts = (value: unknown): StatusCounts | undefined => {
  const numbers = STATUSES.map((_, n) => (Array.isArray(value) ? Number(value[n]) : Number.NaN));
  const [notStarted = 0, onTrack = 0, behind = 0, atRisk = 0, closed = 0, postponed = 0] = numbers;
  return numbers.some(Number.isNaN) ? undefined : { notStarted, onTrack, behind, atRisk, closed, postponed };
};

const readUnit = (value: unknown, cycle: CycleKey, marks: string | undefined): UnitRollUp | undefined => {
  const unit = textAt(value, "unit");
  const [keyResultsBy, objectivesBy] = [readCounts(at(value, "keyResultsBy")), readCounts(at(value, "objectivesBy"))];
  const [objectives, keyResults, measured] = [
    numberAt(value, "objectives"),
    numberAt(value, "keyResults"),
    numberAt(value, "measured"),
  ];
  if (unit === undefined || !keyResultsBy || !objectivesBy) return undefined;
  if (Number.isNaN(objectives + keyResults + measured)) return undefined;
  const progress = numberAt(value, "progress");
  return {
    unitKey: unitKey(unit),
    cycleKey: cycle,
    tally: { ...noTally, ...keyResultsBy, objectives, keyResults, measured, objectivesBy },
    ...optional("progress", Number.isNaN(progress) ? undefined : progressOf(progress)),
    ...optional("lastCheckInAt", parseInstant(textAt(value, "lastCheckInAt") ?? "")),
    ...optional("records", marks === undefined || marks === "" ? undefined : marks.split(" ")),
  };
};

const readUnits = (
  text: string,
  cycle: CycleKey,
  recordsText: string | undefined,
): Result<readonly UnitRollUp[], MalformedColumn> => {
  const given = parseJson(text);
  const records = parseJson(recordsText ?? "");
  if (!Array.isArray(given)) return malformed("Units");
  const units = listAt({ given }, "given").map((one) =>
    readUnit(one, cycle, textAt(records, textAt(one, "unit") ?? "")),
  );
  const read = units.filter((unit) => unit !== undefined);
  return read.length === units.length ? ok(read) : malformed("Units");
};

export const rollUpCodec: ListCodec<RollUpRow, typeof columns> = {
  list: {
    displayName: "Drumbeat Roll-ups",
    description: "How every unit stood when a lead's Drumbeat last counted; made anew by itself",
    rights: LEADS_WRITE,
    columns,
  },
  keyColumn: "RollUpKey",
  cells: {
    key: (RollUpKey) => ({ RollUpKey }),
    cycleKey: (CycleKey) => ({ CycleKey }),
    asOf: (AsOf) => ({ AsOf }),
    rollUps: (rollUps = []) =>
      rollUps.length === 0 ? {} : { Units: textOfUnits(rollUps), Records: textOfRecords(rollUps) },
  },
  read: ({ RollUpKey: key, CycleKey, AsOf, Units, Records }) => {
    const cycle = cycleKey(CycleKey);
    if (Units === undefined) {
      const asOf = parseInstant(AsOf ?? "");
      return asOf === undefined ? malformed("AsOf") : ok({ key, cycleKey: cycle, rollUps: [], asOf });
    }
    const rollUps = readUnits(Units, cycle, Records);
    return rollUps.ok ? ok({ key, cycleKey: cycle, rollUps: rollUps.value }) : err(rollUps.error);
  },
};
