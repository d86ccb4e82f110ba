import { createMemoryHome, createMemoryOkrRepository } from "#tests/support/memoryOkrRepository.ts";
import { describeOkrRepository } from "./okrRepository.contract.ts";

describeOkrRepository("the memory repository", () => {
  const home = createMemoryHome();
  return Promise.resolve({
    mine: createMemoryOkrRepository(home, "Lena Krüger"),
    theirs: createMemoryOkrRepository(home, "Farid Haddad"),
    close: () => Promise.resolve(),
  });
});
