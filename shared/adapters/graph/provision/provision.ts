import { err, ok, type Result } from "#shared/domain/result.ts";
import type { Level } from "#shared/domain/okr/unit.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type {
  NewerSchema,
  ProvisionChoices,
  ProvisionedList,
  Provisioning,
  ProvisionReport,
} from "#shared/ports/provisioning.ts";
import type { Scopes } from "#shared/ports/signIn.ts";
import { findHome, listPath, type Home } from "../home.ts";
import { allLists } from "../lists/all.ts";
import { encodeNewRow, encodeRecord } from "../lists/codec.ts";
import { SETTING_KEYS, settingCodec, writeLevels, type Setting } from "../lists/settings.ts";
import { createItems, type Items, type Stored } from "../repository/items.ts";
import type { SendToGraph } from "../request/call.ts";
import { accessErrorOf } from "../request/failure.ts";
import { scopesOf } from "../scopes.ts";
import { grantSite } from "./grant.ts";
import { createMissingLists, repairColumns } from "./lists.ts";
import { SCHEMA_VERSION } from "./schema.ts";

/** Brings the rows of an older schema to `to`; the columns have been repaired before. Must be repeatable. */
interface Migration {
  readonly to: number;
  readonly run: (send: SendToGraph, home: Home, scopes: Scopes) => Promise<Result<void, AccessError>>;
}

export interface ProvisioningOptions {
  readonly send: SendToGraph;
  /** `host:/sites/name` */
  readonly homeSite: string;
  /** In ascending order of `to`; those above the version found are run. */
  readonly migrations?: readonly Migration[];
  readonly schema?: number;
}

/** Used when nobody chose other levels. */
const DEFAULT_LEVELS: readonly Level[] = [
  { key: "company", name: "Company" },
  { key: "region", name: "Region" },
  { key: "country", name: "Country" },
  { key: "function", name: "Function" },
  { key: "team", name: "Team" },
];

export const createProvisioning = (options: ProvisioningOptions): Provisioning => ({
  provision: (choices) => provision(options, choices),
});

const provision = async (
  options: ProvisioningOptions,
  choices: ProvisionChoices,
): Promise<Result<ProvisionReport, AccessError | NewerSchema>> => {
  const { send, homeSite, migrations = [], schema = SCHEMA_VERSION } = options;
  const scopes = scopesOf("provisioning");
  const before = await findHome(send, homeSite, scopes);
  if (!before.ok) return before;
  const schemaBefore = await readSchema(send, before.value, scopes);
  if (!schemaBefore.ok) return schemaBefore;
  const found = schemaBefore.value;
  if (found !== undefined && found > schema) return err({ type: "NewerSchema", found, supported: schema });

  const lists = await provisionLists(send, homeSite, before.value, scopes);
  if (!lists.ok) return lists;
  const { home } = lists.value;
  const { grantTo } = choices;
  const due = migrations.filter(({ to }) => found !== undefined && to > found && to <= schema);
  const done = await runInOrder(
    [
      ...due.map((migration) => () => migration.run(send, home, scopes)),
      ...(grantTo ? [() => grantSite(send, home, grantTo)] : []),
      () => writeSettings(send, home, scopes, settingsFor(choices, schema)),
    ],
    (step) => step(),
  );
  if (!done.ok) return done;
  return ok({ lists: lists.value.lists, schema, ...(found === undefined ? {} : { schemaBefore: found }) });
};

const runInOrder = async <T, E>(
  steps: readonly T[],
  run: (step: T) => Promise<Result<void, E>>,
): Promise<Result<void, E>> => {
  for (const step of steps) {
    const done = await run(step);
    if (!done.ok) return done;
  }
  return ok(undefined);
};

const provisionLists = async (
  send: SendToGraph,
  homeSite: string,
  before: Home,
  scopes: Scopes,
): Promise<Result<{ readonly home: Home; readonly lists: readonly ProvisionedList[] }, AccessError>> => {
  const created = await createMissingLists(send, before, allLists, scopes);
  if (!created.ok) return created;
  const home = created.value.length === 0 ? ok(before) : await findHome(send, homeSite, scopes);
  if (!home.ok) return home;
  const lists: ProvisionedList[] = [];
  for (const declaration of allLists) {
    const path = listPath(home.value, declaration.displayName);
    if (!path.ok) return path;
    const columns = await repairColumns(send, path.value, declaration, scopes);
    if (!columns.ok) return columns;
    const name = declaration.displayName;
    lists.push({ name, created: created.value.includes(name), ...columns.value });
  }
  return ok({ home: home.value, lists });
};

const settingsOf = (send: SendToGraph, home: Home, scopes: Scopes): Items<Setting> =>
  createItems(settingCodec, (row) => row.key, {
    send,
    home: () => Promise.resolve(ok(home)),
    scopes,
    onWarning: () => undefined,
  });

/** Undefined on a site where Drumbeat was never set up. */
const readSchema = async (
  send: SendToGraph,
  home: Home,
  scopes: Scopes,
): Promise<Result<number | undefined, AccessError>> => {
  const { displayName } = settingCodec.list;
  if (!home.listIds.has(displayName)) return ok(undefined);
  const row = await settingsOf(send, home, scopes).read(undefined);
  // A half-made list without its columns is a site that was never set up.
  if (!row.ok)
    return row.error.type === "Refused" && row.error.status === 400
      ? ok(undefined)
      : err(accessErrorOf(row.error, displayName));
  const version = Number(row.value.find(({ record }) => record.key === SETTING_KEYS.schema)?.record.text);
  return ok(Number.isInteger(version) && version > 0 ? version : undefined);
};

interface WantedSetting extends Setting {
  /** Kept as it is when it is there already. */
  readonly onlyIfAbsent: boolean;
}

const settingsFor = ({ organisation, levels }: ProvisionChoices, schema: number): readonly WantedSetting[] => [
  { key: SETTING_KEYS.organisation, text: organisation ?? "", onlyIfAbsent: organisation === undefined },
  { key: SETTING_KEYS.levels, text: writeLevels(levels ?? DEFAULT_LEVELS), onlyIfAbsent: levels === undefined },
  // Last: while it is missing or old, an interrupted set-up is repeated.
  { key: SETTING_KEYS.schema, text: String(schema), onlyIfAbsent: false },
];

const writeSettings = async (
  send: SendToGraph,
  home: Home,
  scopes: Scopes,
  wanted: readonly WantedSetting[],
): Promise<Result<void, AccessError>> => {
  const settings = settingsOf(send, home, scopes);
  return runInOrder(wanted, (setting) => writeSetting(send, settings, setting));
};

const writeSetting = async (
  send: SendToGraph,
  settings: Items<Setting>,
  { onlyIfAbsent, ...setting }: WantedSetting,
): Promise<Result<void, AccessError>> => {
  const existing = await settings.find(setting.key);
  if (!existing.ok) return err(accessErrorOf(existing.error, settings.listName));
  if (existing.value && (onlyIfAbsent || existing.value.record.text === setting.text)) return ok(undefined);
  const call = await callFor(settings, setting, existing.value);
  if (!call.ok) return call;
  const answer = await send(call.value);
  if (answer.ok) return ok(undefined);
  // Two administrators at once: the other one's row is as good as ours.
  const other = await settings.find(setting.key);
  return other.ok && other.value?.record.text === setting.text
    ? ok(undefined)
    : err(accessErrorOf(answer.error, settings.listName));
};

const callFor = (
  settings: Items<Setting>,
  setting: Setting,
  existing: Stored<Setting> | undefined,
): ReturnType<Items<Setting>["call"]> => {
  const fields = existing ? encodeRecord(settingCodec, setting) : encodeNewRow(settingCodec, setting);
  if (!fields.ok) return Promise.resolve(err({ type: "Unexpected", code: "unfitSetting" }));
  if (!existing) return settings.call("POST", "/items", { body: { fields: fields.value } });
  const headers = { "If-Match": existing.revision };
  return settings.call("PATCH", `/items/${existing.itemId}/fields`, { headers, body: fields.value });
};
