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
import type { SignInDep } from "#shared/ports/signIn.ts";

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

const keyOf = (id: KeyResultId): string => `check-in/${id}`;

/** A half-written check-in survives closing the tab: it is kept on this device until it is stored or thrown away. */
export const checkInDrafts = ({ keep, ids }: KeepDep & IdsDep) => ({
  open: (id: KeyResultId): CheckInDraft => {
    const kept = readDraft(keep.get(keyOf(id)));
    return kept ?? { id: ids.guid(), value: "", confidence: undefined, note: "" };
  },
  keep: (id: KeyResultId, draft: CheckInDraft): boolean => keep.set(keyOf(id), JSON.stringify(draft)),
  drop: (id: KeyResultId): void => keep.remove(keyOf(id)),
});

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

export const recordCheckIn =
  ({ okrRepository, signIn, clock }: OkrRepositoryDep & SignInDep & ClockDep) =>
  async (keyResult: KeyResult, draftId: string, entry: CheckInEntry): Promise<Result<CheckIn, RecordCheckInError>> => {
    const author = await signIn.current();
    if (!author.ok) return author;
    const checkIn: CheckIn = {
      id: checkInId(draftId),
      keyResultId: keyResult.id,
      unitKey: keyResult.unitKey,
      cycleKey: keyResult.cycleKey,
      at: instantOf(clock.now()),
      author: author.value,
      ...entry,
    };
    const [outcome] = await okrRepository.write([{ kind: "addCheckIn", checkIn }]);
    switch (outcome?.type) {
      case "Written":
        return ok(checkIn);
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
