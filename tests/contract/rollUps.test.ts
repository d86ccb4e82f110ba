import { expect, it } from "@jest/globals";
import { cycleKey, unitKey } from "#shared/domain/okr/ids.ts";
import { noTally } from "#shared/domain/okr/view.ts";
import { createGraphRollUps } from "#shared/adapters/graph/rollUps.ts";
import { createMemoryRollUps } from "#tests/support/memoryRollUps.ts";
import { startHome } from "#tests/support/simulatedHome.ts";
import { describeRollUps } from "./rollUps.contract.ts";

describeRollUps("roll-ups in memory", () => {
  const rollUps = createMemoryRollUps();
  return Promise.resolve({ mine: rollUps, theirs: rollUps, close: () => Promise.resolve() });
});

describeRollUps("roll-ups in Graph", async () => {
  const home = await startHome();
  const rollUpsOf = (persona: "lead" | "facilitator") =>
    createGraphRollUps({ send: home.sendAs(persona), homeSite: home.site });
  return { mine: rollUpsOf("lead"), theirs: rollUpsOf("facilitator"), close: home.close };
});

it("[RL5] keeps two thousand units in Graph in less than a hundred rows", async () => {
  const home = await startHome();
  const rollUps = createGraphRollUps({ send: home.sendAs("lead"), homeSite: home.site });
  const all = Array.from({ length: 2000 }, (_, n) => ({
    unitKey: unitKey(`team-${n}`),
    cycleKey: cycleKey("2026-q1"),
    tally: noTally,
  }));
  const known = { rollUps: [], asOf: new Map(), revisions: new Map() };
  const written = await rollUps.write(all, new Map(), known);
  const read = await rollUps.read([cycleKey("2026-q1")]);
  await home.close();
  if (!written.ok || !read.ok) throw new Error("not written or not readable");
  expect(written.value).toBeLessThan(100);
  expect(read.value.rollUps).toHaveLength(2000);
});
