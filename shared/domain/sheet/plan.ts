import type { KeyResult } from "../okr/keyResult.ts";
import type { Objective } from "../okr/objective.ts";
import type { KeyResultDraft } from "../problems/keyResultProblems.ts";
import { finishedMeasure } from "../problems/measureProblems.ts";
import { fieldNames } from "../merge/threeWay.ts";
import type { BaseRow } from "./baseline.ts";
import { cellText, type EditableField } from "./fields.ts";
import { draftRows, type KeyResultRowDraft, type ObjectiveDraft, type RowDraft } from "./drafts.ts";
import { identifyRows } from "./identity.ts";
import { createJudge, type Judge } from "./judge.ts";
import { cycleLabels, peopleLabels, unitLabels } from "./labels.ts";
import {
  hasError,
  stateOf,
  type FieldChange,
  type PlanInput,
  type PlannedCheckIn,
  type PlannedRow,
  type RowAction,
  type SheetPlan,
} from "./planTypes.ts";
import { sheetProblem, type RowProblem } from "./problem.ts";
import { isMarked, planGone, planRemoval, removalsIn } from "./removal.ts";
import { showField, type SheetLabels } from "./render.ts";
import { standingProblems } from "./standing.ts";
import type { RowState, SheetWords } from "./words.ts";
import { keyResultFields, objectiveFields, type KeyResultEdits, type ObjectiveEdits } from "./recordFields.ts";

interface Scene {
  readonly input: PlanInput;
  readonly labels: SheetLabels;
  readonly judge: Judge;
  readonly nextOrder: (place: string) => number;
  /** Records that are to be deleted. */
  readonly removed: ReadonlySet<string>;
}

const changesOf = (
  edits: ObjectiveEdits | KeyResultEdits,
  before: object | undefined,
  labels: SheetLabels,
  words: SheetWords,
): readonly FieldChange[] => {
  const values = edits as Readonly<Record<string, unknown>>;
  const olds = (before ?? {}) as Readonly<Record<string, unknown>>;
  return fieldNames(values)
    .map((name) => name as EditableField)
    .map((field) => ({
      field,
      before: showField(field, olds[field], labels, words),
      after: showField(field, values[field], labels, words),
    }))
    .filter(({ before: old, after }) => old !== after);
};

const checkInChanges = (checkIn: PlannedCheckIn | undefined, base: BaseRow | undefined): readonly FieldChange[] => {
  if (!checkIn) return [];
  const known = base?.kind === "keyResult" ? base : undefined;
  const { value, confidence, note } = checkIn;
  return [
    ...(value === undefined ? [] : [{ field: "current", before: known?.value, after: value } as const]),
    ...(confidence === undefined
      ? []
      : [{ field: "confidence", before: known?.confidence, after: confidence } as const]),
    ...(note === "" ? [] : [{ field: "note", before: undefined, after: note } as const]),
  ];
};

/** Counts on from the greatest order in use, so that new rows stand below the others. */
const orders = (rows: Iterable<BaseRow>): ((place: string) => number) => {
  const last = new Map<string, number>();
  for (const row of rows) {
    const place = row.kind === "objective" ? row.record.unitKey : row.record.objectiveId;
    last.set(place, Math.max(last.get(place) ?? 0, row.record.order));
  }
  return (place) => {
    const next = Math.floor(last.get(place) ?? 0) + 1;
    last.set(place, next);
    return next;
  };
};

const rowOf = (draft: RowDraft, title: string): Pick<PlannedRow, "at" | "id" | "title" | "isNew"> => ({
  at: draft.identity.row.at,
  id: draft.identity.id,
  title,
  isNew: draft.base === undefined,
});

const objectiveAction = ({ record, edits, base }: ObjectiveDraft, scene: Scene): RowAction | undefined => {
  if (base?.kind !== "objective") {
    return { kind: "createObjective", record: { ...record, order: scene.nextOrder(record.unitKey) } };
  }
  if (fieldNames(edits).length === 0) return undefined;
  return { kind: "changeObjective", base: base.record, revision: base.revision, record };
};

/** What keeps a row back is said before what is only worth a look. */
const errorsFirst = (problems: readonly RowProblem[]): readonly RowProblem[] => {
  const errors = problems.filter(({ severity }) => severity === "error");
  return [...errors, ...problems.filter((problem) => !errors.includes(problem))];
};

/** What could not be read is not judged as well: a cell says one thing to correct at a time. [SE12] */
const withVerdict = (unread: readonly RowProblem[], verdict: readonly RowProblem[]): readonly RowProblem[] => {
  const fields = new Set(unread.filter(({ severity }) => severity === "error").map(({ field }) => field));
  return errorsFirst([...unread, ...verdict.filter(({ field }) => !fields.has(field))]);
};

const planObjective = (draft: ObjectiveDraft, scene: Scene): PlannedRow => {
  const { record, edits, base } = draft;
  const action = objectiveAction(draft, scene);
  const before = base?.kind === "objective" ? objectiveFields(base.record) : undefined;
  const shown = before ? edits : { ...objectiveFields(record), ...edits };
  return {
    ...rowOf(draft, record.title),
    type: "objective",
    changes: changesOf(shown, before, scene.labels, scene.input.vocabulary.words),
    problems: withVerdict(draft.problems, action ? scene.judge.objective(draft) : []),
    needs: record.parents.map(({ id }) => id).filter((id) => id !== record.id),
    ...(action ? { action } : {}),
  };
};

/** Team and cycle of a key result are those of its objective, wherever that goes. [SE7] */
const placed = <T extends KeyResult | KeyResultDraft>(record: T, objective: Objective | undefined): T =>
  objective ? { ...record, unitKey: objective.unitKey, cycleKey: objective.cycleKey } : record;

const moved = (a: Pick<KeyResult, "unitKey" | "cycleKey">, b: Pick<KeyResult, "unitKey" | "cycleKey">): boolean =>
  a.unitKey !== b.unitKey || a.cycleKey !== b.cycleKey;

/** A key result's own team or cycle cell may only repeat its objective's. */
const placeProblems = ({ identity, base, record }: KeyResultRowDraft, { labels }: Scene): readonly RowProblem[] => {
  const { cells } = identity.row;
  const told = (field: "team" | "cycle", names: SheetLabels["units"] | SheetLabels["cycles"], key: string): boolean => {
    const text = cellText(cells[field]).trim();
    if (text === "" || text === base?.cells[field]) return true;
    const found = names.find(text);
    return found.type === "found" && found.key === key;
  };
  return [
    ...(told("team", labels.units, record.unitKey) ? [] : (["team"] as const)),
    ...(told("cycle", labels.cycles, record.cycleKey) ? [] : (["cycle"] as const)),
  ].map((field) => sheetProblem(field, { code: "followsObjective" }));
};

const keyResultAction = ({ record, edits, base }: KeyResultRowDraft, scene: Scene): RowAction | undefined => {
  const measure = finishedMeasure(record.measure);
  if (base?.kind !== "keyResult") {
    const complete = measure && { ...record, measure, order: scene.nextOrder(record.objectiveId) };
    return complete && { kind: "createKeyResult", record: complete };
  }
  if (!measure || (fieldNames(edits).length === 0 && !moved(record, base.record))) return undefined;
  return { kind: "changeKeyResult", base: base.record, revision: base.revision, record: { ...record, measure } };
};

/** An unknown team or cycle is the objective's problem, and stands there. */
const isOwn = ({ cause: { problem } }: RowProblem): boolean =>
  !("code" in problem) || (problem.code !== "unitUnknown" && problem.code !== "cycleUnknown");

const plannedCheckIn = ({ checkIn, record }: KeyResultRowDraft): PlannedCheckIn | undefined =>
  checkIn && { ...checkIn, keyResultId: record.id, unitKey: record.unitKey, cycleKey: record.cycleKey };

/** What is wrong with the record itself; nothing, as long as nobody touched it. */
const recordProblems = (draft: KeyResultRowDraft, touched: boolean, { judge }: Scene): readonly RowProblem[] => {
  if (!touched) return [];
  const unlinked = draft.problems.some(({ field }) => field === "parent");
  // Without its objective nothing else can be said about where it belongs.
  return judge
    .keyResult(draft)
    .filter(({ field }) => !unlinked || !["parent", "team", "cycle"].includes(field))
    .filter(isOwn);
};

const planKeyResult = (given: KeyResultRowDraft, scene: Scene): PlannedRow => {
  const objective = scene.judge.objectives.get(given.record.objectiveId);
  const draft = { ...given, record: placed(given.record, objective) };
  const { record, edits, base } = draft;
  const stored = base?.kind === "keyResult" ? base.record : undefined;
  const action = keyResultAction(draft, scene);
  const checkIn = plannedCheckIn(draft);
  const touched = action !== undefined || fieldNames(edits).length > 0 || base === undefined;
  const stays = stored && !moved(record, stored) && !("parent" in edits);
  const changes = changesOf(edits, stored && keyResultFields(stored), scene.labels, scene.input.vocabulary.words);
  return {
    ...rowOf(draft, record.title),
    type: "keyResult",
    changes: [...changes, ...checkInChanges(checkIn, base)],
    problems: withVerdict(draft.problems, [
      ...recordProblems(draft, touched, scene),
      ...(checkIn ? scene.judge.checkIn(checkIn) : []),
      ...placeProblems(draft, scene),
    ]),
    needs: stays ? [] : [record.objectiveId],
    ...(action ? { action } : {}),
    ...(checkIn ? { checkIn } : {}),
  };
};

/** Key results that are not in the sheet any more still go where their objective goes. */
const followers = (drafts: readonly RowDraft[], { input, judge }: Scene): readonly PlannedRow[] => {
  const present = new Set(drafts.map(({ identity }) => identity.id));
  return [...input.baseline.rows].flatMap(([id, base]): readonly PlannedRow[] => {
    if (base.kind !== "keyResult" || base.gone || present.has(id)) return [];
    const record = placed(base.record, judge.objectives.get(base.record.objectiveId));
    if (!moved(record, base.record)) return [];
    const { title, objectiveId } = record;
    const action = { kind: "changeKeyResult", base: base.record, revision: base.revision, record } as const;
    return [{ id, type: "keyResult", title, isNew: false, action, changes: [], problems: [], needs: [objectiveId] }];
  });
};

/** A row that needs another row which cannot be stored waits with it. [SE12] */
const withBlocked = (rows: readonly PlannedRow[]): readonly PlannedRow[] => {
  const waiting = new Map<string, PlannedRow[]>();
  for (const row of rows) {
    for (const need of row.needs) {
      const others = waiting.get(need);
      if (others) others.push(row);
      else waiting.set(need, [row]);
    }
  }
  const blocked = new Map<string, string>();
  const queue = rows.filter((row) => hasError(row) && (row.isNew || row.action));
  for (const failed of queue) {
    for (const row of waiting.get(failed.id) ?? []) {
      const dependsOnChange = failed.isNew || row.type === "keyResult";
      if (!dependsOnChange || blocked.has(row.id) || hasError(row)) continue;
      blocked.set(row.id, failed.title);
      queue.push(row);
    }
  }
  return rows.map((row) => {
    const title = blocked.get(row.id);
    if (title === undefined) return row;
    return { ...row, problems: [sheetProblem("parent", { code: "parentHasProblem", title }), ...row.problems] };
  });
};

const plannedDraft = (draft: RowDraft, scene: Scene): PlannedRow => {
  const common = rowOf(draft, draft.type === "unknown" ? cellText(draft.identity.row.cells.title) : draft.record.title);
  if (draft.base?.gone) return planGone(draft, common);
  if (isMarked(draft.identity.row, scene.input.vocabulary)) {
    return planRemoval(draft, common, scene.judge, scene.removed);
  }
  if (draft.type === "objective") return planObjective(draft, scene);
  if (draft.type === "keyResult") return planKeyResult(draft, scene);
  return { ...common, changes: [], problems: draft.problems, needs: [] };
};

const planRow = (draft: RowDraft, scene: Scene): PlannedRow => {
  const planned = plannedDraft(draft, scene);
  const standing = draft.base?.gone || planned.marked ? [] : standingProblems(draft.identity.row, draft.base);
  return standing.length === 0 ? planned : { ...planned, problems: withVerdict(standing, planned.problems) };
};

const count = (rows: readonly PlannedRow[]): Readonly<Record<RowState, number>> => {
  const counts = { unchanged: 0, problem: 0, new: 0, changed: 0, checkIn: 0, delete: 0, gone: 0 };
  for (const row of rows) if (row.at !== undefined) counts[stateOf(row)] += 1;
  return counts;
};

/**
 * What the sheet says that the store does not know yet. Pure, linear in the number of rows; nothing is guessed about rows that
 * cannot be read, they carry their problems. [SE7] to [SE13]
 */
export const planSheet = (input: PlanInput, missing: readonly EditableField[] = []): SheetPlan => {
  const identities = identifyRows(input.rows, input.baseline, input.begun, input.newId);
  const named = {
    units: unitLabels(input.frame),
    cycles: cycleLabels(input.frame),
    people: peopleLabels(input.people),
  };
  const { rows: drafts, finder } = draftRows(identities, input, named);
  const labels: SheetLabels = { ...named, references: finder.all };
  const removed = removalsIn(drafts, input);
  const judge = createJudge(drafts, input, removed);
  const scene: Scene = { input, labels, judge, nextOrder: orders(input.baseline.rows.values()), removed };
  const rows = withBlocked([...drafts.map((draft) => planRow(draft, scene)), ...followers(drafts, scene)]);
  return { rows, counts: count(rows), missing };
};
