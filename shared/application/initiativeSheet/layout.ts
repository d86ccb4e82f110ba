import {
  INITIATIVE_FIELDS,
  type InitiativeCells,
  type InitiativeField,
} from "#shared/domain/initiativeSheet/fields.ts";
import {
  cellsAround,
  initiativeLabels,
  type InitiativeBaseline,
  type InitiativeSheetBase,
} from "#shared/domain/initiativeSheet/rows.ts";
import type { InitiativeWords } from "#shared/domain/initiativeSheet/words.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import type { Cell } from "#shared/domain/sheet/fields.ts";
import type { NewTable, TableColumn } from "#shared/ports/spreadsheet.ts";

type Look = Omit<TableColumn, "header" | "choices">;

const LOOKS: Readonly<Record<InitiativeField, Look>> = {
  serves: { format: "text", width: 38, wrap: true },
  title: { format: "text", width: 44, wrap: true },
  state: { format: "text", width: 13 },
  owner: { format: "text", width: 20 },
  due: { format: "day", width: 12 },
  link: { format: "text", width: 24 },
  note: { format: "text", width: 32, wrap: true },
  // On one line: they only say where it belongs, and rows stay low.
  objective: { format: "text", width: 26, tone: "context" },
  team: { format: "text", width: 16, tone: "context" },
  change: { format: "text", width: 12 },
  message: { format: "text", width: 40, wrap: true },
  marks: { format: "text", width: 4, hidden: true },
  key: { format: "text", width: 4, hidden: true },
};

/** What names a row stays in sight while its cells are filled in. */
const FROZEN = INITIATIVE_FIELDS.indexOf("title") + 1;

/** All cells of a stored row; made once for a whole sheet. */
export const initiativeRowCells = (baseline: Pick<InitiativeBaseline, "around">, frame: Frame) => {
  const around = cellsAround(baseline, frame);
  return (id: string, { record, cells }: InitiativeSheetBase): InitiativeCells => ({
    ...cells,
    ...around(record),
    change: "",
    message: "",
    marks: "",
    key: id,
  });
};

/** The columns with what their lists offer. Owners may be anybody in the directory, and what a state may be is a closed list. */
export const initiativeColumns = (
  baseline: InitiativeBaseline,
  { headers, initiativeStates, states }: InitiativeWords,
): readonly TableColumn[] => {
  const labels = initiativeLabels(baseline);
  const choices: Partial<Record<InitiativeField, readonly string[]>> = {
    serves: [...new Set(labels.served.all)],
    state: Object.values(initiativeStates),
    owner: labels.people.all.toSorted((a, b) => a.localeCompare(b)),
    change: [states.delete],
  };
  return INITIATIVE_FIELDS.map((field): TableColumn => {
    const values = choices[field] ?? [];
    const name = `Drumbeat_initiative_${field}`;
    return {
      ...LOOKS[field],
      header: headers[field],
      ...(values.length > 0 ? { choices: { name, values, strict: field === "state" } } : {}),
    };
  });
};

/** The whole table as it looks right after a pull. */
export const newInitiativeTable = (baseline: InitiativeBaseline, frame: Frame, words: InitiativeWords): NewTable => {
  const cellsOf = initiativeRowCells(baseline, frame);
  return {
    columns: initiativeColumns(baseline, words),
    rows: [...baseline.rows].map(([id, row]) => {
      const cells = cellsOf(id, row);
      return INITIATIVE_FIELDS.map((field): Cell => cells[field] ?? "");
    }),
    marksHeader: words.headers.marks,
    frozen: FROZEN,
  };
};
