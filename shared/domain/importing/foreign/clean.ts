import { dayOf } from "../../day.ts";
import { plainWords } from "../../entry/characters.ts";
import { parseDayEntry } from "../../entry/dayEntry.ts";
import { parseNumber } from "../../entry/number.ts";
import { parseConfidence, parsePercentEntry, parseScore, parseWeight } from "../../entry/value.ts";
import { parseYesNo } from "../../entry/yesNo.ts";
import type { Column } from "../columns.ts";
import { findCycle } from "../cycleText.ts";
import type { ImportSettings } from "../settings.ts";
import type { Cell } from "../table.ts";
import { stateWordOf, ambitionOf, directionOf, measureWordOf } from "../vocabulary.ts";
import { ownersNamed } from "./owners.ts";
import type { ForeignRecord, Kept } from "./records.ts";

export type Cells = Readonly<Partial<Record<Column, Cell>>>;

export interface Cleaned {
  readonly cells: Cells;
  readonly kept: readonly Kept[];
}

type Reader = (text: string, settings: ImportSettings) => boolean;

const isDay: Reader = (text, { locale, now }) => parseDayEntry(text, locale, dayOf(now)).ok;
const isNumber: Reader = (text, { locale }) =>
  parseNumber(text, locale).ok || parsePercentEntry(text, locale, undefined).ok;

/** Columns without which a record is still one. The rest decides what it is and has to be right. */
const OPTIONAL: Readonly<Partial<Record<Column, Reader>>> = {
  due: isDay,
  startDate: isDay,
  endDate: isDay,
  confidence: (text, { locale }) => parseConfidence(text, locale).ok,
  weight: (text, { locale }) => parseWeight(text, locale).ok,
  score: (text, { locale }) => parseScore(text, locale).ok,
  current: (text, settings) => isNumber(text, settings) || parseYesNo(text).ok,
  state: (text) => stateWordOf(text) !== undefined || text.endsWith("%"),
  ambition: (text) => ambitionOf(text) !== undefined,
  direction: (text) => directionOf(text) !== undefined,
  measure: (text) => measureWordOf(text) !== undefined,
};

/** What an objective has no field for. */
const OF_KEY_RESULTS: ReadonlySet<Column> = new Set<Column>([
  "start", "target", "unit", "current", "direction", "measure", "weight", "confidence", "score",
]); // prettier-ignore

const isMissing = (text: string): boolean =>
  /^(?:-|–|—|n\/?a|tbd|tba|\?|k\.? ?a\.?|offen|#n\/a|#\S+[!?])$/iu.test(text);

const SPOKEN: ReadonlySet<Column> = new Set<Column>(["note", "why", "state"]);
const DAYS: ReadonlySet<Column> = new Set<Column>(["due", "startDate", "endDate"]);

/** What a cell is good for: its field, the note, or nothing because it says that nothing is known. */
const judged = (
  record: ForeignRecord,
  column: Column,
  cell: Cell,
  settings: ImportSettings,
): "take" | "keep" | "drop" => {
  const text = String(cell ?? "").trim();
  if (text === "" || (isMissing(text) && !SPOKEN.has(column))) return "drop";
  if (record.kind === "objective" && OF_KEY_RESULTS.has(column)) return "keep";
  if (typeof cell === "number" && DAYS.has(column)) return "take";
  return OPTIONAL[column]?.(text, settings) === false ? "keep" : "take";
};

/** Words for a cycle or unit that nobody may make here, or whose dates nobody can tell. [IF9] */
const isForeign = (column: "cycle" | "team", text: string, { frame, cycleKey, onlyKnown }: ImportSettings): boolean => {
  if (column === "cycle") {
    const found = findCycle(text, frame.cycles);
    return found === undefined ? cycleKey !== undefined : onlyKnown === true && !frame.cycles.includes(found);
  }
  const words = plainWords(text);
  return (
    onlyKnown === true && !frame.units.some(({ key, name }) => plainWords(key) === words || plainWords(name) === words)
  );
};

/** Of several teams, one that is known here says where the row belongs; the others are given back. [IF9] */
const withKnownTeam = (cells: Partial<Record<Column, Cell>>, settings: ImportSettings): string => {
  const teams = String(cells.team ?? "")
    .split(/[;\n]/u)
    .map((team) => team.trim());
  const known = teams.length > 1 ? teams.find((team) => !isForeign("team", team, settings)) : undefined;
  if (known === undefined || settings.onlyKnown !== true) return "";
  cells.team = known;
  return teams.filter((team) => team !== known).join("; ");
};

/** Cells as the import of tables reads them, and those it could not read. [IF6] [IF7] */
export const cleaned = (record: ForeignRecord, settings: ImportSettings): Cleaned => {
  const cells: Partial<Record<Column, Cell>> = {};
  const kept: Kept[] = [];
  for (const [column, cell] of Object.entries(record.cells) as [Column, Cell][]) {
    const how = judged(record, column, cell, settings);
    if (how === "take") cells[column] = cell;
    if (how === "keep") kept.push({ column, text: String(cell).trim() });
  }
  if (cells.owner !== undefined) cells.owner = ownersNamed(String(cells.owner)).join(";");
  const others = withKnownTeam(cells, settings);
  if (others !== "" && record.kind !== "keyResult") kept.push({ column: "team", text: others });
  for (const column of ["cycle", "team"] as const) {
    const text = String(cells[column] ?? "");
    if (text === "" || !isForeign(column, text, settings)) continue;
    // Key results go with their objective; it alone mentions the words.
    if (record.kind !== "keyResult") kept.push({ column, text });
    delete cells[column];
  }
  return { cells, kept };
};
