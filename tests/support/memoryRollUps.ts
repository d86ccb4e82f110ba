import type { Instant } from "#shared/domain/day.ts";
import { revision, type CycleKey, type Revision } from "#shared/domain/okr/ids.ts";
import { rollUpKey, type UnitRollUp } from "#shared/domain/okr/unitRollUp.ts";
import { ok } from "#shared/domain/result.ts";
import type { RollUps } from "#shared/ports/rollUps.ts";

const withoutRecords = ({ records: _records, ...rollUp }: UnitRollUp): UnitRollUp => rollUp;

export const createMemoryRollUps = (): RollUps => {
  const rows = new Map<string, { readonly rollUp: UnitRollUp; readonly revision: Revision }>();
  const moments = new Map<CycleKey, Instant>();
  let writes = 0;
  return {
    read: (cycleKeys, detail) => {
      const kept = [...rows].filter(([, { rollUp }]) => cycleKeys.includes(rollUp.cycleKey));
      return Promise.resolve(
        ok({
          rollUps: kept.map(([, { rollUp }]) => (detail === "records" ? rollUp : withoutRecords(rollUp))),
          asOf: new Map([...moments].filter(([key]) => cycleKeys.includes(key))),
          revisions: new Map(kept.map(([key, row]) => [key, row.revision])),
        }),
      );
    },
    write: (rollUps, asOf, known) => {
      const before = new Map(known.rollUps.map((rollUp) => [rollUpKey(rollUp), JSON.stringify(rollUp)]));
      let written = asOf.size;
      for (const rollUp of rollUps) {
        const key = rollUpKey(rollUp);
        if (before.get(key) === JSON.stringify(rollUp)) continue;
        written += 1;
        if (rows.get(key)?.revision !== known.revisions.get(key)) continue;
        writes += 1;
        rows.set(key, { rollUp, revision: revision(`row#${writes}`) });
      }
      for (const [key, at] of asOf) moments.set(key, at);
      return Promise.resolve(ok(written));
    },
  };
};
