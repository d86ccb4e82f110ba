/** The settings that setting up writes. */
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { Level } from "#shared/domain/okr/unit.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { ProvisionChoices } from "#shared/ports/provisioning.ts";
import { SETTING_KEYS, settingCodec, writeLevels, type Setting } from "../lists/settings.ts";
import { rackOf } from "../repository/racks.ts";
import { save } from "../repository/rowWrites.ts";
import type { HomeTables } from "../repository/tables.ts";
import { accessErrorOf } from "../request/failure.ts";
import type { SiteStructure } from "./lists.ts";

/** Used when nobody chose other levels. */
const DEFAULT_LEVELS: readonly Level[] = [
  { key: "company", name: "Company" },
  { key: "region", name: "Region" },
  { key: "country", name: "Country" },
  { key: "function", name: "Function" },
  { key: "team", name: "Team" },
];

/** Undefined on a site where Drumbeat was never set up. */
export const readSchema = async ({ settings }: HomeTables): Promise<Result<number | undefined, AccessError>> => {
  const row = await settings.read(undefined);
  // A half-made list without its columns is a site that was never set up.
  if (!row.ok)
    return row.error.type === "Refused" && row.error.status === 400
      ? ok(undefined)
      : err(accessErrorOf(row.error, settings.listName));
  const version = Number(row.value.find(({ record }) => record.key === SETTING_KEYS.schema)?.record.text);
  return ok(Number.isInteger(version) && version > 0 ? version : undefined);
};

interface WantedSetting extends Setting {
  /** Kept as it is when it is there already. */
  readonly onlyIfAbsent: boolean;
}

export const settingsFor = ({ organisation, levels }: ProvisionChoices, schema: number): readonly WantedSetting[] => [
  { key: SETTING_KEYS.organisation, text: organisation ?? "", onlyIfAbsent: organisation === undefined },
  { key: SETTING_KEYS.levels, text: writeLevels(levels ?? DEFAULT_LEVELS), onlyIfAbsent: levels === undefined },
  // Last: while it is missing or old, an interrupted set-up is repeated.
  { key: SETTING_KEYS.schema, text: String(schema), onlyIfAbsent: false },
];

export const writeSettings = async (
  { send }: SiteStructure,
  { settings }: HomeTables,
  wanted: readonly WantedSetting[],
): Promise<Result<void, AccessError>> => {
  for (const { onlyIfAbsent, ...setting } of wanted) {
    const existing = onlyIfAbsent ? await settings.find(setting.key) : ok(undefined);
    if (!existing.ok) return err(accessErrorOf(existing.error, settings.listName));
    if (existing.value) continue;
    const saved = await save({ send }, rackOf(settings, settingCodec), setting.key, setting);
    if (saved.type === "Written") continue;
    return err(saved.type === "Failed" ? saved.error : { type: "Unexpected", code: `setting${saved.type}` });
  }
  return ok(undefined);
};
