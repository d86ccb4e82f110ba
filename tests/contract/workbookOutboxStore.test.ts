import { decodeOutbox, encodeOutbox } from "#shared/application/sheet/outbox.ts";
import { createWorkbookOutbox } from "#shared/application/sheet/workbookOutbox.ts";
import { err, ok } from "#shared/domain/result.ts";
import type { OutboxStore } from "#shared/ports/outboxStore.ts";
import { describeOutboxStore } from "./outboxStore.contract.ts";

describeOutboxStore("the outbox store inside a workbook", () => {
  let parts: readonly string[] = [];
  let isFull = false;
  const open = (): OutboxStore =>
    createWorkbookOutbox(
      {
        readOutbox: () => Promise.resolve(ok(decodeOutbox(parts))),
        keep: ({ outbox = [] }) => {
          if (isFull) return Promise.resolve(err({ type: "TooLarge" } as const));
          parts = encodeOutbox(outbox);
          return Promise.resolve(ok(undefined));
        },
      },
      () => undefined,
    );
  return Promise.resolve({
    here: open(),
    keepsPatchesLater: true,
    reopen: () => Promise.resolve(open()),
    fill: () => {
      isFull = true;
    },
    close: () => Promise.resolve(),
  });
});
