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
