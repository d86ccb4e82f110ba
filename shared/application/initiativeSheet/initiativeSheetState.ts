import type {
  InitiativeChange,
  InitiativePlan,
  InitiativeRowProblem,
  PlannedInitiative,
} from "#shared/domain/initiativeSheet/planTypes.ts";
import type { InitiativeEntry } from "#shared/domain/initiativeSheet/fields.ts";
import type { InitiativeVocabulary } from "#shared/domain/initiativeSheet/words.ts";
import type { Side } from "#shared/domain/merge/threeWay.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import type { SheetScope } from "#shared/domain/sheet/scope.ts";
import type { OutboxEntry } from "#shared/ports/outboxStore.ts";
import type {
  Activity,
  NotOpened,
  PushReport,
  RowResult,
  SheetDeps,
  SheetFailure,
  SheetStatus,
} from "../sheet/sheetState.ts";

/** Words that are written into the sheet beside its own. */
export interface InitiativeSheetTexts {
  readonly vocabulary: InitiativeVocabulary;
  readonly problem: (problem: InitiativeRowProblem) => string;
  readonly result: (result: RowResult) => string;
}

/** `spreadsheet` is the table of initiatives. */
export type InitiativeSheetDeps = Omit<SheetDeps, "texts" | "grid"> & { readonly texts: InitiativeSheetTexts };

/** A row that somebody else changed in the same fields meanwhile. */
export interface InitiativeConflict {
  readonly id: string;
  readonly title: string;
  readonly modifiedBy: string;
  /** `before` is what it was, `mine` and `theirs` what both sides made of it. */
  readonly fields: readonly (Pick<InitiativeChange, "field" | "before"> & {
    readonly mine: InitiativeChange["after"];
    readonly theirs: InitiativeChange["after"];
  })[];
  /** It was to be deleted; `mine` of a field is nothing then. */
  readonly removal?: true;
  readonly entry: OutboxEntry;
}

export type InitiativeChoices = { readonly [F in InitiativeEntry]?: Side };

export type InitiativeReport = Pick<PushReport, "stored" | "failed"> & {
  /** Keys of the rows that were stored. */
  readonly storedRows: ReadonlySet<string>;
  /** A push was taken back: `stored` rows are as they were. */
  readonly undone?: true;
};

export interface OpenInitiativeSheet {
  readonly kind: "ready";
  readonly frame: Frame;
  /** Absent: the workbook holds no such table yet. */
  readonly sheet?: SheetStatus;
  readonly activity?: Activity;
  readonly failure?: SheetFailure;
  readonly preview?: InitiativePlan;
  /** A push found something else than what was shown, and sent nothing. */
  readonly renewed?: true;
  readonly conflicts: readonly InitiativeConflict[];
  readonly report?: InitiativeReport;
  /** Records that a push would delete, and what it was asked to send; the person confirms. */
  readonly deleting?: { readonly rows: readonly PlannedInitiative[]; readonly chosen?: ReadonlySet<string> };
  /** Rows of a push that was not finished. */
  readonly interrupted: number;
  /** Unsent changes that another scope would throw away; the person decides. */
  readonly endangered?: { readonly scope: SheetScope; readonly rows: readonly PlannedInitiative[] };
}

export type InitiativeSheetState = OpenInitiativeSheet | NotOpened;
