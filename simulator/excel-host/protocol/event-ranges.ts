import type { Rect } from "../model/address.ts";
import type { TrackedRange, Workbook, Worksheet } from "../model/types.ts";

/** Ranges that `event.getRange()` asks for; they follow their cells like other tracked ranges. */
export interface EventRanges {
  readonly keep: (sheet: Worksheet, area: Rect) => string;
  readonly find: (id: string) => TrackedRange | undefined;
}

/** Handlers ask soon after the event; older ranges are let go. */
const MAX_KEPT = 500;

export const createEventRanges = (workbook: Workbook): EventRanges => {
  const kept = new Map<string, TrackedRange>();
  let count = 0;
  const keep = (sheet: Worksheet, area: Rect): string => {
    count += 1;
    const id = `event-${count}`;
    const range = { sheet, area };
    kept.set(id, range);
    workbook.trackedRanges.add(range);
    const [oldest] = kept;
    if (kept.size > MAX_KEPT && oldest) {
      kept.delete(oldest[0]);
      workbook.trackedRanges.delete(oldest[1]);
    }
    return id;
  };
  return { keep, find: (id) => kept.get(id) };
};
