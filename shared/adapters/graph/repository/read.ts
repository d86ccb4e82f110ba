import type { CheckIn } from "#shared/domain/okr/checkIn.ts";
import type { Cycle } from "#shared/domain/okr/cycle.ts";
import type { Revision, UnitKey } from "#shared/domain/okr/ids.ts";
import type { KeyResult } from "#shared/domain/okr/keyResult.ts";
import type { Objective } from "#shared/domain/okr/objective.ts";
import type { Frame, OkrSet, RecordId } from "#shared/domain/okr/okrSet.ts";
import type { Unit } from "#shared/domain/okr/unit.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { OkrScope } from "#shared/ports/okrRepository.ts";
import { readLevels, SETTING_KEYS, type Setting } from "../lists/settings.ts";
import { SCHEMA_VERSION } from "../provision/schema.ts";
import { and, equals, equalsAny, readByFilters, type Items, type Stored } from "./items.ts";

/** Every list of the home site, as rows of its records. */
export interface Tables {
  readonly settings: Items<Setting>;
  readonly cycles: Items<Cycle>;
  readonly units: Items<Unit>;
  readonly objectives: Items<Objective>;
  readonly keyResults: Items<KeyResult>;
  readonly checkIns: Items<CheckIn>;
}

/** Above this many units, one pass over the cycle costs less than one query for each unit. */
const UNITS_ONE_BY_ONE = 20;

const everything = (): true => true;

const readAll = async <T>(items: Items<T>): Promise<Result<readonly T[], AccessError>> => {
  const rows = await readByFilters(items, [], everything);
  return rows.ok ? ok(rows.value.map((row) => row.record)) : rows;
};

export const readFrame = async (tables: Tables): Promise<Result<Frame, AccessError>> => {
  const [settings, cycles, units] = await Promise.all([
    readAll(tables.settings),
    readAll(tables.cycles),
    readAll(tables.units),
  ]);
  if (!settings.ok) return settings;
  if (!cycles.ok) return cycles;
  if (!units.ok) return units;
  const setting = (key: string): string | undefined => settings.value.find((row) => row.key === key)?.text;
  const schema = Number(setting(SETTING_KEYS.schema));
  if (!Number.isInteger(schema) || schema < SCHEMA_VERSION) {
    return err({ type: "NotSetUp", missing: tables.settings.listName });
  }
  if (schema > SCHEMA_VERSION) return err({ type: "Unexpected", code: "newerSchema" });
  const levels = readLevels(setting(SETTING_KEYS.levels) ?? "[]");
  if (!levels.ok) return err({ type: "Unexpected", code: "malformedLevels" });
  return ok({
    organisation: setting(SETTING_KEYS.organisation) ?? "",
    levels: levels.value,
    units: units.value,
    cycles: cycles.value,
    partitions: [],
  });
};

interface Scoped {
  readonly unitKey: UnitKey;
  readonly cycleKey: string;
}

const readScoped = async <T extends Scoped>(
  items: Items<T>,
  { cycleKeys, units }: OkrScope,
  cycleFilters: readonly string[],
): Promise<Result<readonly Stored<T>[], AccessError>> => {
  const ofCycles = equalsAny("CycleKey", cycleKeys);
  const cycles = new Set<string>(cycleKeys);
  if (cycles.size === 0) return ok([]);
  if (units === "all") return readByFilters(items, cycleFilters, (record) => cycles.has(record.cycleKey));
  if (units.length > UNITS_ONE_BY_ONE) {
    const wanted = new Set<UnitKey>(units);
    return readByFilters(items, cycleFilters, (record) => cycles.has(record.cycleKey) && wanted.has(record.unitKey));
  }
  const parts = await Promise.all(
    units.map((unit) =>
      readByFilters(
        items,
        [and(equals("UnitKey", unit), ofCycles), and(ofCycles, equals("UnitKey", unit))],
        (record) => cycles.has(record.cycleKey) && record.unitKey === unit,
      ),
    ),
  );
  const rows: Stored<T>[] = [];
  for (const part of parts) {
    if (!part.ok) return part;
    rows.push(...part.value);
  }
  return ok(rows);
};

export const readOkrs = async (tables: Tables, scope: OkrScope): Promise<Result<OkrSet, AccessError>> => {
  const ofCycles = equalsAny("CycleKey", scope.cycleKeys);
  const [objectives, keyResults, checkIns] = await Promise.all([
    readScoped(tables.objectives, scope, [ofCycles]),
    readScoped(tables.keyResults, scope, [ofCycles]),
    // A cycle has more check-ins than a filter may select; finding that out costs more than reading the list.
    readScoped(tables.checkIns, scope, []),
  ]);
  if (!objectives.ok) return objectives;
  if (!keyResults.ok) return keyResults;
  if (!checkIns.ok) return checkIns;
  const revisions = new Map<RecordId, Revision>();
  for (const rows of [objectives.value, keyResults.value, checkIns.value]) {
    for (const row of rows) revisions.set(row.record.id, row.revision);
  }
  return ok({
    objectives: objectives.value.map((row) => row.record),
    keyResults: keyResults.value.map((row) => row.record),
    checkIns: checkIns.value.map((row) => row.record),
    revisions,
  });
};
