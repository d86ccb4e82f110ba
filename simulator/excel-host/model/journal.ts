import type { Cell, CellGrid } from "./grid.ts";

/** One reversible change; `apply` puts the other state in place and returns the change that goes back again. */
interface Change {
  readonly apply: () => Change;
  /** The cell it is about, when it is about one. */
  readonly cell?: { readonly grid: CellGrid; readonly row: number; readonly column: number };
}

export interface UndoStep {
  readonly label: string;
  readonly changes: readonly Change[];
}

/** Excel keeps 100 steps ("Undo, redo, or repeat an action"). */
const MAX_STEPS = 100;

export interface Journal {
  /** Runs `work` as one step; inner calls join the outer one. */
  readonly record: <T>(label: string, work: () => T) => T;
  /** Replaces one field of a model object, reversibly. */
  readonly set: <T extends object, K extends keyof T>(target: T, key: K, next: T[K]) => void;
  readonly setCell: (grid: CellGrid, row: number, column: number, next: Cell | undefined) => void;
  /** Pops and reverses the last step; undefined when there is none. */
  readonly undo: () => UndoStep | undefined;
  readonly redo: () => UndoStep | undefined;
  readonly undoLabels: () => readonly string[];
  readonly redoLabels: () => readonly string[];
  /** Forgets all steps, as operations do that Excel cannot undo. */
  readonly forget: () => void;
  readonly isOpen: () => boolean;
}

const fieldChange = <T extends object, K extends keyof T>(target: T, key: K, value: T[K]): Change => ({
  apply: () => {
    const current = target[key];
    target[key] = value;
    return fieldChange(target, key, current);
  },
});

const cellChange = (grid: CellGrid, row: number, column: number, value: Cell | undefined): Change => ({
  cell: { grid, row, column },
  apply: () => {
    const current = grid.get(row, column);
    grid.set(row, column, value);
    return cellChange(grid, row, column, current);
  },
});

const reverse = (step: UndoStep): UndoStep => ({
  label: step.label,
  changes: step.changes.toReversed().map((change) => change.apply()),
});

export const createJournal = (): Journal => {
  const done: UndoStep[] = [];
  const undone: UndoStep[] = [];
  let open: Change[] | undefined;
  let forgotten = false;

  const note = (change: Change): void => {
    if (!open) throw new Error("The workbook is changed outside a transaction");
    open.push(change);
  };

  const record: Journal["record"] = (label, work) => {
    if (open) return work();
    open = [];
    forgotten = false;
    try {
      return work();
    } finally {
      if (open.length > 0 && !forgotten) {
        done.push({ label, changes: open });
        if (done.length > MAX_STEPS) done.shift();
        undone.length = 0;
      }
      open = undefined;
    }
  };

  const move = (from: UndoStep[], to: UndoStep[]): UndoStep | undefined => {
    const step = from.pop();
    if (step) to.push(reverse(step));
    return step;
  };

  return {
    record,
    set: (target, key, next) => {
      if (target[key] === next) return;
      note(fieldChange(target, key, target[key]));
      target[key] = next;
    },
    setCell: (grid, row, column, next) => {
      note(cellChange(grid, row, column, grid.get(row, column)));
      grid.set(row, column, next);
    },
    undo: () => move(done, undone),
    redo: () => move(undone, done),
    undoLabels: () => done.map((step) => step.label),
    redoLabels: () => undone.map((step) => step.label),
    forget: () => {
      done.length = 0;
      undone.length = 0;
      forgotten = true;
    },
    isOpen: () => open !== undefined,
  };
};
