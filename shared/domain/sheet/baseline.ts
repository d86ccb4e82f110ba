import type { Instant } from "../day.ts";
import type { Revision } from "../okr/ids.ts";
import type { KeyResult } from "../okr/keyResult.ts";
import type { Objective } from "../okr/objective.ts";
import type { Cell, EditableCells } from "./fields.ts";
import type { KnownPlace } from "./place.ts";
import type { SheetScope } from "./scope.ts";

/** A row as it was pulled: the record, its version, and what the cells said. */
export type BaseRow = ObjectiveRow | KeyResultRow;

interface Pulled {
  readonly revision: Revision;
  readonly cells: EditableCells;
  /** At the last pull the record was no longer where the sheet looks. */
  readonly gone?: true;
  /** It is gone because a push from here removed it. */
  readonly removed?: true;
  /** What others stored meanwhile in fields that are edited here; `record` and `revision` are from before that. [SE27] */
  readonly theirs?: EditableCells;
  /** What cells said before the last refresh wrote into them: an undo in Excel brings that back, and nobody typed it. [SE28] */
  readonly was?: EditableCells;
  /** What the row said when it was pushed as a new one: an undo in Excel takes its key away. [SE23] */
  readonly sent?: EditableCells;
}

export interface ObjectiveRow extends Pulled {
  readonly kind: "objective";
  readonly record: Objective;
}

export interface KeyResultRow extends Pulled {
  readonly kind: "keyResult";
  readonly record: KeyResult;
  /** The latest reading and confidence at that time. */
  readonly value?: number;
  readonly confidence?: number;
}

/** What a sheet was like when it was last in agreement with the store. `Row` is what is remembered of a row. */
export interface BaselineOf<Row> {
  /** Names this table in this workbook, wherever the file goes. */
  readonly book: string;
  /** The latest pushes whose results are in the sheet. */
  readonly pushes: readonly string[];
  readonly scope: SheetScope;
  readonly pulledAt: Instant;
  /** Where this workbook was open; a copy of it is elsewhere. [SE34] */
  readonly places?: readonly KnownPlace[];
  /** Ids that this workbook knew once and that are not in the table any more. */
  readonly former?: readonly string[];
  /** What people keep in columns of their own beside records that are not in the table now, by id and header. */
  readonly kept?: ReadonlyMap<string, Readonly<Record<string, Cell>>>;
  /** By id, in the order in which they were written. */
  readonly rows: ReadonlyMap<string, Row>;
  /** Records outside the sheet that rows may refer to: what is above. */
  readonly around: { readonly objectives: readonly Objective[]; readonly keyResults: readonly KeyResult[] };
}

/** The sheet of OKRs. */
export type Baseline = BaselineOf<BaseRow>;
