import { createMemoryOutboxDisk, createMemoryOutboxStore } from "#tests/support/memoryOutboxStore.ts";
import { describeOutboxStore } from "./outboxStore.contract.ts";

describeOutboxStore("the memory outbox store", () => {
  const disk = createMemoryOutboxDisk();
  return Promise.resolve({
    here: createMemoryOutboxStore(disk),
    there: createMemoryOutboxStore(disk),
    reopen: () => Promise.resolve(createMemoryOutboxStore(disk)),
    fill: () => {
      disk.refuse = "full";
    },
    close: () => Promise.resolve(),
  });
});
