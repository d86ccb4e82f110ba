import { createContext, useContext, useSyncExternalStore } from "react";
import {
  selectionOf,
  subscribe,
  usedArea,
  type Position,
  type Selection as ModelSelection,
  type Workbook,
  type Worksheet,
} from "../model/index.ts";
import { boundingRect, lastColumn, lastRow, rect, sameRect } from "../model/address.ts";
import { columnAxis, rowAxis, rowHeaderWidth, type Layout } from "./grid/layout.ts";
import type { Selection } from "./grid/selection.ts";
import { lineAtScreen } from "./grid/viewport.ts";
import { createStore, type Store } from "./store.ts";
import type { UiStore } from "./uiState.ts";

/** Size of the grid on screen (headers included) and how far the sheet is scrolled. Pixels. */
export interface Viewport {
  readonly width: number;
  readonly height: number;
  readonly scrollLeft: number;
  readonly scrollTop: number;
}

export interface ExcelSession {
  readonly workbook: Workbook;
  readonly ui: UiStore;
  readonly viewport: Store<Viewport>;
  /** Puts the keyboard focus on the grid. Set by the grid while it is shown. */
  readonly focusGrid: { current: () => void };
}

export const createViewport = (): Store<Viewport> =>
  createStore<Viewport>({ width: 0, height: 0, scrollLeft: 0, scrollTop: 0 });

export const SessionContext = createContext<ExcelSession | null>(null);

export const useSession = (): ExcelSession => {
  const session = useContext(SessionContext);
  if (session === null) throw new Error("Used outside of the workbook window");
  return session;
};

/** Re-renders after every committed change of the workbook. */
export const useWorkbook = (): Workbook => {
  const { workbook } = useSession();
  useSyncExternalStore(
    (listener) => subscribe(workbook, listener),
    () => workbook.version,
  );
  return workbook;
};

const HEADER = 22;

export const layoutOf = (sheet: Worksheet, viewport: Viewport): Layout => {
  const rows = rowAxis(sheet);
  const columns = columnAxis(sheet);
  const vertical = {
    frozen: sheet.frozen?.rows ?? 0,
    scroll: viewport.scrollTop,
    length: Math.max(0, viewport.height - HEADER),
  };
  const headerWidth = rowHeaderWidth(lineAtScreen(rows, vertical.length, vertical));
  const horizontal = {
    frozen: sheet.frozen?.columns ?? 0,
    scroll: viewport.scrollLeft,
    length: Math.max(0, viewport.width - headerWidth),
  };
  return { rows, columns, vertical, horizontal, rowHeaderWidth: headerWidth };
};

const oppositeCorner = ({ areas: [area], active }: ModelSelection): Position => {
  if (area === undefined) return active;
  return {
    row: active.row === area.row ? lastRow(area) : area.row,
    column: active.column === area.column ? lastColumn(area) : area.column,
  };
};

/** The main area of the selection together with the corner that moves; an add-in may have selected without us. */
export const currentSelection = ({ workbook, ui }: ExcelSession): Selection => {
  const selection = selectionOf(workbook);
  const { active } = selection;
  const area = selection.areas[0] ?? rect(active.row, active.column);
  const { focus } = ui.get();
  const isOurs = sameRect(area, boundingRect(rect(active.row, active.column), rect(focus.row, focus.column)));
  return { area, active, focus: isOurs ? focus : oppositeCorner(selection) };
};

/** The last cell that holds something, A1 on an empty sheet. */
export const lastUsedCell = (sheet: Worksheet): Position => {
  const used = usedArea(sheet);
  return used === undefined ? { row: 0, column: 0 } : { row: lastRow(used), column: lastColumn(used) };
};
