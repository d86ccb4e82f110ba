import type { ModelEvent } from "./events.ts";
import { cultureOf } from "./culture.ts";
import type { UndoStep } from "./journal.ts";
import { createJournal } from "./journal.ts";
import type { Rect } from "./address.ts";
import { boundingRect, rect } from "./address.ts";
import { createCalculator } from "../calc/engine.ts";
import { createSheet } from "./sheet.ts";
import { emitChanged, flushEvents } from "./emit.ts";
import type { ChangeOrigin, CustomFunctionHost, Workbook, Worksheet } from "./types.ts";

export interface WorkbookOptions {
  /** File name with extension. */
  readonly name?: string;
  /** BCP 47, decides how typed numbers and dates are read. */
  readonly locale?: string;
  /** Epoch milliseconds; the present by default. */
  readonly now?: () => number;
}

const NO_CUSTOM_FUNCTIONS: CustomFunctionHost = { knows: () => false, call: () => undefined, cancel: () => undefined };

/** A workbook before its first sheet: the caller must add one. */
export const emptyWorkbook = ({
  name = "Book1.xlsx",
  locale = "en-US",
  now = Date.now,
}: WorkbookOptions = {}): Workbook => {
  const workbook = {
    name,
    culture: cultureOf(locale),
    sheets: [],
    selections: new Map(),
    names: [],
    settings: new Map(),
    documentSettings: new Map(),
    customXmlParts: [],
    properties: new Map(),
    calculationMode: "Automatic",
    readOnly: false,
    eventsEnabled: true,
    version: 0,
    nextId: 1,
    now,
    origin: "user",
    journal: createJournal(),
    trackedRanges: new Set(),
    pendingEvents: [],
    eventListeners: new Set(),
    changeListeners: new Set(),
    customFunctions: NO_CUSTOM_FUNCTIONS,
  } as unknown as Workbook;
  workbook.calculator = createCalculator(workbook, () =>
    transact(workbook, { origin: "user", label: "" }, () => undefined),
  );
  return workbook;
};

/** A new workbook with one empty sheet, as Excel makes it. */
export const createWorkbook = (options: WorkbookOptions = {}): Workbook => {
  const workbook = emptyWorkbook(options);
  const sheet = createSheet(workbook, "Sheet1");
  workbook.sheets = [sheet];
  workbook.activeSheet = sheet;
  return workbook;
};

const committed = (workbook: Workbook): void => {
  workbook.version += 1;
  for (const listener of workbook.changeListeners) listener();
  flushEvents(workbook);
};

export interface TransactionOptions {
  readonly origin: ChangeOrigin;
  /** What the undo menu calls it. */
  readonly label: string;
}

/**
 * Runs changes as one undoable step; afterwards formulas are up to date, views are told and events are sent.
 * A failure in the middle keeps what was done before it, as a failed batch does.
 */
export const transact = <T>(workbook: Workbook, { origin, label }: TransactionOptions, work: () => T): T => {
  if (workbook.journal.isOpen()) return work();
  const outer = workbook.origin;
  workbook.origin = origin;
  try {
    return workbook.journal.record(label, () => {
      try {
        return work();
      } finally {
        workbook.calculator.run();
      }
    });
  } finally {
    committed(workbook);
    workbook.origin = outer;
  }
};

/** Undone cells have changed like any others: listeners are told the area around them. */
const announceStep = (workbook: Workbook, { changes }: UndoStep): void => {
  for (const sheet of workbook.sheets) {
    let area: Rect | undefined;
    for (const { cell } of changes) {
      if (cell?.grid !== sheet.cells) continue;
      const place = rect(cell.row, cell.column);
      area = area ? boundingRect(area, place) : place;
    }
    if (area) emitChanged(sheet, area);
  }
};

const step = (workbook: Workbook, move: () => UndoStep | undefined): boolean => {
  const moved = move();
  if (!moved) return false;
  workbook.calculator.invalidate();
  transact(workbook, { origin: "user", label: "" }, () => announceStep(workbook, moved));
  return true;
};

/** Takes back the last step; false when there is none. */
export const undo = (workbook: Workbook): boolean => step(workbook, workbook.journal.undo);

export const redo = (workbook: Workbook): boolean => step(workbook, workbook.journal.redo);

/** Calls back after every committed change; returns the way to stop. */
export const subscribe = (workbook: Workbook, listener: () => void): (() => void) => {
  workbook.changeListeners.add(listener);
  return () => workbook.changeListeners.delete(listener);
};

/** Calls back with each event after the change that caused it is complete; returns the way to stop. */
export const onEvent = (workbook: Workbook, listener: (event: ModelEvent) => void): (() => void) => {
  workbook.eventListeners.add(listener);
  return () => workbook.eventListeners.delete(listener);
};

export const findSheet = (workbook: Workbook, nameOrId: string): Worksheet | undefined =>
  workbook.sheets.find((sheet) => sheet.id === nameOrId || sheet.name.toLowerCase() === nameOrId.toLowerCase());
