import { plainWords } from "../entry/characters.ts";
import { currentCycle } from "../okr/cycle.ts";
import { keyResultId, objectiveId, type CycleKey, type ObjectiveId, type UnitKey } from "../okr/ids.ts";
import type { KeyResult } from "../okr/keyResult.ts";
import type { Objective } from "../okr/objective.ts";
import { movedDay } from "../okr/postpone.ts";
import { preScoreProblems } from "../okr/scoring.ts";
import type { KeyResultDraft } from "../problems/keyResultProblems.ts";
import { finishedMeasure } from "../problems/measureProblems.ts";
import { acceptanceOf } from "../merge/measureFields.ts";
import { sameValue } from "../merge/threeWay.ts";
import type { BaseRow } from "./baseline.ts";
import { cellText, isEmptyCell } from "./fields.ts";
import type { RowIdentity } from "./identity.ts";
import { createParentFinder, referencesOf, type Above, type ParentFinder } from "./parents.ts";
import type { PlanInput } from "./planTypes.ts";
import { sheetProblem, type RowProblem } from "./problem.ts";
import { isEdited, readCheckIn, readKeyResult, readObjective, type CheckInEntry, type ReadContext } from "./readRow.ts";
import type { RowType } from "./words.ts";
import {
  editKeyResult,
  editObjective,
  keyResultFields,
  objectiveFields,
  type KeyResultEdits,
  type ObjectiveEdits,
} from "./recordFields.ts";

interface DraftCommon {
  readonly identity: RowIdentity;
  readonly base: BaseRow | undefined;
  readonly problems: readonly RowProblem[];
}

export interface ObjectiveDraft extends DraftCommon {
  readonly type: "objective";
  readonly edits: ObjectiveEdits;
  readonly record: Objective;
}

export interface KeyResultRowDraft extends DraftCommon {
  readonly type: "keyResult";
  readonly edits: KeyResultEdits;
  readonly record: KeyResultDraft;
  readonly checkIn?: CheckInEntry;
}

/** A row of which nobody can say what it is. */
export interface UnknownDraft extends DraftCommon {
  readonly type: "unknown";
}

export type RowDraft = ObjectiveDraft | KeyResultRowDraft | UnknownDraft;

/** What the row says it is; a stored row is what it was. [SE9] */
const typeOf = (
  { row }: RowIdentity,
  base: BaseRow | undefined,
  { vocabulary }: PlanInput,
): { readonly type: RowType | undefined; readonly problems: readonly RowProblem[] } => {
  const text = cellText(row.cells.type).trim();
  const said = vocabulary.typeOf(text);
  const unknown = said === undefined && text !== "" ? [sheetProblem("type", { code: "typeUnknown", text })] : [];
  if (base) {
    const changed =
      said !== undefined && said !== base.kind ? [sheetProblem("type", { code: "typeChanged" })] : unknown;
    return { type: base.kind, problems: isEdited(row, base, "type") ? changed : [] };
  }
  if (said || unknown.length > 0) return { type: said, problems: unknown };
  const { measure, target, start, current } = row.cells;
  if ([measure, target, start, current].some((cell) => !isEmptyCell(cell))) return { type: "keyResult", problems: [] };
  return { type: undefined, problems: [sheetProblem("type", { code: "typeMissing" })] };
};

const placeOf = (input: PlanInput): { readonly team: UnitKey | undefined; readonly cycle: CycleKey | undefined } => {
  const { scope } = input.baseline;
  return {
    team: scope.unit === "all" ? undefined : scope.unit,
    cycle: scope.cycleKey ?? currentCycle(input.frame.cycles, input.today)?.key,
  };
};

const NOWHERE = "" as UnitKey;
const NEVER = "" as CycleKey;

const emptyObjective = (id: string, input: PlanInput): Objective => {
  const { team, cycle } = placeOf(input);
  return {
    id: objectiveId(id),
    title: "",
    why: "",
    unitKey: team ?? NOWHERE,
    cycleKey: cycle ?? NEVER,
    parents: [],
    ambition: "aspirational",
    stage: "active",
    order: 0,
  };
};

/** @param acceptance has no column, so a copy brings it along */
const emptyKeyResult = (id: string, acceptance: string): KeyResult => ({
  id: keyResultId(id),
  objectiveId: objectiveId(""),
  unitKey: NOWHERE,
  cycleKey: NEVER,
  title: "",
  measure:
    acceptance === ""
      ? { kind: "metric", direction: "up", unit: "", baseline: Number.NaN, target: Number.NaN }
      : { kind: "milestone", acceptance },
  order: 0,
});

/** The stored record after which the row was made, by a person who copied it or by Drumbeat. */
const patternOf = (identity: RowIdentity, { baseline }: PlanInput): BaseRow | undefined => {
  const id = identity.type === "new" ? (identity.copyOf ?? identity.like) : undefined;
  return id === undefined ? undefined : baseline.rows.get(id);
};

/** The own start keeps its distance to the start of the cycle. [PO3] */
const withStart = (record: Objective, pattern: Objective | undefined, { frame }: PlanInput): Objective => {
  if (pattern?.start === undefined) return record;
  const [from, to] = [pattern, record].map(({ cycleKey: key }) => frame.cycles.find((cycle) => cycle.key === key));
  return { ...record, start: from && to ? movedDay(pattern.start, { from, to }) : pattern.start };
};

/** Scores agreed beforehand go along as long as they fit the numbers. */
const withPreScore = (record: KeyResultDraft, pattern: KeyResult | undefined): KeyResultDraft => {
  const measure = finishedMeasure(record.measure);
  const fits = measure && pattern?.preScore && preScoreProblems(measure, pattern.preScore).length === 0;
  return fits ? { ...record, preScore: pattern.preScore } : record;
};

const objectiveDraft = (
  identity: RowIdentity,
  base: BaseRow | undefined,
  problems: readonly RowProblem[],
  context: ReadContext,
  input: PlanInput,
): ObjectiveDraft => {
  const stored = base?.kind === "objective" ? base.record : undefined;
  const before = stored && objectiveFields(stored);
  const reading = readObjective(identity.row, base, before, context);
  const pattern = patternOf(identity, input);
  const like = pattern?.kind === "objective" ? pattern.record : undefined;
  const empty = { ...emptyObjective(identity.id, input), why: like?.why ?? "" };
  const record = withStart(editObjective(stored ?? empty, reading.edits), like, input);
  const noTeam = record.unitKey === NOWHERE && !reading.problems.some(({ field }) => field === "team");
  return {
    type: "objective",
    identity,
    base,
    edits: reading.edits,
    record,
    problems: [...problems, ...reading.problems, ...(noTeam ? [sheetProblem("team", { code: "teamMissing" })] : [])],
  };
};

const keyResultDraft = (
  identity: RowIdentity,
  base: BaseRow | undefined,
  problems: readonly RowProblem[],
  context: ReadContext,
  input: PlanInput,
): KeyResultRowDraft => {
  const { row } = identity;
  const reading = readKeyResult(row, base, context);
  const pattern = patternOf(identity, input);
  const like = pattern?.kind === "keyResult" ? pattern.record : undefined;
  const stored = base?.kind === "keyResult" ? base.record : emptyKeyResult(identity.id, acceptanceOf(like?.measure));
  const fields = base ? keyResultFields(stored) : { ...keyResultFields(stored), start: undefined, target: undefined };
  // A copied row brings the readings of its original along; only other ones are new. [SE10]
  const readings =
    identity.type === "new" && identity.copyOf !== undefined ? input.baseline.rows.get(identity.copyOf) : base;
  const { entry, problems: entryProblems } = readCheckIn(row, readings, { ...fields, ...reading.edits }, context);
  return {
    type: "keyResult",
    identity,
    base,
    edits: reading.edits,
    record: withPreScore(editKeyResult(stored, reading.edits), like),
    problems: [...problems, ...reading.problems, ...entryProblems],
    ...(entry ? { checkIn: entry } : {}),
  };
};

const withParents = (draft: ObjectiveDraft, finder: ParentFinder): ObjectiveDraft => {
  const { row } = draft.identity;
  if (!isEdited(row, draft.base, "parent")) return draft;
  const read = finder.readParents(row.cells.parent);
  if (!read.ok) return { ...draft, problems: [...draft.problems, read.error] };
  if (sameValue(read.value, draft.record.parents)) return draft;
  const edits = { ...draft.edits, parent: read.value };
  return { ...draft, edits, record: editObjective(draft.record, { parent: read.value }) };
};

const withObjective = (draft: KeyResultRowDraft, finder: ParentFinder, above: Above): KeyResultRowDraft => {
  const { row } = draft.identity;
  if (draft.base && !isEdited(row, draft.base, "parent")) return draft;
  const read = finder.readObjective(row.cells.parent, above, draft.base === undefined);
  if (!read.ok) return { ...draft, problems: [...draft.problems, read.error] };
  if (draft.base && read.value === draft.record.objectiveId) return draft;
  const edits = { ...draft.edits, parent: read.value };
  return { ...draft, edits, record: { ...draft.record, objectiveId: read.value } };
};

/** Parents are read last, going down the sheet, when every title is known. */
const linked = (drafts: readonly RowDraft[], finder: ParentFinder): readonly RowDraft[] => {
  const byTitle = new Map<string, ObjectiveId>();
  let nearest: ObjectiveId | undefined;
  return drafts.map((draft) => {
    if (draft.type === "unknown") return draft;
    if (draft.type === "objective") {
      nearest = draft.record.id;
      byTitle.set(plainWords(draft.record.title), nearest);
      return withParents(draft, finder);
    }
    const complete = withObjective(draft, finder, { nearest, byTitle });
    nearest = complete.record.objectiveId;
    return complete;
  });
};

export interface Drafts {
  readonly rows: readonly RowDraft[];
  readonly finder: ParentFinder;
}

/** What every row says, read on its own, then joined to what it refers to. */
export const draftRows = (
  identities: readonly RowIdentity[],
  input: PlanInput,
  labels: Omit<ReadContext["labels"], "references">,
): Drafts => {
  const none = createParentFinder([]);
  const context: ReadContext = { ...input, labels: { ...labels, references: none.all } };
  const read = identities.map((identity): RowDraft => {
    if (identity.type === "former") {
      return {
        type: "unknown",
        identity,
        base: undefined,
        problems: [sheetProblem("title", { code: "pulledBefore" })],
      };
    }
    const base = identity.type === "known" ? input.baseline.rows.get(identity.id) : undefined;
    const { type, problems } = typeOf(identity, base, input);
    if (type === "objective") return objectiveDraft(identity, base, problems, context, input);
    if (type === "keyResult") return keyResultDraft(identity, base, problems, context, input);
    return { type: "unknown", identity, base, problems };
  });
  const stored = [...input.baseline.rows.values()];
  const titled = (kind: RowType) => stored.filter((row) => row.kind === kind).map(({ record }) => record);
  const finder = createParentFinder(
    referencesOf([
      input.baseline.around,
      { objectives: titled("objective"), keyResults: titled("keyResult") },
      {
        objectives: read.filter((draft) => draft.type === "objective").map(({ record }) => record),
        keyResults: read.filter((draft) => draft.type === "keyResult").map(({ record }) => record),
      },
    ]),
  );
  return { rows: linked(read, finder), finder };
};
