import { dayNumber, dayOf, type Day, type Instant } from "../day.ts";
import { measureFields } from "../merge/measureFields.ts";
import type { CheckIn } from "../okr/checkIn.ts";
import { expectedValue } from "../okr/expected.ts";
import { checkInId, personId } from "../okr/ids.ts";
import type { KeyResult, Measure } from "../okr/keyResult.ts";
import type { Objective } from "../okr/objective.ts";
import type { Frame, OkrSet } from "../okr/okrSet.ts";
import { viewOkrs, type KeyResultView, type ObjectiveView } from "../okr/view.ts";
import type { BaselineOf } from "../sheet/baseline.ts";
import type { Cell } from "../sheet/fields.ts";
import { unitLabels } from "../sheet/labels.ts";
import type { ContextCells } from "./fields.ts";
import type { CheckInWords } from "./words.ts";

/** What is remembered of a row: the key result, its last value, and what its cells said. */
export interface CheckInRow {
  readonly record: KeyResult;
  readonly value?: number;
  readonly valueAt?: Instant;
  readonly cells: ContextCells;
  /** At the last pull it was no longer where the sheet looks. */
  readonly gone?: true;
}

/** `around` holds the objectives of the rows. */
export type CheckInBaseline = BaselineOf<CheckInRow>;

/** Days between 1899-12-30, where Excel's count begins, and 1970-01-01. */
const EXCEL_OFFSET = 25_569;

const dayCell = (at: Instant | undefined): Cell => (at === undefined ? "" : dayNumber(dayOf(at)) + EXCEL_OFFSET);

/** A value as the sheet says it. */
export const valueCell = (
  measure: Measure,
  value: number | undefined,
  { milestone }: CheckInWords,
): string | number => {
  if (value === undefined) return "";
  if (measure.kind !== "milestone") return value;
  return value >= 1 ? milestone.done : milestone.open;
};

/** In what the value is to be typed. */
const unitCell = (measure: Measure, { milestone }: CheckInWords): string => {
  switch (measure.kind) {
    case "metric":
    case "baseline":
      return measure.unit;
    case "percentage":
      return "%";
    case "milestone":
      return `${milestone.done} / ${milestone.open}`;
  }
};

const cellsOf = (
  { keyResult, value, valueAt, status }: KeyResultView,
  objective: Objective,
  team: string,
  words: CheckInWords,
): ContextCells => {
  const { measure } = keyResult;
  const { start, target } = measureFields(measure);
  return {
    objective: objective.title,
    keyResult: keyResult.title,
    team,
    owner: (keyResult.owner ?? objective.owner)?.name ?? "",
    unit: unitCell(measure, words),
    start: start ?? "",
    target: target ?? "",
    last: valueCell(measure, value, words),
    lastOn: dayCell(valueAt),
    expected: valueCell(measure, expectedValue(measure, status.expected), words),
    status: words.statuses[status.status],
  };
};

/** Which key results the sheet holds. */
export type Belongs = (view: KeyResultView, objective: ObjectiveView) => boolean;

/** A row for every key result that belongs, objective by objective, in the order of the screens. [CK1] */
const rowsOf = (
  set: OkrSet,
  frame: Frame,
  today: Day,
  words: CheckInWords,
  belongs: Belongs,
): ReadonlyMap<string, CheckInRow> => {
  const teams = unitLabels(frame);
  const rows = new Map<string, CheckInRow>();
  for (const view of viewOkrs(set, frame, today)) {
    const { objective } = view;
    for (const one of view.keyResults) {
      if (!belongs(one, view)) continue;
      const { keyResult, value, valueAt } = one;
      const team = teams.labelOf(objective.unitKey) ?? objective.unitKey;
      rows.set(keyResult.id, {
        record: keyResult,
        cells: cellsOf(one, objective, team, words),
        ...(value === undefined ? {} : { value }),
        ...(valueAt === undefined ? {} : { valueAt }),
      });
    }
  }
  return rows;
};

/** What was read, as the sheet shows and remembers it. */
export const checkInBaseline = (
  set: OkrSet,
  frame: Frame,
  belongs: Belongs,
  { today, ...pulled }: Pick<CheckInBaseline, "book" | "scope" | "pulledAt" | "pushes"> & { readonly today: Day },
  words: CheckInWords,
): CheckInBaseline => {
  const rows = rowsOf(set, frame, today, words, belongs);
  const needed = new Set([...rows.values()].map(({ record }) => record.objectiveId));
  return {
    ...pulled,
    rows,
    around: { objectives: set.objectives.filter(({ id }) => needed.has(id)), keyResults: [] },
  };
};

const reading = ({ record, value, valueAt }: CheckInRow): readonly CheckIn[] => {
  if (value === undefined || valueAt === undefined) return [];
  const { id, unitKey, cycleKey } = record;
  const author = { id: personId(""), name: "" };
  return [{ id: checkInId(id), keyResultId: id, unitKey, cycleKey, at: valueAt, author, note: "", value }];
};

/** The memory with readings that were stored since; their cells say so. [CK8] */
export const withReadings = (
  baseline: CheckInBaseline,
  stored: ReadonlyMap<string, { readonly value: number; readonly at: Instant }>,
  { frame, today, words }: { readonly frame: Frame; readonly today: Day; readonly words: CheckInWords },
): CheckInBaseline => {
  const known = new Map(
    [...baseline.rows].map(([id, row]) => {
      const next = stored.get(id);
      return [id, next ? { ...row, value: next.value, valueAt: next.at } : row] as const;
    }),
  );
  const rows = [...known.values()];
  const set: OkrSet = {
    objectives: baseline.around.objectives,
    keyResults: rows.map(({ record }) => record),
    checkIns: rows.flatMap(reading),
    revisions: new Map(),
  };
  const fresh = rowsOf(set, frame, today, words, () => true);
  return {
    ...baseline,
    rows: new Map([...known].map(([id, row]) => [id, row.gone ? row : (fresh.get(id) ?? row)])),
  };
};
