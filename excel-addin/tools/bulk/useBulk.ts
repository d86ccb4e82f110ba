import { useDeferredValue, useMemo, useState } from "react";
import { chosenRows, showBulk } from "#shared/application/bulk/bulkDesk.ts";
import type { Applied, BulkReading, BulkState, RowChoice } from "#shared/application/bulk/bulkState.ts";
import type { BulkPreview } from "#shared/domain/bulk/bulkPlan.ts";
import type { BulkOperation } from "#shared/domain/bulk/operation.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { useStore } from "#shared/ui/store.ts";
import { useUi } from "#shared/ui/UiContext.ts";
import { useDesk } from "../desk/useDesk.ts";
import { EMPTY_FORM, operationOf, type BulkForm } from "./form.ts";

/** What the screen shows and can do. */
export interface Bulk {
  readonly state: BulkState;
  readonly rows: RowChoice;
  readonly onRows: (rows: RowChoice) => void;
  readonly form: BulkForm;
  readonly onForm: (change: Partial<BulkForm>) => void;
  readonly operation: BulkOperation | undefined;
  /** Absent while the form is not complete. */
  readonly preview: BulkPreview | undefined;
  readonly applied: Applied | "running" | undefined;
  readonly apply: () => void;
  readonly retry: () => void;
}

const previewOf = (
  reading: BulkReading | undefined,
  rows: RowChoice,
  operation: BulkOperation | undefined,
): BulkPreview | undefined => (reading && operation ? showBulk(reading, rows, operation) : undefined);

/** One bulk change at a time: which rows, what to do, what it would do, done. */
export const useBulk = (frame: Frame): Bulk => {
  const { locale } = useUi();
  const desk = useDesk(frame);
  const state = useStore(desk.state);
  const [rows, setRows] = useState<RowChoice>("selected");
  const [form, setForm] = useState<BulkForm>(EMPTY_FORM);
  const [applied, setApplied] = useState<Bulk["applied"]>();
  const reading = state.kind === "ready" ? state.reading : undefined;
  const operation = useMemo(() => operationOf(form, locale), [form, locale]);
  // Thousands of rows take a moment; typing goes on meanwhile.
  const shown = useDeferredValue(operation);
  const preview = useMemo(() => previewOf(reading, rows, shown), [reading, rows, shown]);
  const apply = async (): Promise<void> => {
    if (!preview || !shown) return;
    setApplied("running");
    setApplied(await desk.apply({ operation: shown, rows, preview }));
  };
  return {
    state,
    rows,
    onRows: (choice) => {
      setApplied(undefined);
      setRows(choice);
    },
    form,
    onForm: (change) => {
      setApplied(undefined);
      setForm((before) => ({ ...before, ...change }));
    },
    operation,
    preview,
    applied,
    apply: () => void apply(),
    retry: () => void desk.read(),
  };
};

export const countRows = (reading: BulkReading): Readonly<Record<RowChoice, number>> => ({
  selected: chosenRows(reading, "selected").size,
  visible: chosenRows(reading, "visible").size,
  all: chosenRows(reading, "all").size,
});
