import type { ForeignImport } from "#shared/domain/importing/foreign/importForeign.ts";
import type { SheetMapping } from "#shared/domain/importing/foreign/mapping.ts";
import type { ForeignSheet } from "#shared/domain/importing/foreign/sheet.ts";
import type { CycleKey, UnitKey } from "#shared/domain/okr/ids.ts";
import type { Person } from "#shared/domain/okr/person.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { FileUnreadable, ForeignFile } from "#shared/ports/foreignFiles.ts";
import type { EntryState, OutboxUnavailable } from "#shared/ports/outboxStore.ts";
import type { SpreadsheetError } from "#shared/ports/spreadsheet.ts";

export type ImportFailure =
  | AccessError
  | SpreadsheetError
  | OutboxUnavailable
  | FileUnreadable
  | { readonly type: "NothingThere" | "NoOpenCycle" };

/** Where rows go that name no cycle and no unit of ours. */
export interface Destination {
  readonly cycleKey: CycleKey;
  readonly unitKey: UnitKey;
}

/** Somebody a sheet names as owner. */
export interface NamedOwner {
  readonly name: string;
  /** Absent while nobody, or more than one, answers to the name. */
  readonly person?: Person;
}

/** What was understood of a sheet, before anything is stored. */
export interface Understood {
  readonly sheet: ForeignSheet;
  readonly mapping: SheetMapping;
  readonly destination: Destination;
  /** How numbers and days are written in it, BCP 47. */
  readonly locale: string;
  readonly owners: readonly NamedOwner[];
  readonly result: ForeignImport;
}

export interface StoredRecord {
  readonly id: string;
  readonly title: string;
  readonly state: EntryState;
}

/** What an import came to. */
export interface ImportReport {
  readonly group: string;
  readonly objectives: number;
  readonly keyResults: number;
  readonly checkIns: number;
  /** Records that are not stored, with what kept them from it. */
  readonly left: readonly StoredRecord[];
  readonly failure?: ImportFailure;
}

export type ImportState =
  /** `last`: what was imported last from this device, to be finished or taken back. */
  | { readonly kind: "choosing"; readonly last?: ImportReport; readonly failure?: ImportFailure }
  /** A file with several sheets: which of them? */
  | { readonly kind: "choosingSheet"; readonly file: ForeignFile }
  /** `share`: how much of the present step is done, 0 to 1. */
  | { readonly kind: "reading"; readonly share?: number }
  /** `busy`: it is being read anew, so much of the present step is done. */
  | {
      readonly kind: "understood";
      readonly understood: Understood;
      readonly failure?: ImportFailure;
      readonly busy?: number;
    }
  | { readonly kind: "sending"; readonly done: number; readonly total: number }
  /** `understood`: what it was made from; absent when it goes back to an earlier day. */
  | { readonly kind: "done"; readonly report: ImportReport; readonly understood?: Understood }
  | { readonly kind: "takenBack"; readonly count: number; readonly stays: readonly string[] };
