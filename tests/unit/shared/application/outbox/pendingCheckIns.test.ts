import { describe, expect, it } from "@jest/globals";
import { pendingCheckIns, withCheckInsUnderWay } from "#shared/application/outbox/pendingCheckIns.ts";
import type { OkrSet } from "#shared/domain/okr/okrSet.ts";
import type { EntryState, OutboxEntry } from "#shared/ports/outboxStore.ts";
import { aCheckIn, aKeyResult, anObjective } from "#tests/support/okrs.ts";
import { anEntry } from "#tests/support/outbox.ts";

const entry = (n: number, state: EntryState, keyResult = 1): OutboxEntry => ({
  ...anEntry({ kind: "addCheckIn", checkIn: aCheckIn(n, keyResult) }),
  state,
});

const set: OkrSet = {
  objectives: [anObjective(1)],
  keyResults: [aKeyResult(1, 1)],
  checkIns: [aCheckIn(9, 1)],
  revisions: new Map(),
};

const refused: EntryState = { type: "refused", reason: { type: "Forbidden" } };

describe("check-ins under way", () => {
  it("[OB2] are shown as if they were stored, once, where their key result is shown", () => {
    const shown = withCheckInsUnderWay(set, [
      entry(1, { type: "waiting" }),
      entry(2, { type: "sending" }),
      entry(3, { type: "done" }),
      entry(4, refused),
      entry(5, { type: "waiting" }, 7),
      entry(9, { type: "done" }),
      { ...anEntry({ kind: "createObjective", objective: anObjective(2) }), state: { type: "waiting" } },
    ]);
    expect(shown.checkIns.map(({ id }) => id)).toEqual([9, 1, 2, 3].map((n) => aCheckIn(n, 1).id));
    expect(withCheckInsUnderWay(set, [entry(4, refused), entry(9, { type: "done" })])).toBe(set);
  });

  it("[OB7] are named with what became of them, until they are stored", () => {
    const entries = [entry(1, { type: "waiting" }), entry(2, { type: "done" }), entry(3, refused)];
    expect(pendingCheckIns(entries).map(({ checkIn, refusal }) => [checkIn.id, refusal])).toEqual([
      [aCheckIn(1, 1).id, undefined],
      [aCheckIn(3, 1).id, { type: "Forbidden" }],
    ]);
  });
});
