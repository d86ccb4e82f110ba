import type { Matrix, Scalar } from "../model/value.ts";
import type { FormulaCell } from "./graph.ts";
import type { Operand } from "./operand.ts";
import { BUSY_ERROR } from "./operand.ts";

export interface CustomCalls {
  /** Result of a call when it is known; otherwise asks the add-in and answers #BUSY!. */
  readonly call: (cell: FormulaCell, name: string, args: readonly (Scalar | Matrix)[]) => Operand;
  /** Forgets the calls of a cell. */
  readonly drop: (cell: FormulaCell) => void;
  readonly dropAll: () => void;
}

interface Call {
  result: Scalar | Matrix | undefined;
  isCurrent: boolean;
}

/** Remembers the calls of each formula, so that one answer does not ask the question again. */
export const createCustomCalls = (onResult: (cell: FormulaCell) => void): CustomCalls => {
  const calls = new Map<string, Map<string, Call>>();

  const drop = (cell: FormulaCell): void => {
    const known = calls.get(cell.key);
    if (!known) return;
    for (const call of known.values()) call.isCurrent = false;
    calls.delete(cell.key);
    cell.sheet.workbook.customFunctions.cancel(cell.sheet, cell);
  };

  const start = (cell: FormulaCell, name: string, args: readonly (Scalar | Matrix)[]): Call => {
    const call: Call = { result: undefined, isCurrent: true };
    let isWaiting = false;
    cell.sheet.workbook.customFunctions.call({
      name,
      args,
      sheet: cell.sheet,
      cell: { row: cell.row, column: cell.column },
      resolve: (result) => {
        call.result = result;
        if (call.isCurrent && isWaiting) onResult(cell);
      },
    });
    isWaiting = true;
    return call;
  };

  const call: CustomCalls["call"] = (cell, name, args) => {
    const ofCell = calls.get(cell.key) ?? new Map<string, Call>();
    calls.set(cell.key, ofCell);
    const signature = JSON.stringify([name, args]);
    let known = ofCell.get(signature);
    if (!known) ofCell.set(signature, (known = start(cell, name, args)));
    return known.result ?? (known.result === null ? 0 : BUSY_ERROR);
  };

  const dropAll = (): void => {
    for (const ofCell of calls.values()) for (const entry of ofCell.values()) entry.isCurrent = false;
    calls.clear();
  };
  return { call, drop, dropAll };
};
