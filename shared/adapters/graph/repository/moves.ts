/**
 * Moving an objective with its key results between the drafts and what is published. Every step may be repeated, and until the
 * last one the record can be found: what is published counts, so a row that lies in both lists for a moment is one record. [AG31]
 */
import { isDraft } from "#shared/domain/partition/rows.ts";
import { versionOf, type KeyResultId, type ObjectiveId, type Revision } from "#shared/domain/okr/ids.ts";
import type { KeyResult } from "#shared/domain/okr/keyResult.ts";
import type { Objective } from "#shared/domain/okr/objective.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { OkrWrite, WriteOutcome } from "#shared/ports/okrRepository.ts";
import type { LogEntry } from "#shared/domain/audit/logEntry.ts";
import type { Fields } from "../lists/cells.ts";
import { equals } from "./filters.ts";
import type { Stored } from "./items.ts";
import type { Rack, Racks } from "./racks.ts";
import {
  agrees,
  change,
  create,
  ensure,
  failed,
  locate,
  remove,
  reread,
  stale,
  written,
  type Sending,
} from "./rowWrites.ts";
import type { PartitionTables } from "./tables.ts";

type Move = Extract<OkrWrite, { readonly kind: "publishObjective" | "unlockObjective" }>;

export interface MoveDeps extends Sending {
  readonly tables: PartitionTables;
  readonly racks: Racks;
  readonly log: Rack<LogEntry>;
}

type Step<T> = Result<T, WriteOutcome>;

/** Says of a row among the drafts that it is on its way; it is read as a draft all the same. */
const ON_THE_WAY = { Stage: "active" } as const;

const isDone = (outcome: WriteOutcome): boolean => outcome.type === "Written" || outcome.type === "Gone";

const firstFailure = (outcomes: readonly WriteOutcome[]): WriteOutcome | undefined =>
  outcomes.find((outcome) => !isDone(outcome));

const withoutStage = ({ Stage: _stage, ...fields }: Fields): Fields => fields;

/**
 * Writes the objective as it is to be into the row that it leaves, so that nobody's change of that row is passed over and no two
 * people move it at once. Hands back what to name when that row is removed; undefined when it has left already.
 */
const claim = async (
  deps: MoveDeps,
  { from, to, isIn }: Way,
  { objective, basedOn }: Move,
): Promise<Step<Revision | undefined>> => {
  const base = basedOn[objective.id];
  if (base !== undefined && isIn(base)) {
    const fields = from.objectives.encode(objective);
    const outcome = await change(deps, from.objectives, { id: objective.id, basedOn: base, fields });
    if (outcome.type === "Written") return ok(outcome.revision ?? base);
    if (outcome.type === "Stale") return takenUp(from.objectives, objective, outcome);
    if (outcome.type !== "Gone") return err(outcome);
  }
  return alreadyThere(from.objectives, to.objectives, objective.id);
};

/** It is not where it was: an earlier attempt has moved it, or it lies in a row that its mover never saw, or it is removed. */
const alreadyThere = async (from: Rack<Objective>, to: Rack<Objective>, id: ObjectiveId): Promise<Step<undefined>> => {
  const [there, here] = await Promise.all([to.find(id), from.find(id)]);
  if (!there.ok) return err(failed(there.error, to.items.listName));
  if (!here.ok) return err(failed(here.error, from.items.listName));
  if (here.value) return err(stale(here.value));
  return there.value ? ok(undefined) : err({ type: "Gone" });
};

/** An earlier attempt may have got as far as this: then the row says what we were going to write. */
const takenUp = (
  rack: Rack<Objective>,
  objective: Objective,
  outcome: Extract<WriteOutcome, { type: "Stale" }>,
): Step<Revision> => {
  const wanted = rack.encode(objective);
  const stored = rack.encode({ ...(outcome.stored as Objective), stage: objective.stage });
  const same = wanted.ok && stored.ok && agrees(stored.value, withoutStage(wanted.value));
  return same ? ok(outcome.revision) : err(outcome);
};

/** Removes a row that has been written elsewhere; one that somebody changed meanwhile only when it says the same. */
const leave = async <T extends Objective | KeyResult>(
  deps: MoveDeps,
  rack: Rack<T>,
  record: T,
  basedOn: Revision,
): Promise<WriteOutcome> => {
  const outcome = await remove(deps, rack, { id: record.id, basedOn });
  if (outcome.type !== "Stale") return outcome;
  const [there, wanted] = [rack.encode(outcome.stored as T), rack.encode(record)];
  const same = there.ok && wanted.ok && agrees(there.value, withoutStage(wanted.value));
  return same ? leave(deps, rack, record, outcome.revision) : outcome;
};

interface Side {
  readonly objectives: Rack<Objective>;
  readonly keyResults: Rack<KeyResult>;
}

interface Way {
  readonly from: Side;
  readonly to: Side;
  /** Whether a revision speaks of a row in `from`. */
  readonly isIn: (revision: Revision) => boolean;
}

const wayOf = ({ objectives, keyResults }: Racks, kind: Move["kind"]): Way => {
  const draft = { objectives: objectives.draft, keyResults: keyResults.draft };
  const published = { objectives: objectives.published, keyResults: keyResults.published };
  return kind === "publishObjective"
    ? { from: draft, to: published, isIn: isDraft }
    : { from: published, to: draft, isIn: (revision) => !isDraft(revision) };
};

/** Key results that lie in `from`; those that lie where they go already are changed there by `ensure`. */
const leaving = (
  way: Way,
  { keyResults, basedOn }: Move,
): readonly { readonly record: KeyResult; readonly base: Revision }[] =>
  keyResults.flatMap((record) => {
    const base = basedOn[record.id];
    return base !== undefined && way.isIn(base) ? [{ record, base }] : [];
  });

/** Key results that were drafted while their objective was being published, so that none is left behind unseen. */
const latecomers = async (
  { tables, racks }: MoveDeps,
  id: ObjectiveId,
  known: ReadonlySet<KeyResultId>,
): Promise<Step<readonly Stored<KeyResult>[]>> => {
  const rows = await tables.drafts.read(equals("ObjectiveKey", id));
  if (!rows.ok) return err(failed(rows.error, racks.keyResults.draft.items.listName));
  return ok(
    rows.value.flatMap(({ record: draft, ...row }) =>
      draft.kind === "keyResult" && !known.has(draft.record.id) ? [{ ...row, record: draft.record }] : [],
    ),
  );
};

/** A key result in its published row. One that was there is changed as any row is: it may have gone elsewhere meanwhile. [OR18] */
const settle = (deps: MoveDeps, { to }: Way, record: KeyResult, base: Revision | undefined): Promise<WriteOutcome> => {
  const rack = to.keyResults;
  return base === undefined || rack.items.itemIdOf(base) === undefined
    ? ensure(deps, rack, { key: record.id, record })
    : change(deps, rack, { id: record.id, basedOn: base, fields: rack.encode(record) });
};

const publish = async (deps: MoveDeps, move: Move): Promise<WriteOutcome> => {
  const { objective, keyResults, entry } = move;
  const way = wayOf(deps.racks, move.kind);
  const { from, to } = way;
  const claimed = await claim(deps, way, move);
  if (!claimed.ok) return claimed.error;
  const parts = await Promise.all([
    ...keyResults.map((record) => settle(deps, way, record, move.basedOn[record.id])),
    create(deps, deps.log, entry.id, entry),
  ]);
  const broken = firstFailure(parts);
  if (broken) return broken;
  const made = await ensure(deps, to.objectives, { key: objective.id, record: objective });
  if (made.type !== "Written") return made;
  const [late, ...left] = await Promise.all([
    latecomers(deps, objective.id, new Set(keyResults.map(({ id }) => id))),
    ...(claimed.value === undefined ? [] : [leave(deps, from.objectives, objective, claimed.value)]),
    ...leaving(way, move).map(({ record, base }) => leave(deps, from.keyResults, record, base)),
  ]);
  const unfinished = firstFailure(left);
  if (unfinished) return unfinished;
  if (!late.ok) return late.error;
  const followed = await Promise.all(
    late.value.map(async ({ record, revision }) => {
      const outcome = await ensure(deps, to.keyResults, { key: record.id, record });
      return outcome.type === "Written" ? leave(deps, from.keyResults, record, revision) : outcome;
    }),
  );
  return firstFailure(followed) ?? made;
};

/**
 * Removes a published row and then touches the draft that takes its place, in one batch: whoever follows the changes passed over
 * the draft for as long as the published row was there, and learns of it anew.
 */
const giveWay = async <T extends Objective | KeyResult>(
  deps: MoveDeps,
  published: Rack<T>,
  draft: Rack<T>,
  row: { readonly id: string; readonly revision: Revision; readonly draft: string; readonly stage: "draft" | null },
): Promise<WriteOutcome> => {
  const itemId = await locate(published, row.id, row.revision);
  if (!itemId.ok) return itemId.error;
  const sequence = Symbol("give way");
  const headers = { "If-Match": versionOf(row.revision) };
  const touch = draft.items.call("PATCH", `/items/${row.draft}/fields`, { sequence, body: { Stage: row.stage } });
  const [removed, touched] = await Promise.all([
    deps.send(published.items.call("DELETE", `/items/${itemId.value}`, { headers, sequence })),
    deps.send(touch),
  ]);
  if (!removed.ok && removed.error.type === "Refused" && removed.error.status === 412) {
    const now = await reread(deps, published, itemId.value);
    return now.ok ? stale(now.value) : now.error;
  }
  const isGone = !removed.ok && removed.error.type === "Refused" && removed.error.status === 404;
  if (!removed.ok && !isGone) return failed(removed.error, published.items.listName);
  if (!touched.ok) return failed(touched.error, draft.items.listName);
  return written(draft.items.revisionOf(row.draft, touched.value.body));
};

const itemOf = <T>(rack: Rack<T>, outcome: WriteOutcome): string | undefined =>
  outcome.type === "Written" && outcome.revision !== undefined ? rack.items.itemIdOf(outcome.revision) : undefined;

const unlock = async (deps: MoveDeps, move: Move): Promise<WriteOutcome> => {
  const { objective, keyResults, entry } = move;
  const way = wayOf(deps.racks, move.kind);
  const { from, to } = way;
  const claimed = await claim(deps, way, move);
  if (!claimed.ok) return claimed.error;
  const [logged, made, ...copies] = await Promise.all([
    create(deps, deps.log, entry.id, entry),
    ensure(deps, to.objectives, { key: objective.id, record: objective, more: ON_THE_WAY }),
    ...keyResults.map((record) => ensure(deps, to.keyResults, { key: record.id, record, more: ON_THE_WAY })),
  ]);
  const broken = firstFailure([logged, made, ...copies]);
  if (broken) return broken;
  const draft = itemOf(to.objectives, made);
  if (draft === undefined) return made;
  // The objective first: a key result that is a draft does not count while its objective is published.
  const moved =
    claimed.value === undefined
      ? made
      : await giveWay(deps, from.objectives, to.objectives, {
          id: objective.id,
          revision: claimed.value,
          draft,
          stage: "draft",
        });
  if (moved.type !== "Written") return moved;
  const followed = await Promise.all(
    keyResults.map(async (record, index) => {
      const base = move.basedOn[record.id];
      const copy = copies[index];
      const item = copy && itemOf(to.keyResults, copy);
      if (base === undefined || item === undefined || !way.isIn(base)) return copy ?? made;
      return giveWay(deps, from.keyResults, to.keyResults, { id: record.id, revision: base, draft: item, stage: null });
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
