import type { CycleKey } from "#shared/domain/okr/ids.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { OkrRepositoryDep } from "#shared/ports/okrRepository.ts";
import type { PressureDep } from "#shared/ports/pressure.ts";
import type { ProtectionDep, ProtectionInspection } from "#shared/ports/protection.ts";
import type { StructureDep, StructureInspection } from "#shared/ports/structure.ts";
import { bySeverity, rightsFindings, structureFindings, type Finding } from "./findings.ts";
import { usageOf, type Usage } from "./sizes.ts";

export interface HealthReport {
  /** The worst first; none: everything is as it should be. */
  readonly findings: readonly Finding[];
  /** Absent on a site where Drumbeat was never set up. */
  readonly schema?: number;
  readonly supported: number;
  /** Empty when rights could not be looked at, which tells sizes, too. */
  readonly sizes: readonly Usage[];
  /** What SharePoint said about real people, as far as it was as declared. */
  readonly proved: readonly { readonly role: "member" | "lead"; readonly name: string }[];
}

export type HealthDeps = OkrRepositoryDep & StructureDep & ProtectionDep & Partial<PressureDep>;

export interface HealthOptions {
  /** Asked whether it was let into the site. */
  readonly appId?: string;
  /** Addresses of people who are plain members; otherwise some are looked for. */
  readonly members?: readonly string[];
}

const NOTHING_YET: Pick<Frame, "partitions" | "cycles"> = { partitions: [], cycles: [] };

/** Looks at everything that must be right for OKRs to be safe and quick, and changes nothing. */
export const checkHealth =
  (deps: HealthDeps) =>
  async ({ appId, members }: HealthOptions): Promise<Result<HealthReport, AccessError>> => {
    const frame = await deps.okrRepository.readFrame();
    if (!frame.ok && frame.error.type !== "NotSetUp") return frame;
    const { partitions, cycles } = frame.ok ? frame.value : NOTHING_YET;
    const structure = await deps.structure.inspect(partitions.map(({ key }) => key));
    if (!structure.ok) return structure;
    const isSetUp = structure.value.schema !== undefined;
    const rights = isSetUp ? await lookAtRights(deps, partitions, members) : undefined;
    const findings: readonly Finding[] = [
      ...structureFindings(structure.value),
      ...halfClosed(partitions, cycles),
      ...(rights ? findingsOfRights(rights) : []),
      ...(appId === undefined ? [] : await grantFindings(deps, appId)),
      ...pressureFindings(deps),
    ];
    return ok(reportOf(structure.value, rights?.ok ? rights.value : undefined, findings));
  };

const reportOf = (
  { schema, supported }: StructureInspection,
  inspected: ProtectionInspection | undefined,
  findings: readonly Finding[],
): HealthReport => ({
  findings: bySeverity(findings),
  ...(schema === undefined ? {} : { schema }),
  supported,
  sizes: inspected?.lists.map(usageOf) ?? [],
  proved: inspected?.proofs.map(({ role, person }) => ({ role, name: person.name })) ?? [],
});

const findingsOfRights = (rights: Result<ProtectionInspection, AccessError>): readonly Finding[] =>
  rights.ok ? rightsFindings(rights.value) : [{ code: "rightsUnknown", error: rights.error }];

const lookAtRights = async (
  { structure, protection }: HealthDeps,
  partitions: Frame["partitions"],
  members: readonly string[] | undefined,
) => {
  if (members) return protection.inspect(partitions, members);
  const owners = await structure.someOwners(partitions.map(({ key }) => key));
  return owners.ok ? protection.inspect(partitions, owners.value) : owners;
};

/** Closing was interrupted: one says it is over and the other does not. */
const halfClosed = (partitions: Frame["partitions"], cycles: Frame["cycles"]): readonly Finding[] => {
  const closed = new Map<CycleKey, boolean>(cycles.map((cycle) => [cycle.key, cycle.closed]));
  return partitions.flatMap(({ key, cycleKey, closed: isClosed }): readonly Finding[] => {
    const ought = closed.get(cycleKey) ?? isClosed;
    return ought === isClosed ? [] : [{ code: "closedButOpen", cycleKey, closed: ought, partition: key }];
  });
};

const grantFindings = async ({ structure }: HealthDeps, appId: string): Promise<readonly Finding[]> => {
  const granted = await structure.isGranted(appId);
  if (!granted.ok) return [{ code: "grantUnknown", error: granted.error }];
  return granted.value ? [] : [{ code: "appNotGranted", appId }];
};

const pressureFindings = ({ pressure }: HealthDeps): readonly Finding[] => {
  const level = pressure?.level() ?? "free";
  return level === "free" ? [] : [{ code: "throttled", level }];
};
