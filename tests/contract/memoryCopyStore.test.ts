import { createMemoryCopyDisk, createMemoryCopyStore } from "#tests/support/memoryCopyStore.ts";
import { describeCopyStore } from "./copyStore.contract.ts";

describeCopyStore("the memory copy store", () => {
  const disk = createMemoryCopyDisk();
  return Promise.resolve({
    here: createMemoryCopyStore(disk),
    there: createMemoryCopyStore(disk),
    close: () => Promise.resolve(),
  });
});
