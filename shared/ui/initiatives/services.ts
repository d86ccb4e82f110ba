import type { InitiativeEdit } from "#shared/application/initiatives/recordInitiative.ts";
import type { ShownInitiatives } from "#shared/application/initiatives/shownInitiatives.ts";
import type { Outbox } from "#shared/application/outbox/outbox.ts";
import type { Person } from "#shared/domain/okr/person.ts";
import type { Result } from "#shared/domain/result.ts";
import type { OutboxServices } from "../outbox/services.ts";

/** What the lists of initiatives need from the outside. */
export interface InitiativeServices {
  readonly shown: ShownInitiatives;
  readonly record: (edit: InitiativeEdit) => Promise<Result<void, unknown>>;
  readonly outbox: Pick<OutboxServices, "state" | "sendNow" | "withdraw"> & Pick<Outbox, "resolve" | "retry">;
  /** Who is signed in, and so the owner of what is added. */
  readonly me: () => Promise<Person | undefined>;
  readonly newId: () => string;
}
