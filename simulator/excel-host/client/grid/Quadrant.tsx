import { mergeClasses } from "@fluentui/react-components";
import type { JSX, ReactNode } from "react";
import type { Drawing } from "./drawing.ts";
import { useGridStyles } from "./Grid.styles.ts";
import { GridRow } from "./GridRow.tsx";
import { MergedCells } from "./MergedCells.tsx";
import type { Box, Layout } from "./layout.ts";

interface QuadrantProps {
  readonly drawing: Drawing;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  /** Place on screen. */
  readonly box: Box;
  readonly scroll: { readonly left: number; readonly top: number };
  readonly isFrozenAbove: boolean;
  readonly isFrozenLeft: boolean;
  /** Selection and other marks, in sheet coordinates. */
  readonly children: ReactNode;
}

interface LinesProps {
  readonly layout: Layout;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

const GridLines = ({ layout, rows, columns }: LinesProps): JSX.Element => {
  const styles = useGridStyles();
  const firstRow = rows[0] ?? 0;
  const firstColumn = columns[0] ?? 0;
  const top = layout.rows.offset(firstRow);
  const left = layout.columns.offset(firstColumn);
  const height = layout.rows.offset((rows.at(-1) ?? firstRow) + 1) - top;
  const width = layout.columns.offset((columns.at(-1) ?? firstColumn) + 1) - left;
  return (
    <div aria-hidden>
      {rows.map((row) => (
        <div key={row} className={styles.rowLine} style={{ top: layout.rows.offset(row + 1) - 1, left, width }} />
      ))}
      {columns.map((column) => (
        <div
          key={column}
          className={styles.columnLine}
          style={{ left: layout.columns.offset(column + 1) - 1, top, height }}
        />
      ))}
    </div>
  );
};

/** One of up to four parts that frozen panes cut the sheet into. */
export const Quadrant = (props: QuadrantProps): JSX.Element => {
  const { drawing, rows, columns, box, scroll, isFrozenAbove, isFrozenLeft, children } = props;
  const { layout, reader, measure, active, activeNote, isDark } = drawing;
  const styles = useGridStyles();
  return (
    <div
      role="presentation"
      className={mergeClasses(
        styles.quadrant,
        isFrozenAbove && styles.frozenRowEdge,
        isFrozenLeft && styles.frozenColumnEdge,
      )}
      style={box}
    >
      <div
        role="presentation"
        className={styles.content}
        style={{ transform: `translate(${-scroll.left}px, ${-scroll.top}px)` }}
      >
        {drawing.showGridlines && <GridLines layout={layout} rows={rows} columns={columns} />}
        {rows.map((row) => (
          <GridRow
            key={row}
            row={row}
            columns={columns}
            rowAxis={layout.rows}
            columnAxis={layout.columns}
            reader={reader}
            measure={measure}
            activeColumn={row === active.row && columns.includes(active.column) ? active.column : undefined}
            activeNote={row === active.row ? activeNote : ""}
            isDark={isDark}
            merged={drawing.merged}
          />
        ))}
        {drawing.merged.length > 0 && <MergedCells drawing={drawing} rows={rows} columns={columns} />}
        {children}
      </div>
    </div>
  );
};
