/** The sheet of tests/support/sheets.ts as a bulk change sees it. */
import { planBulk, rowsAfter } from "#shared/domain/bulk/planBulk.ts";
import type { BulkPlan } from "#shared/domain/bulk/bulkPlan.ts";
import { readBulkSheet, type BulkSheet } from "#shared/domain/bulk/bulkSheet.ts";
import type { BulkOperation } from "#shared/domain/bulk/operation.ts";
import type { EditableField, SheetRow } from "#shared/domain/sheet/fields.ts";
import type { Baseline } from "#shared/domain/sheet/baseline.ts";
import type { PlanInput, SheetPlan } from "#shared/domain/sheet/planTypes.ts";
import { cycleKey, unitKey } from "#shared/domain/okr/ids.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { aCycle, aUnit, day, guid, lena } from "./okrs.ts";
import { baseline, english, frame, NOW, plan, pulledRows } from "./sheets.ts";

/** One more cycle to go to and one more country. */
export const wideFrame: Frame = {
  ...frame,
  units: [...frame.units, aUnit({ key: unitKey("fr"), name: "France", parentKey: unitKey("tinycart") })],
  cycles: [
    ...frame.cycles,
    aCycle({ key: cycleKey("2026-q2"), name: "Q2 2026", start: day("2026-04-01"), end: day("2026-06-30") }),
  ],
};

const bulkInput = (rows: readonly SheetRow[], more: Partial<PlanInput> = {}): PlanInput => {
  let made = 0;
  return {
    rows,
    baseline,
    frame: wideFrame,
    people: [lena],
    unasked: new Set(),
    vocabulary: english,
    locale: "en-GB",
    now: NOW,
    today: day("2026-02-16"),
    begun: new Set(),
    newId: () => guid("2", 900 + ++made),
    ...more,
  };
};

export const bulkSheet = (
  rows: readonly SheetRow[] = pulledRows(),
  hasFormula: (at: number, field: EditableField) => boolean = () => false,
  more: Partial<PlanInput> = {},
): BulkSheet => readBulkSheet(bulkInput(rows, more), hasFormula);

export const everyRow = (sheet: BulkSheet): ReadonlySet<number> => new Set(sheet.drafts.keys());

export const bulk = (
  operation: BulkOperation,
  { sheet = bulkSheet(), chosen = everyRow(sheet) }: { sheet?: BulkSheet; chosen?: ReadonlySet<number> } = {},
): BulkPlan => planBulk(sheet, chosen, operation);

/** What a check says; new ids begin otherwise than those of the pulled rows, as random ones do. */
export const check = (rows: readonly SheetRow[], base: Baseline = baseline): SheetPlan => {
  let made = 0;
  return plan(rows, { frame: wideFrame, baseline: base, newId: () => guid("2", ++made) });
};

/** What a check says after the operation was carried out. */
export const checkedAfter = (planned: BulkPlan, rows: readonly SheetRow[] = pulledRows()): SheetPlan =>
  check(rowsAfter(rows, planned));
