import { useState } from "react";
import { readCheckIn, type CheckInProblem } from "#shared/application/readCheckIn.ts";
import type { CheckInDraft, CheckInEntry, RecordCheckInError } from "#shared/application/recordCheckIn.ts";
import type { CheckIn } from "#shared/domain/okr/checkIn.ts";
import type { KeyResultId } from "#shared/domain/okr/ids.ts";
import type { KeyResult } from "#shared/domain/okr/keyResult.ts";
import type { Result } from "#shared/domain/result.ts";
import { useUi } from "../UiContext.ts";

/** What checking in needs from the outside. */
export interface CheckInServices {
  readonly drafts: {
    readonly open: (id: KeyResultId) => CheckInDraft;
    readonly keep: (id: KeyResultId, draft: CheckInDraft) => boolean;
    readonly drop: (id: KeyResultId) => void;
  };
  readonly record: (
    keyResult: KeyResult,
    draftId: string,
    entry: CheckInEntry,
  ) => Promise<Result<CheckIn, RecordCheckInError>>;
  /** The check-in is stored; show it. */
  readonly stored: (checkIn: CheckIn, keyResult: KeyResult) => void;
}

export type CheckInState =
  | { readonly kind: "editing" }
  | { readonly kind: "saving" }
  | { readonly kind: "failed"; readonly error: RecordCheckInError; readonly kept: boolean };

export interface CheckInForm {
  readonly draft: CheckInDraft;
  readonly state: CheckInState;
  /** What is wrong with the draft; shown once somebody has tried to save. */
  readonly problem: CheckInProblem | undefined;
  /** Something had been typed earlier and was found again. */
  readonly restored: boolean;
  readonly change: (change: Partial<Pick<CheckInDraft, "value" | "confidence" | "note">>) => void;
  readonly save: () => Promise<void>;
  readonly discard: () => void;
}

const isTouched = (draft: CheckInDraft): boolean =>
  draft.value !== "" || draft.confidence !== undefined || draft.note !== "";

export const useCheckIn = (keyResult: KeyResult, services: CheckInServices, onClose: () => void): CheckInForm => {
  const { locale } = useUi();
  const [draft, setDraft] = useState(() => services.drafts.open(keyResult.id));
  const [restored] = useState(() => isTouched(draft));
  const [state, setState] = useState<CheckInState>({ kind: "editing" });
  const [problem, setProblem] = useState<CheckInProblem>();

  return {
    draft,
    state,
    problem,
    restored,
    change: (change) => {
      const next = { ...draft, ...change };
      setDraft(next);
      setProblem(undefined);
      services.drafts.keep(keyResult.id, next);
    },
    save: async () => {
      if (state.kind === "saving") return;
      const entry = readCheckIn(keyResult.measure, draft, locale);
      if (!entry.ok) return setProblem(entry.error);
      setState({ kind: "saving" });
      const kept = services.drafts.keep(keyResult.id, draft);
      const saved = await services.record(keyResult, draft.id, entry.value);
      if (!saved.ok) return setState({ kind: "failed", error: saved.error, kept });
      services.drafts.drop(keyResult.id);
      services.stored(saved.value, keyResult);
      onClose();
    },
    discard: () => {
      services.drafts.drop(keyResult.id);
      onClose();
    },
  };
};
