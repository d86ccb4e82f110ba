/** Rows as the lists hold them: the frame, and for every unit five objectives with four key results each. */
import { encodeNewRow, type ListCodec } from "#shared/adapters/graph/lists/codec.ts";
import type { Columns } from "#shared/adapters/graph/lists/columns.ts";
import { cycleCodec } from "#shared/adapters/graph/lists/cycles.ts";
import { createFiling } from "#shared/adapters/graph/lists/filing.ts";
import { partitionCodec } from "#shared/adapters/graph/lists/partitions.ts";
import { SETTING_KEYS, settingCodec, writeLevels } from "#shared/adapters/graph/lists/settings.ts";
import { unitCodec } from "#shared/adapters/graph/lists/units.ts";
import { SCHEMA_VERSION } from "#shared/adapters/graph/provision/schema.ts";
import { keyResultId, objectiveId, unitKey } from "#shared/domain/okr/ids.ts";
import { findPartitions } from "#shared/domain/partition/partition.ts";
import { aKeyResult, anObjective } from "#tests/support/okrs.ts";
import { frame } from "../organisation.ts";

const OBJECTIVES = 5;
const KEY_RESULTS_EACH = 4;

const item = (index: number, fields: object): object => ({ id: String(index + 1), eTag: `"row,1"`, fields });

const rowsOf = <T extends object, Cs extends Columns>(
  codec: ListCodec<T, Cs>,
  records: readonly T[],
): readonly object[] =>
  records.map((record, index) => {
    const fields = encodeNewRow(codec, record);
    if (!fields.ok) throw new Error(`Not a row: ${fields.error.property}`);
    return item(index, fields.value);
  });

/** By the title of their list. */
export const frameRows: ReadonlyMap<string, readonly object[]> = new Map([
  [
    settingCodec.list.displayName,
    rowsOf(settingCodec, [
      { key: SETTING_KEYS.organisation, text: frame.organisation },
      { key: SETTING_KEYS.levels, text: writeLevels(frame.levels) },
      { key: SETTING_KEYS.schema, text: String(SCHEMA_VERSION) },
    ]),
  ],
  [cycleCodec.list.displayName, rowsOf(cycleCodec, frame.cycles)],
  [unitCodec.list.displayName, rowsOf(unitCodec, frame.units)],
  [partitionCodec.list.displayName, rowsOf(partitionCodec, frame.partitions)],
]);

/** Teams work by the quarter; what is above them also by the year. */
const cyclesOf = (unit: string) => frame.cycles.filter(({ kind }) => kind === "quarterly" || !unit.includes("-t"));

const filing = createFiling(findPartitions(frame));

const guid = (kind: number, place: number, n: number): string =>
  `${kind}0000000-0000-4000-8000-${String(place).padStart(6, "0")}${String(n).padStart(6, "0")}`;

const filedOf = (unit: string): readonly { readonly title: string; readonly fields: object }[] =>
  cyclesOf(unit).flatMap(({ key: cycleKey }, cycle) => {
    const number = frame.units.findIndex(({ key }) => key === unit) * 2 + cycle;
    const place = { unitKey: unitKey(unit), cycleKey };
    return Array.from({ length: OBJECTIVES }, (_, o) => {
      const id = objectiveId(guid(0, number, o));
      const keyResults = Array.from({ length: KEY_RESULTS_EACH }, (__, k) =>
        filing.keyResult(
          aKeyResult(0, 0, {
            ...place,
            id: keyResultId(guid(1, number, o * KEY_RESULTS_EACH + k)),
            objectiveId: id,
          }),
          "active",
        ),
      );
      return [filing.objective(anObjective(0, { ...place, id })), ...keyResults];
    })
      .flat()
      .map(({ title, fields }) => {
        if (!fields.ok) throw new Error(fields.error.message);
        return { title, fields: fields.value };
      });
  });

const known = new Map<string, ReturnType<typeof filedOf>>();

/** What a list holds of the units that a filter names. */
export const rowsOfUnits = (list: string, url: string): readonly object[] => {
  const units = [...url.matchAll(/UnitKey eq '([^']+)'/g)].map(([, unit = ""]) => unit);
  const filed = units.flatMap((unit) => {
    const rows = known.get(unit) ?? filedOf(unit);
    known.set(unit, rows);
    return rows.filter(({ title }) => title === list);
  });
  return filed.map(({ fields }, index) => item(index, fields));
};
