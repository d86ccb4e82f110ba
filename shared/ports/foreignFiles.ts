import type { ForeignSheet } from "#shared/domain/importing/foreign/sheet.ts";
import type { Result } from "#shared/domain/result.ts";

/** A file that somebody chose on their device. */
export interface PickedFile {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly bytes: () => Promise<Uint8Array>;
}

export type FileTrouble =
  /** Cannot be read although it says that it is such a file. */
  | "Damaged"
  /** Needs a password. */
  | "Protected"
  /** Excel's formats before 2007 and its binary one. */
  | "OldFormat"
  /** No kind of file that is read here. */
  | "OtherKind"
  | "TooLarge"
  /** Holds no cell. */
  | "NothingInIt"
  /** Parts of an export without the one that holds the OKRs. */
  | "NoObjectives";

/** Why a file was not read; nothing of it is kept. */
export interface FileUnreadable {
  readonly type: "FileUnreadable";
  readonly trouble: FileTrouble;
  readonly name: string;
}

/** What a file holds: sheets to choose from, the visible ones first in their order. */
export interface ForeignFile {
  readonly name: string;
  readonly sheets: readonly ForeignSheet[];
}

/** Workbooks, text tables, and what Viva Goals exported. Files are only read, on the device itself. */
export interface ForeignFiles {
  /** Several files only where they are parts of one export. */
  readonly read: (files: readonly PickedFile[]) => Promise<Result<ForeignFile, FileUnreadable>>;
}

export interface ForeignFilesDep {
  readonly foreignFiles: ForeignFiles;
}
