import { aCycle } from "#tests/support/okrs.ts";
import { startHome } from "#tests/support/simulatedHome.ts";
import { describeOkrRepository } from "./okrRepository.contract.ts";
import { partitionsOfQ1 } from "./okrRepository/common.ts";

describeOkrRepository("the Graph repository", async () => {
  const home = await startHome();
  return { mine: home.repositoryOf("lead"), theirs: home.repositoryOf("facilitator"), close: home.close };
});

describeOkrRepository("the Graph repository with partitions", async () => {
  const home = await startHome();
  const opened = await home.provisioning.openCycle(aCycle(), partitionsOfQ1);
  if (!opened.ok) throw new Error(`The cycle was not opened: ${JSON.stringify(opened.error)}`);
  return { mine: home.repositoryOf("lead"), theirs: home.repositoryOf("facilitator"), close: home.close };
});
