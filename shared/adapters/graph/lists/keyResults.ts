import { cycleKey, keyResultId, objectiveId, unitKey } from "#shared/domain/okr/ids.ts";
import type { KeyResult, Measure, Place, PreScore } from "#shared/domain/okr/keyResult.ts";
import { HOME_PARTITION } from "#shared/domain/partition/partition.ts";
import { ok, type Result } from "#shared/domain/result.ts";
import { parseJson } from "../json.ts";
import { malformed, type MalformedColumn } from "./cells.ts";
import type { ListCodec } from "./codec.ts";
import type { Cells, Row } from "./columns.ts";
import { optional, readDay, readPerson } from "./parts.ts";
import { LEADS_WRITE } from "./rights.ts";
import { listTitle } from "./titles.ts";

const columns = {
  Title: { kind: "text", required: true, builtIn: true, description: "The key result" },
  OkrId: { kind: "text", required: true, unique: true, description: "Identity, made by the app" },
  ObjectiveKey: { kind: "text", required: true, indexed: true, description: "Identity of its objective" },
  UnitKey: { kind: "text", required: true, indexed: true, description: "Key of the unit that pursues it" },
  CycleKey: { kind: "text", required: true, indexed: true, description: "Key of its cycle" },
  OwnerOid: { kind: "text", description: "Entra object id of the owner" },
  OwnerName: { kind: "text", description: "Name of the owner when it was written" },
  OwnerUpn: { kind: "text", description: "Address of the owner when it was written" },
  Measure: {
    kind: "choice",
    required: true,
    choices: ["up", "down", "stayAbove", "stayBelow", "stayBetween", "percentage", "milestone", "baseline"],
    description: "How it is measured",
  },
  MeasuredIn: { kind: "text", description: "Unit of its values" },
  Baseline: { kind: "number", description: "Value at the start" },
  Target: { kind: "number", description: "Value to reach" },
  LowLimit: { kind: "number", description: "Lowest acceptable value" },
  HighLimit: { kind: "number", description: "Highest acceptable value" },
  DueOn: { kind: "text", description: "Day by which it is to be done, YYYY-MM-DD" },
  Acceptance: { kind: "note", description: "What counts as done" },
  PreCommit: { kind: "number", description: "Value that will score 0.3" },
  PreTarget: { kind: "number", description: "Value that will score 0.7" },
  PreStretch: { kind: "number", description: "Value that will score 1.0" },
  Weight: { kind: "number", description: "Share of its objective in percent" },
  Score: { kind: "number", description: "End score, 0.0 to 1.0" },
  Place: { kind: "number", required: true, description: "Place among the key results of its objective" },
  Formerly: {
    kind: "note",
    description: "Units and cycles that it was in before, as JSON; its check-ins of then lie there",
  },
} as const;

type KeyResultRow = Row<typeof columns>;
type KeyResultCells = Cells<typeof columns>;
type MeasureCells = Pick<
  KeyResultRow,
  "MeasuredIn" | "Baseline" | "Target" | "LowLimit" | "HighLimit" | "DueOn" | "Acceptance"
>;

const noMeasure: MeasureCells = {
  MeasuredIn: undefined,
  Baseline: undefined,
  Target: undefined,
  LowLimit: undefined,
  HighLimit: undefined,
  DueOn: undefined,
  Acceptance: undefined,
};

const metricCells = (measure: Extract<Measure, { kind: "metric" }>): KeyResultCells => {
  const common = { ...noMeasure, Measure: measure.direction, MeasuredIn: measure.unit };
  switch (measure.direction) {
    case "up":
    case "down":
      return { ...common, Baseline: measure.baseline, Target: measure.target };
    case "stayAbove":
      return { ...common, LowLimit: measure.limit };
    case "stayBelow":
      return { ...common, HighLimit: measure.limit };
    case "stayBetween":
      return { ...common, LowLimit: measure.low, HighLimit: measure.high };
  }
};

/** Writes every cell of a measure, so that nothing of another kind of measure stays behind. */
const measureCells = (measure: Measure): KeyResultCells => {
  switch (measure.kind) {
    case "metric":
      return metricCells(measure);
    case "percentage":
      return { ...noMeasure, Measure: "percentage", Target: measure.target };
    case "milestone":
      return { ...noMeasure, Measure: "milestone", DueOn: measure.due, Acceptance: measure.acceptance };
    case "baseline":
      return { ...noMeasure, Measure: "baseline", MeasuredIn: measure.unit };
  }
};

const needed = <T>(column: string, value: T | undefined): Result<T, MalformedColumn> =>
  value === undefined ? malformed(column) : ok(value);

const readTargeted = (row: KeyResultRow, direction: "up" | "down"): Result<Measure, MalformedColumn> => {
  const baseline = needed("Baseline", row.Baseline);
  if (!baseline.ok) return baseline;
  const target = needed("Target", row.Target);
  if (!target.ok) return target;
  const unit = row.MeasuredIn ?? "";
  return ok({ kind: "metric", direction, unit, baseline: baseline.value, target: target.value });
};

const readLimited = (row: KeyResultRow, direction: "stayAbove" | "stayBelow"): Result<Measure, MalformedColumn> => {
  const limit = direction === "stayAbove" ? needed("LowLimit", row.LowLimit) : needed("HighLimit", row.HighLimit);
  return limit.ok ? ok({ kind: "metric", direction, unit: row.MeasuredIn ?? "", limit: limit.value }) : limit;
};

const readBetween = (row: KeyResultRow): Result<Measure, MalformedColumn> => {
  const low = needed("LowLimit", row.LowLimit);
  if (!low.ok) return low;
  const high = needed("HighLimit", row.HighLimit);
  if (!high.ok) return high;
  const unit = row.MeasuredIn ?? "";
  return ok({ kind: "metric", direction: "stayBetween", unit, low: low.value, high: high.value });
};

const readMilestone = (row: KeyResultRow): Result<Measure, MalformedColumn> => {
  const due = readDay("DueOn", row.DueOn);
  if (!due.ok) return due;
  return ok({ kind: "milestone", ...optional("due", due.value), acceptance: row.Acceptance ?? "" });
};

const readMeasure = (row: KeyResultRow): Result<Measure, MalformedColumn> => {
  switch (row.Measure) {
    case "up":
    case "down":
      return readTargeted(row, row.Measure);
    case "stayAbove":
    case "stayBelow":
      return readLimited(row, row.Measure);
    case "stayBetween":
      return readBetween(row);
    case "percentage": {
      const target = needed("Target", row.Target);
      return target.ok ? ok({ kind: "percentage", target: target.value }) : target;
    }
    case "milestone":
      return readMilestone(row);
    case "baseline":
      return ok({ kind: "baseline", unit: row.MeasuredIn ?? "" });
  }
};

const readPreScore = (row: KeyResultRow): Result<PreScore | undefined, MalformedColumn> => {
  const { PreCommit: commit, PreTarget: target, PreStretch: stretch } = row;
  if (commit === undefined && target === undefined && stretch === undefined) return ok(undefined);
  if (commit === undefined) return malformed("PreCommit");
  if (target === undefined) return malformed("PreTarget");
  return stretch === undefined ? malformed("PreStretch") : ok({ commit, target, stretch });
};

const cellsOf = ({ unitKey: unit, cycleKey: cycle }: Place): readonly string[] => [unit, cycle];

const readPlaces = (text: string | undefined): Result<readonly Place[] | undefined, MalformedColumn> => {
  if (text === undefined) return ok(undefined);
  const list = parseJson(text);
  const places = (Array.isArray(list) ? list : []).flatMap((cells: unknown): readonly Place[] => {
    const [unit, cycle] = Array.isArray(cells) ? (cells as readonly unknown[]) : [];
    return typeof unit === "string" && typeof cycle === "string"
      ? [{ unitKey: unitKey(unit), cycleKey: cycleKey(cycle) }]
      : [];
  });
  return places.length > 0 && Array.isArray(list) && places.length === list.length ? ok(places) : malformed("Formerly");
};

export const keyResultCodec: ListCodec<KeyResult, typeof columns> = {
  list: {
    displayName: listTitle(HOME_PARTITION, "keyResults"),
    description: "Key results kept by Drumbeat",
    rights: LEADS_WRITE,
    columns,
  },
  keyColumn: "OkrId",
  cells: {
    id: (OkrId) => ({ OkrId }),
    objectiveId: (ObjectiveKey) => ({ ObjectiveKey }),
    unitKey: (UnitKey) => ({ UnitKey }),
    cycleKey: (CycleKey) => ({ CycleKey }),
    title: (Title) => ({ Title }),
    owner: (owner) => ({ OwnerOid: owner?.id, OwnerName: owner?.name, OwnerUpn: owner?.upn }),
    measure: (measure) => (measure ? measureCells(measure) : { Measure: undefined }),
    preScore: (scores) => ({ PreCommit: scores?.commit, PreTarget: scores?.target, PreStretch: scores?.stretch }),
    weight: (Weight) => ({ Weight }),
    score: (Score) => ({ Score }),
    order: (Place) => ({ Place }),
    formerly: (places = []) => ({ Formerly: places.length === 0 ? undefined : JSON.stringify(places.map(cellsOf)) }),
  },
  read: (row) => {
    const measure = readMeasure(row);
    if (!measure.ok) return measure;
    const preScore = readPreScore(row);
    if (!preScore.ok) return preScore;
    const formerly = readPlaces(row.Formerly);
    if (!formerly.ok) return formerly;
    return ok({
      id: keyResultId(row.OkrId),
      objectiveId: objectiveId(row.ObjectiveKey),
      unitKey: unitKey(row.UnitKey),
      cycleKey: cycleKey(row.CycleKey),
      title: row.Title,
      ...optional("owner", readPerson(row.OwnerOid, row.OwnerName, row.OwnerUpn)),
      measure: measure.value,
      ...optional("preScore", preScore.value),
      ...optional("weight", row.Weight),
      ...optional("score", row.Score),
      order: row.Place,
      ...optional("formerly", formerly.value),
    });
  },
};
