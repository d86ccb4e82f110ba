import { dayNumber, type Day } from "../day.ts";
import { isPercentUnit } from "../entry/value.ts";
import type { KeyResult } from "../okr/keyResult.ts";
import type { Objective } from "../okr/objective.ts";
import type { Person } from "../okr/person.ts";
import type { CycleKey, UnitKey } from "../okr/ids.ts";
import type { EditableCells, EditableField } from "./fields.ts";
import type { Labels } from "./labels.ts";
import { keyResultFields, objectiveFields, type KeyResultFields, type ObjectiveFields } from "./recordFields.ts";
import type { SheetWords } from "./words.ts";

/** Names for everything that a cell may refer to. */
export interface SheetLabels {
  readonly units: Labels<UnitKey>;
  readonly cycles: Labels<CycleKey>;
  readonly people: Labels<Person>;
  readonly references: Labels<string>;
}

/** Days between 1899-12-30, where Excel's count begins, and 1970-01-01. */
const EXCEL_OFFSET = 25_569;

/** The number by which Excel keeps a day. */
export const serialOf = (day: Day): number => dayNumber(day) + EXCEL_OFFSET;

/** What stands between several parents in one cell: a line break, because titles hold every other character. */
export const PARENT_BREAK = "\n";

const NO_CELLS = {
  type: "",
  title: "",
  team: "",
  owner: "",
  parent: "",
  cycle: "",
  measure: "",
  unit: "",
  start: "",
  target: "",
  current: "",
  confidence: "",
  note: "",
  due: "",
  weight: "",
  ambition: "",
} as const satisfies Record<EditableField, string>;

const numberCell = (value: number | undefined): number | "" => value ?? "";
const dayCell = (day: Day | undefined): number | "" => (day === undefined ? "" : serialOf(day));
const ownerCell = (owner: Person | undefined, { people }: SheetLabels): string =>
  owner ? (people.labelOf(owner) ?? owner.name) : "";

const parentsCell = (ids: readonly string[], { references }: SheetLabels): string =>
  ids.map((id) => references.labelOf(id) ?? id).join(PARENT_BREAK);

const objectiveCells = (fields: ObjectiveFields, labels: SheetLabels, words: SheetWords): Required<EditableCells> => ({
  ...NO_CELLS,
  type: words.types.objective,
  title: fields.title,
  team: labels.units.labelOf(fields.team) ?? fields.team,
  cycle: labels.cycles.labelOf(fields.cycle) ?? fields.cycle,
  owner: ownerCell(fields.owner, labels),
  parent: parentsCell(
    fields.parent.map(({ id }) => id),
    labels,
  ),
  ambition: words.ambitions[fields.ambition],
  due: dayCell(fields.due),
});

/** A Parent cell in which records that were renamed are called what they are called now; other texts stay. [SE17] */
export const renamedParents = (text: string, before: Labels<string>, now: Labels<string>): string =>
  text
    .split(PARENT_BREAK)
    .map((line) => {
      const known = before.find(line);
      return known.type === "found" && now.find(line).type === "none" ? (now.labelOf(known.key) ?? line) : line;
    })
    .join(PARENT_BREAK);

/** The cells of an objective. [SE3] */
export const renderObjective = (
  objective: Objective,
  labels: SheetLabels,
  words: SheetWords,
): Required<EditableCells> => objectiveCells(objectiveFields(objective), labels, words);

export interface Readings {
  readonly value?: number | undefined;
  readonly confidence?: number | undefined;
}

const currentCell = (fields: KeyResultFields, value: number | undefined, words: SheetWords): string | number => {
  if (value === undefined) return "";
  if (fields.measure !== "milestone") return value;
  return value >= 1 ? words.milestone.done : words.milestone.open;
};

/** The cells of a key result with its latest reading. The note is always empty: a new note is a new check-in. [SE3] */
export const renderKeyResult = (
  keyResult: KeyResult,
  { value, confidence }: Readings,
  labels: SheetLabels,
  words: SheetWords,
): Required<EditableCells> => {
  const fields = keyResultFields(keyResult);
  return {
    ...NO_CELLS,
    type: words.types.keyResult,
    title: fields.title,
    team: labels.units.labelOf(keyResult.unitKey) ?? keyResult.unitKey,
    cycle: labels.cycles.labelOf(keyResult.cycleKey) ?? keyResult.cycleKey,
    owner: ownerCell(fields.owner, labels),
    parent: parentsCell(fields.parent === undefined ? [] : [fields.parent], labels),
    measure: words.measures[fields.measure],
    unit: fields.measure === "percentage" ? "%" : fields.unit,
    start: numberCell(fields.start),
    target: numberCell(fields.target),
    current: currentCell(fields, value, words),
    confidence: numberCell(confidence),
    due: dayCell(fields.due),
    weight: numberCell(fields.weight),
  };
};

export const isPercentMeasure = ({ measure, unit }: Pick<KeyResultFields, "measure" | "unit">): boolean =>
  measure === "percentage" || isPercentUnit(unit);

type Shown = string | number | undefined;

/** One field of a record as a reader sees it in a list of changes; days stay `YYYY-MM-DD`, numbers stay numbers. */
export const showField = (field: EditableField, value: unknown, labels: SheetLabels, words: SheetWords): Shown => {
  if (value === undefined || value === "") return undefined;
  if (field === "owner") return ownerCell(value as Person, labels);
  if (field === "parent") return showParents(value, labels);
  if (typeof value !== "string") return value as number;
  if (field === "team") return labels.units.labelOf(value as UnitKey) ?? value;
  if (field === "cycle") return labels.cycles.labelOf(value as CycleKey) ?? value;
  if (field === "measure") return words.measures[value as KeyResultFields["measure"]];
  return field === "ambition" ? words.ambitions[value as ObjectiveFields["ambition"]] : value;
};

const showParents = (value: unknown, labels: SheetLabels): Shown => {
  const ids = Array.isArray(value) ? (value as ObjectiveFields["parent"]).map(({ id }) => id) : [String(value)];
  return ids.length === 0 ? undefined : parentsCell(ids, labels);
};
