/**
 * Moving an objective with its key results between the drafts and what is published. Every step may be repeated, and until the
 * last one the record can be found: what is published counts, so a row that lies in both lists for a moment is one record. [AG31]
 */
import { versionOf, type KeyResultId, type Revision } from "#shared/domain/okr/ids.ts";
import type { LogEntry } from "#shared/domain/audit/logEntry.ts";
import type { KeyResult } from "#shared/domain/okr/keyResult.ts";
import type { Objective } from "#shared/domain/okr/objective.ts";
import { ok, type Result } from "#shared/domain/result.ts";
import type { WriteOutcome } from "#shared/ports/okrRepository.ts";
import { equals } from "./filters.ts";
import type { GraphFailure } from "../request/call.ts";
import type { Stored } from "./items.ts";
import type { Rack } from "./racks.ts";
import { change, create, ensure, failed, locate, reread, stale, written } from "./rowWrites.ts";
import {
  claim,
  claimKeyResult,
  isDone,
  keyResultSeats,
  leave,
  objectiveSeat,
  settleBeside,
  type Claim,
  type Move,
  type Seat,
  type SeatDeps,
  type Step,
  type Taken,
} from "./seats.ts";
import type { PartitionTables } from "./tables.ts";

export interface MoveDeps extends SeatDeps {
  /** Of the objective as it is to be. */
  readonly drafts: PartitionTables["drafts"];
  readonly log: Rack<LogEntry>;
}

/** Says of a row among the drafts that it is on its way; it is read as a draft all the same. */
const ON_THE_WAY = { Stage: "active" } as const;

const firstFailure = (outcomes: readonly WriteOutcome[]): WriteOutcome | undefined =>
  outcomes.find((outcome) => !isDone(outcome));

interface Claimed {
  readonly seat: Seat<Objective>;
  readonly objective: Claim<Objective>;
  readonly keyResults: readonly Taken[];
}

/** Everything is claimed before anything is written elsewhere: a change by somebody else in between leaves all where it is. */
const claimAll = async (deps: MoveDeps, move: Move): Promise<Step<Claimed>> => {
  const seat = objectiveSeat(deps, move);
  const [objective, ...keyResults] = await Promise.all([
    claim(deps, seat),
    ...keyResultSeats(deps, move).map((one) => claimKeyResult(deps, one)),
  ]);
  if (!objective.ok) return objective;
  const taken: Taken[] = [];
  for (const one of keyResults) {
    if (!one.ok) return one;
    taken.push(one.value);
  }
  return ok({ seat, objective: objective.value, keyResults: taken });
};

/** Key results that were drafted while their objective was being published, so that none is left behind unseen. */
const latecomers = async (
  { drafts }: MoveDeps,
  { objective, keyResults }: Move,
): Promise<Result<readonly Stored<KeyResult>[], GraphFailure>> => {
  const known: ReadonlySet<KeyResultId> = new Set(keyResults.map(({ id }) => id));
  const rows = await drafts.read(equals("ObjectiveKey", objective.id));
  if (!rows.ok) return rows;
  return ok(
    rows.value.flatMap(({ record: draft, ...row }) =>
      draft.kind === "keyResult" && !known.has(draft.record.id) ? [{ ...row, record: draft.record }] : [],
    ),
  );
};

const publishKeyResult = async (deps: MoveDeps, taken: Taken): Promise<WriteOutcome> => {
  const { seat } = taken;
  if ("there" in taken) return written(taken.there.revision);
  if ("left" in taken || taken.as === "new") return ensure(deps, seat.to, { key: seat.record.id, record: seat.record });
  return taken.as === "beside" ? settleBeside(deps, seat) : { type: "Gone" };
};

const bringLatecomers = async (deps: MoveDeps, move: Move): Promise<WriteOutcome | undefined> => {
  const late = await latecomers(deps, move);
  if (!late.ok) return failed(late.error, deps.drafts.listName);
  const outcomes = await Promise.all(
    late.value.map(async ({ record, revision }) => {
      const { draft: from } = deps.racksIn(deps.partitionOf(move.objective)).keyResults;
      const { published: to } = deps.racksIn(deps.partitionOf(record)).keyResults;
      const outcome = await ensure(deps, to, { key: record.id, record });
      return outcome.type === "Written" ? leave(deps, { from, to, record }, revision) : outcome;
    }),
  );
  return firstFailure(outcomes);
};

const publish = async (deps: MoveDeps, move: Move): Promise<WriteOutcome> => {
  const claimed = await claimAll(deps, move);
  if (!claimed.ok) return claimed.error;
  const { seat, objective, keyResults } = claimed.value;
  const parts = await Promise.all([
    ...keyResults.map((taken) => publishKeyResult(deps, taken)),
    create(deps, deps.log, move.entry.id, move.entry),
  ]);
  const broken = firstFailure(parts);
  if (broken) return broken;
  const made =
    "there" in objective
      ? written(objective.there.revision)
      : await ensure(deps, seat.to, { key: seat.record.id, record: seat.record });
  if (made.type !== "Written") return made;
  const [late, ...left] = await Promise.all([
    bringLatecomers(deps, move),
    ...("left" in objective ? [leave(deps, seat, objective.left)] : []),
    ...keyResults.flatMap((taken) => ("left" in taken ? [leave(deps, taken.seat, taken.left)] : [])),
  ]);
  return firstFailure(left) ?? late ?? made;
};

type Copied = { readonly item: string; readonly stage: "draft" | null };

/**
 * Removes a published row and then touches the draft that takes its place, in one batch: whoever follows the changes passed over
 * the draft for as long as the published row was there, and learns of it anew.
 */
const giveWay = async <T extends Objective | KeyResult>(
  deps: MoveDeps,
  { from, to, record }: Pick<Seat<T>, "from" | "to" | "record">,
  { item, stage, left }: Copied & { readonly left: Revision },
): Promise<WriteOutcome> => {
  const itemId = await locate(from, record.id, left);
  if (!itemId.ok) return itemId.error;
  const sequence = Symbol("give way");
  const headers = { "If-Match": versionOf(left) };
  const touch = to.items.call("PATCH", `/items/${item}/fields`, { sequence, body: { Stage: stage } });
  const [removed, touched] = await Promise.all([
    deps.send(from.items.call("DELETE", `/items/${itemId.value}`, { headers, sequence })),
    deps.send(touch),
  ]);
  if (!removed.ok && removed.error.type === "Refused" && removed.error.status === 412) {
    const now = await reread(deps, from, itemId.value);
    return now.ok ? bringAlong(deps, { from, to }, now.value, { item, stage }) : now.error;
  }
  const isGone = !removed.ok && removed.error.type === "Refused" && removed.error.status === 404;
  if (!removed.ok && !isGone) return failed(removed.error, from.items.listName);
  if (!touched.ok) return failed(touched.error, to.items.listName);
  return written(to.items.revisionOf(item, touched.value.body));
};

/** Somebody changed the published row in that moment: their change goes along and is shown. */
const bringAlong = async <T extends Objective | KeyResult>(
  deps: MoveDeps,
  { from, to }: Pick<Seat<T>, "from" | "to">,
  theirs: Stored<T>,
  copied: Copied,
): Promise<WriteOutcome> => {
  const record = "stage" in theirs.record ? { ...theirs.record, stage: "draft" } : theirs.record;
  const along = await ensure(deps, to, { key: record.id, record, more: ON_THE_WAY });
  if (along.type !== "Written") return along;
  const gone = await giveWay(deps, { from, to, record }, { ...copied, left: theirs.revision });
  if (gone.type !== "Written") return gone;
  return stale({ ...theirs, record, revision: gone.revision ?? theirs.revision });
};

/** The draft of a record that is to leave its published row, or an end that needs nothing more. */
const copyOf = async <T extends Objective | KeyResult>(
  deps: MoveDeps,
  { to, record }: Pick<Seat<T>, "to" | "record">,
  claimed: Claim<T>,
  stage: Copied["stage"],
): Promise<WriteOutcome> =>
  // Moved earlier: only touched, since whoever did it may have got no further than removing the published row.
  "there" in claimed
    ? change(deps, to, { id: record.id, basedOn: claimed.there.revision, fields: ok({ Stage: stage }) })
    : ensure(deps, to, { key: record.id, record, more: ON_THE_WAY });

const unlockKeyResult = (deps: MoveDeps, taken: Taken): Promise<WriteOutcome> => {
  const { seat } = taken;
  if (!("as" in taken)) return copyOf(deps, seat, taken, null);
  if (taken.as === "new") return ensure(deps, seat.to, { key: seat.record.id, record: seat.record, more: ON_THE_WAY });
  return taken.as === "beside" ? settleBeside(deps, seat) : Promise.resolve({ type: "Gone" });
};

const itemOf = <T>(rack: Rack<T>, outcome: WriteOutcome | undefined): string | undefined =>
  outcome?.type === "Written" && outcome.revision !== undefined ? rack.items.itemIdOf(outcome.revision) : undefined;

const unlock = async (deps: MoveDeps, move: Move): Promise<WriteOutcome> => {
  const claimed = await claimAll(deps, move);
  if (!claimed.ok) return claimed.error;
  const { seat, objective, keyResults } = claimed.value;
  const [logged, made, ...copies] = await Promise.all([
    create(deps, deps.log, move.entry.id, move.entry),
    copyOf(deps, seat, objective, "draft"),
    ...keyResults.map((taken) => unlockKeyResult(deps, taken)),
  ]);
  const broken = firstFailure([logged, made, ...copies]);
  if (broken) return broken;
  const item = itemOf(seat.to, made);
  // The objective first: a key result that is a draft does not count while its objective is published.
  const moved =
    "left" in objective && item !== undefined
      ? await giveWay(deps, seat, { item, stage: "draft", left: objective.left })
      : made;
  if (moved.type !== "Written" && moved.type !== "Stale") return moved;
  const followed = await Promise.all(
    keyResults.map(async (taken, index) => {
      const copy = itemOf(taken.seat.to, copies[index]);
      if (!("left" in taken) || copy === undefined) return made;
      return giveWay(deps, taken.seat, { item: copy, stage: null, left: taken.left });
    }),
  );
  return firstFailure(followed) ?? moved;
};

export const moveObjective = (deps: MoveDeps, move: Move): Promise<WriteOutcome> => {
  const isRight = (move.objective.stage === "draft") === (move.kind === "unlockObjective");
  if (!isRight)
    return Promise.resolve({ type: "Invalid", column: "stage", message: "The stage belongs to the other list" });
  return move.kind === "publishObjective" ? publish(deps, move) : unlock(deps, move);
};
