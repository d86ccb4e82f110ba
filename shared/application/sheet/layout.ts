import type { Day } from "#shared/domain/day.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import type { BaseRow, Baseline } from "#shared/domain/sheet/baseline.ts";
import { computedFor, labelsFor, type Computed } from "#shared/domain/sheet/compose.ts";
import { SHEET_FIELDS, type Cell, type Cells, type SheetField } from "#shared/domain/sheet/fields.ts";
import { MEASURE_CHOICES } from "#shared/domain/merge/measureFields.ts";
import type { SheetWords } from "#shared/domain/sheet/words.ts";
import type { NewTable, TableColumn } from "#shared/ports/spreadsheet.ts";

type Look = Pick<TableColumn, "format" | "width" | "hidden" | "wrap">;

const LOOKS: Readonly<Record<SheetField, Look>> = {
  type: { format: "text", width: 12 },
  title: { format: "text", width: 56, wrap: true },
  team: { format: "text", width: 20 },
  owner: { format: "text", width: 20 },
  parent: { format: "text", width: 30 },
  cycle: { format: "text", width: 10 },
  measure: { format: "text", width: 13 },
  unit: { format: "text", width: 10 },
  start: { format: "number", width: 10 },
  target: { format: "number", width: 10 },
  current: { format: "number", width: 10 },
  confidence: { format: "number", width: 11 },
  note: { format: "text", width: 32, wrap: true },
  due: { format: "day", width: 12 },
  weight: { format: "number", width: 9 },
  ambition: { format: "text", width: 13 },
  progress: { format: "share", width: 10 },
  status: { format: "text", width: 12 },
  change: { format: "text", width: 12 },
  message: { format: "text", width: 44, wrap: true },
  marks: { format: "text", width: 4, hidden: true },
  key: { format: "text", width: 4, hidden: true },
};

/** What Drumbeat alone writes into a row. */
export const computedCells = (computed: Computed | undefined, words: SheetWords): Cells => ({
  progress: computed?.progress ?? "",
  status: computed ? words.statuses[computed.status] : "",
});

/** All cells of a stored row. */
export const cellsOf = (id: string, row: BaseRow, computed: Computed | undefined, words: SheetWords): Cells => ({
  ...row.cells,
  ...computedCells(computed, words),
  change: "",
  message: "",
  marks: "",
  key: id,
});

const choicesFor = (
  baseline: Pick<Baseline, "rows" | "around">,
  frame: Frame,
  words: SheetWords,
): Partial<Record<SheetField, readonly string[]>> => {
  const labels = labelsFor(baseline, frame);
  return {
    type: Object.values(words.types),
    team: labels.units.all,
    owner: labels.people.all.toSorted((a, b) => a.localeCompare(b)),
    parent: [...new Set(labels.references.all)],
    cycle: labels.cycles.all,
    measure: MEASURE_CHOICES.map((choice) => words.measures[choice]),
    ambition: Object.values(words.ambitions),
    change: [words.states.delete],
  };
};

/**
 * Owners may be anybody in the directory, and parents several, or rows that are new; what Drumbeat says about a change may be typed
 * over. Everything else is one of the list.
 */
const OPEN: ReadonlySet<SheetField> = new Set(["owner", "parent", "change"]);

const listName = (field: SheetField): string => `Drumbeat_${field}`;

/** The columns with what their lists offer. */
export const columnsFor = (
  baseline: Pick<Baseline, "rows" | "around">,
  frame: Frame,
  words: SheetWords,
): readonly TableColumn[] => {
  const choices = choicesFor(baseline, frame, words);
  return SHEET_FIELDS.map((field): TableColumn => {
    const values = choices[field];
    return {
      ...LOOKS[field],
      header: words.headers[field],
      ...(values && values.length > 0 ? { choices: { name: listName(field), values, strict: !OPEN.has(field) } } : {}),
    };
  });
};

/** The whole table as it looks right after a pull. */
export const newTable = (baseline: Baseline, frame: Frame, today: Day, words: SheetWords): NewTable => {
  const computed = computedFor(baseline, frame, today);
  const columns = columnsFor(baseline, frame, words);
  const rows = [...baseline.rows].map(([id, row]) => {
    const cells = cellsOf(id, row, computed.get(id), words);
    return SHEET_FIELDS.map((field): Cell => cells[field] ?? "");
  });
  const { headers, types } = words;
  return {
    columns,
    rows,
    marksHeader: headers.marks,
    levels: { typeHeader: headers.type, titleHeader: headers.title, strongType: types.objective },
  };
};
