import { describe, expect, it } from "@jest/globals";
import { fc } from "#tests/support/properties.ts";
import { revision } from "#shared/domain/okr/ids.ts";
import type { Outbox } from "#shared/application/outbox/outbox.ts";
import type { OkrWrite } from "#shared/ports/okrRepository.ts";
import { createMemoryHome, createMemoryOkrRepository } from "#tests/support/memoryOkrRepository.ts";
import { aCheckIn, aCycle, aKeyResult, anObjective, aUnit } from "#tests/support/okrs.ts";
import { aChange, anEntry, outboxOver } from "#tests/support/outbox.ts";

const whole = { cycleKeys: [aCycle().key], units: "all" } as const;

/** A server with one objective and its key result, and an outbox before it. */
const world = async () => {
  const home = createMemoryHome({ cycles: [aCycle()], units: [aUnit()] });
  const theirs = createMemoryOkrRepository(home, "Farid Haddad");
  await theirs.write([
    { kind: "createObjective", objective: anObjective(1) },
    { kind: "createKeyResult", keyResult: aKeyResult(1, 1) },
  ]);
  const outbox = outboxOver({ okrRepository: createMemoryOkrRepository(home, "Lena Krüger") });
  const read = async () => {
    const set = await theirs.readOkrs(whole);
    if (!set.ok) throw new Error("not readable");
    return set.value;
  };
  const revisionOf = async (id: string) => (await read()).revisions.get(id as never) ?? revision("");
  return { outbox, theirs, read, revisionOf };
};

const push = async (outbox: Outbox, entries: Parameters<Outbox["add"]>[0]): Promise<void> => {
  await outbox.add(entries);
  await outbox.run();
};

const undo = async (outbox: Outbox, group = "push 1") => {
  const undone = await outbox.undo(group);
  if (!undone.ok) throw new Error("not undone");
  await outbox.run();
  return undone.value;
};

describe("taking back", () => {
  it("[OB8] removes what was made and gives changed fields their values back", async () => {
    const { outbox, read, revisionOf } = await world();
    const before = await read();
    await push(outbox, [
      anEntry({ kind: "createObjective", objective: anObjective(2) }),
      anEntry({ kind: "createKeyResult", keyResult: aKeyResult(2, 2) }),
      aChange(anObjective(1), { title: "New", end: undefined }, await revisionOf(anObjective(1).id)),
    ]);
    expect((await read()).objectives).toHaveLength(2);
    expect(await undo(outbox)).toMatchObject({ takenBack: 3, stays: [] });
    const after = await read();
    expect([after.objectives, after.keyResults]).toEqual([before.objectives, before.keyResults]);
  });

  it("[OB8] makes what was removed again, with the id it had", async () => {
    const { outbox, read, revisionOf } = await world();
    const before = await read();
    const removals: readonly OkrWrite[] = [
      { kind: "removeObjective", id: anObjective(1).id, basedOn: await revisionOf(anObjective(1).id) },
      { kind: "removeKeyResult", id: aKeyResult(1, 1).id, basedOn: await revisionOf(aKeyResult(1, 1).id) },
    ];
    await push(outbox, [
      anEntry(removals[0] as OkrWrite, { base: anObjective(1) }),
      anEntry(removals[1] as OkrWrite, { base: aKeyResult(1, 1) }),
    ]);
    expect((await read()).objectives).toEqual([]);
    await undo(outbox);
    const after = await read();
    expect([after.objectives, after.keyResults]).toEqual([before.objectives, before.keyResults]);
  });

  it("[OB8] leaves what somebody changed since", async () => {
    const { outbox, theirs, read, revisionOf } = await world();
    const { id } = anObjective(1);
    await push(outbox, [aChange(anObjective(1), { title: "Mine", why: "Mine" }, await revisionOf(id))]);
    await theirs.write([
      { kind: "changeObjective", id, changes: { title: "Theirs", order: 4 }, basedOn: await revisionOf(id) },
    ]);
    await undo(outbox);
    expect((await read()).objectives).toEqual([anObjective(1, { title: "Theirs", why: "", order: 4 })]);
    expect(outbox.state.get().entries.map(({ state }) => state.type)).toEqual(["done"]);
  });

  it("[OB8] does not remove what somebody has edited or built on since", async () => {
    const { outbox, theirs, read, revisionOf } = await world();
    await push(
      outbox,
      [2, 3, 4].map((n) => anEntry({ kind: "createObjective", objective: anObjective(n) }, { label: `O${n}` })),
    );
    const { id } = anObjective(3);
    await theirs.write([
      { kind: "createKeyResult", keyResult: aKeyResult(9, 2) },
      { kind: "changeObjective", id, changes: { why: "Ours now" }, basedOn: await revisionOf(id) },
    ]);
    expect(await undo(outbox)).toMatchObject({ takenBack: 2, stays: ["O2"] });
    expect((await read()).objectives.map((one) => one.order).toSorted((a, b) => a - b)).toEqual([1, 2, 3]);
    expect(outbox.state.get().entries.map(({ state }) => state)).toContainEqual({
      type: "refused",
      reason: { type: "ChangedSince", modifiedBy: "Farid Haddad" },
    });
  });

  it("[OB8] leaves check-ins, and nothing where there is nothing", async () => {
    const { outbox, read } = await world();
    await push(outbox, [anEntry({ kind: "addCheckIn", checkIn: aCheckIn(1, 1) }, { label: "Figures" })]);
    expect(await undo(outbox)).toEqual({ group: undefined, takenBack: 0, stays: ["Figures"] });
    expect(await undo(outbox, "another")).toEqual({ group: undefined, takenBack: 0, stays: [] });
    expect((await read()).checkIns).toHaveLength(1);
  });

  it("[OB8] and taking that back again gives what was pushed, for any changes", async () => {
    const change = fc.record(
      { title: fc.constantFrom("A", "B"), why: fc.constantFrom("", "C"), order: fc.integer({ min: 1, max: 3 }) },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        const { outbox, read, revisionOf } = await world();
        const basedOn = await revisionOf(anObjective(1).id);
        const before = await read();
        await push(
          outbox,
          changes.map((one) => aChange(anObjective(1), one, basedOn)),
        );
        const pushed = await read();
        const { group } = await undo(outbox);
        expect((await read()).objectives).toEqual(before.objectives);
        if (group !== undefined) await undo(outbox, group);
        expect((await read()).objectives).toEqual(pushed.objectives);
      }),
      { numRuns: 50 },
    );
  });
});
