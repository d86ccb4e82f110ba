import { parseNumber, readNumber } from "../../entry/number.ts";
import type { Column } from "../columns.ts";
import { atOnce, sliced, type Slices } from "../../slices.ts";
import { nameGuid } from "../guid.ts";
import { guidOf, importRowsInSlices } from "../importTable.ts";
import type { Remark } from "../reasons.ts";
import type { ImportPlan, ImportSettings } from "../settings.ts";
import type { Cell, SourceRow, Table } from "../table.ts";
import { measureInText } from "../textMeasure.ts";
import { cleaned, type Cells } from "./clean.ts";
import { importHistory, type LeftCheckIn } from "./history.ts";
import { ownersNamed } from "./owners.ts";
import type { ForeignFate, ForeignReading, ForeignRecord, JudgedRecord, Kept, PassedPlace } from "./records.ts";

export interface ForeignImport {
  readonly plan: ImportPlan;
  /** In the order of the sheet; each record once. */
  readonly judged: readonly JudgedRecord[];
  readonly passed: readonly PassedPlace[];
  /** Check-ins of the past that are not in the plan, with the reason. */
  readonly leftCheckIns: readonly LeftCheckIn[];
}

/** Fixed for good: changing it would make every second import a new one. */
const NAMESPACE = "5f0a3c52-8f0e-5c1b-9d0c-7f3f6f7f2a11";

const KIND_WORDS: Readonly<Record<ForeignRecord["kind"], string | undefined>> = {
  objective: "objective",
  keyResult: "key_result",
  heading: "heading",
  unknown: undefined,
};

/** By the id of its own, else by its place in the tree: rows may move on the sheet without becoming others. [IF8] */
function* idsOf(
  records: readonly ForeignRecord[],
  { source }: ImportSettings,
): Slices<ReadonlyMap<ForeignRecord, string>> {
  const ids = new Map<ForeignRecord, string>();
  const times = new Map<string, number>();
  yield* sliced(records, (record) => {
    const own = String(record.cells.id ?? "").trim();
    const above = record.parent ? (ids.get(record.parent) ?? "") : "";
    const { cycle = "", team = "" } = record.cells;
    const place = [
      source,
      record.kind,
      record.kind === "keyResult" ? "" : String(cycle),
      String(team),
      above,
      record.text,
    ].join("\n");
    const time = times.get(place) ?? 0;
    times.set(place, time + 1);
    ids.set(record, own === "" ? nameGuid(NAMESPACE, time === 0 ? place : `${place}\n${time}`) : own);
  });
  return ids;
}

const shareIn = (progress: Cell, locale: string): number | undefined => {
  const read = readNumber(String(progress ?? ""), locale);
  if (!read.ok) return undefined;
  const { value, percent } = read.value;
  return percent || value > 1 ? value / 100 : value;
};

interface Way {
  readonly start: number;
  readonly target: number;
  readonly isPercent: boolean;
}

const numberIn = (cell: Cell, locale: string): number | undefined => {
  const read = parseNumber(String(cell ?? ""), locale);
  return read.ok ? read.value : undefined;
};

/** From where to where a key result moves, by its cells, else by its words; undefined where it says no target. */
const wayOf = (record: ForeignRecord, cells: Cells, locale: string): Way | undefined => {
  const target = numberIn(cells.target, locale);
  if (target !== undefined) {
    return { start: numberIn(cells.start, locale) ?? 0, target, isPercent: String(cells.target).endsWith("%") };
  }
  const words = measureInText(String(cells.target ?? record.text), locale)?.measure;
  if (words?.kind !== "metric" || !("target" in words)) return undefined;
  return { start: words.baseline, target: words.target, isPercent: words.unit === "%" };
};

/** The value at which a measure would be as far as the sheet says; nothing for 0, which in sheets means "not begun". [IF7] */
const currentFrom = (record: ForeignRecord, cells: Cells, locale: string): Cell => {
  const share = shareIn(record.progress, locale);
  if (share === undefined || share === 0 || record.kind === "objective") return undefined;
  const way = wayOf(record, cells, locale);
  if (!way) return cells.target === undefined ? `${share * 100}%` : undefined;
  const value = Number((way.start + share * (way.target - way.start)).toPrecision(12));
  return way.isPercent ? `${value}%` : value;
};

const noteWith = (record: ForeignRecord, cells: Cells, kept: readonly Kept[]): Cells => {
  const said = kept.map(({ column, text }) => `${record.labels[column] || column}: ${text}`);
  const column: Column = record.kind === "objective" ? "why" : "note";
  const own = record.kind === "objective" ? [cells.why, cells.note] : [cells.note];
  const lines = [...own, ...said].map((line) => String(line ?? "").trim()).filter((line) => line !== "");
  return lines.length === 0 ? cells : { ...cells, [column]: lines.join("\n") };
};

interface Prepared {
  readonly record: ForeignRecord;
  readonly cells: Cells;
  readonly kept: readonly Kept[];
}

const prepare = (
  record: ForeignRecord,
  ids: ReadonlyMap<ForeignRecord, string>,
  settings: ImportSettings,
): Prepared => {
  const { cells, kept } = cleaned(record, settings);
  const current = cells.current ?? currentFrom(record, cells, settings.locale);
  const parent = record.parent ? ids.get(record.parent) : cells.parent;
  const kind = KIND_WORDS[record.kind] ?? cells.kind;
  const text = record.struck ? `~~${record.text}~~` : record.text;
  const { parent: _parent, current: _current, kind: _kind, ...others } = noteWith(record, cells, kept);
  return {
    record,
    kept,
    cells: {
      ...others,
      id: ids.get(record),
      text,
      ...(kind === undefined ? {} : { kind }),
      ...(parent === undefined ? {} : { parent }),
      ...(current === undefined ? {} : { current }),
    },
  };
};

const asRow = ({ cells }: Prepared, at: number): SourceRow => ({
  row: at,
  cell: (column) => cells[column],
  text: (column) => String(cells[column] ?? "").trim(),
  isEmpty: false,
  fingerprint: JSON.stringify(cells),
});

const COLUMNS: readonly Column[] = ["id", "parent", "kind", "text"];

const tableOf = (prepared: readonly Prepared[]): Table => ({
  columns: { at: new Map(COLUMNS.map((column, at) => [column, at])), unused: [] },
  headers: COLUMNS,
  rows: prepared.map(asRow),
});

/** Plans what was read from a foreign sheet and says of every record what became of it. Nothing is written. Rules [IF6] to [IF8]. */
export function* importForeignInSlices(
  { records, passed, history }: ForeignReading,
  settings: ImportSettings,
): Slices<ForeignImport> {
  const ids = yield* idsOf(records, settings);
  const prepared = yield* sliced(records, (record) => prepare(record, ids, settings));
  const { plan, rejected, skipped, remarks } = yield* importRowsInSlices(tableOf(prepared), settings);
  const refusals = new Map(rejected.map(({ row, reason }) => [row, reason]));
  const passings = new Map(skipped.map(({ row, reason }) => [row, reason]));
  const remarked = new Map<number, Remark[]>();
  for (const { row, reason } of remarks) remarked.set(row, [...(remarked.get(row) ?? []), reason]);
  const fateOf = ({ record, kept }: Prepared, row: number): ForeignFate => {
    const refusal = refusals.get(row);
    if (refusal) return { type: "refused", reason: refusal };
    const passing = passings.get(row);
    if (passing) return { type: "passed", reason: passing };
    return {
      type: "taken",
      id: guidOf(settings.source, ids.get(record) ?? ""),
      remarks: remarked.get(row) ?? [],
      kept,
    };
  };
  const judged = prepared.map((one, row) => ({ record: one.record, fate: fateOf(one, row) }));
  const past = importHistory(history, judged, plan.keyResults, settings);
  const checkIns = [...past.checkIns, ...plan.checkIns];
  return { plan: { ...plan, checkIns }, passed, judged, leftCheckIns: past.left };
}

export const importForeign = (reading: ForeignReading, settings: ImportSettings): ForeignImport =>
  atOnce(importForeignInSlices(reading, settings));

/** The people a reading names as owners, each once, so that the directory can be asked before the import. */
export const ownersOf = ({ records, history }: ForeignReading): readonly string[] => [
  ...new Set([
    ...records.flatMap(({ cells }) => ownersNamed(String(cells.owner ?? ""))),
    ...history.map(({ checkIn }) => checkIn.author).filter((name) => name !== ""),
  ]),
];
