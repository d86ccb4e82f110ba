import type { Choices, Side } from "../merge/threeWay.ts";
import type { EditableField } from "./fields.ts";

/** Which side a person chose, by column. */
export type ColumnChoices = { readonly [F in EditableField]?: Side };

const OBJECTIVE_COLUMNS: Readonly<Record<string, EditableField>> = {
  title: "title",
  unitKey: "team",
  cycleKey: "cycle",
  owner: "owner",
  parents: "parent",
  ambition: "ambition",
  end: "due",
};

const KEY_RESULT_COLUMNS: Readonly<Record<string, EditableField>> = {
  title: "title",
  unitKey: "team",
  cycleKey: "cycle",
  owner: "owner",
  objectiveId: "parent",
  weight: "weight",
  measure: "measure",
  unit: "unit",
  start: "start",
  target: "target",
  due: "due",
};

/** The column that shows a field of a record; undefined where there is none. [SE14] */
export const columnOf = (kind: "objective" | "keyResult", field: string): EditableField | undefined => {
  const columns = kind === "objective" ? OBJECTIVE_COLUMNS : KEY_RESULT_COLUMNS;
  return Object.hasOwn(columns, field) ? columns[field] : undefined;
};

/** The same by field. What has no column cannot be chosen, and stays as it is stored. */
export const byField = (kind: "objective" | "keyResult", fields: readonly string[], choices: ColumnChoices): Choices =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const column = columnOf(kind, field);
      const side = column === undefined ? "theirs" : choices[column];
      return side === undefined ? [] : [[field, side]];
    }),
  );
