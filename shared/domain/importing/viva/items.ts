import type { Day } from "../../day.ts";
import { isPercentUnit } from "../../entry/value.ts";
import {
  NO_ROW,
  type ForeignCell,
  type ForeignCheckIn,
  type ForeignSheet,
  type KindProposal,
  type KindStructure,
} from "../foreign/sheet.ts";
import type { Cell } from "../table.ts";
import { kindOf } from "../vocabulary.ts";

export interface VivaMetric {
  /** As the export calls it: `Percentage`, `Number`, `%`. */
  readonly unit: string;
  readonly start: Cell;
  readonly target: Cell;
  /** `Stay Above` and the like; whether it rises or falls is for its numbers to say. */
  readonly limit?: string;
}

/** An objective, key result or project of Viva Goals, whichever way it was exported. */
export interface VivaItem {
  /** Of the sheet it becomes. */
  readonly row: number;
  readonly id: string;
  readonly title: string;
  /** What the organisation calls it. */
  readonly type: string;
  readonly structure: KindStructure;
  readonly parents: readonly string[];
  /** Per cent of its first parent. */
  readonly weight?: Cell;
  readonly owner: string;
  readonly team: string;
  readonly period: string;
  readonly start: Cell;
  readonly end: Cell;
  readonly why: string;
  readonly ambition: string;
  /** Absent where only per cent complete are counted. */
  readonly metric?: VivaMetric;
  /** In the unit of the metric, else per cent complete. */
  readonly progress?: Cell;
  readonly status: string;
  readonly score?: Cell;
  /** How it stood in the other system, the same way: it is kept beside what is computed here. */
  readonly stored: readonly string[];
  /** What no field holds, one `Name: value` a line, in the words of the export. */
  readonly facts: readonly string[];
  /** When it was made, and by whom: what no field holds is said then. */
  readonly created?: { readonly day: Day; readonly by: string };
  readonly history: readonly ForeignCheckIn[];
}

const ROLES = {
  ID: "id",
  Title: "text",
  Type: "kind",
  "Parent IDs": "parent",
  Owner: "owner",
  Team: "team",
  "Time Period": "cycle",
  "Start Date": "startDate",
  "End Date": "endDate",
  Description: "why",
  "Goal Type": "ambition",
  Start: "start",
  Target: "target",
  "Metric Unit": "unit",
  "Target Type": "direction",
  "Outcome Type": "measure",
  Weight: "weight",
  Progress: "current",
  Status: "state",
  Score: "score",
  Note: "note",
} as const;

type Header = keyof typeof ROLES;
const HEADERS = Object.keys(ROLES) as readonly Header[];

const numberOf = (cell: Cell): number | undefined => (typeof cell === "number" ? cell : undefined);
const cell = (value: Cell): ForeignCell => ({ value: value === "" ? undefined : value });

const unitOf = (unit: string): string => {
  if (/^percentage$/iu.test(unit)) return "%";
  if (/^dollars?$/iu.test(unit)) return "$";
  return /^(?:number|numeric)$/iu.test(unit) ? "" : unit;
};

const valuesOf = ({ metric, progress, history }: VivaItem): readonly number[] =>
  [metric?.start, metric?.target, progress, ...history.map(({ value }) => value)].flatMap(
    (value) => numberOf(value) ?? [],
  );

/** Per cent of which none is above 1: 0.35 may be 35 % or 0.35 %. Only a person knows. */
const isFraction = (item: VivaItem): boolean => {
  const values = valuesOf(item);
  return (
    item.metric !== undefined &&
    isPercentUnit(unitOf(item.metric.unit)) &&
    values.some((value) => !Number.isInteger(value)) &&
    values.every((value) => Math.abs(value) <= 1)
  );
};

/** Per cent complete; beyond 100 they are a measure like any other, so that nothing is cut off. */
const metricOf = (item: VivaItem): VivaMetric | "percentage" | undefined => {
  if (item.metric) return item.metric;
  if (item.structure === "parent" || item.structure === "tasks") return undefined;
  const isBeyond = valuesOf(item).some((value) => value < 0 || value > 100);
  return isBeyond ? { unit: "%", start: 0, target: 100 } : "percentage";
};

/** Per cent with their sign, so that nobody takes 0.5 for a half. */
const valueIn = (value: Cell, isPercent: boolean, isShare: boolean): ForeignCell => {
  if (typeof value !== "number" || !isPercent) return cell(value);
  return isShare ? { value, format: "0%" } : { value: `${value}%` };
};

type MeasureHeader = "Start" | "Target" | "Metric Unit" | "Target Type" | "Outcome Type" | "Progress";

const NOTHING = cell(undefined);

const measureCells = (item: VivaItem): Readonly<Record<MeasureHeader, ForeignCell>> => {
  const metric = metricOf(item);
  const counted = typeof metric === "object" ? metric : undefined;
  const unit = unitOf(counted?.unit ?? "");
  const isPercent = metric === "percentage" || isPercentUnit(unit);
  const value = (of: Cell): ForeignCell => valueIn(of, isPercent, isFraction(item));
  const isRead = item.history.some((one) => one.value !== undefined);
  const progress = metric === undefined || isRead ? NOTHING : value(item.progress);
  if (!counted) {
    const nothing = { Start: NOTHING, Target: NOTHING, "Metric Unit": NOTHING, "Target Type": NOTHING };
    return { ...nothing, "Outcome Type": cell(metric && "percentage"), Progress: progress };
  }
  return {
    Start: counted.limit === undefined ? value(counted.start) : NOTHING,
    Target: value(counted.target),
    "Metric Unit": cell(unit),
    "Target Type": cell(counted.limit),
    "Outcome Type": cell("metric"),
    Progress: progress,
  };
};

const rowOf = (item: VivaItem, kind: string): readonly ForeignCell[] => {
  const cells: Readonly<Record<Header, ForeignCell>> = {
    ID: cell(item.id),
    Title: cell(item.title),
    Type: cell(kind),
    "Parent IDs": cell(item.parents.join(";")),
    Owner: cell(item.owner),
    Team: cell(item.team),
    "Time Period": cell(item.period),
    "Start Date": cell(item.start),
    "End Date": cell(item.end),
    Description: cell(isSaidAtStart(item) ? undefined : linesOf([item.why, ...item.facts, ...item.stored])),
    "Goal Type": cell(item.ambition),
    ...measureCells(item),
    Weight: cell(item.weight),
    Status: cell(item.status),
    Score: cell(item.score),
    Note: cell(isSaidAtStart(item) ? linesOf(item.stored) : undefined),
  };
  return HEADERS.map((header) => cells[header]);
};

const linesOf = (lines: readonly string[]): string => lines.filter((line) => line !== "").join("\n");

/** Key results have no field for words of their own: what is left over is the first thing said about them. */
const isSaidAtStart = ({ structure, created }: VivaItem): boolean => structure !== "parent" && created !== undefined;

const historyOf = (item: VivaItem): readonly ForeignCheckIn[] => {
  const { created, why, facts, history } = item;
  const said = linesOf([why, ...facts]);
  const metric = metricOf(item);
  const isPercent = metric === "percentage" || isPercentUnit(unitOf(metric?.unit ?? ""));
  const isShare = isFraction(item);
  const readings = history.map((one): ForeignCheckIn => {
    // Whether fractions are shares is for a person to say; their check-ins wait for it as they stand.
    const { value } = isShare ? one : valueIn(one.value, isPercent, false);
    return value === undefined ? one : { ...one, value };
  });
  if (!isSaidAtStart(item) || !created || said === "") return readings;
  return [{ id: `${item.id} created`, day: created.day, author: created.by, note: said }, ...readings];
};

const CERTAIN: Readonly<Partial<Record<KindStructure, KindProposal["kind"]>>> = {
  parent: "objective",
  tasks: "initiative",
  metric: "keyResult",
};

/** Leaves that count per cent complete may be anything: what the same word mostly is elsewhere, else by its words. */
const proposedFor = (word: string, structure: KindStructure, items: readonly VivaItem[]): KindProposal["kind"] => {
  const certain = CERTAIN[structure];
  if (certain) return certain;
  const votes = new Map<KindProposal["kind"], number>();
  for (const { type, structure: other } of items) {
    const kind = CERTAIN[other];
    if (type === word && kind) votes.set(kind, (votes.get(kind) ?? 0) + 1);
  }
  const [most] = [...votes].toSorted(([, a], [, b]) => b - a);
  const known = kindOf(word);
  return most?.[0] ?? (known === undefined || known === "heading" ? "keyResult" : known);
};

const kindText = ({ type, structure }: VivaItem): string => `${type} (${structure})`;

const proposalsFor = (items: readonly VivaItem[]): readonly KindProposal[] => {
  const groups = new Map<string, VivaItem[]>();
  for (const item of items) groups.set(kindText(item), [...(groups.get(kindText(item)) ?? []), item]);
  return [...groups].flatMap(([text, members]): KindProposal[] => {
    const [first] = members;
    if (!first) return [];
    const { type: word, structure } = first;
    return [{ text, word, structure, kind: proposedFor(word, structure, items), rows: members.length }];
  });
};

export interface VivaWhole {
  readonly name: string;
  readonly items: readonly VivaItem[];
  /** Whether words that every language knows are believed, whatever hangs below the row. */
  readonly believesWords: boolean;
  /** The row that names the columns. */
  readonly header: number;
  /** Check-ins of items that the export does not hold. */
  readonly strays: readonly ForeignCheckIn[];
  /** What rows without an item say. */
  readonly otherwise: ForeignSheet["rows"];
  readonly more: Pick<ForeignSheet, "top" | "left" | "from">;
}

/** A sheet with one item a row, each in the row it had, for the import of sheets to read. */
export const sheetOfItems = ({
  name,
  items,
  believesWords,
  header,
  strays,
  otherwise,
  more,
}: VivaWhole): ForeignSheet => {
  const isKnown = ({ type }: VivaItem): boolean => believesWords && kindOf(type) !== undefined;
  const byRow = new Map(items.map((item) => [item.row, item]));
  const last = Math.max(header, otherwise.length - 1, ...byRow.keys());
  const rows = Array.from({ length: last + 1 }, (_, row): readonly ForeignCell[] => {
    const item = byRow.get(row);
    if (row === header) return HEADERS.map((text) => ({ value: text }));
    return item ? rowOf(item, isKnown(item) ? item.type : kindText(item)) : (otherwise[row] ?? []);
  });
  const history = new Map(
    [...items.map((item) => [item.row, historyOf(item)] as const), [NO_ROW, strays] as const].filter(
      ([, all]) => all.length > 0,
    ),
  );
  return {
    name,
    ...more,
    rows,
    merged: [],
    system: "viva",
    locale: "en",
    known: { header, roles: HEADERS.map((name) => ROLES[name]) },
    kinds: proposalsFor(items.filter((item) => !isKnown(item))),
    history,
    fractions: new Set(items.filter(isFraction).map(({ row }) => row)),
  };
};
