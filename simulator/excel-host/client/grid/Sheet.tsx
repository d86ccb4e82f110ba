import type { JSX, ReactNode } from "react";
import { useMemo } from "react";
import type { Rect } from "../../model/index.ts";
import { ColumnHeaders, RowHeaders } from "./Headers.tsx";
import { useGridStyles } from "./Grid.styles.ts";
import { HEADER_HEIGHT } from "./layout.ts";
import type { Drawing } from "./drawing.ts";
import { Quadrant } from "./Quadrant.tsx";
import { frozenLines, scrolledLines } from "./viewport.ts";

interface SheetProps {
  readonly drawing: Drawing;
  readonly selected: readonly Rect[];
  /** Selection and buttons of the part of the sheet that shows these lines. */
  readonly marks: (rows: readonly number[], columns: readonly number[]) => ReactNode;
}

/** Keeps the same array as long as the same lines are on screen, so that rows are not drawn again while scrolling. */
const useStableLines = (lines: readonly number[]): readonly number[] => {
  const key = lines.join();
  // oxlint-disable-next-line react/exhaustive-deps -- the key stands for the content of `lines`
  return useMemo(() => lines, [key]);
};

interface Band {
  readonly lines: readonly number[];
  /** Place on screen, and how far the content is shifted. */
  readonly start: number;
  readonly length: number;
  readonly scroll: number;
  readonly isFrozen: boolean;
}

const bands = (frozen: Omit<Band, "isFrozen">, scrolled: Omit<Band, "isFrozen">): readonly Band[] =>
  [
    { ...frozen, isFrozen: true },
    { ...scrolled, isFrozen: false },
  ].filter(({ length }) => length > 0);

/** Headers and cells of the sheet that are on screen. */
export const Sheet = ({ drawing, selected, marks }: SheetProps): JSX.Element => {
  const styles = useGridStyles();
  const { layout } = drawing;
  const { rows, columns, vertical, horizontal, rowHeaderWidth } = layout;
  const frozenHeight = Math.min(rows.offset(vertical.frozen), vertical.length);
  const frozenWidth = Math.min(columns.offset(horizontal.frozen), horizontal.length);
  const frozenRows = useStableLines(frozenLines(rows, vertical));
  const frozenColumns = useStableLines(frozenLines(columns, horizontal));
  const scrolledRows = useStableLines(scrolledLines(rows, vertical));
  const scrolledColumns = useStableLines(scrolledLines(columns, horizontal));
  const rowBands = bands(
    { lines: frozenRows, start: HEADER_HEIGHT, length: frozenHeight, scroll: 0 },
    {
      lines: scrolledRows,
      start: HEADER_HEIGHT + frozenHeight,
      length: vertical.length - frozenHeight,
      scroll: frozenHeight + vertical.scroll,
    },
  );
  const columnBands = bands(
    { lines: frozenColumns, start: rowHeaderWidth, length: frozenWidth, scroll: 0 },
    {
      lines: scrolledColumns,
      start: rowHeaderWidth + frozenWidth,
      length: horizontal.length - frozenWidth,
      scroll: frozenWidth + horizontal.scroll,
    },
  );
  return (
    <>
      {columnBands.map(({ isFrozen, ...band }) => (
        <ColumnHeaders key={String(isFrozen)} layout={layout} selected={selected} {...band} />
      ))}
      {rowBands.map(({ isFrozen, ...band }) => (
        <RowHeaders key={String(isFrozen)} layout={layout} selected={selected} {...band} />
      ))}
      <div className={styles.corner} style={{ width: rowHeaderWidth, height: HEADER_HEIGHT }} aria-hidden />
      {rowBands.flatMap((vertically) =>
        columnBands.map((horizontally) => (
          <Quadrant
            key={`${vertically.isFrozen}.${horizontally.isFrozen}`}
            drawing={drawing}
            rows={vertically.lines}
            columns={horizontally.lines}
            box={{
              left: horizontally.start,
              top: vertically.start,
              width: horizontally.length,
              height: vertically.length,
            }}
            scroll={{ left: horizontally.scroll, top: vertically.scroll }}
            isFrozenAbove={vertically.isFrozen}
            isFrozenLeft={horizontally.isFrozen}
          >
            {marks(vertically.lines, horizontally.lines)}
          </Quadrant>
        )),
      )}
    </>
  );
};
