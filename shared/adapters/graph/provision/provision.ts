import { err, ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type {
  NewerSchema,
  ProvisionChoices,
  ProvisionedList,
  Provisioning,
  ProvisionReport,
} from "#shared/ports/provisioning.ts";
import { findHome } from "../home.ts";
import { homeLists, partitionLists } from "../lists/all.ts";
import { createTables, type HomeTables } from "../repository/tables.ts";
import type { SendToGraph } from "../request/call.ts";
import { accessErrorOf } from "../request/failure.ts";
import { scopesOf } from "../scopes.ts";
import { closeCycle, openCycle } from "./cycles.ts";
import { grantSite } from "./grant.ts";
import { provisionLists, type SiteStructure } from "./lists.ts";
import { MIGRATIONS, type Migration } from "./migrations.ts";
import { SCHEMA_VERSION } from "./schema.ts";
import { readSchema, settingsFor, writeSettings } from "./settings.ts";

export interface ProvisioningOptions {
  readonly send: SendToGraph;
  /** `host:/sites/name` */
  readonly homeSite: string;
  /** In ascending order of `to`; those above the version found are run. */
  readonly migrations?: readonly Migration[];
  readonly schema?: number;
}

export const createProvisioning = (options: ProvisioningOptions): Provisioning => {
  const { send, homeSite: site, schema = SCHEMA_VERSION } = options;
  const structure: SiteStructure = { send, site, scopes: scopesOf("provisioning") };
  const { home } = createTables({ ...structure, onWarning: () => undefined });
  return {
    provision: (choices) => provision(options, structure, home, choices),
    openCycle: (cycle, partitions) => openCycle({ structure, home, schema }, cycle, partitions),
    closeCycle: (cycleKey, closed) => closeCycle({ structure, home, schema }, cycleKey, closed),
  };
};

const provision = async (
  options: ProvisioningOptions,
  structure: SiteStructure,
  home: HomeTables,
  choices: ProvisionChoices,
): Promise<Result<ProvisionReport, AccessError | NewerSchema>> => {
  const { send, homeSite, migrations = MIGRATIONS, schema = SCHEMA_VERSION } = options;
  const site = await findHome(send, homeSite, structure.scopes);
  if (!site.ok) return site;
  const present = new Set(site.value.listIds.keys());
  const schemaBefore = present.has(home.settings.listName) ? await readSchema(home) : ok(undefined);
  if (!schemaBefore.ok) return schemaBefore;
  const found = schemaBefore.value;
  if (found !== undefined && found > schema) return err({ type: "NewerSchema", found, supported: schema });

  const lists = await provisionEverything(structure, home, present);
  if (!lists.ok) return lists;
  const { grantTo } = choices;
  const due = migrations.filter(({ to }) => found !== undefined && to > found && to <= schema);
  const done = await runInOrder([
    ...due.map((migration) => () => migration.run(structure)),
    () => writeSettings(structure, home, settingsFor(choices, schema)),
    // Last, because it takes a right that whoever makes the lists need not have.
    ...(grantTo ? [() => grantSite(send, site.value, grantTo)] : []),
  ]);
  if (!done.ok) return done;
  return ok({
    lists: lists.value,
    schema,
    ...(found === undefined ? {} : { schemaBefore: found }),
  });
};

/** The lists of the site, then those of the partitions that its registry names. */
const provisionEverything = async (
  structure: SiteStructure,
  home: HomeTables,
  present: ReadonlySet<string>,
): Promise<Result<readonly ProvisionedList[], AccessError>> => {
  const lists = await provisionLists(structure, present, homeLists);
  if (!lists.ok) return lists;
  const partitions = await home.partitions.read(undefined);
  if (!partitions.ok) return err(accessErrorOf(partitions.error, home.partitions.listName));
  const declared = partitions.value.flatMap(({ record }) => partitionLists(record.key));
  const more = await provisionLists(structure, present, declared);
  return more.ok ? ok([...lists.value, ...more.value]) : more;
};

const runInOrder = async <E>(steps: readonly (() => Promise<Result<void, E>>)[]): Promise<Result<void, E>> => {
  for (const step of steps) {
    const done = await step();
    if (!done.ok) return done;
  }
  return ok(undefined);
};
