import { mergeClasses } from "@fluentui/react-components";
import type { JSX } from "react";
import { columnName, intersects, MAX_COLUMNS, MAX_ROWS, rect, type Rect } from "../../model/index.ts";
import { useGridStyles } from "./Grid.styles.ts";
import { HEADER_HEIGHT, type Layout } from "./layout.ts";

interface StripProps {
  readonly layout: Layout;
  readonly lines: readonly number[];
  readonly selected: readonly Rect[];
  /** Place of the strip along its direction, and how far it is scrolled. */
  readonly start: number;
  readonly length: number;
  readonly scroll: number;
}

const touches = (selected: readonly Rect[], line: Rect): boolean => selected.some((area) => intersects(area, line));

export const ColumnHeaders = ({ layout, lines, selected, start, length, scroll }: StripProps): JSX.Element => {
  const styles = useGridStyles();
  return (
    <div
      role="row"
      className={styles.headerStrip}
      style={{ left: start, top: 0, width: length, height: HEADER_HEIGHT }}
    >
      {lines.map((column) => {
        const isTouched = touches(selected, rect(0, column, MAX_ROWS, 1));
        return (
          <div
            key={column}
            role="columnheader"
            aria-colindex={column + 1}
            className={mergeClasses(
              styles.headerCell,
              isTouched && styles.headerTouched,
              isTouched && styles.columnHeaderTouched,
            )}
            style={{
              left: layout.columns.offset(column) - scroll,
              width: layout.columns.size(column),
              height: HEADER_HEIGHT,
            }}
          >
            {columnName(column)}
            <span className={styles.columnGrip} data-testid={`column-edge-${columnName(column)}`} />
          </div>
        );
      })}
    </div>
  );
};

export const RowHeaders = ({ layout, lines, selected, start, length, scroll }: StripProps): JSX.Element => {
  const styles = useGridStyles();
  return (
    <div
      role="presentation"
      className={styles.headerStrip}
      style={{ left: 0, top: start, width: layout.rowHeaderWidth, height: length }}
    >
      {lines.map((row) => {
        const isTouched = touches(selected, rect(row, 0, 1, MAX_COLUMNS));
        return (
          <div
            key={row}
            aria-hidden
            data-row={row + 1}
            className={mergeClasses(
              styles.headerCell,
              isTouched && styles.headerTouched,
              isTouched && styles.rowHeaderTouched,
            )}
            style={{
              top: layout.rows.offset(row) - scroll,
              height: layout.rows.size(row),
              width: layout.rowHeaderWidth,
            }}
          >
            {row + 1}
          </div>
        );
      })}
    </div>
  );
};
