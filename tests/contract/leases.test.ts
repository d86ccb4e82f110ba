import { createGraphLeases } from "#shared/adapters/graph/leases.ts";
import { createMemoryLeases } from "#tests/support/memoryLeases.ts";
import { startHome } from "#tests/support/simulatedHome.ts";
import { describeLeases } from "./leases.contract.ts";

const serviceClock = () => {
  let nowMs = Date.UTC(2026, 2, 16, 9);
  return {
    now: () => nowMs,
    pass: (ms: number) => {
      nowMs += ms;
    },
  };
};

describeLeases("leases in memory", () => {
  const { now, pass } = serviceClock();
  const leases = createMemoryLeases(now);
  return Promise.resolve({ mine: leases, theirs: leases, pass, serviceNow: now, close: () => Promise.resolve() });
});

describeLeases("leases in Graph", async () => {
  const { now, pass } = serviceClock();
  const home = await startHome({ now });
  const leasesOf = (persona: "lead" | "facilitator") =>
    createGraphLeases({ send: home.sendAs(persona), homeSite: home.site });
  return { mine: leasesOf("lead"), theirs: leasesOf("facilitator"), pass, serviceNow: now, close: home.close };
});
