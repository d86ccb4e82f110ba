/** A small sheet as it looks right after a pull, and ways to edit it. */
import { instantOf } from "#shared/domain/day.ts";
import { cycleKey, revision, unitKey } from "#shared/domain/okr/ids.ts";
import type { KeyResult } from "#shared/domain/okr/keyResult.ts";
import type { Objective } from "#shared/domain/okr/objective.ts";
import type { CheckIn } from "#shared/domain/okr/checkIn.ts";
import type { Frame, OkrSet } from "#shared/domain/okr/okrSet.ts";
import type { Baseline } from "#shared/domain/sheet/baseline.ts";
import { baselineOf } from "#shared/domain/sheet/compose.ts";
import { SHEET_FIELDS, type Cells, type SheetRow } from "#shared/domain/sheet/fields.ts";
import { planSheet } from "#shared/domain/sheet/plan.ts";
import type { PlanInput, PlannedRow, SheetPlan } from "#shared/domain/sheet/planTypes.ts";
import { createVocabulary } from "#shared/domain/sheet/words.ts";
import { SHEET_WORDS } from "../../excel-addin/text/sheetWords.ts";
import { aCheckIn, aCycle, aKeyResult, anObjective, aUnit, day, guid, lena } from "./okrs.ts";

export const frame: Frame = {
  organisation: "Tinycart",
  levels: [
    { key: "company", name: "Company" },
    { key: "country", name: "Country" },
  ],
  units: [
    aUnit({ key: unitKey("tinycart"), name: "Tinycart", levelKey: "company" }),
    aUnit({ parentKey: unitKey("tinycart") }),
    aUnit({ key: unitKey("ke"), name: "Kenya", parentKey: unitKey("tinycart") }),
  ],
  partitions: [],
  cycles: [
    aCycle(),
    aCycle({
      key: cycleKey("2025-q4"),
      name: "Q4 2025",
      start: day("2025-10-01"),
      end: day("2025-12-31"),
      closed: true,
    }),
  ],
};

export const english = createVocabulary(SHEET_WORDS.en, Object.values(SHEET_WORDS));
const TODAY = day("2026-02-16");
export const NOW = instantOf(Date.UTC(2026, 1, 16, 9));

const objectives: readonly Objective[] = [
  anObjective(1, { title: "Shelves are full", owner: lena }),
  anObjective(2, { title: "Stores like working with us", ambition: "committed" }),
  anObjective(3, { title: "Kenya grows", unitKey: unitKey("ke") }),
];

const keyResults: readonly KeyResult[] = [
  aKeyResult(1, 1, { title: "On-shelf availability", owner: lena }),
  aKeyResult(2, 1, {
    title: "Days to refill",
    measure: { kind: "metric", direction: "down", unit: "days", baseline: 9, target: 5 },
  }),
  aKeyResult(3, 2, {
    title: "Handbook out",
    measure: { kind: "milestone", due: day("2026-03-15"), acceptance: "Printed" },
  }),
  aKeyResult(4, 3, {
    title: "Stores in Nairobi",
    unitKey: unitKey("ke"),
    measure: { kind: "percentage", target: 100 },
  }),
];

const checkIns: readonly CheckIn[] = [aCheckIn(1, 1), aCheckIn(2, 2, { value: 7, confidence: 4 })];

export const okrs: OkrSet = {
  objectives,
  keyResults,
  checkIns,
  revisions: new Map([...objectives, ...keyResults].map(({ id }) => [id, revision(`"${id},1"`)])),
};

export const baseline: Baseline = baselineOf(
  okrs,
  frame,
  () => true,
  { book: "book", pushes: [], scope: { unit: "all", below: true }, pulledAt: NOW, today: TODAY },
  english.words,
);

/** The rows of the sheet as pulled. */
export const pulledRows = (base: Baseline = baseline): readonly SheetRow[] =>
  [...base.rows].map(([id, row], at) => ({ at, cells: { ...row.cells, key: id } }));

export const editedRows = (id: string, cells: Cells): readonly SheetRow[] =>
  pulledRows().map((row) => (row.cells.key === id ? { ...row, cells: { ...row.cells, ...cells } } : row));

const NO_CELLS: Cells = Object.fromEntries(SHEET_FIELDS.map((field) => [field, ""]));

/** The pulled rows with one more below them. */
export const withRow = (cells: Cells, rows: readonly SheetRow[] = pulledRows()): readonly SheetRow[] => [
  ...rows,
  { at: rows.length, cells: { ...NO_CELLS, ...cells } },
];

export const plan = (rows: readonly SheetRow[], more: Partial<PlanInput> = {}): SheetPlan => {
  let made = 0;
  return planSheet({
    rows,
    baseline,
    frame,
    people: [lena],
    unasked: new Set(),
    vocabulary: english,
    locale: "en-GB",
    now: NOW,
    today: TODAY,
    begun: new Set(),
    newId: () => guid("0", 900 + ++made),
    ...more,
  });
};

export const plannedRow = (planned: SheetPlan, id: string): PlannedRow => {
  const row = planned.rows.find((one) => one.id === id);
  if (!row) throw new Error(`No row ${id}`);
  return row;
};

export const codes = (row: PlannedRow): readonly string[] =>
  row.problems.map(
    ({ field, cause }) => `${field}: ${"code" in cause.problem ? cause.problem.code : cause.problem.type}`,
  );
