import { plainWords } from "../entry/characters.ts";
import { storedLength, TITLE_LIMIT } from "../entry/text.ts";
import { sliced, type Slices } from "../slices.ts";
import { circlesIn } from "../okr/circles.ts";
import { cycleNamed } from "./cycleText.ts";
import { readMarkup, type PlainText } from "./markup.ts";
import type { RejectReason, Remark, SkipReason } from "./reasons.ts";
import type { SourceRow, Table } from "./table.ts";
import { kindOf, type Kind } from "./vocabulary.ts";

/** What a row is once the whole table is known. */
export type Fate =
  | { readonly type: "objective" | "keyResult" | "unit" }
  | { readonly type: "skipped"; readonly reason: SkipReason }
  | { readonly type: "rejected"; readonly reason: RejectReason };

/** A row in its place among the others. */
export interface Entry {
  readonly source: SourceRow;
  readonly plain: PlainText;
  /** As stated, or as inferred where nothing was stated. */
  readonly kind: Kind | undefined;
  readonly id: string;
  /** Texts of the parent cell, one for each parent. */
  readonly parentTexts: readonly string[];
  /** Parents in this table. */
  parents: readonly Entry[];
  children: Entry[];
  fate: Fate;
  /** Set for entries of a list of contents: the objective they repeat. */
  standsFor?: Entry;
  readonly remarks: Remark[];
}

/** `Parent title(weight: 14.29%, Id: 2295704)` is how one well-known export names a parent. */
const ID_IN_PARENTHESES = /\bId:\s*([^\s,;)]+)\s*\)/giu;

const parentTextsOf = (text: string): readonly string[] => {
  const ids = [...text.matchAll(ID_IN_PARENTHESES)].map(([, id]) => id ?? "");
  return ids.length > 0
    ? ids
    : text
        .split(/[;\n|]/u)
        .map((part) => part.trim())
        .filter((part) => part !== "");
};

const CYCLE_WORDS = /\b(?:[qths][1-4]|(?:19|20)\d\d|fy ?\d\d(?:\d\d)?|quarter|year)\b/gu;
/** "OKRs 2018 Q3", "Objectives & Key Results at …": the title of a document, not a part of the organisation. */
const DOCUMENT_TITLE =
  /^(?:our |company )?(?:okrs?|objectives?(?: (?:and|&))? key results?)(?: (?:at|for|of|by|in) .*)?$/u;

const isDocumentTitle = (text: string): boolean =>
  DOCUMENT_TITLE.test(plainWords(text).replaceAll(CYCLE_WORDS, " ").replaceAll(/ +/gu, " ").trim());

const namesItsCycle = ({ source, plain }: Entry): boolean => {
  const named = cycleNamed(plain.text);
  return named !== undefined && named.key === cycleNamed(source.text("cycle"))?.key;
};

const rejected = (reason: RejectReason): Fate => ({ type: "rejected", reason });
const skipped = (reason: SkipReason): Fate => ({ type: "skipped", reason });

/** What a formula shows that could not be worked out, as Excel and LibreOffice write it. */
const SPREADSHEET_ERROR = /^#(?:[A-Z0-9/]+[!?]|N\/A)$/u;

const firstFate = (source: SourceRow, plain: PlainText, kind: Kind | undefined): Fate => {
  const kindText = source.text("kind");
  const length = storedLength(plain.text);
  if (source.isEmpty) return skipped({ type: "Empty" });
  if (kindText !== "" && kind === undefined) return rejected({ type: "UnknownKind", text: kindText });
  if (kind === "initiative") return skipped({ type: "Initiative", kind: kindText });
  if (length === 0 || SPREADSHEET_ERROR.test(source.text("text"))) return rejected({ type: "TitleMissing" });
  if (length > TITLE_LIMIT) return rejected({ type: "TitleTooLong", length, limit: TITLE_LIMIT });
  if (kind === "heading") return { type: "unit" };
  return { type: kind === "objective" ? "objective" : "keyResult" };
};

const read = (source: SourceRow): Entry => {
  const plain = readMarkup(source.text("text"));
  const kind = kindOf(source.text("kind"));
  return {
    source,
    plain,
    kind,
    id: source.text("id"),
    parentTexts: parentTextsOf(source.text("parent")),
    parents: [],
    children: [],
    fate: firstFate(source, plain, kind),
    remarks: [],
  };
};

const keyOf = (text: string): string => text.trim().toLowerCase();
const isOpen = ({ fate }: Entry): boolean => fate.type !== "skipped" && fate.type !== "rejected";

/** The first row of an id keeps it; later ones repeat it or conflict with it. [IM5] */
const indexById = (entries: readonly Entry[]): ReadonlyMap<string, Entry> => {
  const byId = new Map<string, Entry>();
  for (const entry of entries) {
    const first = entry.id === "" ? undefined : byId.get(keyOf(entry.id));
    if (first && isOpen(entry)) {
      const firstRow = first.source.row;
      entry.fate =
        first.source.fingerprint === entry.source.fingerprint
          ? skipped({ type: "Repeated", firstRow })
          : rejected({ type: "DuplicateId", id: entry.id, firstRow });
    } else if (entry.id !== "" && !first) byId.set(keyOf(entry.id), entry);
  }
  return byId;
};

/** Titles that only one row of the table carries: some tables name the parent instead of numbering it. */
const indexByTitle = (entries: readonly Entry[]): ReadonlyMap<string, Entry> => {
  const byTitle = new Map<string, Entry | undefined>();
  for (const entry of entries) {
    const title = plainWords(entry.plain.text);
    byTitle.set(title, byTitle.has(title) ? undefined : entry);
  }
  return new Map([...byTitle].filter((pair): pair is [string, Entry] => pair[1] !== undefined));
};

export interface Parents {
  /** Whether a parent outside the table exists. */
  readonly isKnown: (id: string) => boolean;
  /** Whether one that is nowhere is left out instead of stopping its row. */
  readonly isLoose: boolean;
}

const linkByParentCell = (entries: readonly Entry[], { isKnown, isLoose }: Parents): void => {
  const byId = indexById(entries);
  const byTitle = indexByTitle(entries);
  for (const entry of entries) {
    const parents: Entry[] = [];
    for (const text of entry.parentTexts) {
      const parent = byId.get(keyOf(text)) ?? byTitle.get(plainWords(text));
      if (parent) parents.push(parent);
      else if (isKnown(text) || !isOpen(entry)) continue;
      else if (isLoose) entry.remarks.push({ type: "ParentLeftOut", parent: text });
      else entry.fate = rejected({ type: "ParentMissing", parent: text });
    }
    entry.parents = parents;
    for (const parent of parents) parent.children.push(entry);
  }
};

/** A table without a parent column: key results belong to the objective above them, and that to the heading above it. */
const linkByOrder = (entries: readonly Entry[]): void => {
  indexById(entries);
  let heading: Entry | undefined;
  let objective: Entry | undefined;
  for (const entry of entries) {
    const parent = entry.kind === "keyResult" ? (objective ?? heading) : heading;
    if (entry.kind === "heading") [heading, objective] = [entry, undefined];
    else if (parent && isOpen(entry)) {
      entry.parents = [parent];
      parent.children.push(entry);
    }
    if (entry.kind === "objective") objective = entry;
  }
};

const rejectCircles = (entries: readonly Entry[]): void => {
  for (const circle of circlesIn(new Map(entries.map((entry) => [entry, entry.parents])))) {
    const rows = circle.map(({ source }) => source.row);
    for (const entry of circle) entry.fate = rejected({ type: "ParentLoop", rows });
  }
};

/** No kind stated: an end of a branch is a key result, everything else an objective. [IM6] */
const inferKinds = (entries: readonly Entry[]): void => {
  for (const entry of entries) {
    if (entry.kind !== undefined || !isOpen(entry)) continue;
    const kind = entry.children.length === 0 && entry.parents.length > 0 ? "keyResult" : "objective";
    entry.fate = { type: kind };
    entry.remarks.push({ type: "KindInferred", kind });
  }
};

const markTitles = (entries: readonly Entry[]): void => {
  for (const entry of entries) {
    if (!isOpen(entry)) continue;
    if (isDocumentTitle(entry.plain.text)) entry.fate = skipped({ type: "DocumentTitle" });
    else if (entry.fate.type !== "keyResult" && namesItsCycle(entry)) entry.fate = skipped({ type: "CycleName" });
    else if (entry.fate.type === "unit") entry.remarks.push({ type: "UnitFromHeading" });
  }
};

/** Titles, headings and names of cycles pass their own parents on; what repeats an objective passes that on. */
export const placeOf = (entry: Entry): readonly Entry[] => {
  const found = new Set<Entry>();
  const seen = new Set<Entry>([entry]);
  const queue = [...entry.parents];
  for (const parent of queue) {
    if (seen.has(parent)) continue;
    seen.add(parent);
    if (parent.standsFor) found.add(parent.standsFor);
    else if (isTransparent(parent)) queue.push(...parent.parents);
    else found.add(parent);
  }
  return [...found];
};

const isTransparent = ({ fate }: Entry): boolean =>
  fate.type === "unit" ||
  (fate.type === "skipped" && (fate.reason.type === "DocumentTitle" || fate.reason.type === "CycleName"));

/**
 * Key results that stand under no objective and repeat the text of one of the same cycle are a list of contents. [IM6]
 */
const markContents = (entries: readonly Entry[]): void => {
  const titleOf = ({ source, plain }: Entry): string => `${keyOf(source.text("cycle"))}\n${plainWords(plain.text)}`;
  const objectives = new Map<string, Entry>();
  for (const entry of entries) {
    if (entry.fate.type === "objective" && !objectives.has(titleOf(entry))) objectives.set(titleOf(entry), entry);
  }
  const below = new Set<Entry>(entries.filter(({ fate }) => fate.type === "objective"));
  for (const entry of below) for (const child of entry.children) below.add(child);
  for (const entry of entries) {
    const original = objectives.get(titleOf(entry));
    if (entry.fate.type !== "keyResult" || !original || below.has(entry)) continue;
    entry.standsFor = original;
    entry.fate = skipped({ type: "Contents", row: original.source.row });
  }
};

/** A key result that has key results of its own is what this product calls an objective. [IM6] */
const raiseToObjectives = (entries: readonly Entry[]): void => {
  const raised = entries.filter(
    ({ fate, children }) => fate.type === "keyResult" && children.some((child) => child.fate.type === "keyResult"),
  );
  for (const entry of raised) {
    entry.fate = { type: "objective" };
    entry.remarks.push({ type: "TakenAsObjective" });
  }
};

/** Whatever hangs below a row that was not taken cannot be taken either, and says which row that is. [IM5] */
const rejectBelow = (entries: readonly Entry[]): void => {
  const queue = entries.filter(({ fate }) => fate.type === "rejected");
  for (const parent of queue) {
    for (const child of parent.children) {
      if (!isOpen(child)) continue;
      child.fate = rejected({ type: "ParentNotTaken", parentRow: parent.source.row });
      queue.push(child);
    }
  }
};

/** Reads what each row is: objective, key result, unit of the organisation, or neither, with the reason. Rules [IM5] and [IM6]. */
export function* outlineOf(table: Table, parents: Parents): Slices<readonly Entry[]> {
  const entries = yield* sliced(table.rows, read);
  const steps = [
    table.columns.at.has("parent") ? (all: readonly Entry[]) => linkByParentCell(all, parents) : linkByOrder,
    rejectCircles,
    inferKinds,
    markTitles,
    markContents,
    raiseToObjectives,
    rejectBelow,
  ];
  for (const [at, step] of steps.entries()) {
    step(entries);
    yield at / steps.length;
  }
  return entries;
}
