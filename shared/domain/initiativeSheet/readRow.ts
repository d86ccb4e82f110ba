import { tidyNote } from "../entry/text.ts";
import { initiativeId, type KeyResultId, type ObjectiveId } from "../okr/ids.ts";
import { serving, withScheme, type Initiative, type InitiativeState, type Served } from "../okr/initiative.ts";
import type { ProblemContext } from "../problems/context.ts";
import type { Severity } from "../problems/problem.ts";
import { err, ok, type Result } from "../result.ts";
import { cellText, isEmptyCell, sameCell, type Cell } from "../sheet/fields.ts";
import { sheetProblem, type RowProblem, type SheetOnlyProblem } from "../sheet/problem.ts";
import { readChoice, readDayCell, readLine, readOwner } from "../sheet/readCells.ts";
import type { InitiativeEntry, InitiativeField, InitiativeSheetRow } from "./fields.ts";
import type { InitiativePlanInput, InitiativeRowProblem } from "./planTypes.ts";
import type { InitiativeLabels, InitiativeSheetBase } from "./rows.ts";

/** What rows are read by. */
export interface InitiativeScene extends InitiativePlanInput {
  readonly labels: InitiativeLabels;
  readonly context: ProblemContext;
}

/** Whether somebody typed something there since the row was pulled; in a new row, whether anything stands there. */
export const isInitiativeEdited = (
  { cells }: Pick<InitiativeSheetRow, "cells">,
  base: Pick<InitiativeSheetBase, "cells"> | undefined,
  field: InitiativeEntry,
): boolean => {
  const cell = cells[field];
  if (cell === undefined) return false;
  return base ? !sameCell(cell, base.cells[field]) : !isEmptyCell(cell);
};

/** Columns of the sheet of OKRs that stand for those of this one where cells are read alike. */
const OWN_COLUMNS: Readonly<Partial<Record<string, InitiativeField>>> = {
  parent: "serves",
  ambition: "state",
  owner: "owner",
  due: "due",
};

const atOwnColumn = ({ field, severity, cause }: RowProblem): InitiativeRowProblem => ({
  field: OWN_COLUMNS[field] ?? "title",
  severity,
  cause,
});

/** A problem of the row as a whole. */
export const toldOfRow = (problem: SheetOnlyProblem, severity: Severity): InitiativeRowProblem =>
  atOwnColumn(sheetProblem("title", problem, severity));

const SERVES_MISSING: InitiativeRowProblem = {
  field: "serves",
  severity: "error",
  cause: { from: "initiativeSheet", problem: { code: "servesMissing" } },
};

/** The objective or key result that a cell names. [IS3] */
const readServed = (
  text: string,
  { labels, context }: Pick<InitiativeScene, "labels" | "context">,
): Result<Served, InitiativeRowProblem> => {
  if (text === "") return err(SERVES_MISSING);
  const found = labels.served.find(text);
  if (found.type !== "found") {
    const code = found.type === "none" ? "parentUnknown" : "nameAmbiguous";
    return err(atOwnColumn(sheetProblem("parent", { code, text })));
  }
  const keyResult = context.keyResults.get(found.key as KeyResultId);
  const objective = context.objectives.get(keyResult?.objectiveId ?? (found.key as ObjectiveId));
  return objective ? ok(serving(objective, keyResult)) : err(SERVES_MISSING);
};

/** Fields that a row gives its record; one with undefined empties that field. */
type Edits = { readonly [K in Exclude<keyof Initiative, "id">]?: Initiative[K] | undefined };

interface Read {
  readonly edits?: Edits;
  readonly problem?: InitiativeRowProblem;
}

const fromResult = <T>(read: Result<T, RowProblem>, edits: (value: T) => Edits): Read =>
  read.ok ? { edits: edits(read.value) } : { problem: atOwnColumn(read.error) };

type Reader = (cell: Cell | undefined, scene: InitiativeScene) => Read;

/** How each cell is read; what it serves is read apart. [IS2] */
const READERS: Readonly<Record<Exclude<InitiativeEntry, "serves">, Reader>> = {
  state: (cell, { vocabulary }) =>
    fromResult(readChoice<InitiativeState>("ambition", cell, vocabulary.initiativeStateOf), (state) => ({
      state: state ?? "notStarted",
    })),
  owner: (cell, { labels, unasked }) => fromResult(readOwner(cell, labels.people, unasked), (owner) => ({ owner })),
  due: (cell, { locale, today }) => {
    const { day, problem } = readDayCell(cell, locale, today);
    const told = problem ? { problem: atOwnColumn(problem) } : {};
    return problem?.severity === "error" ? told : { ...told, edits: { due: day } };
  },
  title: (cell) => ({ edits: { title: readLine(cell) } }),
  link: (cell) => {
    const link = withScheme(readLine(cell));
    return { edits: { link: link === "" ? undefined : link } };
  },
  note: (cell) => ({ edits: { note: tidyNote(cellText(cell).replace(/^'/u, "")) } }),
};

const READ_FIELDS = ["state", "owner", "due", "title", "link", "note"] as const;

/** Keys without a value are left out, as in every record. */
const compact = <T extends object>(record: { readonly [K in keyof T]: T[K] | undefined }): T =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;

/** The record that a row asks for, as far as it can be read. */
export interface ReadInitiativeRow {
  /** Absent where nobody can say what it serves. */
  readonly record?: Initiative;
  readonly problems: readonly InitiativeRowProblem[];
}

const BLANK = { title: "", state: "notStarted", note: "" } as const;

/** @param base what is remembered of a stored row */
export const readInitiativeRow = (
  row: InitiativeSheetRow,
  id: string,
  base: InitiativeSheetBase | undefined,
  scene: InitiativeScene,
): ReadInitiativeRow => {
  const reads = READ_FIELDS.filter((field) => isInitiativeEdited(row, base, field)).map((field) =>
    READERS[field](row.cells[field], scene),
  );
  const before = base?.record;
  const served =
    before && !isInitiativeEdited(row, base, "serves") ? ok(before) : readServed(readLine(row.cells.serves), scene);
  const problems = [...reads.flatMap(({ problem }) => problem ?? []), ...(served.ok ? [] : [served.error])];
  const place = served.ok ? served.value : before;
  if (!place) return { problems };
  const { objectiveId, keyResultId, unitKey, cycleKey } = place;
  const edits: Edits = Object.assign({}, ...reads.map((read) => read.edits));
  const record = { ...BLANK, ...before, ...edits, id: initiativeId(id), objectiveId, keyResultId, unitKey, cycleKey };
  return { record: compact<Initiative>(record), problems };
};
