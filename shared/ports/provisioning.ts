import type { Level } from "#shared/domain/okr/unit.ts";
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

export interface Provisioning {
  /** Makes the home site ready. Running it again repairs what is missing and changes nothing else. */
  readonly provision: (choices: ProvisionChoices) => Promise<Result<ProvisionReport, AccessError | NewerSchema>>;
}

export interface ProvisioningDep {
  readonly provisioning: Provisioning;
}
