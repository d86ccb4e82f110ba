import { createGraphStreamStarts } from "#shared/adapters/graph/streamStarts.ts";
import { createMemoryStreamStarts } from "#tests/support/memoryStreamStarts.ts";
import { startHome } from "#tests/support/simulatedHome.ts";
import { describeStreamStarts } from "./streamStarts.contract.ts";

describeStreamStarts("beginnings of streams in memory", () => {
  const starts = createMemoryStreamStarts();
  return Promise.resolve({ mine: starts, theirs: starts, close: () => Promise.resolve() });
});

describeStreamStarts("beginnings of streams in Graph", async () => {
  const home = await startHome();
  const startsOf = (persona: "lead" | "facilitator") =>
    createGraphStreamStarts({ send: home.sendAs(persona), homeSite: home.site });
  return { mine: startsOf("lead"), theirs: startsOf("facilitator"), close: home.close };
});
