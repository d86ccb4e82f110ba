import { parseInstant, type Instant } from "#shared/domain/day.ts";
import { cycleKey, unitKey, type CycleKey } from "#shared/domain/okr/ids.ts";
import { progressOf } from "#shared/domain/okr/progress.ts";
import { rollUpKey, type UnitRollUp } from "#shared/domain/okr/unitRollUp.ts";
import { noTally, type StatusCounts } from "#shared/domain/okr/view.ts";
import { ok } from "#shared/domain/result.ts";
import { at, parseJson } from "../json.ts";
import { malformed } from "./cells.ts";
import type { ListCodec } from "./codec.ts";
import { optional } from "./parts.ts";
import { LEADS_WRITE } from "./rights.ts";

/** A row of the list: how a unit stands in a cycle or, without a unit, when the cycle was counted. */
export interface RollUpRow {
  readonly key: string;
  readonly cycleKey: CycleKey;
  readonly rollUp?: UnitRollUp;
  readonly asOf?: Instant;
}

export const rowOfRollUp = (rollUp: UnitRollUp): RollUpRow => ({
  key: rollUpKey(rollUp),
  cycleKey: rollUp.cycleKey,
  rollUp,
});

export const rowOfMoment = (key: CycleKey, asOf: Instant): RollUpRow => ({
  key: JSON.stringify([key]),
  cycleKey: key,
  asOf,
});

const columns = {
  RollUpKey: { kind: "text", required: true, unique: true, description: "Which unit and cycle" },
  CycleKey: { kind: "text", required: true, indexed: true, description: "Key of the cycle" },
  UnitKey: { kind: "text", indexed: true, description: "Key of the unit; empty in the row that says when" },
  AsOf: { kind: "text", description: "When the cycle was counted, ISO 8601 in UTC" },
  Objectives: { kind: "number", description: "Objectives of the unit" },
  KeyResults: { kind: "number", description: "Key results of the unit" },
  Measured: { kind: "number", description: "Key results that have a value" },
  KeyResultsBy: { kind: "text", description: "Key results by status, as JSON" },
  ObjectivesBy: { kind: "text", description: "Objectives by status, as JSON" },
  Progress: { kind: "number", description: "Mean progress of the objectives, 0 to 1" },
  LastCheckInAt: { kind: "text", description: "Latest check-in, ISO 8601 in UTC" },
  Records: { kind: "note", description: "Which objectives and key results were counted" },
} as const;

const countsText = ({ notStarted, onTrack, behind, atRisk, closed, postponed }: StatusCounts): string =>
  JSON.stringify({ notStarted, onTrack, behind, atRisk, closed, postponed });

const readCounts = (text: string | undefined): StatusCounts | undefined => {
  const given = parseJson(text ?? "");
  const count = (status: keyof StatusCounts): number => {
    const value = at(given, status);
    return typeof value === "number" ? value : Number.NaN;
  };
  const counts: StatusCounts = {
    notStarted: count("notStarted"),
    onTrack: count("onTrack"),
    behind: count("behind"),
    atRisk: count("atRisk"),
    closed: count("closed"),
    postponed: count("postponed"),
  };
  return Object.values(counts).some((value) => Number.isNaN(value)) ? undefined : counts;
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
    rollUp: (rollUp) => ({
      UnitKey: rollUp?.unitKey,
      Objectives: rollUp?.tally.objectives,
      KeyResults: rollUp?.tally.keyResults,
      Measured: rollUp?.tally.measured,
      KeyResultsBy: rollUp && countsText(rollUp.tally),
      ObjectivesBy: rollUp && countsText(rollUp.tally.objectivesBy),
      Progress: rollUp?.progress,
      LastCheckInAt: rollUp?.lastCheckInAt,
      Records: rollUp?.records?.join(" "),
    }),
  },
  read: (row) => {
    const key = row.RollUpKey;
    const cycle = cycleKey(row.CycleKey);
    if (row.UnitKey === undefined) {
      const asOf = parseInstant(row.AsOf ?? "");
      return asOf === undefined ? malformed("AsOf") : ok({ key, cycleKey: cycle, asOf });
    }
    const keyResultsBy = readCounts(row.KeyResultsBy);
    if (!keyResultsBy) return malformed("KeyResultsBy");
    const objectivesBy = readCounts(row.ObjectivesBy);
    if (!objectivesBy) return malformed("ObjectivesBy");
    const rollUp: UnitRollUp = {
      unitKey: unitKey(row.UnitKey),
      cycleKey: cycle,
      tally: {
        ...noTally,
        ...keyResultsBy,
        objectives: row.Objectives ?? 0,
        keyResults: row.KeyResults ?? 0,
        measured: row.Measured ?? 0,
        objectivesBy,
      },
      ...optional("progress", row.Progress === undefined ? undefined : progressOf(row.Progress)),
      ...optional("lastCheckInAt", parseInstant(row.LastCheckInAt ?? "")),
      ...optional("records", row.Records?.split(" ")),
    };
    return ok({ key, cycleKey: cycle, rollUp });
  },
};
