import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { createMemoryHome, createMemoryOkrRepository } from "#tests/support/memoryOkrRepository.ts";
import { describeOkrRepository } from "./okrRepository.contract.ts";
import { partitionsOfQ1, type OpenStorage } from "./okrRepository/common.ts";

const open = (frame: Partial<Frame>): Promise<OpenStorage> => {
  const home = createMemoryHome(frame);
  return Promise.resolve({
    mine: createMemoryOkrRepository(home, "Lena Krüger"),
    theirs: createMemoryOkrRepository(home, "Farid Haddad"),
    close: () => Promise.resolve(),
  });
};

describeOkrRepository("the memory repository", () => open({}));

describeOkrRepository("the memory repository with partitions", () => open({ partitions: partitionsOfQ1 }));
