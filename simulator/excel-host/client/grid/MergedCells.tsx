import type { JSX } from "react";
import { boundingRect, intersects, rect, type Rect } from "../../model/index.ts";
import { GridCell } from "./GridCell.tsx";
import { useGridStyles } from "./Grid.styles.ts";
import { sheetBox } from "./layout.ts";
import type { Drawing } from "./drawing.ts";

interface MergedCellsProps {
  readonly drawing: Drawing;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

const shownArea = (rows: readonly number[], columns: readonly number[]): Rect | undefined => {
  const [row, column, lastRow, lastColumn] = [rows[0], columns[0], rows.at(-1), columns.at(-1)];
  return row === undefined || column === undefined
    ? undefined
    : boundingRect(rect(row, column), rect(lastRow ?? row, lastColumn ?? column));
};

/** Merged areas that reach into the lines on screen, each as one cell. */
export const MergedCells = ({ drawing, rows, columns }: MergedCellsProps): JSX.Element => {
  const { layout, reader, merged, active, activeNote, isDark } = drawing;
  const styles = useGridStyles();
  const shown = shownArea(rows, columns);
  return (
    <>
      {merged
        .filter((area) => shown !== undefined && intersects(area, shown))
        .map((area) => {
          const { left, top, width, height } = sheetBox(layout, area);
          const isActive = active.row === area.row && active.column === area.column;
          return (
            <div
              key={`${area.row}.${area.column}`}
              role="row"
              aria-rowindex={area.row + 1}
              className={styles.row}
              style={{ top, height }}
            >
              <div className={styles.mergedBackground} style={{ left, width: width - 1, height: height - 1 }} />
              <GridCell
                row={area.row}
                column={area.column}
                left={left}
                width={width}
                runOver={0}
                height={height}
                look={reader.look(area.row, area.column)}
                isDark={isDark}
                isActive={isActive}
                note={isActive ? activeNote : ""}
              />
            </div>
          );
        })}
    </>
  );
};
