import type { LogAction } from "#shared/domain/audit/logEntry.ts";
import type { Cycle } from "#shared/domain/okr/cycle.ts";
import type { CycleKey } from "#shared/domain/okr/ids.ts";
import type { Person } from "#shared/domain/okr/person.ts";
import type { Partition } from "#shared/domain/partition/partition.ts";
import { ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { ClockDep } from "#shared/ports/clock.ts";
import type { IdsDep } from "#shared/ports/ids.ts";
import type { LeadershipRegisterDep } from "#shared/ports/leadership.ts";
import type { OkrRepositoryDep } from "#shared/ports/okrRepository.ts";
import type { Lead, ProtectionDep, ProtectionReport } from "#shared/ports/protection.ts";
import type {
  CycleRefused,
  NewerSchema,
  ProvisionChoices,
  ProvisioningDep,
  ProvisionReport,
} from "#shared/ports/provisioning.ts";
import type { WhoDep } from "#shared/ports/who.ts";
import { newEntry } from "./logEntries.ts";

export type AdministrationDeps = OkrRepositoryDep &
  ProvisioningDep &
  ProtectionDep &
  LeadershipRegisterDep &
  WhoDep &
  ClockDep &
  IdsDep;

export type SetUpReport = ProvisionReport & { readonly rights: ProtectionReport["lists"] };

export interface ClosedCycle {
  /** Whether SharePoint itself keeps everybody from writing: not where its OKRs lie in lists that other cycles use. */
  readonly isLocked: boolean;
}

/** What owners of the site do. Whoever is none is told `Forbidden` by SharePoint, and nothing changes. */
export interface Administration {
  /** Makes the lists, upgrades and mends them, and gives them their rights. May be repeated at any time. */
  readonly setUp: (choices: ProvisionChoices) => Promise<Result<SetUpReport, AccessError | NewerSchema>>;
  /** Gives every list the rights declared with it. */
  readonly protect: () => Promise<Result<ProtectionReport, AccessError>>;
  readonly leads: () => Promise<Result<readonly Lead[], AccessError>>;
  readonly addLead: (person: Person) => Promise<Result<readonly Lead[], AccessError>>;
  readonly removeLead: (lead: Lead) => Promise<Result<readonly Lead[], AccessError>>;
  readonly openCycle: (
    cycle: Cycle,
    partitions: readonly Partition[],
  ) => Promise<Result<void, AccessError | NewerSchema | CycleRefused>>;
  /** Marks the cycle as over, and makes its lists read-only in the same step, where it has its own. */
  readonly closeCycle: (key: CycleKey) => Promise<Result<ClosedCycle, AccessError | NewerSchema>>;
  readonly reopenCycle: (key: CycleKey) => Promise<Result<ClosedCycle, AccessError | NewerSchema>>;
}

export const administration = (deps: AdministrationDeps): Administration => {
  const { provisioning, protection } = deps;
  return {
    setUp: (choices) => setUp(deps, choices),
    protect: () => protectAll(deps),
    leads: protection.leads,
    addLead: async (person) => {
      const added = await protection.addLead(person);
      return added.ok ? registered(deps) : added;
    },
    removeLead: async (lead) => {
      const removed = await protection.removeLead(lead);
      return removed.ok ? registered(deps) : removed;
    },
    openCycle: async (cycle, partitions) => {
      const opened = await provisioning.openCycle(cycle, partitions);
      if (!opened.ok) return opened;
      const done = await protectThese(deps, partitions);
      if (!done.ok) return done;
      await log(deps, "openCycle", cycle.name, { cycleKey: cycle.key });
      return ok(undefined);
    },
    closeCycle: (key) => close(deps, key, true),
    reopenCycle: (key) => close(deps, key, false),
  };
};

const setUp = async (
  deps: AdministrationDeps,
  choices: ProvisionChoices,
): Promise<Result<SetUpReport, AccessError | NewerSchema>> => {
  const provisioned = await deps.provisioning.provision(choices);
  if (!provisioned.ok) return provisioned;
  const rights = await protectAll(deps);
  return rights.ok ? ok({ ...provisioned.value, rights: rights.value.lists }) : rights;
};

const protectAll = async (deps: AdministrationDeps): Promise<Result<ProtectionReport, AccessError>> => {
  const { okrRepository, protection } = deps;
  const frame = await okrRepository.readFrame();
  if (!frame.ok) return frame;
  const report = await protection.protect(frame.value.partitions);
  if (!report.ok) return report;
  const leads = await registered(deps);
  if (!leads.ok) return leads;
  const mended = report.value.lists.filter((list) => list.mended).map(({ name }) => name);
  if (mended.length > 0) await log(deps, "repair", mended.join(", "));
  return report;
};

/** One after the other: each is some dozen calls to a service that counts them. */
const protectThese = async (
  { protection }: AdministrationDeps,
  partitions: readonly Partition[],
): Promise<Result<void, AccessError>> => {
  for (const { key, closed } of partitions) {
    const done = await protection.protectPartition({ key, closed });
    if (!done.ok) return done;
  }
  return ok(undefined);
};

/** Writes down who leads, and that whoever does this is an owner. */
const registered = async (deps: AdministrationDeps): Promise<Result<readonly Lead[], AccessError>> => {
  const { protection, leadershipRegister, who } = deps;
  const leads = await protection.leads();
  if (!leads.ok) return leads;
  const me = await who();
  if (!me.ok) return me;
  const known = await leadershipRegister.read();
  const owners = (known.ok ? known.value?.owners : undefined) ?? [];
  const written = await leadershipRegister.write({
    leads: leads.value.map(({ person }) => person),
    owners: owners.some(({ id }) => id === me.value.id) ? owners : [...owners, me.value],
  });
  return written.ok ? leads : written;
};

/**
 * The mark comes first, so that the apps stop offering what will be refused; should the rights then fail, health names the half
 * that is done, and the same call finishes it. Of somebody who may write the mark and not the rights, the mark is taken back.
 */
const close = async (
  deps: AdministrationDeps,
  key: CycleKey,
  closed: boolean,
): Promise<Result<ClosedCycle, AccessError | NewerSchema>> => {
  const marked = await deps.provisioning.closeCycle(key, closed);
  if (!marked.ok) return marked;
  const done = await protectThese(deps, marked.value);
  if (!done.ok) {
    if (done.error.type === "Forbidden") await deps.provisioning.closeCycle(key, !closed);
    return done;
  }
  await log(deps, closed ? "closeCycle" : "reopenCycle", "", { cycleKey: key });
  const isComplete = marked.value.some(({ roots }) => roots.length === 0);
  return ok({ isLocked: closed && isComplete });
};

const log = async (
  deps: AdministrationDeps,
  action: LogAction,
  reason: string,
  about: { readonly cycleKey?: CycleKey } = {},
): Promise<void> => {
  const author = await deps.who();
  if (!author.ok) return;
  const entry = newEntry(deps, author.value, action, reason, about);
  await deps.okrRepository.write([{ kind: "addLogEntry", entry }]);
};
