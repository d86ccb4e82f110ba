import { useEffect, useRef, useState } from "react";
import { readCheckIn, type CheckInProblem } from "#shared/application/readCheckIn.ts";
import { saysSomething } from "#shared/application/recordCheckIn.ts";
import type {
  Asker,
  CheckInDraft,
  CheckInEntry,
  RecordCheckInError,
  RecordedCheckIn,
} from "#shared/application/recordCheckIn.ts";
import { isPercentUnit } from "#shared/domain/entry/value.ts";
import type { Store } from "#shared/application/store.ts";
import type { CheckIn } from "#shared/domain/okr/checkIn.ts";
import type { KeyResultId } from "#shared/domain/okr/ids.ts";
import type { KeyResult, Measure } from "#shared/domain/okr/keyResult.ts";
import type { Result } from "#shared/domain/result.ts";
import { useUi } from "../UiContext.ts";
import type { Format } from "../text/format.ts";

/** Stores a check-in, or keeps it until it can be stored. */
export type RecordCheckIn = (
  keyResult: KeyResult,
  draft: CheckInDraft,
  entry: CheckInEntry,
  asker: Asker,
) => Promise<Result<RecordedCheckIn, RecordCheckInError>>;

/** What checking in needs from the outside. */
export interface CheckInServices {
  readonly drafts: {
    readonly open: (id: KeyResultId) => CheckInDraft;
    readonly keep: (id: KeyResultId, draft: CheckInDraft) => boolean;
    readonly drop: (id: KeyResultId) => void;
  };
  readonly record: RecordCheckIn;
  /** The key result whose form is open, if any is. */
  readonly editing: Store<KeyResultId | undefined>;
  /** The check-in is stored, or safe and on its way; show it. */
  readonly stored: (recorded: RecordedCheckIn, keyResult: KeyResult) => void;
  /** What this person stored last here; its row says so and offers to correct it. */
  readonly justStored?: CheckIn;
  /** Key results with a check-in that is on its way. */
  readonly waiting?: ReadonlySet<KeyResultId>;
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

/** A value as it would be typed into the form of that measure. */
export const typedValue = (measure: Measure, value: number, format: Pick<Format, "entry">): string => {
  if (measure.kind === "milestone") return value >= 1 ? "1" : "0";
  const percent = measure.kind === "percentage" || isPercentUnit(measure.unit);
  // Up to 1 it could be taken for a share of 1; the sign leaves no doubt.
  return `${format.entry(value)}${percent && Math.abs(value) <= 1 ? "%" : ""}`;
};

export interface CheckInInput {
  readonly keyResult: KeyResult;
  readonly services: CheckInServices;
  /** The check-in to be corrected: the form begins with what it says. */
  readonly correcting: CheckIn | undefined;
  readonly onClose: () => void;
}

export const useCheckIn = ({ keyResult, services, correcting, onClose }: CheckInInput): CheckInForm => {
  const { locale, format } = useUi();
  const [opened] = useState(() => services.drafts.open(keyResult.id));
  const [draft, setDraft] = useState<CheckInDraft>(() =>
    correcting === undefined
      ? opened
      : {
          id: opened.id,
          value: correcting.value === undefined ? "" : typedValue(keyResult.measure, correcting.value, format),
          confidence: correcting.confidence,
          note: correcting.note,
        },
  );
  const [state, setState] = useState<CheckInState>({ kind: "editing" });
  const [problem, setProblem] = useState<CheckInProblem>();
  const isHere = useRef(false);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);

  return {
    draft,
    state,
    problem,
    restored: correcting === undefined && saysSomething(opened),
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
      services.drafts.keep(keyResult.id, draft);
      const saved = await services.record(keyResult, draft, entry.value, {
        isThere: () => isHere.current,
        onKept: () => services.drafts.drop(keyResult.id),
      });
      if (!saved.ok) {
        // Where the form is gone, the notice of what was refused has the text.
        if (!isHere.current) return;
        const kept = services.drafts.keep(keyResult.id, draft);
        return setState({ kind: "failed", error: saved.error, kept });
      }
      // By now somebody may have begun another one.
      if (services.drafts.open(keyResult.id).id === draft.id) services.drafts.drop(keyResult.id);
      services.stored(saved.value, keyResult);
      if (isHere.current) onClose();
    },
    discard: () => {
      services.drafts.drop(keyResult.id);
      onClose();
    },
  };
};
