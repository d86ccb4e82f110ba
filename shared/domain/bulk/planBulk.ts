import type { RowProblem } from "../sheet/problem.ts";
import { planSheet } from "../sheet/plan.ts";
import type { SheetPlan } from "../sheet/planTypes.ts";
import type { Cell, SheetRow } from "../sheet/fields.ts";
import { unreachable } from "../result.ts";
import type { BulkPlan, BulkPreview } from "./bulkPlan.ts";
import type { BulkSheet } from "./bulkSheet.ts";
import { moveCycle, replaceTexts, setOwner, setParent, shiftDays } from "./changing.ts";
import { carryOver, clone } from "./copies.ts";
import type { Edits } from "./edits.ts";
import type { BulkOperation } from "./operation.ts";
import { rescale } from "./rescale.ts";

const inPlace = ({ changes, skipped }: Edits): BulkPlan => ({
  changes: changes.toSorted((a, b) => a.at - b.at),
  skipped,
  additions: [],
});

/** What the operation would do to the cells of the chosen rows. Pure, linear in the number of rows. [BK1] to [BK11] */
export const planBulk = (sheet: BulkSheet, chosen: ReadonlySet<number>, operation: BulkOperation): BulkPlan => {
  switch (operation.kind) {
    case "moveCycle":
      return inPlace(moveCycle(sheet, chosen, operation));
    case "setOwner":
      return inPlace(setOwner(sheet, chosen, operation));
    case "shiftDays":
      return inPlace(shiftDays(sheet, chosen, operation));
    case "rescale":
      return inPlace(rescale(sheet, chosen, operation));
    case "setParent":
      return inPlace(setParent(sheet, chosen, operation));
    case "replace":
      return inPlace(replaceTexts(sheet, chosen, operation));
    case "carryOver":
      return { changes: [], ...carryOver(sheet, chosen, operation) };
    case "clone":
      return { changes: [], ...clone(sheet, chosen, operation) };
    default:
      return unreachable(operation);
  }
};

/** The rows of the table as they would be afterwards; added rows come last. */
export const rowsAfter = (rows: readonly SheetRow[], { changes, additions }: BulkPlan): readonly SheetRow[] => {
  const edited = new Map<number, Record<string, Cell>>();
  for (const { at, field, after } of changes) {
    const cells = edited.get(at);
    if (cells) cells[field] = after;
    else edited.set(at, { [field]: after });
  }
  const last = rows.reduce((most, { at }) => Math.max(most, at), -1);
  return [
    ...rows.map((row) => ({ ...row, cells: { ...row.cells, ...edited.get(row.at) } })),
    ...additions.map(({ cells }, index) => ({ at: last + 1 + index, cells })),
  ];
};

const nameOf = ({ field, cause: { problem } }: RowProblem): string =>
  `${field} ${"code" in problem ? problem.code : problem.type}`;

/** People are looked up by the check, who can ask the directory. */
const isLeftToTheCheck = ({ field, cause }: RowProblem): boolean =>
  field === "owner" && cause.from === "sheet" && cause.problem.code === "nameUnknown";

const problemsAt = (plan: SheetPlan): ReadonlyMap<number, readonly RowProblem[]> =>
  new Map(
    plan.rows.flatMap((row) => (row.at === undefined || row.problems.length === 0 ? [] : [[row.at, row.problems]])),
  );

/**
 * What the operation would do, with what a check would newly say about any row. [BK12]
 * @param before what a check says about the sheet as it is
 */
export const previewBulk = (sheet: BulkSheet, plan: BulkPlan, before: SheetPlan): BulkPreview => {
  const rows = rowsAfter(sheet.input.rows, plan);
  const known = problemsAt(before);
  const found = problemsAt(planSheet({ ...sheet.input, rows }));
  const problems = rows.flatMap(({ at }) => {
    const old = new Set((known.get(at) ?? []).map(nameOf));
    return (found.get(at) ?? [])
      .filter((problem) => !old.has(nameOf(problem)) && !isLeftToTheCheck(problem))
      .map((problem) => ({ at, problem }));
  });
  return { ...plan, problems };
};
