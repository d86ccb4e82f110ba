import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import { readLevels, SETTING_KEYS } from "../lists/settings.ts";
import { SCHEMA_VERSION } from "../provision/schema.ts";
import { accessErrorOf } from "../request/failure.ts";
import type { Items } from "./items.ts";
import type { HomeTables } from "./tables.ts";

const readAll = async <T>(items: Items<T>): Promise<Result<readonly T[], AccessError>> => {
  const rows = await items.read(undefined);
  return rows.ok ? ok(rows.value.map((row) => row.record)) : err(accessErrorOf(rows.error, items.listName));
};

export const readFrame = async (home: HomeTables): Promise<Result<Frame, AccessError>> => {
  const [settings, cycles, units, partitions] = await Promise.all([
    readAll(home.settings),
    readAll(home.cycles),
    readAll(home.units),
    readAll(home.partitions),
  ]);
  if (!settings.ok) return settings;
  const setting = (key: string): string | undefined => settings.value.find((row) => row.key === key)?.text;
  const schema = Number(setting(SETTING_KEYS.schema));
  if (!Number.isInteger(schema) || schema < SCHEMA_VERSION) {
    return err({ type: "NotSetUp", missing: home.settings.listName });
  }
  if (schema > SCHEMA_VERSION) return err({ type: "Unexpected", code: "newerSchema" });
  if (!cycles.ok) return cycles;
  if (!units.ok) return units;
  if (!partitions.ok) return partitions;
  const levels = readLevels(setting(SETTING_KEYS.levels) ?? "[]");
  if (!levels.ok) return err({ type: "Unexpected", code: "malformedLevels" });
  return ok({
    organisation: setting(SETTING_KEYS.organisation) ?? "",
    levels: levels.value,
    units: units.value,
    cycles: cycles.value,
    partitions: partitions.value,
  });
};
