import { parseDay } from "../../day.ts";
import { plainWords } from "../../entry/characters.ts";
import { readNumber } from "../../entry/number.ts";
import type { ForeignCell, ForeignSheet, KindStructure } from "../foreign/sheet.ts";
import type { Cell } from "../table.ts";
import { kindOf } from "../vocabulary.ts";
import { sheetOfItems, type VivaItem, type VivaMetric } from "./items.ts";
import { alignedIn, checkInsIn, type Aligned } from "./overflow.ts";

/** Fields that people could choose for a view, by the names that Viva Goals gave them over the years. */
const FIELDS = {
  id: "id|objective id|okr id",
  title: "title|objective|okr title|name",
  team: "team|teams|tag",
  creator: "creator|created by",
  owner: "owner|owners",
  period: "period|time period",
  start: "start date",
  end: "end date",
  why: "description",
  aligned: "aligned to weight objective id|aligned to",
  metric: "metric name",
  unit: "unit|metric unit",
  target: "target",
  type: "object type|okr type|type name|type",
  ambition: "goal type",
  from: "start",
  created: "created at",
  last: "last check-in",
  progress: "progress %|progress",
  actual: "actual progress",
  status: "status",
  note: "last check-in note",
  score: "score",
  checkIns: "checkins|check-ins",
} as const; // prettier-ignore

type Field = keyof typeof FIELDS;

const FIELD_OF: ReadonlyMap<string, Field> = new Map(
  (Object.entries(FIELDS) as [Field, string][]).flatMap(([field, names]) =>
    names.split("|").map((name): [string, Field] => [plainWords(name), field]),
  ),
);

/** What no other system's table has beside a title. */
const TELLING: readonly Field[] = [
  "aligned",
  "progress",
  "actual",
  "last",
  "note",
  "checkIns",
  "ambition",
  "created",
  "metric",
];
const HEADER_WITHIN = 5;
const ENOUGH = 3;

interface Layout {
  readonly header: number;
  readonly at: ReadonlyMap<Field, number>;
  readonly headers: readonly string[];
}

const textAt = (cells: readonly ForeignCell[] | undefined, column: number | undefined): string =>
  column === undefined ? "" : String(cells?.[column]?.value ?? "").trim();

const layoutOf = ({ rows }: ForeignSheet): Layout | undefined => {
  for (const [header, cells] of rows.slice(0, HEADER_WITHIN).entries()) {
    const headers = cells.map((_, column) => textAt(cells, column));
    const at = new Map<Field, number>();
    for (const [column, text] of headers.entries()) {
      const field = FIELD_OF.get(plainWords(text));
      if (field !== undefined && !at.has(field)) at.set(field, column);
    }
    const telling = TELLING.filter((field) => at.has(field)).length;
    const isTyped = at.has("type") || at.has("aligned");
    if (at.has("title") && isTyped && telling >= ENOUGH) return { header, at, headers };
  }
  return undefined;
};

const numberOf = (text: string): Cell => {
  if (text === "") return undefined;
  const read = readNumber(text, "en");
  return read.ok ? read.value.value : text;
};

interface Row {
  readonly row: number;
  readonly id: string;
  readonly aligned: readonly Aligned[];
  readonly cells: readonly ForeignCell[];
}

/** The id of the export, else what the method notes know a row by: title, owner, type and period. */
const idOf = (cells: readonly ForeignCell[], { at }: Layout): string =>
  textAt(cells, at.get("id")) ||
  (["title", "owner", "type", "period"] as const)
    .map((field) => textAt(cells, at.get(field)))
    .join(" / ")
    .replaceAll(/[;\n|]/gu, " ");

interface Book {
  readonly layout: Layout;
  readonly byId: ReadonlySet<string>;
  /** Ids of rows by their titles, where only one has it. */
  readonly byTitle: ReadonlyMap<string, string | undefined>;
  /** Ids that others name as their parent. */
  readonly parents: ReadonlySet<string>;
}

/** A parent by its id; where the view had no column of ids, by its title. */
const parentIn = ({ id, title }: Aligned, { byId, byTitle }: Pick<Book, "byId" | "byTitle">): string =>
  byId.has(id) ? id : (byTitle.get(plainWords(title)) ?? id);

const metricOf = (cells: readonly ForeignCell[], { at }: Layout): VivaMetric | undefined => {
  const [unit, start, target] = (["unit", "from", "target"] as const).map((field) => textAt(cells, at.get(field)));
  if (target === undefined || target === "") return undefined;
  const isComplete = unit === "%" && numberOf(target) === 100 && (start === "" || numberOf(start ?? "") === 0);
  return isComplete ? undefined : { unit: unit ?? "", start: numberOf(start ?? ""), target: numberOf(target) };
};

/** What is called an objective is one, also where the view left out what hangs below it. */
const structureOf = (id: string, type: string, metric: VivaMetric | undefined, { parents }: Book): KindStructure =>
  parents.has(id) || kindOf(type) === "objective" ? "parent" : metric ? "metric" : "percent";

const named = (cells: readonly ForeignCell[], { at, headers }: Layout, fields: readonly Field[]): readonly string[] =>
  fields.flatMap((field) => {
    const text = textAt(cells, at.get(field));
    return text === "" ? [] : [`${headers[at.get(field) ?? 0] ?? ""}: ${text}`];
  });

/** How it stood at the end; what has not been begun stands nowhere. */
const storedOf = (cells: readonly ForeignCell[], layout: Layout): readonly string[] =>
  plainWords(textAt(cells, layout.at.get("status"))) === "not started"
    ? []
    : named(cells, layout, ["progress", "actual", "status", "last"]);

/** Columns that the layout does not know, and cells behind the last header that hold no check-in. */
const factsOf = (cells: readonly ForeignCell[], layout: Layout, rest: readonly string[]): readonly string[] => {
  const known = new Set(layout.at.values());
  const unknown = layout.headers.flatMap((name, column) => {
    const text = textAt(cells, column);
    return name === "" || known.has(column) || text === "" ? [] : [`${name}: ${text}`];
  });
  return [...named(cells, layout, ["metric"]), ...unknown, ...rest];
};

const itemOf = ({ row, id, aligned, cells }: Row, book: Book): VivaItem => {
  const { layout } = book;
  const text = (field: Field): string => textAt(cells, layout.at.get(field));
  const behind = layout.headers.flatMap((name, column) => (name === "" ? [textAt(cells, column)] : []));
  const beyond = cells.slice(layout.headers.length).map(({ value }) => String(value ?? ""));
  const { checkIns, rest } = checkInsIn([text("checkIns"), ...behind, ...beyond]);
  const metric = metricOf(cells, layout);
  const structure = structureOf(id, text("type"), metric, book);
  const lastNote = text("note");
  const isNoteKnown = checkIns.some(({ note }) => note.startsWith(lastNote));
  const facts = factsOf(cells, layout, rest);
  const created = parseDay(text("created").slice(0, 10)) ?? parseDay(text("start").slice(0, 10));
  const [first] = aligned;
  const score = numberOf(text("score"));
  const progress = progressOf(numberOf(text("progress")), metric);
  return {
    row,
    id,
    title: text("title"),
    type: text("type"),
    structure,
    parents: aligned.map((one) => parentIn(one, book)),
    ...(first ? { weight: first.weight } : {}),
    owner: text("owner")
      .split(",")
      .map((name) => name.trim())
      .join(";"),
    team: text("team"),
    period: text("period"),
    start: text("start").slice(0, 10) || undefined,
    end: text("end").slice(0, 10) || undefined,
    why: text("why"),
    ambition: text("ambition"),
    ...(metric ? { metric } : {}),
    ...(progress === undefined ? {} : { progress }),
    status: text("status"),
    ...(score === undefined || score === 0 ? {} : { score }),
    stored: storedOf(cells, layout),
    facts: lastNote === "" || isNoteKnown ? facts : [...facts, `Last Check-in Note: ${lastNote}`],
    ...(created ? { created: { day: created, by: text("creator") } } : {}),
    history: checkIns,
  };
};

/** Per cent of the way; of a metric, the value that is so far. 0 may stand for nothing. */
const progressOf = (share: Cell, metric: VivaMetric | undefined): Cell => {
  if (!metric) return share;
  const { start = 0, target } = metric;
  if (typeof share !== "number" || typeof start !== "number" || typeof target !== "number" || share === 0)
    return undefined;
  return Number((start + (share / 100) * (target - start)).toPrecision(12));
};

const bookOf = (rows: readonly Row[], layout: Layout): Book => {
  const byTitle = new Map<string, string | undefined>();
  for (const { id, cells } of rows) {
    const title = plainWords(textAt(cells, layout.at.get("title")));
    byTitle.set(title, byTitle.has(title) ? undefined : id);
  }
  const found = { byId: new Set(rows.map(({ id }) => id)), byTitle };
  const parents = new Set(rows.flatMap(({ aligned }) => aligned.map((one) => parentIn(one, found))));
  return { layout, ...found, parents };
};

/**
 * A view of Viva Goals' Explorer as one item a row, each in the row it had: parents, check-ins and names taken apart. Undefined for any
 * other sheet. [VG5]
 */
export const explorerSheet = (sheet: ForeignSheet): ForeignSheet | undefined => {
  const layout = layoutOf(sheet);
  if (!layout || sheet.system !== undefined) return undefined;
  const rows = sheet.rows.flatMap((cells, row): Row[] => {
    const isEmpty = cells.every((_, column) => textAt(cells, column) === "");
    if (row <= layout.header || isEmpty) return [];
    return [{ row, id: idOf(cells, layout), aligned: alignedIn(textAt(cells, layout.at.get("aligned"))), cells }];
  });
  const book = bookOf(rows, layout);
  const { top, left, from } = sheet;
  return sheetOfItems({
    // Every export has a name with the day in it; a second one is about the same OKRs.
    name: "Viva Goals",
    items: rows.map((row) => itemOf(row, book)),
    believesWords: true,
    header: layout.header,
    strays: [],
    otherwise: sheet.rows,
    more: { top, left, ...(from === undefined ? {} : { from }) },
  });
};
