import type { Outbox, OutboxState } from "#shared/application/outbox/outbox.ts";
import type { ReadonlyStore } from "#shared/application/store.ts";

/** What screens need of what is on its way. */
export interface OutboxServices {
  readonly state: ReadonlyStore<OutboxState>;
  readonly sendNow: () => Promise<unknown>;
  readonly withdraw: Outbox["withdraw"];
}
