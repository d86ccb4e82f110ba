import type { PartitionKey } from "#shared/domain/okr/ids.ts";
import type { Person } from "#shared/domain/okr/person.ts";
import type { Result } from "#shared/domain/result.ts";
import type { AccessError } from "./access.ts";

/** One of the people who publish, unlock and close OKRs. */
export interface Lead {
  /** SharePoint's number of the person on this site. */
  readonly id: number;
  readonly person: Person;
}

export interface ProtectedList {
  readonly name: string;
  /** Whether anything had to be changed. */
  readonly mended: boolean;
}

export interface ProtectionReport {
  readonly lists: readonly ProtectedList[];
}

/** What one person may do with the rows of a list, as SharePoint itself works it out. */
export interface EffectiveRights {
  readonly read: boolean;
  readonly add: boolean;
  readonly change: boolean;
  readonly remove: boolean;
}

/** The rights of a list of which somebody has more or less than declared. */
export interface Deviation {
  /** Name of the person or group. */
  readonly who: string;
  /** Names of the levels they have; empty for none. */
  readonly has: readonly string[];
  /** Name of the level they should have; absent for none. */
  readonly wants?: string;
}

export interface ListInspection {
  readonly name: string;
  readonly partition?: PartitionKey;
  /** The list takes its rights from the site, so everybody who edits the site may change every row. */
  readonly inherits: boolean;
  readonly deviations: readonly Deviation[];
  /** Whose rows may be changed is not set as declared. */
  readonly wrongWriteSecurity: boolean;
  readonly keepsVersions: boolean;
  readonly items: number;
}

/** What SharePoint answered about one real person, list by list. */
export interface Proof {
  readonly person: Person;
  readonly role: "member" | "lead";
  readonly lists: readonly {
    readonly name: string;
    readonly may: EffectiveRights;
    readonly ought: EffectiveRights;
  }[];
}

export interface ProtectionInspection {
  /** Undefined where the group of leads was never made. */
  readonly leads: readonly Lead[] | undefined;
  readonly lists: readonly ListInspection[];
  /** One for a plain member and one for a lead, as far as such people were found. */
  readonly proofs: readonly Proof[];
}

/** Partitions as far as their rights depend on them. */
export interface ProtectedPartition {
  readonly key: PartitionKey;
  readonly closed: boolean;
}

/** Who may do what on the lists, enforced by SharePoint itself. Needs an owner of the site. */
export interface Protection {
  /** Makes the group of leads and gives every list the rights declared with it. Running it again mends what differs. */
  readonly protect: (partitions: readonly ProtectedPartition[]) => Promise<Result<ProtectionReport, AccessError>>;
  /** Gives the lists of one partition the rights it has open, or closed: nobody but owners may write any more. */
  readonly protectPartition: (partition: ProtectedPartition) => Promise<Result<ProtectionReport, AccessError>>;
  readonly inspect: (
    partitions: readonly ProtectedPartition[],
    /** Addresses of people among whom a plain member may be found. */
    candidates: readonly string[],
  ) => Promise<Result<ProtectionInspection, AccessError>>;
  readonly leads: () => Promise<Result<readonly Lead[], AccessError>>;
  /** The person needs an address. Adding somebody twice changes nothing. */
  readonly addLead: (person: Person) => Promise<Result<void, AccessError>>;
  readonly removeLead: (lead: Lead) => Promise<Result<void, AccessError>>;
}

export interface ProtectionDep {
  readonly protection: Protection;
}
