import type { Rect } from "./address.ts";
import { intersects, isSingleCell } from "./address.ts";
import type { ChangeDetails, ChangeType, ModelEvent } from "./events.ts";
import type { Workbook, Worksheet } from "./types.ts";

/** Source and trigger of an event, from who is changing the workbook. */
export const eventOrigin = (workbook: Workbook): Pick<ModelEvent, "source" | "triggerSource"> => ({
  source: workbook.origin === "remote" ? "Remote" : "Local",
  triggerSource: workbook.origin === "addIn" ? "ThisLocalAddin" : "Unknown",
});

/** Queues an event; it is sent when the transaction ends. */
export const emit = (workbook: Workbook, event: ModelEvent): void => {
  workbook.pendingEvents.push(event);
};

export interface ChangedExtras {
  readonly changeType?: ChangeType;
  readonly shift?: "Up" | "Left" | "Down" | "Right";
  readonly details?: ChangeDetails;
}

/** Queues "changed" for an area. Details are kept only for an edit of exactly one cell. */
export const emitChanged = (sheet: Worksheet, area: Rect, extras: ChangedExtras = {}): void => {
  const { changeType = "RangeEdited", shift, details } = extras;
  emit(sheet.workbook, {
    type: "changed",
    ...eventOrigin(sheet.workbook),
    sheetId: sheet.id,
    changeType,
    area,
    ...(shift ? { shift } : {}),
    ...(details && isSingleCell(area) && changeType === "RangeEdited" ? { details } : {}),
    tableIds: sheet.tables.filter((table) => intersects(table.range, area)).map((table) => table.id),
  });
};

/** Sends what is queued; events caused by listeners go out after it. */
export const flushEvents = (workbook: Workbook): void => {
  const events = workbook.pendingEvents.splice(0);
  for (const event of events) for (const listener of workbook.eventListeners) listener(event);
};
