import { instantOf } from "#shared/domain/day.ts";
import { err, ok } from "#shared/domain/result.ts";
import type { Lease, LeaseHolder, Leases } from "#shared/ports/leases.ts";

/** @param now of the service, milliseconds since 1970 */
export const createMemoryLeases = (now: () => number): Leases => {
  const kept = new Map<string, Lease>();
  let writes = 0;
  const keep = (name: string, holder: LeaseHolder, ms: number): Lease => {
    writes += 1;
    const lease = { name, holder, until: instantOf(now() + ms), version: String(writes) };
    kept.set(name, lease);
    return lease;
  };
  return {
    take: (name, holder, ms) => {
      const lease = kept.get(name);
      const isFree = !lease || lease.holder === holder || lease.until <= instantOf(now());
      return Promise.resolve(isFree ? ok(keep(name, holder, ms)) : err({ type: "LeaseTaken", until: lease.until }));
    },
    renew: (lease, ms) => {
      const current = kept.get(lease.name);
      const isMine = current === undefined || current.version === lease.version;
      return Promise.resolve(
        isMine ? ok(keep(lease.name, lease.holder, ms)) : err({ type: "LeaseTaken", until: current.until }),
      );
    },
    give: (lease) => {
      if (kept.get(lease.name)?.version === lease.version) kept.delete(lease.name);
      return Promise.resolve(ok(undefined));
    },
  };
};
