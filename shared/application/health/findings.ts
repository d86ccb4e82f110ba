import type { CycleKey, PartitionKey } from "#shared/domain/okr/ids.ts";
import type { Person } from "#shared/domain/okr/person.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { PressureLevel } from "#shared/ports/pressure.ts";
import type {
  Deviation,
  EffectiveRights,
  ListInspection,
  Proof,
  ProtectionInspection,
} from "#shared/ports/protection.ts";
import type { ColumnFault, ListStructure, StructureInspection } from "#shared/ports/structure.ts";
import { usageOf, type Usage } from "./sizes.ts";

export type Severity = "error" | "warning" | "info";

/** What sets a finding right. */
export type Mend =
  /** Make the lists and columns, and bring them to this version. */
  | "setUp"
  /** Set the rights as declared. */
  | "protect"
  /** Let the app into the site; takes an administrator of the tenant. */
  | "grant"
  /** Name somebody who may publish. */
  | "addLead"
  /** Finish closing or opening a cycle. */
  | "close";

/** What is wrong with a site, with what a sentence about it needs. */
export type Finding =
  | { readonly code: "neverSetUp"; readonly missing: string }
  | { readonly code: "olderSchema"; readonly found: number; readonly supported: number }
  | { readonly code: "newerSchema"; readonly found: number; readonly supported: number }
  | { readonly code: "listMissing"; readonly list: string }
  | { readonly code: "columnsMissing"; readonly list: string; readonly columns: readonly string[] }
  | { readonly code: "columnsDiffer"; readonly list: string; readonly columns: readonly string[] }
  | { readonly code: "columnsUnusable"; readonly list: string; readonly columns: readonly string[] }
  /** Looking at rights takes an owner of the site. */
  | { readonly code: "rightsUnknown"; readonly error: AccessError }
  | { readonly code: "leadsGroupMissing" }
  | { readonly code: "nobodyLeads" }
  | { readonly code: "listOpen"; readonly list: string }
  | { readonly code: "rightsDiffer"; readonly list: string; readonly deviations: readonly Deviation[] }
  | { readonly code: "anyRowMayBeChanged"; readonly list: string }
  | { readonly code: "noVersions"; readonly list: string }
  /** What SharePoint answered about a real person differs from what was declared. */
  | {
      readonly code: "disproved";
      readonly person: Person;
      readonly role: Proof["role"];
      readonly list: string;
      readonly may: EffectiveRights;
      readonly ought: EffectiveRights;
    }
  /** Nobody was found of whom SharePoint could be asked. */
  | { readonly code: "notProved"; readonly role: Proof["role"] }
  | { readonly code: "listFull"; readonly usage: Usage }
  | { readonly code: "listFilling"; readonly usage: Usage }
  | {
      readonly code: "closedButOpen";
      readonly cycleKey: CycleKey;
      readonly closed: boolean;
      readonly partition: PartitionKey;
    }
  | { readonly code: "appNotGranted"; readonly appId: string }
  | { readonly code: "grantUnknown"; readonly error: AccessError }
  | { readonly code: "throttled"; readonly level: Exclude<PressureLevel, "free"> };

export type FindingCode = Finding["code"];

const ABOUT: Readonly<Record<FindingCode, { readonly severity: Severity; readonly mend?: Mend }>> = {
  neverSetUp: { severity: "error", mend: "setUp" },
  olderSchema: { severity: "error", mend: "setUp" },
  newerSchema: { severity: "error" },
  listMissing: { severity: "error", mend: "setUp" },
  columnsMissing: { severity: "error", mend: "setUp" },
  columnsDiffer: { severity: "error", mend: "setUp" },
  columnsUnusable: { severity: "error" },
  rightsUnknown: { severity: "warning" },
  leadsGroupMissing: { severity: "error", mend: "protect" },
  nobodyLeads: { severity: "warning", mend: "addLead" },
  listOpen: { severity: "error", mend: "protect" },
  rightsDiffer: { severity: "error", mend: "protect" },
  anyRowMayBeChanged: { severity: "error", mend: "protect" },
  noVersions: { severity: "warning", mend: "protect" },
  disproved: { severity: "error", mend: "protect" },
  notProved: { severity: "info" },
  listFull: { severity: "error" },
  listFilling: { severity: "warning" },
  closedButOpen: { severity: "warning", mend: "close" },
  appNotGranted: { severity: "warning", mend: "grant" },
  grantUnknown: { severity: "info" },
  throttled: { severity: "info" },
};

export const severityOf = ({ code }: Finding): Severity => ABOUT[code].severity;
export const mendOf = ({ code }: Finding): Mend | undefined => ABOUT[code].mend;

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** The worst first; of the same severity as they were found. */
export const bySeverity = (findings: readonly Finding[]): readonly Finding[] =>
  findings.toSorted((a, b) => RANK[severityOf(a)] - RANK[severityOf(b)]);

export const structureFindings = ({ schema, supported, lists }: StructureInspection): readonly Finding[] => {
  if (schema === undefined) {
    const missing = lists.find(({ exists }) => !exists) ?? lists[0];
    return [{ code: "neverSetUp", missing: missing?.name ?? "" }];
  }
  if (schema > supported) return [{ code: "newerSchema", found: schema, supported }];
  return [
    ...(schema < supported ? [{ code: "olderSchema", found: schema, supported } as const] : []),
    ...lists.flatMap(listFindings),
  ];
};

const listFindings = ({ name: list, exists, faults }: ListStructure): readonly Finding[] => {
  if (!exists) return [{ code: "listMissing", list }];
  const withFault = (wanted: ColumnFault["fault"]): readonly string[] =>
    faults.filter(({ fault }) => fault === wanted).map(({ column }) => column);
  const found = { missing: withFault("missing"), differs: withFault("differs"), unusable: withFault("unusable") };
  return [
    ...(found.missing.length > 0 ? [{ code: "columnsMissing", list, columns: found.missing } as const] : []),
    ...(found.differs.length > 0 ? [{ code: "columnsDiffer", list, columns: found.differs } as const] : []),
    ...(found.unusable.length > 0 ? [{ code: "columnsUnusable", list, columns: found.unusable } as const] : []),
  ];
};

export const rightsFindings = ({ leads, lists, proofs }: ProtectionInspection): readonly Finding[] => [
  ...(leads === undefined ? [{ code: "leadsGroupMissing" } as const] : []),
  ...(leads?.length === 0 ? [{ code: "nobodyLeads" } as const] : []),
  ...lists.flatMap(protectionFindings),
  ...proofs.flatMap(proofFindings),
  ...(["member", "lead"] as const)
    .filter((role) => leads !== undefined && !proofs.some((proof) => proof.role === role))
    .filter((role) => role === "member" || leads?.length !== 0)
    .map((role): Finding => ({ code: "notProved", role })),
];

const protectionFindings = (found: ListInspection): readonly Finding[] => {
  const { name: list, inherits, deviations, wrongWriteSecurity, keepsVersions } = found;
  return [
    ...(inherits ? [{ code: "listOpen", list } as const] : []),
    ...(deviations.length > 0 ? [{ code: "rightsDiffer", list, deviations } as const] : []),
    ...(wrongWriteSecurity && !inherits ? [{ code: "anyRowMayBeChanged", list } as const] : []),
    ...(keepsVersions ? [] : [{ code: "noVersions", list } as const]),
    ...sizeFindings(found),
  ];
};

const sizeFindings = (found: ListInspection): readonly Finding[] => {
  const usage = usageOf(found);
  if (usage.items >= usage.limit) return [{ code: "listFull", usage }];
  return usage.isFilling ? [{ code: "listFilling", usage }] : [];
};

const proofFindings = ({ person, role, lists }: Proof): readonly Finding[] =>
  lists
    .filter(({ may, ought }) =>
      (["read", "add", "change", "remove"] as const).some((right) => may[right] !== ought[right]),
    )
    .map(({ name: list, may, ought }) => ({ code: "disproved", person, role, list, may, ought }));
