// From events of the model to entries of the message queue (category 65536).
import type { Rect } from "../model/address.ts";
import { rectAddress } from "../model/address.ts";
import type { ModelEvent } from "../model/events.ts";
import type { Worksheet } from "../model/types.ts";
import { toWire } from "../model/value.ts";
import { findSheet } from "../model/workbook.ts";
import type { Session } from "./definition.ts";
import { eventKey } from "./event-key.ts";
import { valueType } from "./types/range-values.ts";

/** Category of Excel's own events. */
const EXCEL_EVENTS = 65_536;

export interface QueueEntry {
  readonly category: number;
  readonly type: number;
  readonly targetId: string;
  readonly message: string;
}

const WORKBOOK = "Workbook";

/** One place an event is heard: who registered for it, and the number it is sent under. */
interface Channel {
  readonly type: "Worksheet" | "WorksheetCollection" | "Table" | "TableCollection";
  readonly event: string;
  readonly number: number;
  readonly targetId: string;
  readonly extra?: Readonly<Record<string, unknown>>;
}

const SHEET_EVENTS: Readonly<Partial<Record<ModelEvent["type"], readonly [string, number]>>> = {
  changed: ["DataChanged", 10],
  activated: ["Activated", 11],
  deactivated: ["Deactivated", 12],
  selectionChanged: ["SelectionChanged", 14],
  calculated: ["Calculated", 16],
  formatChanged: ["FormatChanged", 18],
  rowSorted: ["RowSorted", 19],
  columnSorted: ["ColumnSorted", 20],
  singleClicked: ["SingleClicked", 21],
  rowHiddenChanged: ["RowHiddenChanged", 22],
  formulaChanged: ["FormulaChanged", 23],
  protectionChanged: ["ProtectionChanged", 24],
  nameChanged: ["NameChanged", 25],
  visibilityChanged: ["VisibilityChanged", 26],
};

const COLLECTION_EVENTS: Readonly<Partial<Record<ModelEvent["type"], readonly [string, number]>>> = {
  added: ["Added", 13],
  deleted: ["Deleted", 15],
  moved: ["Moved", 27],
};

const tableCollections = (
  { sheetId }: ModelEvent,
  event: string,
  number: number,
  extra: Readonly<Record<string, unknown>> = {},
): readonly Channel[] =>
  [WORKBOOK, sheetId].map((targetId) => ({ type: "TableCollection", event, number, targetId, extra }));

const tableChannels = (event: ModelEvent): readonly Channel[] => {
  if (event.type === "tableAdded") return tableCollections(event, "Added", 102);
  if (event.type === "tableDeleted") return tableCollections(event, "Deleted", 103);
  if (event.type === "tableSelectionChanged") {
    return [{ type: "Table", event: "SelectionChanged", number: 100, targetId: event.tableId }];
  }
  if (event.type !== "changed") return [];
  return event.tableIds.flatMap((tableId): readonly Channel[] => [
    { type: "Table", event: "DataChanged", number: 101, targetId: tableId, extra: { tableId } },
    ...tableCollections(event, "DataChanged", 101, { tableId }),
  ]);
};

const channelsOf = (event: ModelEvent): readonly Channel[] => {
  const onSheet = SHEET_EVENTS[event.type];
  const onCollection = COLLECTION_EVENTS[event.type] ?? onSheet;
  const channels: Channel[] = [];
  if (onSheet) channels.push({ type: "Worksheet", event: onSheet[0], number: onSheet[1], targetId: event.sheetId });
  if (onCollection) {
    channels.push({ type: "WorksheetCollection", event: onCollection[0], number: onCollection[1], targetId: WORKBOOK });
  }
  return [...channels, ...tableChannels(event)];
};

const addressOf = (areas: readonly Rect[]): string => areas.map(rectAddress).join(",");

const changedMessage = (
  event: Extract<ModelEvent, { type: "changed" }>,
  sheet: Worksheet,
  session: Session,
): object => {
  const { details } = event;
  return {
    changeType: event.changeType,
    address: rectAddress(event.area),
    referenceId: session.eventRanges.keep(sheet, event.area),
    shiftDirection: event.shift ? `ShiftCell${event.shift}` : "None",
    triggerSource: event.triggerSource,
    ...(details
      ? {
          valueBefore: toWire(details.valueBefore),
          valueAfter: toWire(details.valueAfter),
          valueTypeBefore: valueType(details.valueBefore),
          valueTypeAfter: valueType(details.valueAfter),
        }
      : {}),
  };
};

const rangeMessage = (
  event: Extract<ModelEvent, { area: Rect | null }>,
  sheet: Worksheet | undefined,
  session: Session,
): object => {
  if (event.type === "changed") return sheet ? changedMessage(event, sheet, session) : {};
  const { area, ...rest } = event;
  const address = area ? rectAddress(area) : "";
  if (event.type !== "formatChanged" || !sheet) return { ...rest, address };
  return { ...rest, address, referenceId: session.eventRanges.keep(sheet, event.area) };
};

const messageOf = (event: ModelEvent, sheet: Worksheet | undefined, session: Session): object => {
  if ("area" in event) return rangeMessage(event, sheet, session);
  if (event.type === "selectionChanged") return { address: addressOf(event.areas) };
  if (event.type !== "formulaChanged") return event;
  return {
    formulaDetails: event.changes.map(({ address: cellAddress, previousFormula }) => ({
      cellAddress,
      previousFormula,
    })),
  };
};

/** Entries for everything that listens to an event; none while the add-in has its events switched off. */
export const toQueueEntries = (event: ModelEvent, session: Session): readonly QueueEntry[] => {
  if (!session.workbook.eventsEnabled) return [];
  const heard = channelsOf(event).filter(({ type, event: name, targetId }) =>
    session.runtime.listening.has(eventKey(type, name, targetId)),
  );
  if (heard.length === 0) return [];
  const {
    type: _type,
    sheetId,
    ...body
  } = { ...messageOf(event, findSheet(session.workbook, event.sheetId), session), type: "", sheetId: event.sheetId };
  return heard.map(({ number, targetId, extra }) => ({
    category: EXCEL_EVENTS,
    type: number,
    targetId,
    message: JSON.stringify({ source: event.source, ...body, worksheetId: sheetId, ...extra }),
  }));
};
