/** Where a record of a move lies and where it goes: each has its own lists, which follow from its own unit and cycle. */
import { isDraft, placeOfRow } from "#shared/domain/partition/rows.ts";
import { rowOf, type PartitionKey, type Revision } from "#shared/domain/okr/ids.ts";
import type { KeyResult, Place } from "#shared/domain/okr/keyResult.ts";
import type { Objective } from "#shared/domain/okr/objective.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { OkrWrite, WriteOutcome } from "#shared/ports/okrRepository.ts";
import type { Fields } from "../lists/cells.ts";
import type { Stored } from "./items.ts";
import type { Rack, Racks } from "./racks.ts";
import { relocate } from "./relocate.ts";
import { agrees, change, ensure, failed, locate, remove, reread, stale, type Sending } from "./rowWrites.ts";

export type Move = Extract<OkrWrite, { readonly kind: "publishObjective" | "unlockObjective" }>;

export type Step<T> = Result<T, WriteOutcome>;

export interface Seat<T> {
  readonly record: T;
  /** The revision that its mover saw. */
  readonly base: Revision | undefined;
  /** Whether it lay in `from` then. */
  readonly leaves: boolean;
  readonly from: Rack<T>;
  readonly to: Rack<T>;
  /** Where it lay then, when it did not lie in `from`. */
  readonly beside: Rack<T>;
}

export interface SeatDeps extends Sending {
  readonly racksIn: (partition: PartitionKey) => Racks;
  readonly partitionOf: (place: Place) => PartitionKey;
}

const seatOf = <T extends Objective | KeyResult>(
  { racksIn, partitionOf }: SeatDeps,
  kind: Move["kind"],
  pick: (racks: Racks) => Readonly<Record<"published" | "draft", Rack<T>>>,
  row: { readonly record: T; readonly base: Revision | undefined },
): Seat<T> => {
  const [leaving, entering] =
    kind === "publishObjective" ? (["draft", "published"] as const) : (["published", "draft"] as const);
  const { record, base } = row;
  const there = partitionOf(record);
  const here = (base === undefined ? undefined : placeOfRow(rowOf(base))?.partition) ?? there;
  const racks = pick(racksIn(here));
  return {
    record,
    base,
    leaves: base !== undefined && isDraft(base) === (leaving === "draft"),
    from: racks[leaving],
    to: pick(racksIn(there))[entering],
    beside: racks[entering],
  };
};

export const objectiveSeat = (deps: SeatDeps, { kind, objective: record, basedOn }: Move): Seat<Objective> =>
  seatOf(deps, kind, ({ objectives }) => objectives, { record, base: basedOn[record.id] });

export const keyResultSeats = (deps: SeatDeps, { kind, keyResults, basedOn }: Move): readonly Seat<KeyResult>[] =>
  keyResults.map((record) => seatOf(deps, kind, (racks) => racks.keyResults, { record, base: basedOn[record.id] }));

export const isDone = (outcome: WriteOutcome): boolean => outcome.type === "Written" || outcome.type === "Gone";

const withoutStage = ({ Stage: _stage, ...fields }: Fields): Fields => fields;

/** Whether a row says what a record is to say, except in which stage it is. */
const saysTheSame = <T>(rack: Rack<T>, stored: T, record: T): boolean => {
  const [there, wanted] = [rack.encode(stored), rack.encode(record)];
  return there.ok && wanted.ok && agrees(there.value, withoutStage(wanted.value));
};

/** What became of the row that a record leaves: `left` names it as it is now; otherwise it was moved earlier and lies in `there`. */
export type Claim<T> = { readonly left: Revision } | { readonly there: Stored<T> };

/**
 * Writes the record as it is to be into the row that it leaves, so that nobody's change of that row is passed over and no two
 * people move it at once.
 */
export const claim = async <T extends Objective | KeyResult>(deps: Sending, seat: Seat<T>): Promise<Step<Claim<T>>> => {
  const { record, base, leaves, from } = seat;
  if (base !== undefined && leaves) {
    const outcome = await change(deps, from, { id: record.id, basedOn: base, fields: from.encode(record) });
    if (outcome.type === "Written") return ok({ left: outcome.revision ?? base });
    // An earlier attempt may have got as far as this: then the row says what we were going to write.
    if (outcome.type === "Stale" && saysTheSame(from, outcome.stored as T, record))
      return ok({ left: outcome.revision });
    if (outcome.type !== "Gone") return err(outcome);
  }
  return alreadyThere(seat);
};

/** It is not where it was: an earlier attempt has moved it, or it lies in a row that its mover never saw, or it is removed. */
const alreadyThere = async <T extends Objective | KeyResult>({
  record,
  from,
  to,
}: Seat<T>): Promise<Step<Claim<T>>> => {
  const [there, here] = await Promise.all([to.find(record.id), from.find(record.id)]);
  if (!there.ok) return err(failed(there.error, to.items.listName));
  if (!here.ok) return err(failed(here.error, from.items.listName));
  if (here.value) return err(stale(here.value));
  return there.value ? ok({ there: there.value }) : err({ type: "Gone" });
};

/** A key result of which an earlier attempt or somebody else has made something already; `Gone`, when it is not to be moved. */
export type Taken = { readonly seat: Seat<KeyResult> } & (
  Claim<KeyResult> | { readonly as: "new" | "beside" | "gone" }
);

/** Key results that were removed, or went to another objective, stay where they are. */
export const claimKeyResult = async (deps: Sending, seat: Seat<KeyResult>): Promise<Step<Taken>> => {
  if (seat.base === undefined) return ok({ seat, as: "new" });
  if (!seat.leaves) return ok({ seat, as: "beside" });
  const claimed = await claim(deps, seat);
  if (claimed.ok) return ok({ seat, ...claimed.value });
  return claimed.error.type === "Gone" ? ok({ seat, as: "gone" }) : claimed;
};

/** One that lay on the other side already is changed as any row is: it may have gone elsewhere meanwhile. [OR18] */
export const settleBeside = async (deps: Sending, seat: Seat<KeyResult>): Promise<WriteOutcome> => {
  const { record, base, to, beside } = seat;
  if (base === undefined) return { type: "Gone" };
  if (to.items.listName === beside.items.listName) {
    return change(deps, to, { id: record.id, basedOn: base, fields: to.encode(record) });
  }
  const itemId = await locate(beside, record.id, base);
  const row = itemId.ok ? await reread(deps, beside, itemId.value) : itemId;
  return row.ok ? relocate(deps, { from: beside, to }, row.value, { basedOn: base, changes: record }) : row.error;
};

/**
 * Removes a row that has been written elsewhere. What somebody changed of it in that moment goes along and is shown: it is `Stale`
 * then, and moved all the same.
 */
export const leave = async <T extends Objective | KeyResult>(
  deps: Sending,
  { from, to, record }: Pick<Seat<T>, "from" | "to" | "record">,
  basedOn: Revision,
): Promise<WriteOutcome> => {
  const outcome = await remove(deps, from, { id: record.id, basedOn });
  if (outcome.type !== "Stale") return outcome;
  const theirs = { ...(outcome.stored as T), ...("stage" in record ? { stage: record.stage } : {}) };
  if (saysTheSame(from, theirs, record)) return leave(deps, { from, to, record }, outcome.revision);
  const along = await ensure(deps, to, { key: record.id, record: theirs });
  if (along.type !== "Written") return along;
  const left = await leave(deps, { from, to, record: theirs }, outcome.revision);
  return isDone(left) ? { ...outcome, stored: theirs, revision: along.revision ?? outcome.revision } : left;
};
