import { parseInstant } from "../day.ts";
import type { BaseRow, Baseline, BaselineOf } from "./baseline.ts";
import type { Cell } from "./fields.ts";
import { inParts } from "./parts.ts";
import type { SheetScope } from "./scope.ts";

const VERSION = 1;

/** The baseline as texts for the workbook: the first says what was pulled, each of the others holds some of the rows. */
export const encodeBaseline = ({
  rows,
  former = [],
  kept = new Map(),
  ...head
}: BaselineOf<unknown>): readonly string[] => {
  const parts = inParts([...rows]);
  const beside = inParts([...kept]);
  return [
    JSON.stringify({ version: VERSION, ...head, parts: parts.length, beside: beside.length }),
    ...parts,
    ...beside,
    JSON.stringify(former),
  ];
};

interface Head {
  readonly version: number;
  readonly book: string;
  readonly pushes: readonly string[];
  readonly scope: SheetScope;
  readonly pulledAt: string;
  readonly around: Baseline["around"];
  readonly places?: Baseline["places"];
  readonly parts: number;
  /** Parts with what people keep beside records. */
  readonly beside: number;
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
  typeof (value as Partial<Head>).around === "object" &&
  typeof (value as Partial<Head>).beside === "number";

const isRow = (value: unknown): value is readonly [string, unknown] =>
  Array.isArray(value) && typeof value[0] === "string" && typeof value[1] === "object";

const isTold = (value: unknown): value is readonly [string, Readonly<Record<string, Cell>>] =>
  Array.isArray(value) && typeof value[0] === "string" && typeof value[1] === "object";

const listed = <T>(texts: readonly string[], is: (value: unknown) => value is T): readonly T[] | undefined => {
  const lists = texts.map(parsed);
  const all = lists.every((list): list is unknown[] => Array.isArray(list)) ? lists.flat() : undefined;
  return all?.every(is) ? all : undefined;
};

/** Undefined when a part is missing or was changed by somebody else: a baseline with holes would double records. [SE15] */
export const decodeBaseline = <Row = BaseRow>(texts: readonly string[]): BaselineOf<Row> | undefined => {
  const head = parsed(texts[0]);
  if (!isHead(head) || texts.length !== head.parts + head.beside + 2) return undefined;
  const pulledAt = parseInstant(head.pulledAt);
  const rows = listed(texts.slice(1, 1 + head.parts), isRow);
  const kept = listed(texts.slice(1 + head.parts, -1), isTold);
  const former = listed(texts.slice(-1), (id) => typeof id === "string");
  if (pulledAt === undefined || !rows || !kept || !former) return undefined;
  const { book, pushes, scope, around, places } = head;
  return {
    book,
    pushes,
    scope,
    pulledAt,
    around,
    ...(places ? { places } : {}),
    ...(former.length > 0 ? { former } : {}),
    ...(kept.length > 0 ? { kept: new Map(kept) } : {}),
    rows: new Map(rows) as ReadonlyMap<string, Row>,
  };
};
