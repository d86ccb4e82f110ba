import { instantOf } from "#shared/domain/day.ts";
import type { CheckIn } from "#shared/domain/okr/checkIn.ts";
import { checkInId, type KeyResultId } from "#shared/domain/okr/ids.ts";
import type { KeyResult } from "#shared/domain/okr/keyResult.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { ClockDep } from "#shared/ports/clock.ts";
import type { IdsDep } from "#shared/ports/ids.ts";
import type { KeepDep } from "#shared/ports/keep.ts";
import type { OkrRepositoryDep } from "#shared/ports/okrRepository.ts";
import type { OutboxEntry } from "#shared/ports/outboxStore.ts";
import type { SignIn } from "#shared/ports/signIn.ts";
import type { Outbox } from "./outbox/outbox.ts";
import type { Sender } from "./outbox/sender.ts";

/** A check-in as somebody is typing it, before anything is read out of the text. */
export interface CheckInDraft {
  /** Made with the draft and kept with it: sending it twice stores it once. */
  readonly id: string;
  readonly value: string;
  readonly confidence: number | undefined;
  readonly note: string;
}

/** What was read out of a draft. */
export interface CheckInEntry {
  readonly value?: number;
  readonly confidence?: number;
  readonly note: string;
}

export type RecordCheckInError =
  | AccessError
  /** The store refused it; `message` is its own. */
  | { readonly type: "Refused"; readonly message: string };

const DRAFTS = "check-in/";

const keyOf = (id: KeyResultId): string => `${DRAFTS}${id}`;

/** A half-written check-in survives closing the tab: it is kept on this device until it is stored or thrown away. */
export const checkInDrafts = ({ keep, ids }: KeepDep & IdsDep) => ({
  open: (id: KeyResultId): CheckInDraft => {
    const kept = readDraft(keep.get(keyOf(id)));
    return kept ?? { id: ids.guid(), value: "", confidence: undefined, note: "" };
  },
  keep: (id: KeyResultId, draft: CheckInDraft): boolean => keep.set(keyOf(id), JSON.stringify(draft)),
  drop: (id: KeyResultId): void => keep.remove(keyOf(id)),
  /** How many say something. */
  count: (): number => keep.keys(DRAFTS).filter((key) => saysSomething(readDraft(keep.get(key)))).length,
});

/** Whether somebody has typed anything into it. */
export const saysSomething = (draft: CheckInDraft | undefined): boolean =>
  draft !== undefined && (draft.value !== "" || draft.confidence !== undefined || draft.note !== "");

const readDraft = (text: string | undefined): CheckInDraft | undefined => {
  if (text === undefined) return undefined;
  try {
    const raw = JSON.parse(text) as Partial<Record<keyof CheckInDraft, unknown>>;
    const { id, value, confidence, note } = raw;
    if (typeof id !== "string" || typeof value !== "string" || typeof note !== "string") return undefined;
    return { id, value, note, confidence: typeof confidence === "number" ? confidence : undefined };
  } catch {
    return undefined;
  }
};

export interface RecordedCheckIn {
  readonly checkIn: CheckIn;
  /** False: it is kept on this device and sent as soon as that is possible. */
  readonly sent: boolean;
}

/** Milliseconds after which nobody waits for an answer any more: what was typed is safe by then. */
const PATIENCE_MS = 2_000;

type Recording = Result<RecordedCheckIn, RecordCheckInError>;

/** Stores a check-in where nothing can be kept on this device: it is sent, or stays in its form. */
const sendDirectly = async ({ okrRepository }: OkrRepositoryDep, checkIn: CheckIn): Promise<Recording> => {
  const [outcome] = await okrRepository.write([{ kind: "addCheckIn", checkIn }]);
  switch (outcome?.type) {
    case "Written":
      return ok({ checkIn, sent: true });
    case "Failed":
      return err(outcome.error);
    case "Invalid":
      return err({ type: "Refused", message: outcome.message });
    case "Stale":
    case "Gone":
    case "Skipped":
    case undefined:
      return err({ type: "Unexpected", code: outcome?.type ?? "NoOutcome" });
  }
};

/** The form that a check-in comes from. */
export interface Asker {
  /** Whether it is still there for the answer; a refusal that it cannot show stays in the outbox, which shows it. */
  readonly isThere: () => boolean;
  /** What was typed is safe in the outbox: whoever begins anew begins another check-in. */
  readonly onKept: () => void;
}

const WAITING: Asker = { isThere: () => true, onKept: () => undefined };

export type RecordCheckInDeps = OkrRepositoryDep &
  ClockDep & {
    readonly signIn: Pick<SignIn, "current">;
    readonly outbox: Pick<Outbox, "state" | "add" | "withdraw">;
    readonly sender: Pick<Sender, "now">;
  };

const refusalOf = (entry: OutboxEntry | undefined): RecordCheckInError | undefined => {
  if (entry?.state.type !== "refused") return undefined;
  const { reason } = entry.state;
  if (reason.type === "Forbidden") return reason;
  return reason.type === "Invalid"
    ? { type: "Refused", message: reason.message }
    : { type: "Unexpected", code: reason.type };
};

/** What became of an entry, as soon as it is known; undefined while it is on its way. */
const settledIn = ({ outbox }: RecordCheckInDeps, id: string): OutboxEntry | undefined =>
  outbox.state
    .get()
    .entries.find((one) => one.id === id && (one.state.type === "done" || one.state.type === "refused"));

/** Sends, and waits until the entry is settled, nobody can send now, or the patience is over: others may be under way with it. */
const sendAndWait = async (deps: RecordCheckInDeps, id: string): Promise<void> => {
  const { outbox, sender, clock } = deps;
  await new Promise<void>((resolve) => {
    const stopWaiting = clock.after(PATIENCE_MS, () => end());
    const stopLooking = outbox.state.subscribe(() => {
      if (settledIn(deps, id)) end();
    });
    const end = (): void => {
      stopWaiting();
      stopLooking();
      resolve();
    };
    void sender.now().finally(end);
  });
};

/**
 * Keeps a check-in on this device and sends it. Whoever typed it waits for the answer a moment; if there is none by then, it is on
 * its way and sent later, also after the page was closed. A refusal in that moment leaves it to the form, if that is still there.
 */
export const recordCheckIn =
  (deps: RecordCheckInDeps) =>
  async (
    keyResult: KeyResult,
    draft: CheckInDraft,
    entry: CheckInEntry,
    asker: Asker = WAITING,
  ): Promise<Recording> => {
    const { outbox, signIn, clock } = deps;
    const author = await signIn.current();
    if (!author.ok) return author;
    const at = instantOf(clock.now());
    const { id: keyResultId, unitKey, cycleKey } = keyResult;
    const checkIn: CheckIn = {
      id: checkInId(draft.id),
      keyResultId,
      unitKey,
      cycleKey,
      at,
      author: author.value,
      ...entry,
    };
    const { id, ...typed } = draft;
    const write = { kind: "addCheckIn", checkIn } as const;
    const label = keyResult.title;
    const kept = await outbox.add([{ id, group: id, label, at, author: author.value, write, context: typed }]);
    if (!kept.ok) return sendDirectly(deps, checkIn);
    asker.onKept();
    await sendAndWait(deps, id);
    const settled = settledIn(deps, id);
    const refusal = refusalOf(settled);
    if (!refusal) return ok({ checkIn, sent: settled !== undefined });
    if (asker.isThere()) await outbox.withdraw(new Set([id]));
    return err(refusal);
  };

/** What somebody typed into a check-in that was refused after its form was closed, to go on with it. */
export const draftOf = ({ id, context }: Pick<OutboxEntry, "id" | "context">): CheckInDraft =>
  readDraft(JSON.stringify({ ...(context as object), id })) ?? { id, value: "", confidence: undefined, note: "" };
