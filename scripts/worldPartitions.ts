import type { CycleKey, UnitKey } from "#shared/domain/okr/ids.ts";
import type { Partition } from "#shared/domain/partition/partition.ts";
import { planPartitions } from "#shared/domain/partition/plan.ts";
import type { WorldRecords } from "./worldRecords.ts";

type Rows = ReadonlyMap<UnitKey, number>;

const rowsByCycle = ({ objectives, keyResults }: WorldRecords): ReadonlyMap<CycleKey, Rows> => {
  const cycles = new Map<CycleKey, Map<UnitKey, number>>();
  for (const { record } of [...objectives, ...keyResults]) {
    const rows = cycles.get(record.cycleKey) ?? new Map<UnitKey, number>();
    rows.set(record.unitKey, (rows.get(record.unitKey) ?? 0) + 1);
    cycles.set(record.cycleKey, rows);
  }
  return cycles;
};

/**
 * The lists for each cycle, planned as an administrator would who knows what the units write: in every quarter as much as in
 * the fullest one, because a quarter that has hardly begun will fill.
 */
export const planWorld = (records: WorldRecords): ReadonlyMap<CycleKey, readonly Partition[]> => {
  const units = records.units.map(({ record }) => record);
  const rows = rowsByCycle(records);
  const kinds = new Map(records.cycles.map(({ record }) => [record.key, record.kind]));
  const most = (cycleKey: CycleKey, unit: UnitKey): number =>
    Math.max(
      0,
      ...[...rows].map(([key, counts]) => (kinds.get(key) === kinds.get(cycleKey) ? (counts.get(unit) ?? 0) : 0)),
    );
  return new Map(
    records.cycles.map(({ record: { key } }) => [
      key,
      planPartitions({ cycleKey: key, units, rowsOf: (unit) => most(key, unit) }),
    ]),
  );
};
