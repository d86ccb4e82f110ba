import { beforeEach, describe, expect, it } from "@jest/globals";
import { revision } from "#shared/domain/okr/ids.ts";
import type { OkrWrite } from "#shared/ports/okrRepository.ts";
import { aCheckIn, aKeyResult, anObjective } from "#tests/support/okrs.ts";
import { aChange, anEntry, outboxOver, outboxWorld, states } from "#tests/support/outbox.ts";

let world: ReturnType<typeof outboxWorld>;

beforeEach(() => {
  world = outboxWorld();
});

const createOne: OkrWrite = { kind: "createObjective", objective: anObjective(1) };
const createBelow: OkrWrite = { kind: "createKeyResult", keyResult: aKeyResult(1, 1) };
const checkIn: OkrWrite = { kind: "addCheckIn", checkIn: aCheckIn(1, 1) };

describe("somebody else was faster", () => {
  it("[OB5] merges changes of different fields", async () => {
    const [objective, made] = await world.anObjectiveThere();
    await world.theirs.write([
      { kind: "changeObjective", id: objective.id, changes: { why: "Theirs" }, basedOn: made },
    ]);
    const outbox = outboxOver({ okrRepository: world.mine });
    await outbox.add([aChange(objective, { title: "Mine" }, made)]);
    await outbox.run();
    expect(states(outbox)).toEqual(["done"]);
    expect((await world.stored()).objectives).toEqual([{ ...objective, title: "Mine", why: "Theirs" }]);
  });

  it("[OB5] shows a true conflict with all three values and who, and sends what is chosen", async () => {
    const [objective, made] = await world.anObjectiveThere();
    const change = { title: "Theirs", why: "Theirs" };
    await world.theirs.write([{ kind: "changeObjective", id: objective.id, changes: change, basedOn: made }]);
    const outbox = outboxOver({ okrRepository: world.mine });
    await outbox.add([aChange(objective, { title: "Mine", why: "Mine", order: 3 }, made)]);
    await outbox.run();
    const [entry] = outbox.state.get().entries;
    expect(entry?.state).toMatchObject({
      type: "conflict",
      modifiedBy: "Farid Haddad",
      clashes: [
        { field: "title", base: "Objective 1", mine: "Mine", theirs: "Theirs" },
        { field: "why", base: "", mine: "Mine", theirs: "Theirs" },
      ],
    });
    expect((await world.stored()).objectives).toEqual([{ ...objective, ...change }]);
    await outbox.resolve(entry?.id ?? "", { title: "mine" });
    expect(states(outbox)).toEqual(["conflict"]);
    await outbox.resolve(entry?.id ?? "", { title: "mine", why: "theirs" });
    await outbox.run();
    expect(states(outbox)).toEqual(["done"]);
    expect((await world.stored()).objectives).toEqual([{ ...objective, title: "Mine", why: "Theirs", order: 3 }]);
  });

  it("[OB5] has nothing to send when theirs is chosen everywhere", async () => {
    const [objective, made] = await world.anObjectiveThere();
    await world.theirs.write([
      { kind: "changeObjective", id: objective.id, changes: { title: "Theirs" }, basedOn: made },
    ]);
    const outbox = outboxOver({ okrRepository: world.mine });
    await outbox.add([aChange(objective, { title: "Mine" }, made)]);
    await outbox.run();
    const writes = world.home.writes;
    await outbox.resolve(outbox.state.get().entries[0]?.id ?? "", { title: "theirs" });
    await outbox.run();
    expect(states(outbox)).toEqual(["done"]);
    expect(world.home.writes).toBe(writes);
  });

  it("[OB5] [ME9] never asks about check-ins", async () => {
    await world.create(createOne, createBelow);
    await world.theirs.write([{ kind: "addCheckIn", checkIn: aCheckIn(2, 1, { value: 91 }) }]);
    const outbox = outboxOver({ okrRepository: world.mine });
    await outbox.add([anEntry(checkIn)]);
    await outbox.run();
    expect(states(outbox)).toEqual(["done"]);
    expect((await world.stored()).checkIns).toHaveLength(2);
  });

  it("[OB6] asks before it removes what somebody changed, and does what is chosen", async () => {
    const [objective, made] = await world.anObjectiveThere();
    await world.theirs.write([
      { kind: "changeObjective", id: objective.id, changes: { why: "Theirs" }, basedOn: made },
    ]);
    const removal: OkrWrite = { kind: "removeObjective", id: objective.id, basedOn: made };
    const outbox = outboxOver({ okrRepository: world.mine });
    await outbox.add([anEntry(removal, { base: objective })]);
    await outbox.run();
    const [entry] = outbox.state.get().entries;
    expect(entry?.state).toMatchObject({ clashes: [{ field: "why", base: "", theirs: "Theirs" }] });
    expect((await world.stored()).objectives).toHaveLength(1);
    await outbox.resolve(entry?.id ?? "", { why: "mine" });
    await outbox.run();
    expect((await world.stored()).objectives).toEqual([]);
  });

  it("[OB6] removes what only got another version", async () => {
    const [objective] = await world.anObjectiveThere();
    const outbox = outboxOver({ okrRepository: world.mine });
    const removal: OkrWrite = { kind: "removeObjective", id: objective.id, basedOn: revision("old") };
    await outbox.add([anEntry(removal, { base: objective })]);
    await outbox.run();
    expect(states(outbox)).toEqual(["done"]);
    expect((await world.stored()).objectives).toEqual([]);
  });
});
