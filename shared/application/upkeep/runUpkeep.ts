import { epochMsOf, instantOf, type Instant } from "#shared/domain/day.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { findPartitions, HOME_PARTITION } from "#shared/domain/partition/partition.ts";
import { ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { LeaseHolder, LeasesDep, LeaseTaken } from "#shared/ports/leases.ts";
import type { SnapshotsDep } from "#shared/ports/snapshots.ts";
import { countRollUps, openCycles, type CountingDeps } from "./countRollUps.ts";

export type UpkeepDeps = CountingDeps & SnapshotsDep & LeasesDep & { readonly holder: LeaseHolder };

export type UpkeepOutcome =
  | { readonly type: "Done" }
  /** Somebody did it lately, or does it now. */
  | { readonly type: "NotDue" }
  | { readonly type: "Failed"; readonly error: AccessError };

const MINUTE_MS = 60_000;
/** Longer than the work takes in the largest company; a client that dies holds the lease no longer. */
const WORK_MS = 10 * MINUTE_MS;
/** What is done is not due again before. */
const COUNT_EVERY_MS = 15 * MINUTE_MS;
const SNAPSHOT_EVERY_MS = 360 * MINUTE_MS;

/**
 * Does a work while holding its lease, and keeps the lease until the work is due again.
 * @param work is told what time it is at the service
 */
const underLease = async <T>(
  { leases, holder }: UpkeepDeps,
  { name, everyMs }: { readonly name: string; readonly everyMs: number },
  work: (now: Instant) => Promise<Result<T, AccessError>>,
): Promise<Result<T, AccessError | LeaseTaken>> => {
  const lease = await leases.take(name, holder, WORK_MS);
  if (!lease.ok) return lease;
  const done = await work(instantOf(epochMsOf(lease.value.until) - WORK_MS));
  // Whether the lease can be kept or given changes nothing of what was done.
  await (done.ok ? leases.renew(lease.value, everyMs) : leases.give(lease.value));
  return done;
};

const keepSnapshot = async (
  { okrRepository, snapshots }: UpkeepDeps,
  frame: Frame,
  asOf: Instant,
): Promise<Result<void, AccessError>> => {
  const cycleKeys = openCycles(frame);
  const opened = await okrRepository.openOkrs({ cycleKeys, units: "all" });
  return opened.ok ? snapshots.write({ asOf, cycleKeys, ...opened.value }) : opened;
};

const needsSnapshot = (frame: Frame): boolean =>
  [...findPartitions(frame).ofScope(openCycles(frame), "all").keys()].some((key) => key !== HOME_PARTITION);

/** Does what is due. */
export const runUpkeep = async (deps: UpkeepDeps): Promise<UpkeepOutcome> => {
  const counted = await underLease(deps, { name: "roll-ups", everyMs: COUNT_EVERY_MS }, (now) =>
    countRollUps(deps, now),
  );
  if (!counted.ok) {
    return counted.error.type === "LeaseTaken" ? { type: "NotDue" } : { type: "Failed", error: counted.error };
  }
  const frame = counted.value;
  const kept = needsSnapshot(frame)
    ? await underLease(deps, { name: "snapshot", everyMs: SNAPSHOT_EVERY_MS }, (now) => keepSnapshot(deps, frame, now))
    : ok(undefined);
  return kept.ok || kept.error.type === "LeaseTaken" ? { type: "Done" } : { type: "Failed", error: kept.error };
};
