import { useMemo, useState } from "react";
import { isReady, type SheetPlan } from "#shared/domain/sheet/planTypes.ts";

export interface Selection {
  /** Rows that the person holds back. */
  readonly skipped: ReadonlySet<string>;
  /** Rows that a push would send. */
  readonly chosen: readonly string[];
  readonly all: boolean;
  readonly choose: (id: string, wanted: boolean) => void;
}

/** Which of the rows that are ready the person wants to send: all of them, until one is held back. */
export const useSelection = (plan: SheetPlan | undefined): Selection => {
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  const ready = useMemo(() => (plan?.rows ?? []).filter((row) => isReady(row) && row.at !== undefined), [plan]);
  const chosen = useMemo(() => ready.filter(({ id }) => !skipped.has(id)).map(({ id }) => id), [ready, skipped]);
  return {
    skipped,
    chosen,
    all: chosen.length === ready.length,
    choose: (id, wanted) => {
      const next = new Set(skipped);
      if (wanted) next.delete(id);
      else next.add(id);
      setSkipped(next);
    },
  };
};
