import { useState } from "react";

export interface Chosen {
  /** Rows that the person holds back. */
  readonly skipped: ReadonlySet<string>;
  /** Rows that a push would send. */
  readonly ids: readonly string[];
  readonly all: boolean;
  readonly choose: (id: string, wanted: boolean) => void;
}

/**
 * Which of the rows that are ready the person wants to send: all of them, until one is held back.
 * @param ready their ids
 */
export const useChosen = (ready: readonly string[]): Chosen => {
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  const ids = ready.filter((id) => !skipped.has(id));
  return {
    skipped,
    ids,
    all: ids.length === ready.length,
    choose: (id, wanted) => {
      const next = new Set(skipped);
      if (wanted) next.delete(id);
      else next.add(id);
      setSkipped(next);
    },
  };
};
