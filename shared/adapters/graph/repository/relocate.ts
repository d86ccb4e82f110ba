/** A record whose change takes it to other lists: another cycle, another part of the organisation, another objective. */
import { versionOf, type Revision } from "#shared/domain/okr/ids.ts";
import type { ChangeableRecord, WriteOutcome } from "#shared/ports/okrRepository.ts";
import type { Fields } from "../lists/cells.ts";
import type { Stored } from "./items.ts";
import type { ChangesOf, Rack } from "./racks.ts";
import { agrees, ensure, remove, stale, type Sending } from "./rowWrites.ts";

/** The record with the changes made; what is named with undefined is cleared. */
export const changed = <T extends object>(record: T, changes: ChangesOf<T>): T => {
  const next: T = { ...record };
  for (const name of Object.keys(changes) as (keyof T)[]) {
    const value = changes[name];
    if (value === undefined) Reflect.deleteProperty(next, name);
    else next[name] = value;
  }
  return next;
};

/** Names of cells in which two versions of a record differ. */
const differing = <T>(rack: Rack<T>, one: T, other: T): ReadonlySet<string> => {
  const [a, b] = [rack.encode(one), rack.encode(other)];
  if (!a.ok || !b.ok) return new Set();
  const cells: Fields = b.value;
  return new Set(
    Object.keys(a.value).filter((name) => !agrees({ [name]: a.value[name] ?? null }, { [name]: cells[name] ?? null })),
  );
};

/**
 * Writes the record into the other list and then removes it where it was. Somebody who changed it there in between is not passed
 * over: what they changed goes along, and where both changed the same, theirs stands and the outcome is `Stale`.
 */
export const relocate = async <T extends ChangeableRecord>(
  deps: Sending,
  { from, to }: { readonly from: Rack<T>; readonly to: Rack<T> },
  row: Stored<T>,
  { basedOn, changes }: { readonly basedOn: Revision; readonly changes: ChangesOf<T> },
): Promise<WriteOutcome> => {
  if (versionOf(row.revision) !== versionOf(basedOn)) return stale(row);
  const made = await ensure(deps, to, { key: row.record.id, record: changed(row.record, changes) });
  if (made.type !== "Written") return made;
  for (let base = row; ;) {
    const left = await remove(deps, from, { id: row.record.id, basedOn: base.revision });
    if (left.type === "Written" || left.type === "Gone") return made;
    if (left.type !== "Stale") return left;
    const theirs = left.stored as T;
    const mine = from.encodeChanges(changes);
    const contested = [...differing(from, row.record, theirs)].some((name) => mine.ok && name in mine.value);
    const merged = contested ? { ...theirs, ...placeOf(changed(row.record, changes)) } : changed(theirs, changes);
    const again = await ensure(deps, to, { key: row.record.id, record: merged });
    if (again.type !== "Written") return again;
    base = { ...base, revision: left.revision };
    if (contested && again.revision !== undefined) {
      await remove(deps, from, { id: row.record.id, basedOn: base.revision });
      return { type: "Stale", stored: merged, revision: again.revision, modifiedBy: left.modifiedBy };
    }
  }
};

/** What decides where a record lies. */
const placeOf = (record: ChangeableRecord) => ({
  unitKey: record.unitKey,
  cycleKey: record.cycleKey,
  ...("objectiveId" in record ? { objectiveId: record.objectiveId } : {}),
  ...("formerly" in record ? { formerly: record.formerly } : {}),
});
