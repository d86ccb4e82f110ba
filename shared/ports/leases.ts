import type { Brand } from "#shared/domain/brand.ts";
import type { Instant } from "#shared/domain/day.ts";
import type { Result } from "#shared/domain/result.ts";
import type { AccessError } from "./access.ts";

/** Which window, tab or process holds a lease. */
export type LeaseHolder = Brand<string, "LeaseHolder">;
export const leaseHolder = (text: string): LeaseHolder => text as LeaseHolder;

export interface Lease {
  readonly name: string;
  readonly holder: LeaseHolder;
  /** By the clock of the service. */
  readonly until: Instant;
  /** Opaque; changes with every renewal. */
  readonly version: string;
}

/** Somebody else holds it. */
export interface LeaseTaken {
  readonly type: "LeaseTaken";
  /** By the clock of the service. */
  readonly until: Instant;
}

/**
 * Work that one client does on behalf of all, and nobody waits for. Whether a lease is over is judged by the service's clock
 * alone: those of two clients may differ by hours.
 */
export interface Leases {
  /** Takes a free lease, or one that is over. */
  readonly take: (name: string, holder: LeaseHolder, ms: number) => Promise<Result<Lease, AccessError | LeaseTaken>>;
  /** Fails when somebody else took it meanwhile. */
  readonly renew: (lease: Lease, ms: number) => Promise<Result<Lease, AccessError | LeaseTaken>>;
  /** Lets others have it at once. A lease that is lost already needs no giving. */
  readonly give: (lease: Lease) => Promise<Result<void, AccessError>>;
}

export interface LeasesDep {
  readonly leases: Leases;
}
