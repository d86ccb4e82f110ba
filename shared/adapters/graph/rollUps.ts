import type { Instant } from "#shared/domain/day.ts";
import type { CycleKey, Revision, UnitKey } from "#shared/domain/okr/ids.ts";
import type { UnitRollUp } from "#shared/domain/okr/unitRollUp.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { KeptRollUps, RollUps } from "#shared/ports/rollUps.ts";
import { rollUpCodec, rowKeyOf, rowOfMoment, rowOfRollUps, type RollUpRow } from "./lists/rollUps.ts";
import { equals } from "./repository/filters.ts";
import { createItems, formOf, type Items, type Stored } from "./repository/items.ts";
import { rackOf, type Rack } from "./repository/racks.ts";
import { agrees, create, patch } from "./repository/rowWrites.ts";
import type { SendToGraph } from "./request/call.ts";
import { accessErrorOf } from "./request/failure.ts";
import { scopesOf, type SiteAccess } from "./scopes.ts";

export interface GraphRollUpsOptions {
  readonly send: SendToGraph;
  /** `host:/sites/name` */
  readonly homeSite: string;
  readonly siteAccess?: SiteAccess;
}

/** Roll-ups in a list of the home site, some rows a cycle. */
export const createGraphRollUps = ({ send, homeSite: site, siteAccess }: GraphRollUpsOptions): RollUps => {
  const deps = { send, site, scopes: scopesOf("okrs", siteAccess), onWarning: () => undefined };
  const form = formOf(rollUpCodec, (row) => row.key);
  const items = createItems(form, deps);
  // Half of a row are the records, which only those need who count.
  const { Records: _records, ...shown } = form.columns;
  const shownItems = createItems({ ...form, columns: shown }, deps);
  return {
    read: (cycleKeys, detail) => readRollUps(detail === "records" ? items : shownItems, cycleKeys),
    write: (rollUps, asOf, known) => {
      const later: SendToGraph = (call, signal) => send({ ...call, later: true }, signal);
      return writeRollUps({ send: later, rack: rackOf(items, rollUpCodec), items }, rollUps, { asOf, known });
    },
  };
};

/** A query for each cycle, so that what a filter looks at does not grow with the cycles. */
const readRollUps = async (
  items: Items<RollUpRow>,
  cycleKeys: readonly CycleKey[],
): Promise<Result<KeptRollUps, AccessError>> => {
  const reads = await Promise.all([...new Set(cycleKeys)].map((key) => items.read(equals("CycleKey", key))));
  const rows: Stored<RollUpRow>[] = [];
  for (const read of reads) {
    if (!read.ok) return err(accessErrorOf(read.error, items.listName));
    rows.push(...read.value);
  }
  const wanted = new Set(cycleKeys);
  const own = rows.filter(({ record }) => wanted.has(record.cycleKey));
  return ok({
    rollUps: own.flatMap(({ record }) => record.rollUps),
    asOf: new Map(
      own.flatMap(({ record: { cycleKey, asOf } }) => (asOf === undefined ? [] : [[cycleKey, asOf] as const])),
    ),
    revisions: new Map(own.map(({ record, revision }) => [record.key, revision])),
  });
};

interface WritingDeps {
  readonly send: SendToGraph;
  readonly rack: Rack<RollUpRow>;
  readonly items: Items<RollUpRow>;
}

const isSame = (rack: Rack<RollUpRow>, before: RollUpRow | undefined, next: RollUpRow): boolean => {
  if (!before) return false;
  const [stored, wanted] = [rack.encode(before), rack.encode(next)];
  return stored.ok && wanted.ok && agrees(stored.value, wanted.value);
};

/** Somebody else's newer row is as good as ours. */
const put = async (
  { send, rack }: WritingDeps,
  row: RollUpRow,
  basedOn: Revision | undefined,
): Promise<AccessError | undefined> => {
  const itemId = basedOn === undefined ? undefined : rack.items.itemIdOf(basedOn);
  if (basedOn === undefined || itemId === undefined) {
    const made = await create({ send }, rack, row.key, row);
    return made.type === "Failed" ? made.error : undefined;
  }
  const fields = rack.encode(row);
  if (!fields.ok) return { type: "Unexpected", code: "rollUpUnfit" };
  const patched = await patch({ send }, rack, { itemId, basedOn, fields: fields.value });
  return patched.type === "Failed" ? accessErrorOf(patched.failure, rack.items.listName) : undefined;
};

const putAll = async (
  deps: WritingDeps,
  rows: readonly RollUpRow[],
  { revisions }: KeptRollUps,
): Promise<Result<number, AccessError>> => {
  const failures = await Promise.all(rows.map((row) => put(deps, row, revisions.get(row.key))));
  const failure = failures.find((error) => error !== undefined);
  return failure ? err(failure) : ok(rows.length);
};

/** The rows that hold these units, each whole: with what is known of the others in it. */
const rowsOf = (rollUps: readonly UnitRollUp[], known: readonly UnitRollUp[]): readonly RollUpRow[] => {
  const touched = new Set(rollUps.map(rowKeyOf));
  const rows = new Map<string, Map<UnitKey, UnitRollUp>>();
  for (const rollUp of [...known, ...rollUps]) {
    const key = rowKeyOf(rollUp);
    if (!touched.has(key)) continue;
    rows.set(key, (rows.get(key) ?? new Map<UnitKey, UnitRollUp>()).set(rollUp.unitKey, rollUp));
  }
  return [...rows].flatMap(([key, units]) => {
    const [first] = units.values();
    return first ? [rowOfRollUps(key, first.cycleKey, [...units.values()])] : [];
  });
};

const writeRollUps = async (
  deps: WritingDeps,
  rollUps: readonly UnitRollUp[],
  { asOf, known }: { readonly asOf: ReadonlyMap<CycleKey, Instant>; readonly known: KeptRollUps },
): Promise<Result<number, AccessError>> => {
  const before = new Map(rowsOf(known.rollUps, []).map((row) => [row.key, row]));
  const changed = rowsOf(rollUps, known.rollUps).filter((row) => !isSame(deps.rack, before.get(row.key), row));
  const written = await putAll(deps, changed, known);
  if (!written.ok) return written;
  const moments = [...asOf].map(([key, at]) => rowOfMoment(key, at));
  const dated = await putAll(deps, moments, known);
  return dated.ok ? ok(written.value + dated.value) : dated;
};
