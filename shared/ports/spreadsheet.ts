import type { Cell } from "#shared/domain/sheet/fields.ts";
import type { Result } from "#shared/domain/result.ts";

/** Why the workbook could not be used. Nothing in it was lost. */
export type SpreadsheetError =
  /** Somebody is typing in a cell, or a dialog is open: Excel takes no changes until that ends. */
  | { readonly type: "CellInEdit" }
  | { readonly type: "ReadOnly" }
  /** Somebody protected the sheet that the table stands on. */
  | { readonly type: "SheetProtected" }
  /** Somebody edited the table again and again while it was written to. What they typed is kept. */
  | { readonly type: "EditedMeanwhile" }
  /** Excel asked to wait or lost its session. */
  | { readonly type: "WorkbookBusy" }
  | { readonly type: "TooLarge" }
  /** The table or its sheet was deleted. */
  | { readonly type: "TableMissing" }
  | { readonly type: "WorkbookFailed"; readonly code: string };

export interface TableContent {
  /** What the table is called in this workbook. */
  readonly name: string;
  readonly headers: readonly string[];
  /** In the order of the sheet. A formula is its result. */
  readonly rows: readonly (readonly Cell[])[];
  /** Formulas by row and column. */
  readonly formulas: ReadonlyMap<number, ReadonlyMap<number, string>>;
}

/** How a column of a new table looks and what can be chosen in it. */
export interface TableColumn {
  readonly header: string;
  /** `text` keeps a leading `=`, `+`, `-` or `@` as text. */
  readonly format: "text" | "number" | "day" | "share";
  /** In characters. */
  readonly width: number;
  readonly hidden?: boolean;
  readonly wrap?: boolean;
  /** `entry`: people fill it. `context`: Drumbeat fills it beside columns that people fill. */
  readonly tone?: "entry" | "context";
  /** What the list of the cell offers. `strict` refuses anything else that is typed. */
  readonly choices?: { readonly name: string; readonly values: readonly string[]; readonly strict: boolean };
}

export interface NewTable {
  readonly columns: readonly TableColumn[];
  /** One cell per column. */
  readonly rows: readonly (readonly Cell[])[];
  /** Header of the column that holds the names of cells with problems. */
  readonly marksHeader: string;
  readonly levels?: RowLevels;
  /** Columns on the left that stay in sight. */
  readonly frozen?: number;
}

/** Rows of two levels: those of the upper one stand out, the titles of all others are indented. */
export interface RowLevels {
  readonly typeHeader: string;
  readonly titleHeader: string;
  /** The word in the type column that tells the upper level. */
  readonly strongType: string;
}

/** What people keep beside records in columns of their own, by key and header. */
export type OwnCells = ReadonlyMap<string, Readonly<Record<string, Cell>>>;

/** Which columns of an existing table are ours, in whatever language they were made. */
export interface OwnColumns {
  /** The header it has in a new table; undefined for the user's own columns. */
  readonly headerOf: (header: string) => string | undefined;
  readonly keyHeader: string;
  /** Headers that come back where their columns were deleted. */
  readonly needed: readonly string[];
  /** Something was pulled into this workbook before; otherwise a table without our key is somebody's own. */
  readonly mayBeOurs: boolean;
  /** What stood beside records that were not shown any more. */
  readonly kept: OwnCells;
}

export interface CellChange {
  readonly row: number;
  readonly column: number;
  readonly value: Cell;
}

/** Rows that belong between those of the table. */
export interface Insertion {
  /** `after` is a place in the table, not its last one; one cell per column. */
  readonly blocks: readonly { readonly after: number; readonly lines: readonly (readonly Cell[])[] }[];
  /** Headers and number of rows that were seen. */
  readonly headers: readonly string[];
  readonly rows: number;
  /** The column in which the new rows are indented. */
  readonly indentAt?: number;
}

/** What a write was made from: a row that says something else by then is left alone. */
export interface Seen {
  readonly content: TableContent;
  /** Columns that count; what people keep beside them does not. */
  readonly columns: readonly number[];
}

/** Kinds of text that are kept inside the workbook and travel with it. */
export type PartKind = "baseline" | "outbox" | "lastPush" | "views";

export type Parts = { readonly [K in PartKind]?: readonly string[] };

/** How the workbook stands before something is done with it. */
export interface Standing {
  /** It is open for reading only: what is written into it would not be kept. */
  readonly readOnly: boolean;
  /** Of the sheet: `unlocked` takes values in all cells of the table and nothing else, `locked` not even those. */
  readonly protection: "none" | "unlocked" | "locked";
  /** Somebody else who has it open wrote the baseline since this pane read or wrote it. */
  readonly rewritten: boolean;
  /** Where the document is, as Excel says it; no path where it was never saved. */
  readonly address: string;
}

/** One of our tables in the open workbook. */
export interface Spreadsheet {
  /** BCP 47 of the workbook: how numbers and days are typed in it. */
  readonly locale: () => Promise<string>;
  /** Undefined when the workbook has no such table yet. */
  readonly read: () => Promise<Result<TableContent | undefined, SpreadsheetError>>;
  /**
   * Fills the table anew, or makes it. Columns of the user's own are kept, matched by the cells of the key column. What stands
   * beside records that are not shown now comes back as the result.
   */
  readonly replace: (table: NewTable, own: OwnColumns) => Promise<Result<OwnCells, SpreadsheetError>>;
  /**
   * Writes single cells into rows that still stand where they stood and say what they said. The places of the others: those were
   * sorted, moved or edited meanwhile, and are as people left them.
   */
  readonly write: (changes: readonly CellChange[], seen: Seen) => Promise<Result<readonly number[], SpreadsheetError>>;
  /** Adds rows at the end, as wide as the table is; only under the headers that were seen. */
  readonly append: (
    rows: readonly (readonly Cell[])[],
    headers: readonly string[],
  ) => Promise<Result<void, SpreadsheetError>>;
  /** Puts rows between others. `false`: nothing was done, because the table is another one by now or a filter hides some of it. */
  readonly insert: (insertion: Insertion) => Promise<Result<boolean, SpreadsheetError>>;
  /** Writes anew what the lists of the cells offer. */
  readonly writeLists: (columns: readonly TableColumn[]) => Promise<Result<void, SpreadsheetError>>;
  /** Shows a cell to the person. */
  readonly show: (row: number, column: number) => Promise<Result<void, SpreadsheetError>>;
  /** One question, whatever the table holds. */
  readonly standing: () => Promise<Result<Standing, SpreadsheetError>>;
  readonly readParts: (kind: PartKind) => Promise<Result<readonly string[], SpreadsheetError>>;
  /** Replaces what was kept of the named kinds; an empty list removes it. */
  readonly writeParts: (parts: Parts) => Promise<Result<void, SpreadsheetError>>;
  /** Calls back some time after the table was edited; the result ends it. */
  readonly onEdited: (listener: () => void) => () => void;
}

export interface SpreadsheetDep {
  readonly spreadsheet: Spreadsheet;
}
