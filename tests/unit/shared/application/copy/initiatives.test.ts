import { describe, expect, it } from "@jest/globals";
import { unitKey } from "#shared/domain/okr/ids.ts";
import { err } from "#shared/domain/result.ts";
import { germany, inGermany, inKenya, kenya, quarter, setUp, valueOf } from "#tests/support/copiedWorld.ts";
import { anInitiative, anInitiativeOf } from "#tests/support/okrs.ts";

describe("initiatives on the device", () => {
  it("[LC16] are kept as they were read, with their moment, and replaced by the next reading", async () => {
    const world = await setUp();
    const window = world.openWindow();
    await world.others.write([{ kind: "createInitiative", initiative: anInitiative(1, 1) }]);
    expect(await window.peekInitiatives(inGermany)).toBeUndefined();
    const read = valueOf(await window.readInitiatives(inGermany));
    const readAt = world.clock.now();
    await world.clock.pass(60_000);
    expect(await world.openWindow().peekInitiatives(inGermany)).toEqual({ set: read, asOf: readAt });
    await world.others.write([{ kind: "createInitiative", initiative: anInitiativeOf(2, 2, { unitKey: kenya }) }]);
    const both = { cycleKeys: [quarter], units: [germany, kenya] };
    expect(await window.peekInitiatives(both)).toBeUndefined();
    valueOf(await window.readInitiatives(inKenya));
    const kept = await window.peekInitiatives(both);
    expect(kept?.set.initiatives.map(({ title }) => title)).toEqual(["Initiative 1", "Initiative 2"]);
    expect(kept?.asOf).toBe(readAt);
  });

  it("[LC16] are handed on and not kept where they are too many, and where nothing can be kept", async () => {
    const world = await setUp((server) => ({
      ...server,
      readInitiatives: (scope) =>
        scope.units === "all" ? Promise.resolve(err({ type: "Offline" })) : server.readInitiatives(scope),
    }));
    const window = world.openWindow();
    const many = { cycleKeys: [quarter], units: Array.from({ length: 61 }, (_, n) => unitKey(`u${n}`)) };
    expect(valueOf(await window.readInitiatives(many)).initiatives).toEqual([]);
    expect(await window.peekInitiatives(many)).toBeUndefined();
    expect(await window.readInitiatives({ ...many, units: "all" })).toEqual(err({ type: "Offline" }));
    world.disk.refuse = "failed";
    expect(valueOf(await window.readInitiatives(inGermany)).initiatives).toEqual([]);
    expect(await window.peekInitiatives(inGermany)).toBeUndefined();
  });
});
