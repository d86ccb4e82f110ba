import type { JSX } from "react";
import { memo } from "react";
import type { Layout } from "./layout.ts";
import type { LookReader } from "./cellLook.ts";
import type { Rect } from "../../model/index.ts";
import { GridCell } from "./GridCell.tsx";
import { useGridStyles } from "./Grid.styles.ts";
import { rowCells } from "./rowCells.ts";
import type { MeasureText } from "./textWidth.ts";

interface GridRowProps {
  readonly row: number;
  readonly columns: readonly number[];
  readonly rowAxis: Layout["rows"];
  readonly columnAxis: Layout["columns"];
  /** A new reader means that the sheet changed. */
  readonly reader: LookReader;
  readonly measure: MeasureText;
  readonly activeColumn: number | undefined;
  readonly merged: readonly Rect[];
  readonly activeNote: string;
  readonly isDark: boolean;
}

const PlainGridRow = (props: GridRowProps): JSX.Element => {
  const { row, columns, rowAxis, columnAxis, reader, measure, activeColumn, activeNote, isDark, merged } = props;
  const styles = useGridStyles();
  const height = rowAxis.size(row);
  const cells = rowCells({ row, columns, axis: columnAxis, reader, measure, activeColumn, merged });
  return (
    <div
      role={cells.length === 0 ? "presentation" : "row"}
      aria-rowindex={cells.length === 0 ? undefined : row + 1}
      className={styles.row}
      style={{ top: rowAxis.offset(row), height }}
    >
      {cells.map(({ column, look, runOver }) => (
        <GridCell
          key={column}
          row={row}
          column={column}
          left={columnAxis.offset(column)}
          width={columnAxis.size(column)}
          runOver={runOver}
          height={height}
          look={look}
          isDark={isDark}
          isActive={column === activeColumn}
          note={column === activeColumn ? activeNote : ""}
        />
      ))}
    </div>
  );
};

export const GridRow = memo(PlainGridRow);
