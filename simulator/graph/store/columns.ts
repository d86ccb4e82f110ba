/** Columns of a list as they are stored. */
import type { Service } from "../service.ts";
import { newGuid } from "./names.ts";

export type ColumnKind =
  "text" | "note" | "number" | "boolean" | "choice" | "choices" | "dateTime" | "person" | "lookup" | "system";

export interface Column {
  readonly num: number;
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly kind: ColumnKind;
  /** The facet and the other properties of the columnDefinition. */
  readonly definition: Readonly<Record<string, unknown>>;
  readonly indexed: boolean;
  readonly unique: boolean;
  readonly hidden: boolean;
  readonly builtIn: boolean;
}

interface ColumnRow {
  readonly num: number;
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly kind: ColumnKind;
  readonly json: string;
  readonly indexed: number;
  readonly uniq: number;
  readonly hidden: number;
  readonly builtIn: number;
}

const columnOf = (row: ColumnRow): Column => ({
  num: row.num,
  id: row.id,
  name: row.name,
  displayName: row.displayName,
  kind: row.kind,
  definition: JSON.parse(row.json) as Readonly<Record<string, unknown>>,
  indexed: row.indexed === 1,
  unique: row.uniq === 1,
  hidden: row.hidden === 1,
  builtIn: row.builtIn === 1,
});

export const columnsOf = (service: Service, listNum: number): readonly Column[] =>
  service.db.all<ColumnRow>("SELECT * FROM columns WHERE list = ? ORDER BY num", listNum).map(columnOf);

/** SharePoint names compare without case. */
export const columnNamed = (columns: readonly Column[], name: string): Column | undefined =>
  columns.find((column) => column.name === name) ??
  columns.find((column) => column.name.toLowerCase() === name.toLowerCase());

export type NewColumn = Omit<Column, "num" | "id">;

export const insertColumn = (service: Service, listNum: number, column: NewColumn): void => {
  service.db.run(
    "INSERT INTO columns (list, id, name, displayName, kind, json, indexed, uniq, hidden, builtIn) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    listNum,
    newGuid(),
    column.name,
    column.displayName,
    column.kind,
    JSON.stringify(column.definition),
    Number(column.indexed),
    Number(column.unique),
    Number(column.hidden),
    Number(column.builtIn),
  );
};

export const updateColumn = (service: Service, column: Column): void => {
  service.db.run(
    "UPDATE columns SET displayName = ?, kind = ?, json = ?, indexed = ?, uniq = ?, hidden = ? WHERE num = ?",
    column.displayName,
    column.kind,
    JSON.stringify(column.definition),
    Number(column.indexed),
    Number(column.unique),
    Number(column.hidden),
    column.num,
  );
};

/** Multi-value persons and lookups keep arrays; so do choices with check boxes. */
export const isMultiple = (column: Column): boolean => {
  const facet = column.definition[column.kind === "person" ? "personOrGroup" : "lookup"];
  if (typeof facet !== "object" || facet === null) return false;
  const flags = facet as Readonly<Record<string, unknown>>;
  return flags["allowMultipleSelection"] === true || flags["allowMultipleValues"] === true;
};

const system = (
  name: string,
  displayName: string,
  definition: Readonly<Record<string, unknown>>,
  kind: ColumnKind = "system",
): NewColumn => ({
  name,
  displayName,
  kind,
  definition: { columnGroup: "Custom Columns", readOnly: true, ...definition },
  indexed: false,
  unique: false,
  hidden: false,
  builtIn: true,
});

const dateTime = { dateTime: { displayAs: "default", format: "dateTime" } };
const person = {
  personOrGroup: { allowMultipleSelection: false, displayAs: "nameWithPresence", chooseFromType: "peopleAndGroups" },
};
const line = {
  text: { allowMultipleLines: false, appendChangesToExistingText: false, linesForEditing: 0, maxLength: 255 },
};

/** What every generic list has from the start. */
export const builtInColumns: readonly NewColumn[] = [
  { ...system("Title", "Title", { ...line, readOnly: false, required: false }), kind: "text" },
  { ...system("ID", "ID", { number: { decimalPlaces: "none", displayAs: "number" } }), indexed: true },
  system("Modified", "Modified", dateTime),
  system("Created", "Created", dateTime),
  system("Author", "Created By", person),
  system("Editor", "Modified By", person),
  system("_UIVersionString", "Version", line),
  system("Attachments", "Attachments", { boolean: {} }),
  system("ContentType", "Content Type", line),
];
