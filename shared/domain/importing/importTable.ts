import { plainWords } from "../entry/characters.ts";
import type { CheckIn } from "../okr/checkIn.ts";
import type { Cycle } from "../okr/cycle.ts";
import type { KeyResult } from "../okr/keyResult.ts";
import type { Objective, ParentRef } from "../okr/objective.ts";
import type { Unit } from "../okr/unit.ts";
import { err, ok } from "../result.ts";
import { buildObjective, distinctOwners, parentRef, type Place, type Read } from "./build.ts";
import { buildKeyResult } from "./buildKeyResult.ts";
import { findCycle } from "./cycleText.ts";
import { atOnce, sliced, type Slices } from "../slices.ts";
import { guidIn, nameGuid } from "./guid.ts";
import { priorityIn } from "./markup.ts";
import { outlineOf, placeOf, type Entry } from "./outline.ts";
import type { RejectReason } from "./reasons.ts";
import type { ImportResult, ImportSettings } from "./settings.ts";
import { readTable, type Cell, type Table } from "./table.ts";
import { unitBook, type UnitBook } from "./units.ts";

/** Fixed for good: changing it would make every second import a new one. */
const NAMESPACE = "9b1f6f0e-6a3c-5d0e-8f59-2f6d1c0a7e44";

/** What a row became, or what it was found to be already. */
interface Standing {
  readonly ref: ParentRef;
  readonly objective: Objective;
  readonly unit: Unit;
  readonly cycle: Cycle;
}

interface Work {
  readonly settings: ImportSettings;
  readonly units: UnitBook;
  /** Known and new cycles. */
  readonly cycles: Cycle[];
  readonly existing: ReadonlyMap<string, Objective>;
  readonly existingKeyResults: ReadonlyMap<string, KeyResult>;
  readonly standing: Map<Entry, Standing>;
  readonly orders: ReadonlyMap<Entry, number>;
  /** How often an id was derived from the same contents. */
  readonly derived: Map<string, number>;
  readonly objectives: Objective[];
  readonly keyResults: KeyResult[];
  readonly checkIns: CheckIn[];
}

/** The row's own GUID, else one made from the source and its id. [IM2] */
export const guidOf = (source: string, id: string): string => guidIn(id) ?? nameGuid(NAMESPACE, `${source}\n${id}`);

/** Rows without an id are known by place and text; the second of the same gets a number. */
const derivedGuid = (entry: Entry, parents: readonly ParentRef[], unit: Unit, cycle: Cycle, work: Work): string => {
  const contents = [work.settings.source, cycle.key, unit.key, parents[0]?.id ?? "", entry.plain.text].join("\n");
  const times = work.derived.get(contents) ?? 0;
  work.derived.set(contents, times + 1);
  return nameGuid(NAMESPACE, times === 0 ? contents : `${contents}\n${times}`);
};

const standingOfExisting = (id: string, work: Work): Standing | undefined => {
  const keyResult = work.existingKeyResults.get(id);
  const objective = work.existing.get(keyResult?.objectiveId ?? id);
  const cycle = work.cycles.find(({ key }) => key === objective?.cycleKey);
  if (!objective || !cycle) return undefined;
  const unit = work.settings.frame.units.find(({ key }) => key === objective.unitKey) ?? work.units.root;
  return { ref: parentRef(keyResult ? "keyResult" : "objective", id), objective, unit, cycle };
};

/** Parents in the table and, for references out of it, among what is stored. */
const parentsOf = (entry: Entry, work: Work): Read<readonly Standing[]> => {
  const found: Standing[] = [];
  for (const parent of placeOf(entry)) {
    const standing = work.standing.get(parent);
    if (!standing) return err({ type: "ParentNotTaken", parentRow: parent.source.row });
    found.push(standing);
  }
  if (entry.parents.length === 0) {
    for (const text of entry.parentTexts) {
      const standing = standingOfExisting(guidOf(work.settings.source, text), work);
      if (standing) found.push(standing);
    }
  }
  return ok(found);
};

const cycleOf = (entry: Entry, parent: Standing | undefined, work: Work): Read<Cycle> => {
  const text = entry.source.text("cycle");
  if (text === "") {
    const cycle = parent?.cycle ?? work.cycles.find(({ key }) => key === work.settings.cycleKey);
    return cycle ? ok(cycle) : err({ type: "CycleMissing" });
  }
  const cycle = findCycle(text, work.cycles);
  if (!cycle) return err({ type: "CycleUnknown", text });
  if (!work.cycles.includes(cycle)) work.cycles.push(cycle);
  return ok(cycle);
};

const headingAbove = (entry: Entry): Entry | undefined => {
  const seen = new Set<Entry>(entry.parents);
  for (const parent of seen) {
    if (parent.fate.type === "unit") return parent;
    for (const next of parent.parents) seen.add(next);
  }
  return undefined;
};

/** Which unit an objective belongs to: the one it names, else its tag, its parent's, the heading above it, the root. [IM3] */
const unitOf = (entry: Entry, parent: Standing | undefined, { units }: Work): Unit => {
  const [team, ...otherTeams] = entry.source.text("team").split(";");
  const [tag, ...otherTags] = entry.plain.tags;
  const named = (team ?? "").trim() || tag;
  const others = (team ?? "").trim() === "" ? otherTags : otherTeams.map((other) => other.trim());
  if (others.length > 0) entry.remarks.push({ type: "OtherUnits", names: others });
  if (named !== undefined && named === tag) entry.remarks.push({ type: "TeamFromTag", tag });
  if (named !== undefined) return units.named(named);
  if (parent) return parent.unit;
  const heading = headingAbove(entry);
  return heading ? units.named(heading.plain.text) : units.root;
};

const settle = (entry: Entry, work: Work): Read<undefined> => {
  const parents = parentsOf(entry, work);
  if (!parents.ok) return parents;
  const [parent] = parents.value;
  const cycle = cycleOf(entry, parent, work);
  if (!cycle.ok) return cycle;
  const unit = entry.fate.type === "objective" ? unitOf(entry, parent, work) : (parent?.unit ?? work.units.root);
  const refs = parents.value.map(({ ref }) => ref);
  const id =
    entry.id === "" ? derivedGuid(entry, refs, unit, cycle.value, work) : guidOf(work.settings.source, entry.id);
  const stored = standingOfExisting(id, work);
  if (stored) {
    work.standing.set(entry, stored);
    entry.fate = { type: "skipped", reason: { type: "AlreadyThere" } };
    return ok(undefined);
  }
  const place: Place = { id, unit, cycle: cycle.value, parents: refs, order: work.orders.get(entry) ?? 0 };
  return entry.fate.type === "objective"
    ? settleObjective(entry, place, work)
    : settleKeyResult(entry, place, parents.value, work);
};

const settleObjective = (entry: Entry, place: Place, work: Work): Read<undefined> => {
  const built = buildObjective(entry, place, work.settings);
  if (!built.ok) return built;
  const { unit, cycle, id } = place;
  work.objectives.push(built.value);
  work.standing.set(entry, { ref: parentRef("objective", id), objective: built.value, unit, cycle });
  return ok(undefined);
};

/** A key result shares the unit and the cycle of its one objective; what the row said beyond that is mentioned. */
const remarkDifferences = (entry: Entry, { cycle, unit }: Standing, parents: readonly Standing[]): void => {
  const [cycleText, team] = [entry.source.text("cycle"), entry.source.text("team")];
  if (cycleText !== "" && findCycle(cycleText, [cycle]) !== cycle) {
    entry.remarks.push({ type: "CycleOfObjective", text: cycleText });
  }
  if (team !== "" && plainWords(team) !== plainWords(unit.name))
    entry.remarks.push({ type: "UnitOfObjective", text: team });
  if (parents.length > 1) entry.remarks.push({ type: "FirstParentOnly" });
};

const settleKeyResult = (entry: Entry, place: Place, parents: readonly Standing[], work: Work): Read<undefined> => {
  const parent = parents.find(({ ref }) => ref.kind === "objective");
  if (!parent) return err({ type: "NoObjective" });
  remarkDifferences(entry, parent, parents);
  const built = buildKeyResult(entry, { ...place, cycle: parent.cycle }, parent.objective, work.settings);
  if (!built.ok) return built;
  work.keyResults.push(built.value.keyResult);
  if (built.value.checkIn) work.checkIns.push(built.value.checkIn);
  work.standing.set(entry, { ...parent, ref: parentRef("keyResult", place.id) });
  return ok(undefined);
};

/** Parents before children, otherwise in the order of the table. Circles were rejected before. */
const parentsFirst = (entries: readonly Entry[]): readonly Entry[] => {
  const open = entries.filter(({ fate }) => fate.type === "objective" || fate.type === "keyResult");
  const waiting = new Map<Entry, number>();
  const followers = new Map<Entry, Entry[]>();
  for (const entry of open) {
    const parents = placeOf(entry);
    waiting.set(entry, parents.length);
    for (const parent of parents) {
      const known = followers.get(parent);
      if (known) known.push(entry);
      else followers.set(parent, [entry]);
    }
  }
  const ready = open.filter((entry) => waiting.get(entry) === 0);
  for (const entry of ready) {
    for (const follower of followers.get(entry) ?? []) {
      const left = (waiting.get(follower) ?? 0) - 1;
      waiting.set(follower, left);
      if (left === 0) ready.push(follower);
    }
  }
  const reached = new Set(ready);
  return [...ready, ...open.filter((entry) => !reached.has(entry))];
};

const NO_PRIORITY = 10;

/** Urgent rows first, then the order of the table. */
const ordersOf = (entries: readonly Entry[]): ReadonlyMap<Entry, number> => {
  const rank = ({ plain, source }: Entry): number =>
    plain.priority ?? priorityIn(source.text("priority")) ?? NO_PRIORITY;
  return new Map(entries.toSorted((a, b) => rank(a) - rank(b)).map((entry, order) => [entry, order]));
};

const startWork = (entries: readonly Entry[], settings: ImportSettings): Work => ({
  settings,
  units: unitBook(settings.frame, settings.unitKey, NAMESPACE),
  cycles: [...settings.frame.cycles],
  existing: new Map(settings.existing.objectives.map((objective) => [objective.id, objective])),
  existingKeyResults: new Map(settings.existing.keyResults.map((keyResult) => [keyResult.id, keyResult])),
  standing: new Map(),
  orders: ordersOf(entries),
  derived: new Map(),
  objectives: [],
  keyResults: [],
  checkIns: [],
});

const nothingReadable = (table: Table): ImportResult => {
  const reason: RejectReason = { type: "NoTextColumn", headers: table.headers };
  return {
    plan: { cycles: [], units: [], objectives: [], keyResults: [], checkIns: [] },
    rowOf: new Map(),
    taken: [],
    rejected: table.rows.filter(({ isEmpty }) => !isEmpty).map(({ row }) => ({ row, reason })),
    skipped: table.rows.filter(({ isEmpty }) => isEmpty).map(({ row }) => ({ row, reason: { type: "Empty" } })),
    remarks: [],
    unusedColumns: table.headers,
  };
};

const rowsOf = (taken: readonly Entry[], { standing, units }: Work): ImportResult["rowOf"] =>
  new Map(taken.map((entry) => [standing.get(entry)?.ref.id ?? units.named(entry.plain.text).key, entry.source.row]));

const summary = (entries: readonly Entry[], work: Work, table: Table): ImportResult => {
  const known = new Set(work.settings.frame.cycles);
  const cyclesUsed = new Set(work.objectives.map(({ cycleKey }) => cycleKey));
  const headings = entries.filter(({ fate }) => fate.type === "unit").map(({ plain }) => work.units.named(plain.text));
  const unitsUsed = new Set([
    ...work.objectives.map(({ unitKey }) => unitKey),
    ...headings.map(({ key }) => key),
    work.units.root.key,
  ]);
  const taken = entries.filter(({ fate }) => fate.type !== "skipped" && fate.type !== "rejected");
  return {
    plan: {
      cycles: work.cycles.filter((cycle) => !known.has(cycle) && cyclesUsed.has(cycle.key)),
      units: work.units.made().filter(({ key }) => unitsUsed.has(key)),
      objectives: work.objectives,
      keyResults: work.keyResults,
      checkIns: work.checkIns,
    },
    rowOf: rowsOf(taken, work),
    taken: taken.map(({ source }) => source.row),
    rejected: entries.flatMap(({ fate, source: { row } }) =>
      fate.type === "rejected" ? [{ row, reason: fate.reason }] : [],
    ),
    skipped: entries.flatMap(({ fate, source: { row } }) =>
      fate.type === "skipped" ? [{ row, reason: fate.reason }] : [],
    ),
    remarks: taken.flatMap(({ remarks, source: { row } }) => remarks.map((reason) => ({ row, reason }))),
    unusedColumns: table.columns.unused,
  };
};

/**
 * Makes a plan of creations out of rows that are in their place already, and says of every one what became of it. Nothing is
 * written; the same table, source and settings give the same plan. Rules [IM1] to [IM12].
 */
export function* importRowsInSlices(table: Table, settings: ImportSettings): Slices<ImportResult> {
  if (!table.columns.at.has("text")) return nothingReadable(table);
  const known = new Set<string>([
    ...settings.existing.objectives.map(({ id }) => id),
    ...settings.existing.keyResults.map(({ id }) => id),
  ]);
  const entries = yield* outlineOf(table, {
    isKnown: (id) => known.has(guidOf(settings.source, id)),
    isLoose: settings.looseParents === true,
  });
  const work = startWork(entries, settings);
  for (const entry of entries) if (entry.fate.type === "unit") work.units.named(entry.plain.text);
  yield* sliced(parentsFirst(entries), (entry) => {
    const settled = settle(entry, work);
    if (!settled.ok) entry.fate = { type: "rejected", reason: settled.error };
  });
  return summary(entries, work, table);
}

/** Finds the header of a table of OKRs and imports the rows below it, see `importRowsInSlices`. */
export const importTable = (rows: readonly (readonly Cell[])[], settings: ImportSettings): ImportResult =>
  atOnce(importRowsInSlices(readTable(rows), settings));

/** The people a table names as owners, each once, so that the directory can be asked before the import. */
export const ownersIn = (rows: readonly (readonly Cell[])[]): readonly string[] =>
  distinctOwners(readTable(rows).rows.map((row) => row.text("owner")));
