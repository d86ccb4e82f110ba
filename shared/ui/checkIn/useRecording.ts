import { useCallback, useState } from "react";
import { createStore, type ReadonlyStore } from "#shared/application/store.ts";
import type { RecordCheckIn } from "./useCheckIn.ts";

export interface Recording {
  readonly record: RecordCheckIn;
  /** Check-ins whose form waits for the answer. */
  readonly asking: ReadonlyStore<ReadonlySet<string>>;
}

/** Records, and knows which forms wait for an answer: what they will say themselves nobody else needs to say. */
export const useRecording = (record: RecordCheckIn): Recording => {
  const [asking] = useState(() => createStore<ReadonlySet<string>>(new Set()));
  const asked = useCallback<RecordCheckIn>(
    (keyResult, draft, entry, asker) => {
      asking.set(new Set([...asking.get(), draft.id]));
      return record(keyResult, draft, entry, asker).finally(() =>
        asking.set(new Set([...asking.get()].filter((id) => id !== draft.id))),
      );
    },
    [asking, record],
  );
  return { record: asked, asking };
};
