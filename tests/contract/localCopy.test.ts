/** The copy is a repository like those it copies, whatever it is kept in. */
import { createMemoryHome, createMemoryOkrRepository } from "#tests/support/memoryOkrRepository.ts";
import { newName, openBrowser } from "#tests/support/databases.ts";
import { copyOf } from "#tests/support/copies.ts";
import { startHome } from "#tests/support/simulatedHome.ts";
import { describeOkrRepository } from "./okrRepository.contract.ts";

describeOkrRepository("the local copy of the memory repository", () => {
  const home = createMemoryHome();
  return Promise.resolve({
    mine: copyOf(createMemoryOkrRepository(home, "Lena Krüger")),
    theirs: copyOf(createMemoryOkrRepository(home, "Farid Haddad")),
    close: () => Promise.resolve(),
  });
});

describeOkrRepository("the local copy, in IndexedDB, of the Graph repository", async () => {
  const home = await startHome();
  const browser = openBrowser();
  const farid = newName();
  return {
    mine: copyOf(home.repositoryOf("lead")),
    theirs: copyOf(home.repositoryOf("facilitator"), { copyStore: browser.openWindow(() => farid) }),
    close: async () => {
      browser.close();
      await home.close();
    },
  };
});
