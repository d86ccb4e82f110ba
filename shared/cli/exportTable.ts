/** OKRs as a table for spreadsheets, under the column names that the import knows: what is exported can be imported again. */
import { isPercentUnit } from "#shared/domain/entry/value.ts";
import type { CheckIn } from "#shared/domain/okr/checkIn.ts";
import type { KeyResultId, ObjectiveId } from "#shared/domain/okr/ids.ts";
import type { KeyResult, Measure } from "#shared/domain/okr/keyResult.ts";
import type { Objective } from "#shared/domain/okr/objective.ts";
import type { Person } from "#shared/domain/okr/person.ts";
import type { TableCell, TableRows } from "../adapters/node/tables/table.ts";
import type { AllOkrs } from "./okrs.ts";

const HEADERS = [
  "cycle",
  "id",
  "parent_id",
  "kind",
  "text",
  "why",
  "team",
  "owner",
  "measure",
  "direction",
  "start",
  "target",
  "unit",
  "current",
  "confidence",
  "note",
  "weight",
  "score",
  "ambition",
  "state",
  "start date",
  "end date",
  "due",
] as const;

type Row = Readonly<Partial<Record<(typeof HEADERS)[number], TableCell>>>;

/** A percentage says so, or 0.5 would leave open whether a half or half a per cent is meant. */
const figure = (value: number | undefined, percent: boolean): TableCell =>
  value === undefined ? undefined : percent ? `${value}%` : value;

const measureCells = (measure: Measure): Row => {
  switch (measure.kind) {
    case "metric":
      return { measure: "metric", direction: measure.direction, unit: measure.unit, ...limitCells(measure) };
    case "percentage":
      return { measure: "percentage", target: figure(measure.target, true) };
    case "milestone":
      return { measure: "milestone", due: measure.due };
    case "baseline":
      return { measure: "baseline", unit: measure.unit };
  }
};

const limitCells = (measure: Extract<Measure, { kind: "metric" }>): Row => {
  const percent = isPercentUnit(measure.unit);
  switch (measure.direction) {
    case "up":
    case "down":
      return { start: figure(measure.baseline, percent), target: figure(measure.target, percent) };
    case "stayAbove":
    case "stayBelow":
      return { target: figure(measure.limit, percent) };
    case "stayBetween":
      return { start: figure(measure.low, percent), target: figure(measure.high, percent) };
  }
};

const currentCell = ({ measure }: KeyResult, value: number | undefined): TableCell => {
  if (value === undefined) return undefined;
  if (measure.kind === "milestone") return value === 1 ? "yes" : "no";
  return figure(value, measure.kind === "percentage" || ("unit" in measure && isPercentUnit(measure.unit)));
};

const ownerCell = (owner: Person | undefined): TableCell => owner?.upn ?? owner?.name;

/** The latest first. */
const checkInsOf = (checkIns: readonly CheckIn[]): ReadonlyMap<KeyResultId, readonly CheckIn[]> => {
  const found = new Map<KeyResultId, CheckIn[]>();
  for (const checkIn of checkIns.toSorted((a, b) => b.at.localeCompare(a.at))) {
    found.set(checkIn.keyResultId, [...(found.get(checkIn.keyResultId) ?? []), checkIn]);
  }
  return found;
};

/** Names where they are clear, keys where two share a name. */
const names = <T extends { readonly key: string; readonly name: string }>(things: readonly T[]) => {
  const times = new Map<string, number>();
  for (const { name } of things) times.set(name.toLowerCase(), (times.get(name.toLowerCase()) ?? 0) + 1);
  const byKey = new Map(things.map(({ key, name }) => [key, times.get(name.toLowerCase()) === 1 ? name : key]));
  return (key: T["key"]): string => byKey.get(key) ?? key;
};

export const exportTable = ({ frame, set }: AllOkrs): TableRows => {
  const unitName = names(frame.units);
  const cycleName = names(frame.cycles);
  const readings = checkInsOf(set.checkIns);
  const place = (record: Objective | KeyResult): Row => ({
    cycle: cycleName(record.cycleKey),
    id: record.id,
    text: record.title,
    team: unitName(record.unitKey),
    owner: ownerCell(record.owner),
  });
  const objectiveRow = (objective: Objective): Row => ({
    ...place(objective),
    parent_id: objective.parents.map(({ id }) => id).join("; ") || undefined,
    kind: "objective",
    why: objective.why || undefined,
    ambition: objective.ambition,
    state: objective.stage,
    "start date": objective.start,
    "end date": objective.end,
  });
  const keyResultRow = (keyResult: KeyResult): Row => {
    const [latest, ...earlier] = readings.get(keyResult.id) ?? [];
    const value = [latest, ...earlier].find((checkIn) => checkIn?.value !== undefined)?.value;
    return {
      ...place(keyResult),
      parent_id: keyResult.objectiveId,
      kind: "key result",
      ...measureCells(keyResult.measure),
      current: currentCell(keyResult, value),
      confidence: latest?.confidence,
      note: latest?.note || undefined,
      weight: keyResult.weight,
      score: keyResult.score,
    };
  };
  const keyResultsOf = new Map<ObjectiveId, KeyResult[]>();
  for (const keyResult of set.keyResults.toSorted((a, b) => a.order - b.order)) {
    keyResultsOf.set(keyResult.objectiveId, [...(keyResultsOf.get(keyResult.objectiveId) ?? []), keyResult]);
  }
  const rows = set.objectives
    .toSorted((a, b) => a.cycleKey.localeCompare(b.cycleKey) || a.unitKey.localeCompare(b.unitKey) || a.order - b.order)
    .flatMap((objective) => [objectiveRow(objective)].concat((keyResultsOf.get(objective.id) ?? []).map(keyResultRow)));
  return [[...HEADERS], ...rows.map((row) => HEADERS.map((header) => row[header]))];
};
