import type { JSX } from "react";
import { useEffect, useLayoutEffect, useMemo, useRef } from "react";
import {
  displayText,
  listChoices,
  MAX_COLUMNS,
  MAX_ROWS,
  selectionOf,
  tableAt,
  validationAt,
  type Position,
  type Worksheet,
} from "../../model/index.ts";
import { handleGridKey } from "../actions/keyboard.ts";
import { onCopy, onPaste } from "../actions/clipboard.ts";
import { layoutOf, lastUsedCell, useSession, useWorkbook, type ExcelSession, type Viewport } from "../session.ts";
import { useStore } from "../store.ts";
import { ChoicesButton } from "./CellButtons.tsx";
import { CellEditor } from "./CellEditor.tsx";
import { createLookReader } from "./cellLook.ts";
import { cellId } from "./cellId.ts";
import { useGridStyles, useSelectionStyles } from "./Grid.styles.ts";
import { autoHeight } from "./autoHeight.ts";
import { DEFAULT_ROW_HEIGHT, HEADER_HEIGHT, screenBox, type Layout } from "./layout.ts";
import { SelectionLayer } from "./SelectionLayer.tsx";
import { Sheet } from "./Sheet.tsx";
import { createMeasure, type MeasureText } from "./textWidth.ts";
import { frozenLines, scrolledLines } from "./viewport.ts";
import { useGridPointer } from "./useGridPointer.ts";
import { rect } from "../../model/index.ts";

interface Extent {
  readonly width: number;
  readonly height: number;
}

/** Room beyond what is used or seen, so that there is always somewhere to scroll to; lines. */
const ROOM = { rows: 60, columns: 12 };

/** The scrolled area grows with what is used and seen: a million rows at once would make the scroll bar useless. */
const extentOf = (session: ExcelSession, layout: Layout): Extent => {
  const used = lastUsedCell(session);
  const { rows, columns, vertical, horizontal, rowHeaderWidth } = layout;
  const lastRow = Math.max(used.row, rows.indexAt(vertical.scroll + vertical.length)) + ROOM.rows;
  const lastColumn = Math.max(used.column, columns.indexAt(horizontal.scroll + horizontal.length)) + ROOM.columns;
  return {
    width: rowHeaderWidth + columns.offset(Math.min(lastColumn, MAX_COLUMNS)),
    height: HEADER_HEIGHT + rows.offset(Math.min(lastRow, MAX_ROWS)),
  };
};

/** Keeps the browser's scrolling and the session's viewport the same, in both directions. */
const useScrolling = (session: ExcelSession, viewport: Viewport): React.RefObject<HTMLDivElement | null> => {
  const scroller = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() =>
      session.viewport.set({ ...session.viewport.get(), width: element.clientWidth, height: element.clientHeight }),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [session]);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    if (Math.abs(element.scrollTop - viewport.scrollTop) > 1) element.scrollTop = viewport.scrollTop;
    if (Math.abs(element.scrollLeft - viewport.scrollLeft) > 1) element.scrollLeft = viewport.scrollLeft;
  }, [viewport]);
  return scroller;
};

/** Measures the rows on screen after they are drawn; where one takes another height, they are drawn again. */
const useAutoHeights = (session: ExcelSession, layout: Layout, measure: MeasureText): void => {
  const content = useStore(session.content, (count) => count);
  const shown = [...frozenLines(layout.rows, layout.vertical), ...scrolledLines(layout.rows, layout.vertical)].join();
  const { columns } = layout;
  useLayoutEffect(() => {
    const sheet = session.workbook.activeSheet;
    const before = session.autoHeights.get().get(sheet.id) ?? new Map<number, number>();
    const changed = shown.split(",").flatMap((text): readonly (readonly [number, number])[] => {
      const row = Number(text);
      const height = autoHeight(sheet, row, columns, measure, DEFAULT_ROW_HEIGHT);
      return height === (before.get(row) ?? DEFAULT_ROW_HEIGHT) ? [] : [[row, height]];
    });
    if (changed.length === 0) return;
    const heights = new Map([...before, ...changed]);
    session.autoHeights.set(new Map([...session.autoHeights.get(), [sheet.id, heights]]));
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- the content counter stands for all cells
  }, [session, shown, columns, content, measure]);
};

const activeNote = (sheet: Worksheet, { row, column }: Position): string => {
  const validation = validationAt(sheet, row, column);
  const table = tableAt(sheet, row, column);
  const header =
    table !== undefined && table.showHeaders && row > table.range.row
      ? displayText(sheet, table.range.row, column)
      : undefined;
  return [
    header ?? "",
    validation?.rule.type === "list" ? "has a list of choices" : "",
    validation?.prompt.showPrompt === true ? `${validation.prompt.title} ${validation.prompt.message}`.trim() : "",
  ]
    .filter((part) => part !== "")
    .join(", ");
};

const offersChoices = (sheet: Worksheet, cell: Position): boolean => {
  const rule = validationAt(sheet, cell.row, cell.column)?.rule;
  return rule?.type === "list" && rule.inCellDropDown && listChoices(sheet, cell.row, cell.column) !== undefined;
};

const ResizeLine = ({ layout, column, width }: { layout: Layout; column: number; width: number }): JSX.Element => {
  const styles = useSelectionStyles();
  const { left } = screenBox(layout, rect(0, column));
  return <div className={styles.resizeLine} style={{ left: left + width, top: 0, bottom: 0 }} aria-hidden />;
};

export const Grid = ({ isDark }: { readonly isDark: boolean }): JSX.Element => {
  const session = useSession();
  const workbook = useWorkbook();
  const styles = useGridStyles();
  const viewport = useStore(session.viewport, (state) => state);
  const ui = useStore(session.ui, (state) => state);
  const root = useRef<HTMLDivElement>(null);
  const scroller = useScrolling(session, viewport);
  const measure = useMemo(() => createMeasure(document), []);
  const sheet = workbook.activeSheet;
  const content = useStore(session.content, (count) => count);
  // oxlint-disable-next-line react/exhaustive-deps -- the count stands for everything the reader may read
  const reader = useMemo(() => createLookReader(sheet, isDark), [sheet, content, isDark]);
  useStore(session.autoHeights, (heights) => heights);
  const layout = layoutOf(session);
  useAutoHeights(session, layout, measure);
  const { areas, active } = selectionOf(workbook);
  const pointer = useGridPointer(session, root);
  const extent = extentOf(session, layout);
  const isEditing = ui.edit !== null;

  useEffect(() => {
    session.focusGrid.current = () => scroller.current?.focus({ preventScroll: true });
    session.focusGrid.current();
  }, [session, scroller]);

  return (
    <div
      ref={root}
      role="presentation"
      data-region="grid"
      className={styles.root}
      onKeyDown={(event) => handleGridKey(session, event)}
      onCopy={(event) => onCopy(session, event.nativeEvent, false)}
      onCut={(event) => onCopy(session, event.nativeEvent, true)}
      onPaste={(event) => onPaste(session, event.nativeEvent)}
      {...pointer}
    >
      <div
        ref={scroller}
        role="grid"
        tabIndex={0}
        aria-label={`Sheet ${sheet.name}`}
        aria-rowcount={MAX_ROWS}
        aria-colcount={MAX_COLUMNS}
        aria-multiselectable
        aria-activedescendant={cellId(active.row, active.column)}
        className={styles.scroller}
        onScroll={({ currentTarget: { scrollTop, scrollLeft } }) =>
          session.viewport.set({ ...session.viewport.get(), scrollTop, scrollLeft })
        }
      >
        <div role="presentation" className={styles.sizer} style={extent}>
          <div
            role="presentation"
            className={styles.overlay}
            style={{ width: viewport.width, height: viewport.height }}
          >
            <Sheet
              drawing={{
                layout,
                reader,
                measure,
                active,
                activeNote: activeNote(sheet, active),
                isDark,
                showGridlines: sheet.showGridlines,
                merged: sheet.merged,
              }}
              selected={areas}
              // oxlint-disable-next-line react/no-unstable-nested-components -- a function that is called, not a component
              marks={(rows, columns) => (
                <>
                  {offersChoices(sheet, active) && rows.includes(active.row) && columns.includes(active.column) && (
                    <ChoicesButton layout={layout} cell={active} />
                  )}
                  <SelectionLayer
                    layout={layout}
                    areas={areas}
                    active={active}
                    copied={ui.copied?.sheetId === sheet.id ? ui.copied : null}
                    drag={ui.drag}
                    isEditing={isEditing}
                  />
                </>
              )}
            />
            {ui.resize !== null && <ResizeLine layout={layout} {...ui.resize} />}
            {ui.edit !== null && ui.edit.sheetId === sheet.id && <CellEditor edit={ui.edit} layout={layout} />}
          </div>
        </div>
      </div>
    </div>
  );
};
