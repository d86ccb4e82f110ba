import { epochMsOf, instantOf, type Instant } from "#shared/domain/day.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { findPartitions, HOME_PARTITION } from "#shared/domain/partition/partition.ts";
import { ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { LeaseHolder, LeasesDep, LeaseTaken } from "#shared/ports/leases.ts";
import type { SnapshotsDep } from "#shared/ports/snapshots.ts";
import { countRollUps, openCycles, type CountingDeps, type GoOn } from "./countRollUps.ts";

export type UpkeepDeps = CountingDeps & SnapshotsDep & LeasesDep & { readonly holder: LeaseHolder };

export type UpkeepOutcome =
  | { readonly type: "Done" }
  /** Somebody did it lately, or does it now. */
  | { readonly type: "NotDue" }
  | { readonly type: "Failed"; readonly error: AccessError };

const MINUTE_MS = 60_000;
/** Longer than a step of the work takes; a client that goes away in the middle of it holds the lease no longer. */
const WORK_MS = 3 * MINUTE_MS;
/** What is done is not due again before. */
const COUNT_EVERY_MS = 15 * MINUTE_MS;
const SNAPSHOT_EVERY_MS = 360 * MINUTE_MS;

/**
 * Does a work while holding its lease, and keeps the lease until the work is due again.
 * @param work is told what time it is at the service; between its steps it asks whether to go on
 */
const underLease = async <T>(
  { leases, holder }: UpkeepDeps,
  { name, everyMs }: { readonly name: string; readonly everyMs: number },
  work: (now: Instant, goOn: GoOn) => Promise<Result<T, AccessError | LeaseTaken>>,
): Promise<Result<T, AccessError | LeaseTaken>> => {
  const taken = await leases.take(name, holder, WORK_MS);
  if (!taken.ok) return taken;
  let lease = taken.value;
  const goOn: GoOn = async () => {
    const renewed = await leases.renew(lease, WORK_MS);
    if (!renewed.ok) return renewed;
    lease = renewed.value;
    return ok(undefined);
  };
  const done = await work(instantOf(epochMsOf(lease.until) - WORK_MS), goOn);
  // Whether the lease can be kept or given changes nothing of what was done.
  await (done.ok ? leases.renew(lease, everyMs) : leases.give(lease));
  return done;
};

const keepSnapshot = async (
  { okrRepository, snapshots }: UpkeepDeps,
  frame: Frame,
  asOf: Instant,
  goOn: GoOn,
): Promise<Result<void, AccessError | LeaseTaken>> => {
  const cycleKeys = openCycles(frame);
  const opened = await okrRepository.openOkrs({ cycleKeys, units: "all" });
  if (!opened.ok) return opened;
  const ours = await goOn();
  return ours.ok ? snapshots.write({ asOf, cycleKeys, ...opened.value }) : ours;
};

const needsSnapshot = (frame: Frame): boolean =>
  [...findPartitions(frame).ofScope(openCycles(frame), "all").keys()].some((key) => key !== HOME_PARTITION);

/** Does what is due. */
export const runUpkeep = async (deps: UpkeepDeps): Promise<UpkeepOutcome> => {
  const counted = await underLease(deps, { name: "roll-ups", everyMs: COUNT_EVERY_MS }, (now, goOn) =>
    countRollUps(deps, now, goOn),
  );
  if (!counted.ok) {
    return counted.error.type === "LeaseTaken" ? { type: "NotDue" } : { type: "Failed", error: counted.error };
  }
  const frame = counted.value;
  const kept = needsSnapshot(frame)
    ? await underLease(deps, { name: "snapshot", everyMs: SNAPSHOT_EVERY_MS }, (now, goOn) =>
        keepSnapshot(deps, frame, now, goOn),
      )
    : ok(undefined);
  return kept.ok || kept.error.type === "LeaseTaken" ? { type: "Done" } : { type: "Failed", error: kept.error };
};
