import type { Severity } from "#shared/domain/problems/problem.ts";
import type { Shown } from "#shared/domain/sheet/planTypes.ts";

/** What a push would do with one row of a sheet, and what is wrong with it. */
export interface PreviewRow {
  /** Place in the table. */
  readonly at: number;
  readonly id: string;
  readonly title: string;
  /** Absent where there is no difference between a new row and a changed one. */
  readonly isNew?: boolean;
  readonly changes: readonly { readonly field: string; readonly before: Shown; readonly after: Shown }[];
  readonly problems: readonly { readonly field: string; readonly severity: Severity; readonly cause: object }[];
}

/** Every column that a preview may speak of. */
export type FieldOf<Row extends PreviewRow> = Row["changes"][number]["field"] | Row["problems"][number]["field"];

/** What previews have to know of the sheet that they show, in the person's language. */
export interface RowSheet<Row extends PreviewRow, State extends string> {
  readonly headerOf: (field: FieldOf<Row>) => string;
  readonly problemText: (problem: Row["problems"][number]) => string;
  /** What stands where a value says what it said before; absent where that is no change. */
  readonly still?: (value: string) => string;
  /** Shows the cell in the sheet. */
  readonly show: (at: number, field: FieldOf<Row>) => void;
  readonly stateOf: (row: Row) => State;
  /** In the order of the preview: what has to be corrected comes first. */
  readonly states: readonly State[];
  readonly isReady: (row: Row) => boolean;
  readonly groupTitle: (state: State) => string;
  readonly count: (state: State, n: number) => string;
  readonly color: (state: State) => "danger" | "informative" | "subtle" | "warning";
}
