/** Readings of the lists of a partition that put up with what SharePoint finds too wide. */
import type { CycleKey, UnitKey } from "#shared/domain/okr/ids.ts";
import { HOME_PARTITION } from "#shared/domain/partition/partition.ts";
import { SHELVES, type PartitionList } from "#shared/domain/partition/rows.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { Initiative } from "#shared/domain/okr/initiative.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { Draft } from "../lists/drafts.ts";
import type { GraphFailure } from "../request/call.ts";
import { accessErrorOf } from "../request/failure.ts";
import { and, equalsAny } from "./filters.ts";
import type { ReadRows } from "./gathering.ts";
import type { Items, Stored } from "./items.ts";
import type { PartitionTables } from "./tables.ts";

/** What is wanted of one partition. */
export interface Share {
  readonly cycleKeys: readonly CycleKey[];
  readonly units: "all" | readonly UnitKey[];
}

/**
 * Units asked for by one query, so that it selects far fewer rows than the 5,000 that SharePoint looks at: a unit has some 25
 * key results in a cycle, some 50 initiatives and some 325 check-ins. [Notes on sizing: 62,500 check-ins of 250 teams in a quarter]
 */
const UNITS_A_QUERY: Readonly<Record<PartitionList, number>> = {
  objectives: 20,
  keyResults: 20,
  drafts: 20,
  checkIns: 8,
  initiatives: 20,
};
/** Above this many queries, one pass over the list costs less. */
const MOST_QUERIES = 12;

interface Located {
  readonly unitKey: UnitKey;
  readonly cycleKey: CycleKey;
}

const locatedOf = (row: Located | Draft): Located => ("kind" in row ? row.record : row);

const groupsOf = (units: readonly UnitKey[], size: number): readonly (readonly UnitKey[])[] =>
  Array.from({ length: Math.ceil(units.length / size) }, (_, at) => units.slice(at * size, (at + 1) * size));

/** What one query asks for: these units; or the whole list, narrowed by cycles where there is hope that they select few rows. */
type Query = { readonly kind: "units"; readonly units: readonly UnitKey[] } | { readonly kind: "pass" };

const queriesOf = (shelf: PartitionList, { cycleKeys, units }: Share): readonly Query[] => {
  if (cycleKeys.length === 0) return [];
  if (units === "all") return [{ kind: "pass" }];
  const groups = groupsOf(units, UNITS_A_QUERY[shelf]);
  return groups.length > MOST_QUERIES ? [{ kind: "pass" }] : groups.map((group) => ({ kind: "units", units: group }));
};

/** Requests of the reading as long as nothing is too wide and pages suffice. */
export const requestsOf = (share: Share): number =>
  SHELVES.reduce((sum, shelf) => sum + queriesOf(shelf, share).length, 0);

type Rows<T> = Result<readonly Stored<T>[], GraphFailure>;

const joined = <T>(parts: readonly Rows<T>[]): Rows<T> => {
  const rows: Stored<T>[] = [];
  for (const part of parts) {
    if (!part.ok) return part;
    rows.push(...part.value);
  }
  return ok(rows);
};

const readShelf = async <T extends Located | Draft>(
  items: Items<T>,
  { shelf, isHome }: { readonly shelf: PartitionList; readonly isHome: boolean },
  share: Share,
  sequence?: symbol,
): Promise<Result<readonly Stored<T>[], AccessError>> => {
  // A partition has one cycle; the home lists have many.
  const ofCycles = isHome ? equalsAny("CycleKey", share.cycleKeys) : undefined;
  let whole: Promise<Rows<T>> | undefined;
  const everything = (): Promise<Rows<T>> => (whole ??= items.read(undefined));

  const readUnits = async (units: readonly UnitKey[], inSequence?: symbol): Promise<Rows<T>> => {
    const rows = await items.read(and(equalsAny("UnitKey", units), ofCycles), inSequence);
    if (rows.ok || rows.error.type !== "TooWide") return rows;
    if (units.length === 1) return everything();
    const half = Math.ceil(units.length / 2);
    return joined(await Promise.all([readUnits(units.slice(0, half)), readUnits(units.slice(half))]));
  };
  const pass = async (): Promise<Rows<T>> => {
    // A cycle has more check-ins than a filter may select; finding that out costs more than reading the list.
    const rows = await items.read(shelf === "checkIns" ? undefined : ofCycles, sequence);
    return rows.ok || rows.error.type !== "TooWide" ? rows : everything();
  };

  const read = queriesOf(shelf, share).map((query) =>
    query.kind === "pass" ? pass() : readUnits(query.units, sequence),
  );
  const rows = joined(await Promise.all(read));
  if (!rows.ok) return err(accessErrorOf(rows.error, items.listName));
  const cycles = new Set(share.cycleKeys);
  const units = share.units === "all" ? undefined : new Set(share.units);
  const unique = new Map<string, Stored<T>>();
  for (const row of rows.value) {
    const { cycleKey, unitKey } = locatedOf(row.record);
    // SharePoint compares text without case, and a whole list holds others too.
    if (cycles.has(cycleKey) && (units?.has(unitKey) ?? true)) unique.set(row.itemId, row);
  }
  return ok([...unique.values()]);
};

/** What of a partition belongs to the share. All first requests are sent in this turn, in `sequence` where one is given. */
export const readShare = async (
  tables: PartitionTables,
  share: Share,
  sequence?: symbol,
): Promise<Result<ReadRows, AccessError>> => {
  const isHome = tables.key === HOME_PARTITION;
  const [objectives, keyResults, drafts, checkIns] = await Promise.all([
    readShelf(tables.objectives, { shelf: "objectives", isHome }, share, sequence),
    readShelf(tables.keyResults, { shelf: "keyResults", isHome }, share, sequence),
    readShelf(tables.drafts, { shelf: "drafts", isHome }, share, sequence),
    readShelf(tables.checkIns, { shelf: "checkIns", isHome }, share, sequence),
  ]);
  if (!objectives.ok) return objectives;
  if (!keyResults.ok) return keyResults;
  if (!drafts.ok) return drafts;
  if (!checkIns.ok) return checkIns;
  return ok({
    objectives: objectives.value,
    keyResults: keyResults.value,
    drafts: drafts.value,
    checkIns: checkIns.value,
  });
};

/** The initiatives among the share. */
export const readInitiativeRows = (
  tables: PartitionTables,
  share: Share,
): Promise<Result<readonly Stored<Initiative>[], AccessError>> =>
  readShelf(tables.initiatives, { shelf: "initiatives", isHome: tables.key === HOME_PARTITION }, share);
