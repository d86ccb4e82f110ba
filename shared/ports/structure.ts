import type { PartitionKey } from "#shared/domain/okr/ids.ts";
import type { Result } from "#shared/domain/result.ts";
import type { AccessError } from "./access.ts";

export interface ColumnFault {
  readonly column: string;
  /** `differs`: without its index, not unique, or short of choices. `unusable`: of another kind, made by somebody else. */
  readonly fault: "missing" | "differs" | "unusable";
}

export interface ListStructure {
  readonly name: string;
  readonly exists: boolean;
  readonly faults: readonly ColumnFault[];
}

export interface StructureInspection {
  /** Version of the lists; absent on a site where Drumbeat was never set up. */
  readonly schema?: number;
  /** Version that this program makes. */
  readonly supported: number;
  readonly lists: readonly ListStructure[];
}

/** Looks at the lists of the site as they are made; changes nothing. */
export interface Structure {
  readonly inspect: (partitions: readonly PartitionKey[]) => Promise<Result<StructureInspection, AccessError>>;
  /** Addresses of some people who own OKRs in the home lists or in partitions, as examples of whoever uses the site. */
  readonly someOwners: (partitions: readonly PartitionKey[]) => Promise<Result<readonly string[], AccessError>>;
  /** Whether an administrator has let the registered app into the site. */
  readonly isGranted: (appId: string) => Promise<Result<boolean, AccessError>>;
}

export interface StructureDep {
  readonly structure: Structure;
}
