import { instantOf } from "#shared/domain/day.ts";
import type { Revision } from "#shared/domain/okr/ids.ts";
import type { Initiative } from "#shared/domain/okr/initiative.ts";
import { changesBetween } from "#shared/domain/merge/records.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { ClockDep } from "#shared/ports/clock.ts";
import type { IdsDep } from "#shared/ports/ids.ts";
import type { SignIn } from "#shared/ports/signIn.ts";
import type { InitiativeWrite } from "#shared/ports/writeOrder.ts";
import type { OutboxUnavailable } from "#shared/ports/outboxStore.ts";
import type { Outbox } from "../outbox/outbox.ts";
import type { Sender } from "../outbox/sender.ts";

/** What becomes of an initiative; `before` and its revision as they are shown. */
export type InitiativeEdit =
  | { readonly kind: "make"; readonly after: Initiative }
  | { readonly kind: "change"; readonly before: Initiative; readonly after: Initiative; readonly revision: Revision }
  | { readonly kind: "remove"; readonly before: Initiative; readonly revision: Revision };

export type RecordInitiativeDeps = ClockDep &
  IdsDep & {
    readonly signIn: Pick<SignIn, "current">;
    readonly outbox: Pick<Outbox, "add">;
    readonly sender: Pick<Sender, "now">;
  };

/** Undefined for a change of nothing. */
const writeOf = (edit: InitiativeEdit): InitiativeWrite | undefined => {
  switch (edit.kind) {
    case "make":
      return { kind: "createInitiative", initiative: edit.after };
    case "remove":
      return { kind: "removeInitiative", id: edit.before.id, basedOn: edit.revision };
    case "change": {
      const changes = changesBetween(edit.before, edit.after);
      const isNothing = Object.keys(changes).length === 0;
      return isNothing ? undefined : { kind: "changeInitiative", id: edit.before.id, changes, basedOn: edit.revision };
    }
  }
};

/**
 * Keeps what somebody did to an initiative on this device and sends it; it is shown at once, and what becomes of it with it. Only
 * what cannot be kept is an error: then nothing has happened.
 */
export const recordInitiative =
  ({ clock, ids, signIn, outbox, sender }: RecordInitiativeDeps) =>
  async (edit: InitiativeEdit): Promise<Result<void, AccessError | OutboxUnavailable>> => {
    const write = writeOf(edit);
    if (!write) return ok(undefined);
    const author = await signIn.current();
    if (!author.ok) return err(author.error);
    const id = ids.guid();
    const base = edit.kind === "make" ? {} : { base: edit.before };
    const { title: label } = edit.kind === "remove" ? edit.before : edit.after;
    const at = instantOf(clock.now());
    const kept = await outbox.add([{ id, group: id, label, at, author: author.value, write, ...base }]);
    if (kept.ok) void sender.now();
    return kept;
  };
