/**
 * What a simulated organisation consists of, in neutral terms: nothing here names a list, a column or a product.
 * The start script hands the OKRs of a world to the product's own import path.
 */

/** The people a visitor can be. `admin` is a tenant administrator, `outsider` has an account but no access to the OKR site. */
export type PersonaKey = "sponsor" | "facilitator" | "lead" | "member" | "outsider" | "admin";

export interface WorldUser {
  /** Entra object id, a GUID. */
  readonly id: string;
  readonly displayName: string;
  readonly givenName: string;
  readonly surname: string;
  readonly userPrincipalName: string;
  readonly mail: string;
  readonly jobTitle: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** BCP 47, for example `de-DE`. */
  readonly preferredLanguage: string;
  /** Absent means `Member`. */
  readonly userType?: "Member" | "Guest";
}

export interface WorldChannel {
  readonly id: string;
  readonly displayName: string;
}

/** A Microsoft 365 group with its team and its SharePoint site. */
export interface WorldGroup {
  readonly id: string;
  readonly displayName: string;
  readonly description: string;
  readonly mailNickname: string;
  readonly visibility: "Public" | "Private";
  readonly ownerIds: readonly string[];
  readonly memberIds: readonly string[];
  readonly channels: readonly WorldChannel[];
}

export interface WorldTenant {
  readonly id: string;
  readonly displayName: string;
  /** For example `northwind.example`. */
  readonly domain: string;
  /** For example `northwind.sharepoint.example`; sites live at `https://<host>/sites/<mailNickname>`. */
  readonly sharePointHost: string;
}

export interface WorldCycle {
  readonly key: string;
  readonly name: string;
  readonly kind: "annual" | "quarterly" | "custom";
  /** Calendar days, `YYYY-MM-DD`, both inclusive. */
  readonly start: string;
  readonly end: string;
}

/** A place in the organisation that has OKRs. */
export interface WorldUnit {
  readonly key: string;
  readonly name: string;
  readonly level: "company" | "region" | "country" | "function" | "team";
  readonly parentKey?: string;
  /** The group of that unit, where it has one. */
  readonly groupId?: string;
  /** ISO 3166-1 alpha-2, for countries and what lies below them. */
  readonly country?: string;
}

export interface WorldObjective {
  readonly key: string;
  readonly unitKey: string;
  readonly cycleKey: string;
  readonly title: string;
  readonly why?: string;
  readonly ownerId?: string;
  /** Keys of objectives or key results. */
  readonly parentKeys: readonly string[];
  readonly ambition: "committed" | "aspirational";
  /** Absent means agreed and being worked on. */
  readonly stage?: "draft";
}

export type WorldMeasure =
  | {
      readonly kind: "metric";
      readonly direction: "up" | "down";
      readonly unit: string;
      readonly baseline: number;
      readonly target: number;
    }
  | {
      readonly kind: "metric";
      readonly direction: "stayAbove" | "stayBelow";
      readonly unit: string;
      readonly limit: number;
    }
  | {
      readonly kind: "metric";
      readonly direction: "stayBetween";
      readonly unit: string;
      readonly low: number;
      readonly high: number;
    }
  | { readonly kind: "percentage"; readonly target: number }
  | { readonly kind: "milestone"; readonly due: string; readonly acceptance: string }
  | { readonly kind: "baseline"; readonly unit: string };

export interface WorldKeyResult {
  readonly key: string;
  readonly objectiveKey: string;
  readonly title: string;
  readonly ownerId?: string;
  readonly measure: WorldMeasure;
  /** Commit, target and stretch as agreed before the cycle, in the unit of the measure. */
  readonly preScore?: { readonly commit: number; readonly target: number; readonly stretch: number };
  /** Share of the objective, in percent; absent means an equal share. */
  readonly weight?: number;
}

export interface WorldCheckIn {
  readonly key: string;
  readonly keyResultKey: string;
  readonly authorId: string;
  /** ISO 8601 instant. */
  readonly at: string;
  /** In the unit of the measure; 0 or 1 for milestones; percent done (0-100) for percentages. */
  readonly value?: number;
  /** 0-10. */
  readonly confidence?: number;
  readonly note: string;
}

/** Work that should move a key result. */
export interface WorldInitiative {
  readonly key: string;
  readonly objectiveKey: string;
  /** Absent: it serves the objective as a whole. */
  readonly keyResultKey?: string;
  readonly title: string;
  readonly ownerId?: string;
  readonly state: "notStarted" | "underWay" | "done" | "dropped";
  /** Calendar day. */
  readonly due?: string;
  readonly writtenBy: string;
  /** ISO 8601 instant. */
  readonly writtenAt: string;
}

/** Ground truth about duplicated effort hidden in the world; for tests and the radar's evaluation, never loaded into lists. */
export interface WorldDuplicate {
  readonly kind: "parallel" | "pass-through" | "shared" | "contrary";
  readonly objectiveKeys: readonly string[];
}

export interface WorldOkrs {
  readonly cycles: readonly WorldCycle[];
  readonly units: readonly WorldUnit[];
  readonly objectives: readonly WorldObjective[];
  readonly keyResults: readonly WorldKeyResult[];
  /** Made while they are read, the same ones every time: there may be half a million. */
  readonly checkIns: Iterable<WorldCheckIn>;
  /** Made while they are read, the same ones every time. */
  readonly initiatives: Iterable<WorldInitiative>;
  readonly duplicates: readonly WorldDuplicate[];
}

export interface World {
  readonly name: string;
  readonly seed: number;
  /** The day on which the story stands, `YYYY-MM-DD`. Dates of cycles and check-ins are laid out around it. */
  readonly today: string;
  readonly tenant: WorldTenant;
  readonly personas: Readonly<Record<PersonaKey, string>>;
  readonly users: readonly WorldUser[];
  readonly groups: readonly WorldGroup[];
  /** `mailNickname` of the group whose site holds the OKRs. Everybody but guests and outsiders may read and contribute there. */
  readonly homeGroup: string;
  /** User ids without any right on the home site. */
  readonly outsiderIds: readonly string[];
  /** User ids of those who see to it that the OKRs of their part of the organisation are agreed, kept and closed. */
  readonly okrLeadIds: readonly string[];
  /** Written on first use. */
  readonly okrs: WorldOkrs;
}
