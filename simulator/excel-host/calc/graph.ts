import type { Rect } from "../model/address.ts";
import { cellCount, containsCell, intersects } from "../model/address.ts";
import { eachPosition } from "../model/cells.ts";
import type { Worksheet } from "../model/types.ts";
import type { Precedents } from "./precedents.ts";

export interface FormulaCell {
  readonly key: string;
  readonly sheet: Worksheet;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  readonly precedents: Precedents;
}

export const cellKey = (sheet: Worksheet, row: number, column: number): string => `${sheet.id}!${row},${column}`;

/** Areas up to this size are indexed cell by cell, larger ones are compared one after another. */
const SMALL = 16;

export interface DependencyGraph {
  readonly formulas: ReadonlyMap<string, FormulaCell>;
  readonly add: (cell: FormulaCell) => void;
  readonly remove: (key: string) => void;
  readonly clear: () => void;
  /** Formulas that read a cell of the area. */
  readonly dependents: (sheet: Worksheet, area: Rect) => ReadonlySet<FormulaCell>;
  /** Order in which the formulas can be worked out, and those that depend on themselves. */
  readonly order: (dirty: ReadonlyMap<string, FormulaCell>) => {
    readonly sorted: readonly FormulaCell[];
    readonly circular: ReadonlySet<string>;
  };
}

interface WideReader {
  readonly area: Rect;
  readonly cell: FormulaCell;
}

const addTo = <K, V>(map: Map<K, Set<V>>, key: K, value: V): void => {
  const known = map.get(key);
  if (known) known.add(value);
  else map.set(key, new Set([value]));
};

const createIndex = () => {
  const byCell = new Map<string, Set<FormulaCell>>();
  const bySheet = new Map<string, Set<WideReader>>();

  const add = (cell: FormulaCell): void => {
    for (const { sheet, area } of cell.precedents.areas) {
      if (cellCount(area) > SMALL) addTo(bySheet, sheet.id, { area, cell });
      else eachPosition(area, (row, column) => addTo(byCell, cellKey(sheet, row, column), cell));
    }
  };

  const remove = (cell: FormulaCell): void => {
    for (const { sheet, area } of cell.precedents.areas) {
      const wide = bySheet.get(sheet.id) ?? new Set<WideReader>();
      for (const reader of wide) if (reader.cell === cell) wide.delete(reader);
      if (cellCount(area) <= SMALL) {
        eachPosition(area, (row, column) => byCell.get(cellKey(sheet, row, column))?.delete(cell));
      }
    }
  };

  const readers = (sheet: Worksheet, area: Rect): ReadonlySet<FormulaCell> => {
    const found = new Set<FormulaCell>();
    for (const reader of bySheet.get(sheet.id) ?? []) if (intersects(reader.area, area)) found.add(reader.cell);
    if (byCell.size > 0) {
      eachPosition(area, (row, column) => {
        for (const cell of byCell.get(cellKey(sheet, row, column)) ?? []) found.add(cell);
      });
    }
    return found;
  };

  const clear = (): void => {
    byCell.clear();
    bySheet.clear();
  };
  return { add, remove, readers, clear };
};

type Dirty = ReadonlyMap<string, FormulaCell>;

const dirtyPrecedents = (cell: FormulaCell, dirty: Dirty): readonly FormulaCell[] =>
  cell.precedents.areas.flatMap(({ sheet, area }) => {
    if (cellCount(area) > dirty.size) {
      return [...dirty.values()].filter(
        (other) => other.sheet === sheet && containsCell(area, other.row, other.column),
      );
    }
    const found: FormulaCell[] = [];
    eachPosition(area, (row, column) => {
      const other = dirty.get(cellKey(sheet, row, column));
      if (other) found.push(other);
    });
    return found;
  });

interface Frame {
  readonly cell: FormulaCell;
  readonly waiting: FormulaCell[];
}

/** Depth-first order without recursion: long chains of formulas must not exhaust the stack. */
const topologicalOrder = (dirty: Dirty): ReturnType<DependencyGraph["order"]> => {
  const sorted: FormulaCell[] = [];
  const state = new Map<string, "open" | "done">();
  const circular = new Set<string>();
  const open: Frame[] = [];
  const enter = (cell: FormulaCell): void => {
    state.set(cell.key, "open");
    open.push({ cell, waiting: [...dirtyPrecedents(cell, dirty)] });
  };
  const visit = (next: FormulaCell): void => {
    if (state.get(next.key) === "open") {
      const from = open.findIndex((frame) => frame.cell === next);
      for (const frame of open.slice(from)) circular.add(frame.cell.key);
    } else if (!state.has(next.key)) enter(next);
  };
  for (const cell of dirty.values()) {
    if (!state.has(cell.key)) enter(cell);
    for (let frame = open.at(-1); frame; frame = open.at(-1)) {
      const next = frame.waiting.pop();
      if (next) visit(next);
      else {
        state.set(frame.cell.key, "done");
        sorted.push(frame.cell);
        open.pop();
      }
    }
  }
  return { sorted, circular };
};

export const createGraph = (): DependencyGraph => {
  const formulas = new Map<string, FormulaCell>();
  const index = createIndex();
  const remove = (key: string): void => {
    const known = formulas.get(key);
    if (!known) return;
    index.remove(known);
    formulas.delete(key);
  };
  return {
    formulas,
    add: (cell) => {
      remove(cell.key);
      formulas.set(cell.key, cell);
      index.add(cell);
    },
    remove,
    clear: () => {
      formulas.clear();
      index.clear();
    },
    dependents: index.readers,
    order: topologicalOrder,
  };
};
