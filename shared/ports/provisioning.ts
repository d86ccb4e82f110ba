import type { Cycle } from "#shared/domain/okr/cycle.ts";
import type { CycleKey } from "#shared/domain/okr/ids.ts";
import type { Level } from "#shared/domain/okr/unit.ts";
import type { Partition } from "#shared/domain/partition/partition.ts";
import type { Result } from "#shared/domain/result.ts";
import type { AccessError } from "./access.ts";

/** What an administrator may decide when Drumbeat is set up; what is absent stays as it is. */
export interface ProvisionChoices {
  readonly organisation?: string;
  readonly levels?: readonly Level[];
  /** The registered app that is to be let into the site, where the tenant admits apps site by site. */
  readonly grantTo?: { readonly appId: string; readonly name: string };
}

export interface ProvisionedList {
  readonly name: string;
  readonly created: boolean;
  /** Columns that were missing, or not indexed or unique as they must be, and are now. */
  readonly repairedColumns: readonly string[];
  /** Columns of another kind than needed, made by somebody else under our name; only a person can solve that. */
  readonly unusableColumns: readonly string[];
}

export interface ProvisionReport {
  readonly lists: readonly ProvisionedList[];
  /** Version of the lists before; absent on a new site. */
  readonly schemaBefore?: number;
  readonly schema: number;
}

/** The lists were made by a newer version of Drumbeat; changing them could destroy what it keeps there. */
export interface NewerSchema {
  readonly type: "NewerSchema";
  readonly found: number;
  readonly supported: number;
}

/** Why a cycle cannot be given lists of its own. */
export type CycleRefused =
  /** It has OKRs in the home lists already. */
  | { readonly type: "CycleInUse" }
  /** It has been opened with these. */
  | { readonly type: "OtherPlan"; readonly partitions: readonly Partition[] };

export interface Provisioning {
  /** Makes the home site ready. Running it again repairs what is missing and changes nothing else. */
  readonly provision: (choices: ProvisionChoices) => Promise<Result<ProvisionReport, AccessError | NewerSchema>>;
  /**
   * Makes the lists of a cycle's partitions, then the cycle; without partitions its OKRs will lie in the home lists. Running it
   * again with the same plan repairs what is missing.
   */
  readonly openCycle: (
    cycle: Cycle,
    partitions: readonly Partition[],
  ) => Promise<Result<readonly ProvisionedList[], AccessError | NewerSchema | CycleRefused>>;
  /** Marks a cycle and its partitions as closed, or open again. Who may still write there is a matter of rights, not of this. */
  readonly closeCycle: (
    cycleKey: CycleKey,
    closed: boolean,
  ) => Promise<Result<readonly Partition[], AccessError | NewerSchema>>;
}

export interface ProvisioningDep {
  readonly provisioning: Provisioning;
}
