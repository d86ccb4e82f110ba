import { instantOf, type Day, type Instant } from "../day.ts";
import type { CheckIn } from "../okr/checkIn.ts";
import { checkInId, personId } from "../okr/ids.ts";
import type { Frame, OkrSet } from "../okr/okrSet.ts";
import type { Person } from "../okr/person.ts";
import type { Status } from "../okr/status.ts";
import { viewOkrs, type ObjectiveView } from "../okr/view.ts";
import type { BaseRow, Baseline } from "./baseline.ts";
import { cycleLabels, peopleLabels, referenceLabels, unitLabels } from "./labels.ts";
import { referencesOf } from "./parents.ts";
import { renderKeyResult, renderObjective, type SheetLabels } from "./render.ts";
import type { Matches } from "./scope.ts";
import type { SheetWords } from "./words.ts";

type Records = Pick<Baseline, "rows" | "around">;

const recordsIn = ({ rows, around }: Records) => {
  const all = [...rows.values()];
  return {
    objectives: [...around.objectives, ...all.flatMap((row) => (row.kind === "objective" ? [row.record] : []))],
    keyResults: [...around.keyResults, ...all.flatMap((row) => (row.kind === "keyResult" ? [row.record] : []))],
  };
};

/** Everybody who owns something in the sheet or above it. */
export const ownersIn = (records: Records): readonly Person[] => {
  const { objectives, keyResults } = recordsIn(records);
  return [...objectives, ...keyResults].flatMap(({ owner }) => (owner ? [owner] : []));
};

export const labelsFor = (records: Records, frame: Frame, people: readonly Person[] = []): SheetLabels => ({
  units: unitLabels(frame),
  cycles: cycleLabels(frame),
  people: peopleLabels([...people, ...ownersIn(records)]),
  references: referenceLabels(referencesOf([recordsIn(records)])),
});

/** The row with its cells as they are to stand in the sheet. */
export const rendered = (row: BaseRow, labels: SheetLabels, words: SheetWords): BaseRow =>
  row.kind === "objective"
    ? { ...row, cells: renderObjective(row.record, labels, words) }
    : { ...row, cells: renderKeyResult(row.record, row, labels, words) };

export interface Computed {
  /** In [0, 1]; absent while nothing was measured. */
  readonly progress?: number;
  readonly status: Status;
}

const NOBODY: Person = { id: personId(""), name: "" };
const LONG_AGO: Instant = instantOf(0);

const reading = (row: BaseRow): readonly CheckIn[] => {
  if (row.kind !== "keyResult" || row.value === undefined) return [];
  const { id, unitKey, cycleKey } = row.record;
  return [
    { id: checkInId(id), keyResultId: id, unitKey, cycleKey, at: LONG_AGO, author: NOBODY, note: "", value: row.value },
  ];
};

const computedOf = (views: readonly ObjectiveView[]): ReadonlyMap<string, Computed> => {
  const computed = new Map<string, Computed>();
  for (const { objective, rollUp, status, keyResults } of views) {
    const { progress } = rollUp;
    computed.set(objective.id, { status: status.status, ...(progress === undefined ? {} : { progress }) });
    for (const view of keyResults) {
      const shown = view.progress?.shown;
      computed.set(view.keyResult.id, {
        status: view.status.status,
        ...(shown === undefined ? {} : { progress: shown }),
      });
    }
  }
  return computed;
};

/** Progress and status of every row, from the latest readings. [SE3] */
export const computedFor = (records: Records, frame: Frame, today: Day): ReadonlyMap<string, Computed> => {
  const rows = [...records.rows.values()];
  const set: OkrSet = { ...recordsIn(records), checkIns: rows.flatMap(reading), revisions: new Map() };
  return computedOf(viewOkrs(set, frame, today));
};

const revisionOf = (set: OkrSet, id: Parameters<OkrSet["revisions"]["get"]>[0]): BaseRow["revision"] =>
  set.revisions.get(id) ?? ("" as BaseRow["revision"]);

/** The rows of what was read, each objective followed by its key results; what lies outside the sheet is kept beside them. [SE3] */
export const baselineOf = (
  set: OkrSet,
  frame: Frame,
  belongs: (record: { readonly unitKey: string; readonly cycleKey: string }) => boolean,
  pulled: Pick<Baseline, "book" | "scope" | "pulledAt" | "pushes"> & { readonly today: Day },
  words: SheetWords,
  matches: Matches = { objective: () => true, keyResult: () => true },
): Baseline => {
  const rows = new Map<string, BaseRow>();
  const views = viewOkrs(set, frame, pulled.today);
  for (const view of views) {
    const { objective } = view;
    if (!belongs(objective)) continue;
    const { id } = objective;
    const keyResults = view.keyResults.filter((one) => matches.keyResult(one, view));
    if (keyResults.length === 0 && !matches.objective(view)) continue;
    rows.set(id, { kind: "objective", record: objective, revision: revisionOf(set, id), cells: {} });
    for (const { keyResult, value, confidence } of keyResults) {
      rows.set(keyResult.id, {
        kind: "keyResult",
        record: keyResult,
        revision: revisionOf(set, keyResult.id),
        cells: {},
        ...(value === undefined ? {} : { value }),
        ...(confidence === undefined ? {} : { confidence }),
      });
    }
  }
  const around = {
    objectives: set.objectives.filter(({ id }) => !rows.has(id)),
    keyResults: set.keyResults.filter(({ id }) => !rows.has(id)),
  };
  const labels = labelsFor({ rows, around }, frame);
  const { today: _today, ...head } = pulled;
  return { ...head, around, rows: new Map([...rows].map(([id, row]) => [id, rendered(row, labels, words)])) };
};
