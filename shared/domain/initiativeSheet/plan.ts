import type { Initiative } from "../okr/initiative.ts";
import { problemContext } from "../problems/context.ts";
import { initiativeProblems } from "../problems/initiativeProblems.ts";
import { cellText } from "../sheet/fields.ts";
import { identifyBy, type Identity } from "../sheet/identity.ts";
import { readLine } from "../sheet/readCells.ts";
import { INITIATIVE_ENTRIES, type InitiativeEntry, type InitiativeField, type InitiativeSheetRow } from "./fields.ts";
import {
  initiativeStateOf,
  type InitiativeAction,
  type InitiativePlan,
  type InitiativePlanInput,
  type InitiativeRowProblem,
  type PlannedInitiative,
} from "./planTypes.ts";
import { isInitiativeEdited, readInitiativeRow, toldOfRow, type InitiativeScene } from "./readRow.ts";
import { initiativeLabels, type InitiativeSheetBase } from "./rows.ts";
import { initiativeChanges } from "./show.ts";

/** Which record a row of this sheet stands for. [SE9] [SE10] */
export const identifyInitiatives = identifyBy<InitiativeEntry>(INITIATIVE_ENTRIES, "title");

type Known = InitiativeSheetBase | undefined;

/** Where a problem of a stored field is seen. */
const COLUMN_OF: Readonly<Partial<Record<string, InitiativeField>>> = {
  title: "title",
  owner: "owner",
  due: "due",
  note: "note",
  link: "link",
};

/** What the rules of every initiative say about this one. [IV6] to [IV8] */
const judged = (record: Initiative, { context }: InitiativeScene): readonly InitiativeRowProblem[] =>
  initiativeProblems(record, context)
    .filter(({ severity }) => severity !== "info")
    .map((problem) => ({
      field: COLUMN_OF[problem.field] ?? "serves",
      severity: problem.severity,
      cause: { from: "initiative", problem },
    }));

type Common = Pick<PlannedInitiative, "at" | "id" | "title" | "isNew">;

const hasEdits = (row: InitiativeSheetRow, base: Known): boolean =>
  INITIATIVE_ENTRIES.some((field) => isInitiativeEdited(row, base, field));

/** Deletes the record of a marked row. [IS5] */
const planRemoval = (row: InitiativeSheetRow, base: Known, common: Common): PlannedInitiative => {
  const shared = { ...common, changes: [], marked: true } as const;
  if (!base) return { ...shared, problems: [toldOfRow({ code: "deleteNew" }, "error")] };
  const { record, revision } = base;
  return {
    ...shared,
    title: record.title,
    action: { kind: "removeInitiative", base: record, revision },
    problems: hasEdits(row, base) ? [toldOfRow({ code: "deleteWithEdits" }, "warning")] : [],
  };
};

/** A record that is not where it was pulled from any more is neither changed nor made again. */
const planGone = (row: InitiativeSheetRow, base: InitiativeSheetBase, common: Common): PlannedInitiative => ({
  ...common,
  gone: true,
  changes: [],
  problems: [
    base.removed
      ? toldOfRow({ code: "removedHere" }, "warning")
      : toldOfRow({ code: "removedElsewhere" }, hasEdits(row, base) ? "error" : "warning"),
  ],
});

const planEdits = (row: InitiativeSheetRow, base: Known, common: Common, scene: InitiativeScene): PlannedInitiative => {
  const { record, problems } = readInitiativeRow(row, common.id, base, scene);
  if (!record) return { ...common, changes: [], problems };
  const changes = initiativeChanges(base?.record, record, scene);
  if (changes.length === 0 && base) return { ...common, changes, problems };
  const unread = new Set(problems.filter(({ severity }) => severity === "error").map(({ field }) => field));
  const action: InitiativeAction = base
    ? { kind: "changeInitiative", base: base.record, revision: base.revision, record }
    : { kind: "createInitiative", record };
  return {
    ...common,
    title: record.title,
    action,
    changes,
    problems: [...problems, ...judged(record, scene).filter(({ field }) => !unread.has(field))],
  };
};

const planRow = ({ row, id, type }: Identity<InitiativeSheetRow>, scene: InitiativeScene): PlannedInitiative => {
  const base = type === "known" ? scene.baseline.rows.get(id) : undefined;
  const common = { at: row.at, id, title: readLine(row.cells.title), isNew: type === "new" };
  if (type === "former") return { ...common, changes: [], problems: [toldOfRow({ code: "pulledBefore" }, "error")] };
  if (base?.gone) return planGone(row, base, common);
  if (scene.vocabulary.saysDelete(cellText(row.cells.change))) return planRemoval(row, base, common);
  return planEdits(row, base, common, scene);
};

/** What a push of the sheet would store. Pure, linear in the number of rows. [IS2] to [IS5] */
export const planInitiatives = (
  input: InitiativePlanInput,
  missing: readonly InitiativeEntry[] = [],
): InitiativePlan => {
  const { rows, baseline, frame, people, begun, newId } = input;
  const labels = initiativeLabels(baseline, people);
  const { objectives, keyResults } = baseline.around;
  const context = problemContext({ objectives, keyResults, checkIns: [], revisions: new Map() }, frame);
  const scene: InitiativeScene = { ...input, labels, context };
  const planned = identifyInitiatives(rows, baseline, begun, newId).map((identity) => planRow(identity, scene));
  const counts = { unchanged: 0, problem: 0, new: 0, changed: 0, delete: 0, gone: 0 };
  for (const row of planned) counts[initiativeStateOf(row)] += 1;
  return { rows: planned, counts, missing };
};
