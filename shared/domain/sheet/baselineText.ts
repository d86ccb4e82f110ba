import { parseInstant } from "../day.ts";
import type { BaseRow, Baseline, BaselineOf } from "./baseline.ts";
import type { SheetScope } from "./scope.ts";

/** Rows in one part; a part stays well below the five megabytes that Excel on the web takes in one request. */
const ROWS_PER_PART = 1_000;
const VERSION = 1;

/** The baseline as texts for the workbook: the first says what was pulled, each of the others holds some of the rows. */
export const encodeBaseline = ({ rows, ...head }: BaselineOf<unknown>): readonly string[] => {
  const entries = [...rows];
  const parts = Array.from({ length: Math.ceil(entries.length / ROWS_PER_PART) }, (_, index) =>
    JSON.stringify(entries.slice(index * ROWS_PER_PART, (index + 1) * ROWS_PER_PART)),
  );
  return [JSON.stringify({ version: VERSION, ...head, parts: parts.length }), ...parts];
};

interface Head {
  readonly version: number;
  readonly book: string;
  readonly pushes: readonly string[];
  readonly scope: SheetScope;
  readonly pulledAt: string;
  readonly around: Baseline["around"];
  readonly parts: number;
}

const parsed = (text: string | undefined): unknown => {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
};

const isHead = (value: unknown): value is Head =>
  typeof value === "object" &&
  value !== null &&
  (value as Partial<Head>).version === VERSION &&
  typeof (value as Partial<Head>).book === "string" &&
  Array.isArray((value as Partial<Head>).pushes) &&
  typeof (value as Partial<Head>).scope === "object" &&
  typeof (value as Partial<Head>).around === "object";

const isRow = (value: unknown): value is readonly [string, unknown] =>
  Array.isArray(value) && typeof value[0] === "string" && typeof value[1] === "object";

/** Undefined when a part is missing or was changed by somebody else: a baseline with holes would double records. [SE15] */
export const decodeBaseline = <Row = BaseRow>(texts: readonly string[]): BaselineOf<Row> | undefined => {
  const head = parsed(texts[0]);
  if (!isHead(head) || texts.length !== head.parts + 1) return undefined;
  const pulledAt = parseInstant(head.pulledAt);
  const rows = texts.slice(1).map(parsed);
  if (pulledAt === undefined || !rows.every((part): part is unknown[] => Array.isArray(part))) return undefined;
  const entries = rows.flat();
  if (!entries.every(isRow)) return undefined;
  const { book, pushes, scope, around } = head;
  return { book, pushes, scope, pulledAt, around, rows: new Map(entries) as ReadonlyMap<string, Row> };
};
