/** Cycles with lists of their own: opened with a plan of partitions, and closed for good. */
import type { Cycle } from "#shared/domain/okr/cycle.ts";
import type { CycleKey } from "#shared/domain/okr/ids.ts";
import { HOME_PARTITION, type Partition } from "#shared/domain/partition/partition.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { CycleRefused, NewerSchema, ProvisionedList } from "#shared/ports/provisioning.ts";
import type { WriteOutcome } from "#shared/ports/okrRepository.ts";
import { findHome } from "../home.ts";
import { listAt } from "../json.ts";
import { partitionLists } from "../lists/all.ts";
import { cycleCodec } from "../lists/cycles.ts";
import { partitionCodec } from "../lists/partitions.ts";
import { equals } from "../repository/filters.ts";
import { rackOf } from "../repository/racks.ts";
import { save } from "../repository/rowWrites.ts";
import { createTables, type HomeTables } from "../repository/tables.ts";
import { accessErrorOf } from "../request/failure.ts";
import { provisionLists, type SiteStructure } from "./lists.ts";
import { readSchema } from "./settings.ts";

export interface CycleDeps {
  readonly structure: SiteStructure;
  readonly home: HomeTables;
  readonly schema: number;
}

const demandSchema = async ({ home, schema }: CycleDeps): Promise<Result<void, AccessError | NewerSchema>> => {
  const found = await readSchema(home);
  if (!found.ok) return found;
  if (found.value === undefined || found.value < schema)
    return err({ type: "NotSetUp", missing: home.settings.listName });
  return found.value > schema ? err({ type: "NewerSchema", found: found.value, supported: schema }) : ok(undefined);
};

const partitionsOf = async ({ home }: CycleDeps, key: CycleKey): Promise<Result<readonly Partition[], AccessError>> => {
  const rows = await home.partitions.read(undefined);
  if (!rows.ok) return err(accessErrorOf(rows.error, home.partitions.listName));
  return ok(rows.value.map(({ record }) => record).filter(({ cycleKey }) => cycleKey === key));
};

const samePlan = (one: readonly Partition[], other: readonly Partition[]): boolean => {
  const text = (plan: readonly Partition[]): string =>
    JSON.stringify(Object.fromEntries(plan.map(({ key, roots }) => [key, roots.toSorted()] as const).toSorted(byKey)));
  const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);
  return text(one) === text(other);
};

/** OKRs that lie in the home lists already would not be found any more. */
const hasRowsAtHome = async ({ structure }: CycleDeps, key: CycleKey): Promise<Result<boolean, AccessError>> => {
  const tables = createTables({ ...structure, onWarning: () => undefined }).of(HOME_PARTITION);
  const found = await Promise.all(
    [tables.objectives, tables.keyResults, tables.drafts].map(async ({ call, listName }) => {
      const path = `/items?$select=id&$top=1&$filter=${equals("CycleKey", key)}`;
      const answer = await structure.send(call("GET", path));
      // More rows than SharePoint looks at are rows too.
      if (!answer.ok && answer.error.type === "TooWide") return ok(true);
      return answer.ok ? ok(hasElements(answer.value.body)) : err(accessErrorOf(answer.error, listName));
    }),
  );
  const failure = found.find((one) => !one.ok);
  return failure ?? ok(found.some((one) => one.ok && one.value));
};

const hasElements = (body: unknown): boolean => listAt(body, "value").length > 0;

const errorOf = (outcome: WriteOutcome): AccessError | undefined => {
  if (outcome.type === "Written") return undefined;
  return outcome.type === "Failed" ? outcome.error : { type: "Unexpected", code: `cycle${outcome.type}` };
};

/** Whether a cycle can have these partitions. */
const examinePlan = async (
  deps: CycleDeps,
  key: CycleKey,
  plan: readonly Partition[],
): Promise<Result<void, AccessError | NewerSchema | CycleRefused>> => {
  const ready = await demandSchema(deps);
  if (!ready.ok) return ready;
  const before = await partitionsOf(deps, key);
  if (!before.ok) return before;
  if (before.value.length > 0) {
    return samePlan(before.value, plan) ? ok(undefined) : err({ type: "OtherPlan", partitions: before.value });
  }
  if (plan.length === 0) return ok(undefined);
  const used = await hasRowsAtHome(deps, key);
  if (!used.ok) return used;
  return used.value ? err({ type: "CycleInUse" }) : ok(undefined);
};

/** May be repeated until it succeeds: lists first, then the registry, and the cycle last, so that nobody sees half of it. */
export const openCycle = async (
  deps: CycleDeps,
  cycle: Cycle,
  plan: readonly Partition[],
): Promise<Result<readonly ProvisionedList[], AccessError | NewerSchema | CycleRefused>> => {
  const { structure, home } = deps;
  const fits = await examinePlan(deps, cycle.key, plan);
  if (!fits.ok) return fits;
  const site = await findHome(structure.send, structure.site, structure.scopes);
  if (!site.ok) return site;
  const declared = plan.flatMap(({ key }) => partitionLists(key));
  const lists = await provisionLists(structure, new Set(site.value.listIds.keys()), declared);
  if (!lists.ok) return lists;
  const registry = rackOf(home.partitions, partitionCodec);
  const registered = await Promise.all(plan.map((partition) => save(structure, registry, partition.key, partition)));
  const failure = registered.map(errorOf).find((error) => error !== undefined);
  if (failure) return err(failure);
  const saved = errorOf(await save(structure, rackOf(home.cycles, cycleCodec), cycle.key, cycle));
  return saved ? err(saved) : ok(lists.value);
};

export const closeCycle = async (
  deps: CycleDeps,
  key: CycleKey,
  closed: boolean,
): Promise<Result<readonly Partition[], AccessError | NewerSchema>> => {
  const { structure, home } = deps;
  const ready = await demandSchema(deps);
  if (!ready.ok) return ready;
  const partitions = await partitionsOf(deps, key);
  if (!partitions.ok) return partitions;
  const cycle = await home.cycles.find(key);
  if (!cycle.ok) return err(accessErrorOf(cycle.error, home.cycles.listName));
  const after = partitions.value.map((partition) => ({ ...partition, closed }));
  const registry = rackOf(home.partitions, partitionCodec);
  const saved = await Promise.all(after.map((partition) => save(structure, registry, partition.key, partition)));
  const failure = saved.map(errorOf).find((error) => error !== undefined);
  if (failure) return err(failure);
  // Leads may write the list of cycles and not the registry: theirs is refused before anything was said of the cycle.
  const record = cycle.value && { ...cycle.value.record, closed };
  const marked = record && (await save(structure, rackOf(home.cycles, cycleCodec), key, record));
  const refused = marked && errorOf(marked);
  return refused ? err(refused) : ok(after);
};
