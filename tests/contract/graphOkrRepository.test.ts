import { startHome } from "#tests/support/simulatedHome.ts";
import { describeOkrRepository } from "./okrRepository.contract.ts";

describeOkrRepository("the Graph repository", async () => {
  const home = await startHome();
  return { mine: home.repositoryOf("lead"), theirs: home.repositoryOf("facilitator"), close: home.close };
});
