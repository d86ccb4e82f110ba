import type { LogEntry } from "../audit/logEntry.ts";
import type { Instant } from "../day.ts";
import type { CheckIn } from "../okr/checkIn.ts";
import type { Cycle } from "../okr/cycle.ts";
import type { Initiative } from "../okr/initiative.ts";
import type { KeyResult } from "../okr/keyResult.ts";
import type { Objective } from "../okr/objective.ts";
import type { Level, Unit } from "../okr/unit.ts";
import type { Partition } from "../partition/partition.ts";
import { err, type Result } from "../result.ts";
import { checkIn, cycle, initiative, keyResult, level, logEntry, objective, partition, unit } from "./records.ts";
import { figure, instant, listOf, objectOf, oneOf, text, type Misshapen } from "./shape.ts";

export const DOCUMENT_FORMAT = "drumbeat-export";
/**
 * Raised with every change of the document that older programs would misread.
 * 2: with initiatives.
 */
export const DOCUMENT_VERSION = 2;

/** Everything of one site, in the product's own terms. Revisions and item numbers mean nothing elsewhere and stay behind. */
export interface ExportDocument {
  readonly format: typeof DOCUMENT_FORMAT;
  readonly version: number;
  readonly exportedAt: Instant;
  readonly organisation: string;
  readonly levels: readonly Level[];
  readonly cycles: readonly Cycle[];
  readonly units: readonly Unit[];
  readonly partitions: readonly Partition[];
  /** Drafts are those whose stage says so. */
  readonly objectives: readonly Objective[];
  readonly keyResults: readonly KeyResult[];
  readonly checkIns: readonly CheckIn[];
  readonly initiatives: readonly Initiative[];
  readonly log: readonly LogEntry[];
}

export type DocumentError =
  | { readonly type: "NotJson" }
  /** JSON, but no export of Drumbeat. */
  | { readonly type: "NotAnExport" }
  /** Written by a newer program, which keeps things that this one would lose. */
  | { readonly type: "NewerDocument"; readonly found: number; readonly supported: number }
  | Misshapen;

const documentShape = objectOf<ExportDocument>({
  format: oneOf([DOCUMENT_FORMAT]),
  version: figure,
  exportedAt: instant,
  organisation: text,
  levels: listOf(level),
  cycles: listOf(cycle),
  units: listOf(unit),
  partitions: listOf(partition),
  objectives: listOf(objective),
  keyResults: listOf(keyResult),
  checkIns: listOf(checkIn),
  initiatives: listOf(initiative),
  log: listOf(logEntry),
});

/** A document of an older version as this one writes it. */
const upgraded = (value: object, version: number): object =>
  version < 2 ? { initiatives: [], ...value, version: DOCUMENT_VERSION } : value;

const header = (value: unknown): { readonly format?: unknown; readonly version?: unknown } =>
  typeof value === "object" && value !== null ? value : {};

export const readDocument = (json: string): Result<ExportDocument, DocumentError> => {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return err({ type: "NotJson" });
  }
  const { format, version } = header(value);
  if (format !== DOCUMENT_FORMAT || typeof version !== "number" || !Number.isInteger(version) || version < 1) {
    return err({ type: "NotAnExport" });
  }
  if (version > DOCUMENT_VERSION) return err({ type: "NewerDocument", found: version, supported: DOCUMENT_VERSION });
  return documentShape(upgraded(header(value), version), "");
};

/**
 * The document as JSON, one record a line, in pieces: the whole of a large organisation is longer than a string may be, and
 * lines can be compared by common tools.
 */
export const writeDocument = function* (document: ExportDocument): Generator<string> {
  const properties = Object.entries(document);
  yield "{\n";
  for (const [index, [name, value]] of properties.entries()) {
    const end = index === properties.length - 1 ? "\n" : ",\n";
    if (Array.isArray(value)) yield* writeList(name, value, end);
    else yield `${JSON.stringify(name)}: ${JSON.stringify(value)}${end}`;
  }
  yield "}\n";
};

const writeList = function* (name: string, records: readonly unknown[], end: string): Generator<string> {
  yield `${JSON.stringify(name)}: [`;
  for (const [index, record] of records.entries()) yield `${index === 0 ? "\n" : ",\n"}${JSON.stringify(record)}`;
  yield `${records.length === 0 ? "" : "\n"}]${end}`;
};
