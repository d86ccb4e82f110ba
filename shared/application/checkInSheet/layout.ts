import { CHECK_IN_FIELDS, type CheckInCells, type CheckInField } from "#shared/domain/checkInSheet/fields.ts";
import type { CheckInBaseline, CheckInRow } from "#shared/domain/checkInSheet/rows.ts";
import type { CheckInWords } from "#shared/domain/checkInSheet/words.ts";
import type { Cell } from "#shared/domain/sheet/fields.ts";
import type { NewTable, TableColumn } from "#shared/ports/spreadsheet.ts";

type Look = Omit<TableColumn, "header" | "choices">;

const LOOKS: Readonly<Record<CheckInField, Look>> = {
  // On one line: it only says where the key result belongs, and rows stay low.
  objective: { format: "text", width: 26, tone: "context" },
  keyResult: { format: "text", width: 38, wrap: true },
  team: { format: "text", width: 14, tone: "context" },
  owner: { format: "text", width: 15, tone: "context" },
  unit: { format: "text", width: 12, tone: "context" },
  start: { format: "number", width: 9, tone: "context" },
  target: { format: "number", width: 10, tone: "context" },
  last: { format: "number", width: 13, tone: "context" },
  lastOn: { format: "day", width: 11, tone: "context" },
  expected: { format: "number", width: 17, tone: "context" },
  status: { format: "text", width: 12, tone: "context" },
  current: { format: "number", width: 15, tone: "entry" },
  confidence: { format: "number", width: 14, tone: "entry" },
  note: { format: "text", width: 36, wrap: true, tone: "entry" },
  change: { format: "text", width: 10 },
  message: { format: "text", width: 40, wrap: true },
  marks: { format: "text", width: 4, hidden: true },
  key: { format: "text", width: 4, hidden: true },
};

/** What names a row stays in sight while its cells are filled in. */
const FROZEN = CHECK_IN_FIELDS.indexOf("keyResult") + 1;

const CONFIDENCES = Array.from({ length: 11 }, (_, step) => String(step));

/** All cells of a row in which `entries` are filled in. */
export const rowCells = (id: string, { cells }: CheckInRow, entries: CheckInCells = {}): CheckInCells => ({
  ...cells,
  ...entries,
  key: id,
});

/** The whole table as it looks right after a pull. */
export const newCheckInTable = (
  baseline: CheckInBaseline,
  entries: ReadonlyMap<string, CheckInCells>,
  { headers }: CheckInWords,
): NewTable => ({
  columns: CHECK_IN_FIELDS.map((field) => ({
    ...LOOKS[field],
    header: headers[field],
    // Anything may be typed there; what cannot be read is told at its cell.
    ...(field === "confidence"
      ? { choices: { name: "Drumbeat_checkin_confidence", values: CONFIDENCES, strict: false } }
      : {}),
  })),
  rows: [...baseline.rows].map(([id, row]) => {
    const cells = rowCells(id, row, entries.get(id));
    return CHECK_IN_FIELDS.map((field): Cell => cells[field] ?? "");
  }),
  marksHeader: headers.marks,
  frozen: FROZEN,
});
