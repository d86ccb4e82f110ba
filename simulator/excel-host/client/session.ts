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
import { columnAxis, HEADER_HEIGHT, rowAxis, rowHeaderWidth, type AutoHeights, type Layout } from "./grid/layout.ts";
import type { Selection } from "./grid/selection.ts";
import { lineAtScreen } from "./grid/viewport.ts";
import { createStore, type ReadonlyStore, type Store } from "./store.ts";
import { createUiStore, type UiStore } from "./uiState.ts";

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
  /** By sheet id. */
  readonly autoHeights: Store<ReadonlyMap<string, AutoHeights>>;
  /** Counts changes of the workbook other than moving the selection. */
  readonly content: ReadonlyStore<number>;
  /** Runs a change that touches nothing but the selection. */
  readonly quietly: (change: () => void) => void;
  /** Puts the keyboard focus on the grid. Set by the grid while it is shown. */
  readonly focusGrid: { current: () => void };
}

/** Everything that follows the workbook while its window is open. */
export const createSession = (workbook: Workbook): ExcelSession => {
  const content = createStore(0);
  const ui = createUiStore();
  let isQuiet = false;
  subscribe(workbook, () => {
    if (!isQuiet) content.set(content.get() + 1);
  });
  ui.patch({ focus: selectionOf(workbook).active });
  return {
    workbook,
    ui,
    viewport: createStore<Viewport>({ width: 0, height: 0, scrollLeft: 0, scrollTop: 0 }),
    autoHeights: createStore<ReadonlyMap<string, AutoHeights>>(new Map()),
    content,
    quietly: (change) => {
      isQuiet = true;
      try {
        change();
      } finally {
        isQuiet = false;
      }
    },
    focusGrid: { current: () => undefined },
  };
};

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

/** A single fact about the workbook; re-renders only when it differs. */
export const useWorkbookFact = <T extends string | number | boolean | undefined>(
  read: (workbook: Workbook) => T,
): T => {
  const { workbook } = useSession();
  return useSyncExternalStore(
    (listener) => subscribe(workbook, listener),
    () => read(workbook),
  );
};

const NO_HEIGHTS: AutoHeights = new Map();

/** Layout of the sheet that is shown, at the present place. */
export const layoutOf = (session: ExcelSession): Layout => {
  const sheet = session.workbook.activeSheet;
  const viewport = session.viewport.get();
  const rows = rowAxis(sheet, session.autoHeights.get().get(sheet.id) ?? NO_HEIGHTS);
  const columns = columnAxis(sheet);
  const vertical = {
    frozen: sheet.frozen?.rows ?? 0,
    scroll: viewport.scrollTop,
    length: Math.max(0, viewport.height - HEADER_HEIGHT),
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

const lastCells = new WeakMap<Worksheet, { readonly content: number; readonly cell: Position }>();

/** The last cell that holds something, A1 on an empty sheet. */
export const lastUsedCell = (session: ExcelSession): Position => {
  const sheet = session.workbook.activeSheet;
  const content = session.content.get();
  const known = lastCells.get(sheet);
  if (known?.content === content) return known.cell;
  const used = usedArea(sheet);
  const cell = used === undefined ? { row: 0, column: 0 } : { row: lastRow(used), column: lastColumn(used) };
  lastCells.set(sheet, { content, cell });
  return cell;
};
