import { plainWords } from "../entry/characters.ts";
import type { Cycle } from "../okr/cycle.ts";
import type { Unit } from "../okr/unit.ts";
import { preScoreProblems } from "../okr/scoring.ts";
import { finishedMeasure } from "../problems/measureProblems.ts";
import type { KeyResultRowDraft, ObjectiveDraft } from "../sheet/drafts.ts";
import { cellText, EDITABLE_FIELDS, isEmptyCell, sameCell, type Cell, type Cells } from "../sheet/fields.ts";
import { likeKey } from "../sheet/identity.ts";
import { referenceLabels, type Reference } from "../sheet/labels.ts";
import { PARENT_BREAK } from "../sheet/render.ts";
import { objectiveId } from "../okr/ids.ts";
import type { BulkAddition } from "./bulkPlan.ts";
import { cellOf, families, type BulkSheet } from "./bulkSheet.ts";
import { betweenCycles, movedCell } from "./days.ts";
import { gather, type Edits } from "./edits.ts";
import { literal } from "./literal.ts";
import type { BulkOperation } from "./operation.ts";

type Of<K extends BulkOperation["kind"]> = Extract<BulkOperation, { readonly kind: K }>;
type Draft = ObjectiveDraft | KeyResultRowDraft;

export interface Copies extends Pick<Edits, "skipped"> {
  readonly additions: readonly BulkAddition[];
}

/** A row to be added, before it is known what its parents have to be called. */
interface Copy {
  readonly draft: Draft;
  readonly title: string;
  /** Only what is to differ from the original. */
  readonly cells: Cells;
  /** Of an objective; a key result stands below its own. */
  readonly parents: readonly string[];
}

const NO_READINGS: Cells = { current: "", confidence: "", note: "" };

const titleOf = (draft: Draft): string => cellText(cellOf(draft, "title"));

const parentsOf = (draft: Draft): readonly string[] =>
  draft.type === "objective" ? draft.record.parents.map(({ id }) => id) : [];

/** Names of parents that stay clear although added rows have the same titles. [BK10] */
const parentLabels = ({ references, labels, input }: BulkSheet, copies: readonly Copy[]) => {
  const added = copies.map(({ title }, index): Reference => ({
    ref: { kind: "objective", id: objectiveId(`added ${index}`) },
    title,
  }));
  const all = referenceLabels([...references, ...added]);
  const isStored = (id: string): boolean =>
    input.baseline.rows.has(id) ||
    input.baseline.around.objectives.some((one) => one.id === id) ||
    input.baseline.around.keyResults.some((one) => one.id === id);
  // A row that is not stored has no lasting id, so its title has to do.
  return (id: string): string =>
    (isStored(id) ? all.labelOf(id) : references.find(({ ref }) => ref.id === id)?.title) ??
    labels.references.labelOf(id) ??
    id;
};

/** An added row shows figures as they are; 45 % in the original is 45 there. */
const figure = (cell: Cell): Cell => (typeof cell === "object" ? Number((cell.percent * 100).toPrecision(12)) : cell);

/** All cells of the added rows, each objective followed by its key results. */
const additionsOf = (sheet: BulkSheet, copies: readonly Copy[]): readonly BulkAddition[] => {
  const labelOf = parentLabels(sheet, copies);
  let above = "";
  return copies.map(({ draft, title, cells: differing, parents }) => {
    const { row } = draft.identity;
    const parent = draft.type === "objective" ? parents.map(labelOf).join(PARENT_BREAK) : above;
    if (draft.type === "objective") above = title;
    const originals = Object.fromEntries(EDITABLE_FIELDS.map((field) => [field, figure(row.cells[field] ?? "")]));
    const cells: Cells = {
      ...originals,
      ...differing,
      title,
      parent,
      key: draft.base ? likeKey(draft.identity.id) : "",
    };
    const changes = EDITABLE_FIELDS.map((field) => ({
      field,
      before: row.cells[field] ?? "",
      after: cells[field] ?? "",
    })).filter(({ field, before, after }) => row.cells[field] !== undefined && !sameCell(before, after));
    return { of: row.at, title, changes, cells };
  });
};

const finish = (sheet: BulkSheet, copies: readonly Copy[], edits: Edits): Copies => ({
  additions: additionsOf(sheet, copies),
  skipped: edits.skipped,
});

/** The latest value the row states, as its cell holds it. */
const hasReading = (draft: KeyResultRowDraft): boolean =>
  !isEmptyCell(cellOf(draft, "current")) &&
  !draft.problems.some(({ field, severity }) => field === "current" && severity === "error");

const isMoving = ({ record: { measure } }: KeyResultRowDraft): boolean =>
  measure.kind === "metric" && (measure.direction === "up" || measure.direction === "down");

/** Start and readings in the new cycle. [BK8] */
const beginning = (draft: KeyResultRowDraft, keepProgress: boolean): Cells => {
  if (keepProgress) return { confidence: "", note: "" };
  return isMoving(draft) && hasReading(draft)
    ? { ...NO_READINGS, start: figure(cellOf(draft, "current")) }
    : NO_READINGS;
};

/** Whether scores agreed beforehand cannot go along with a start at the current value. */
const losesPreScore = (draft: KeyResultRowDraft, keepProgress: boolean): boolean => {
  const stored = draft.base?.kind === "keyResult" ? draft.base : undefined;
  const measure = finishedMeasure(draft.record.measure);
  const value = draft.checkIn?.value ?? stored?.value;
  if (keepProgress || !stored?.record.preScore || value === undefined || !measure) return false;
  return (
    isMoving(draft) &&
    preScoreProblems({ ...measure, baseline: value } as typeof measure, stored.record.preScore).length > 0
  );
};

/** The copy of one row in the other cycle; what cannot go along is named. */
const carried = (
  draft: Draft,
  { input, labels }: BulkSheet,
  { from, to, keepProgress }: { readonly from: Cycle | undefined; readonly to: Cycle; readonly keepProgress: boolean },
  edits: Edits,
): Copy => {
  const due = movedCell(cellOf(draft, "due"), input, betweenCycles(from, to));
  const moved: { readonly due?: Cell } = due && "to" in due ? { due: due.to } : {};
  if (due && "skip" in due) edits.skip(draft, "due", due.skip);
  if (draft.type === "keyResult" && losesPreScore(draft, keepProgress)) edits.skip(draft, "target", "preScoreLeft");
  return {
    draft,
    title: titleOf(draft),
    parents: parentsOf(draft),
    cells: {
      cycle: labels.cycles.labelOf(to.key) ?? to.name,
      ...moved,
      ...(draft.type === "keyResult" ? beginning(draft, keepProgress) : {}),
    },
  };
};

export const carryOver = (
  sheet: BulkSheet,
  chosen: ReadonlySet<number>,
  { cycle: key, keepProgress }: Of<"carryOver">,
): Copies => {
  const edits = gather(sheet);
  const to = sheet.input.frame.cycles.find((cycle) => cycle.key === key && !cycle.closed);
  const found = families(sheet, chosen);
  for (const orphan of found.orphans) edits.skip(orphan, "parent", "followsObjective");
  if (!to) return finish(sheet, [], edits);
  const copies = found.families.flatMap(({ objective, keyResults }) => {
    if (objective.record.cycleKey === to.key) {
      edits.skip(objective, "cycle", "sameCycle");
      return [];
    }
    const from = sheet.input.frame.cycles.find((cycle) => cycle.key === objective.record.cycleKey);
    return [objective, ...keyResults].map((draft) => carried(draft, sheet, { from, to, keepProgress }, edits));
  });
  return finish(sheet, copies, edits);
};

/** What stands for the new unit's name in a title. */
const UNIT_PLACEHOLDER = "{unit}";

/** The title for another unit: the placeholder and, if asked, the old unit's name become the new one's. [BK9] */
export const titleFor = (title: string, unit: Unit, from: Unit | undefined, rename: boolean): string => {
  const filled = title.replaceAll(UNIT_PLACEHOLDER, () => unit.name);
  if (!rename || !from || plainWords(from.name) === "") return filled;
  return filled.replaceAll(
    new RegExp(String.raw`(?<![\p{L}\p{N}])${literal(from.name)}(?![\p{L}\p{N}])`, "gu"),
    () => unit.name,
  );
};

const parentsOfClone = (draft: ObjectiveDraft, parents: Of<"clone">["parents"]): readonly string[] => {
  if (parents === "none") return [];
  return parents === "original" ? [draft.record.id] : parentsOf(draft);
};

export const clone = (sheet: BulkSheet, chosen: ReadonlySet<number>, operation: Of<"clone">): Copies => {
  const edits = gather(sheet);
  const units = new Map<string, Unit>(sheet.input.frame.units.map((unit) => [unit.key, unit]));
  const found = families(sheet, chosen);
  for (const orphan of found.orphans) edits.skip(orphan, "parent", "followsObjective");
  const copies: Copy[] = [];
  for (const key of operation.units) {
    const unit = units.get(key);
    if (!unit) continue;
    const team = sheet.labels.units.labelOf(unit.key) ?? unit.name;
    for (const { objective, keyResults } of found.families) {
      if (objective.record.unitKey === key) {
        edits.skip(objective, "team", "sameUnit");
        continue;
      }
      const from = units.get(objective.record.unitKey);
      for (const draft of [objective, ...keyResults]) {
        copies.push({
          draft,
          title: titleFor(titleOf(draft), unit, from, operation.rename),
          parents: draft.type === "objective" ? parentsOfClone(draft, operation.parents) : [],
          cells: {
            team,
            ...(operation.keepOwner ? {} : { owner: "" }),
            ...(draft.type === "keyResult" ? NO_READINGS : {}),
          },
        });
      }
    }
  }
  return finish(sheet, copies, edits);
};
