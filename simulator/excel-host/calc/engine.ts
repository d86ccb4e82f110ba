// Keeps all formulas of a workbook up to date after each change.
import type { Rect } from "../model/address.ts";
import { intersects, rect } from "../model/address.ts";
import { cellAt, inheritedFormat } from "../model/cells.ts";
import { emit, eventOrigin } from "../model/emit.ts";
import type { Calculator, Workbook, Worksheet } from "../model/types.ts";
import type { Context } from "./context.ts";
import { usedExtent } from "./context.ts";
import { createCustomCalls } from "./custom-calls.ts";
import { evaluateFormula } from "./evaluate.ts";
import type { FormulaCell } from "./graph.ts";
import { cellKey, createGraph } from "./graph.ts";
import { precedentsOf } from "./precedents.ts";
import { clearSpill, writeResult } from "./spill.ts";

interface Place {
  readonly sheet: Worksheet;
  readonly area: Rect;
}

/** A changed area; `isResult` = written by a formula that spilled, not by an edit. */
interface Touched extends Place {
  readonly isResult: boolean;
}

/** Rounds of "a spilled array changed its size"; a workbook that needs more never settles. */
const MAX_ROUNDS = 50;

const isOnSheet = (workbook: Workbook, sheet: Worksheet): boolean => workbook.sheets.includes(sheet);

/** Takes out what formulas spilled; it is worked out again. */
const forgetSpills = (sheet: Worksheet): void => {
  for (const { row, column, cell } of sheet.cells.calculated()) {
    if (!cell.spilledFrom) continue;
    const { spilledFrom: _anchor, ...rest } = cell;
    const isPlain = cell.format === inheritedFormat(sheet, row, column);
    sheet.cells.set(row, column, isPlain ? undefined : { ...rest, value: null });
  }
};

/** The calculation engine. `onLate` runs when a custom function answers after the calculation is over. */
// oxlint-disable-next-line max-lines-per-function -- one closure owns the engine's state; its steps are short functions
export const createCalculator = (workbook: Workbook, onLate: () => void): Calculator => {
  const graph = createGraph();
  const spills = new Map<string, Place>();
  const blocked = new Map<string, Place>();
  let touched: Touched[] = [];
  let dirty = new Map<string, FormulaCell>();
  let isInvalid = false;

  const custom = createCustomCalls((cell) => {
    const current = graph.formulas.get(cell.key);
    if (current?.formula !== cell.formula) return;
    dirty.set(cell.key, current);
    onLate();
  });

  const forgetFormula = (key: string): void => {
    const known = graph.formulas.get(key);
    if (!known) return;
    custom.drop(known);
    graph.remove(key);
    dirty.delete(key);
    blocked.delete(key);
    const spill = spills.get(key);
    spills.delete(key);
    if (!spill) return;
    clearSpill(known.sheet, known, spill.area);
    touched.push({ ...spill, isResult: true });
  };

  const register = (sheet: Worksheet, row: number, column: number): void => {
    const formula = sheet.cells.get(row, column)?.formula ?? null;
    if (formula === null && graph.formulas.size === 0) return;
    const key = cellKey(sheet, row, column);
    const known = graph.formulas.get(key);
    if (known && known.formula !== formula) forgetFormula(key);
    if (formula === null) return;
    const current = graph.formulas.get(key) ?? {
      key,
      sheet,
      row,
      column,
      formula,
      precedents: precedentsOf(formula, { workbook, sheet, row, column }),
    };
    if (!graph.formulas.has(key)) graph.add(current);
    dirty.set(key, current);
  };

  const rebuild = (): void => {
    graph.clear();
    spills.clear();
    blocked.clear();
    dirty = new Map();
    touched = [];
    for (const sheet of workbook.sheets) {
      forgetSpills(sheet);
      for (const { row, column } of sheet.cells.calculated()) register(sheet, row, column);
    }
    isInvalid = false;
  };

  const markAnchors = (places: ReadonlyMap<string, Place>, place: Place): void => {
    for (const [key, { sheet, area }] of places) {
      const cell = graph.formulas.get(key);
      if (cell && sheet === place.sheet && intersects(area, place.area)) dirty.set(key, cell);
    }
  };

  const markDependents = (first: Place): void => {
    const waiting = [first];
    for (let place = waiting.pop(); place; place = waiting.pop()) {
      for (const cell of graph.dependents(place.sheet, place.area)) {
        if (dirty.has(cell.key)) continue;
        dirty.set(cell.key, cell);
        waiting.push({ sheet: cell.sheet, area: spills.get(cell.key)?.area ?? rect(cell.row, cell.column) });
      }
    }
  };

  const takeTouched = (): void => {
    const places = touched;
    touched = [];
    for (const { sheet, area, isResult } of places) if (!isResult) register(sheet, area.row, area.column);
    if (graph.formulas.size === 0) return;
    for (const place of places) {
      if (!place.isResult) markAnchors(spills, place);
      markAnchors(blocked, place);
      markDependents(place);
    }
    for (const cell of Array.from(dirty.values()))
      markDependents({ sheet: cell.sheet, area: rect(cell.row, cell.column) });
  };

  const contextOf = (cell: FormulaCell, extents: Map<Worksheet, Rect>): Context => ({
    workbook,
    sheet: cell.sheet,
    row: cell.row,
    column: cell.column,
    locals: new Map(),
    extent: (sheet) => {
      const known = extents.get(sheet) ?? usedExtent(sheet);
      extents.set(sheet, known);
      return known;
    },
    custom: (name, args) => custom.call(cell, name, args),
  });

  const settle = (cell: FormulaCell, isCircular: boolean, extents: Map<Worksheet, Rect>): readonly Rect[] => {
    if (!isOnSheet(workbook, cell.sheet) || cellAt(cell.sheet, cell.row, cell.column).formula !== cell.formula)
      return [];
    const result = isCircular ? 0 : evaluateFormula(cell.formula, contextOf(cell, extents));
    const written = writeResult(cell, result, spills.get(cell.key)?.area);
    spills.delete(cell.key);
    blocked.delete(cell.key);
    if (written.spill) spills.set(cell.key, { sheet: cell.sheet, area: written.spill });
    if (written.blocked) blocked.set(cell.key, { sheet: cell.sheet, area: written.blocked });
    return written.changed;
  };

  const round = (calculated: Map<Worksheet, Rect>): void => {
    const extents = new Map<Worksheet, Rect>();
    const { sorted, circular } = graph.order(dirty);
    dirty = new Map();
    for (const cell of sorted) {
      const changed = settle(cell, circular.has(cell.key), extents);
      if (changed.length > 0) calculated.set(cell.sheet, rect(cell.row, cell.column));
      for (const area of changed)
        if (area.rows * area.columns > 1) touched.push({ sheet: cell.sheet, area, isResult: true });
    }
  };

  const announce = (calculated: ReadonlyMap<Worksheet, Rect>): void => {
    for (const [sheet, area] of calculated) {
      emit(workbook, { type: "calculated", ...eventOrigin(workbook), sheetId: sheet.id, area });
    }
  };

  const runAll = (): void => {
    const calculated = new Map<Worksheet, Rect>();
    for (let rounds = 0; rounds < MAX_ROUNDS; rounds += 1) {
      takeTouched();
      if (dirty.size === 0) break;
      round(calculated);
    }
    announce(calculated);
  };

  const markVolatile = (): void => {
    for (const cell of graph.formulas.values()) if (cell.precedents.isVolatile) dirty.set(cell.key, cell);
  };

  const run = (): void => {
    if (isInvalid) rebuild();
    if (touched.length === 0 && dirty.size === 0) return;
    markVolatile();
    runAll();
  };

  /** In manual mode an entered formula is worked out, what depends on it is not. */
  const runManual = (): void => {
    if (isInvalid) return;
    const places = touched;
    touched = [];
    for (const { sheet, area } of places) register(sheet, area.row, area.column);
    touched = [...touched, ...places];
    const fresh = places.map(({ sheet, area }) => graph.formulas.get(cellKey(sheet, area.row, area.column)));
    for (const cell of fresh) if (cell) settle(cell, false, new Map());
  };

  return {
    touch: (sheet, area) => {
      if (!isInvalid) touched.push({ sheet, area, isResult: false });
    },
    invalidate: () => {
      isInvalid = true;
      touched = [];
    },
    run: () => (workbook.calculationMode === "Manual" ? runManual() : run()),
    recalculateAll: (isFull) => {
      if (isFull) custom.dropAll();
      rebuild();
      runAll();
    },
  };
};
