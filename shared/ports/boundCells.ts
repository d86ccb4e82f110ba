import type { Cell } from "#shared/domain/sheet/fields.ts";
import type { Result } from "#shared/domain/result.ts";
import type { SpreadsheetError } from "./spreadsheet.ts";

/** A cell of the workbook as it is now. */
export interface BoundCell {
  /** As people write it: `Finance!B7`. */
  readonly address: string;
  /** With its `=`; absent where the value was typed. */
  readonly formula?: string;
  readonly value: Cell;
  /** The value is one of Excel's errors, such as `#REF!`. */
  readonly isError: boolean;
  /** The nearest text on its left, else above it: what people call the figure. Empty where there is none. */
  readonly label: string;
}

/** Somebody has to select one single cell first. */
export interface NotOneCell {
  readonly type: "NotOneCell";
}

/** Cells of the workbook that have names of ours. A name follows its cell when rows are inserted and sheets renamed. */
export interface BoundCells {
  /** Names the selected cell after a text; the name says which it became. */
  readonly bind: (
    text: string,
  ) => Promise<Result<{ readonly name: string; readonly cell: BoundCell }, SpreadsheetError | NotOneCell>>;
  /** Cells by name; those whose cell or name was deleted are missing. */
  readonly read: (names: readonly string[]) => Promise<Result<ReadonlyMap<string, BoundCell>, SpreadsheetError>>;
  readonly show: (name: string) => Promise<Result<void, SpreadsheetError>>;
  /** Takes the name away; the cell stays as it is. */
  readonly unbind: (name: string) => Promise<Result<void, SpreadsheetError>>;
}
