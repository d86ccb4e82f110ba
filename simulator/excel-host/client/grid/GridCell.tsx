import { mergeClasses } from "@fluentui/react-components";
import type { CSSProperties, JSX } from "react";
import { memo } from "react";
import { cellAddress } from "../../model/index.ts";
import { cellId } from "./cellId.ts";
import type { CellLook } from "./cellLook.ts";
import { textColor } from "./colors.ts";
import { FilterButton } from "./CellButtons.tsx";
import { useCellStyles } from "./Grid.styles.ts";

interface GridCellProps {
  readonly row: number;
  readonly column: number;
  readonly left: number;
  /** Width of the column, and of what the text may run over beyond it. */
  readonly width: number;
  readonly runOver: number;
  readonly height: number;
  readonly look: CellLook | undefined;
  readonly isDark: boolean;
  readonly isActive: boolean;
  readonly note: string;
}

const JUSTIFY = { left: "flex-start", center: "center", right: "flex-end" } as const;

/** Text that runs over its neighbour must not paint over the neighbour's grid line with a fill. */
const boxStyle = ({ look, left, width, runOver, height }: GridCellProps): CSSProperties => ({
  left,
  top: 0,
  width: width + runOver - (look?.fill === undefined ? 1 : 0),
  height: height - (look?.fill === undefined ? 1 : 0),
});

const lookStyle = (look: CellLook, isDark: boolean): CSSProperties => {
  const { color, fill, bold, italic, underline, strikethrough, isLink } = look;
  const lines = [underline || isLink ? "underline" : "", strikethrough ? "line-through" : ""].join(" ").trim();
  return {
    color: textColor({ chosen: color, fill, isDark }),
    background: fill,
    fontWeight: bold ? 600 : undefined,
    fontStyle: italic ? "italic" : undefined,
    textDecoration: lines === "" ? undefined : lines,
    fontSize: `${look.fontSize}pt`,
    fontFamily: `${JSON.stringify(look.fontName)}, Carlito, "Segoe UI", sans-serif`,
    justifyContent: JUSTIFY[look.align],
    textAlign: look.align,
    alignItems: look.vertical,
    ...(look.indent > 0 ? { paddingLeft: look.indent + 3 } : {}),
    ...Object.fromEntries(look.borders.map(([side, css]) => [`border${side}`, css])),
  };
};

const ariaName = ({ row, column, look, note }: GridCellProps): string =>
  [look?.text ?? "", look?.hint ?? "", cellAddress(row, column), note].filter((part) => part !== "").join(", ");

const sameLook = (a: CellLook | undefined, b: CellLook | undefined): boolean => {
  if (a === b) return true;
  if (a === undefined || b === undefined) return false;
  return (Object.keys(a) as (keyof CellLook)[]).every((key) =>
    key === "borders" || key === "bar" || key === "filter"
      ? JSON.stringify(a[key]) === JSON.stringify(b[key])
      : a[key] === b[key],
  );
};

/** Looks are read anew after every change; a cell is drawn anew only when its own differs. */
const sameProps = (a: GridCellProps, b: GridCellProps): boolean =>
  (Object.keys(a) as (keyof GridCellProps)[]).every((key) => key === "look" || a[key] === b[key]) &&
  sameLook(a.look, b.look);

const PlainGridCell = (props: GridCellProps): JSX.Element => {
  const { row, column, look, isDark, isActive } = props;
  const styles = useCellStyles();
  const box = boxStyle(props);
  return (
    <div
      role="gridcell"
      id={cellId(row, column)}
      aria-colindex={column + 1}
      aria-selected={isActive}
      title={look?.hint}
      aria-label={isActive ? ariaName(props) : undefined}
      className={mergeClasses(styles.cell, look?.wrap === true && styles.wrap)}
      style={look === undefined ? box : { ...box, ...lookStyle(look, isDark) }}
    >
      {look?.bar !== undefined && (
        <span
          className={styles.bar}
          style={{ width: `${look.bar.share * 100}%`, backgroundColor: look.bar.color }}
          aria-hidden
        />
      )}
      {look !== undefined && (
        <span dir="auto" className={mergeClasses(styles.text, look.wrap && styles.wrappedText)}>
          {look.text}
        </span>
      )}
      {look?.filter !== undefined && (
        <FilterButton row={row} place={column} name={look.filter.column} isFiltered={look.filter.isFiltered} />
      )}
    </div>
  );
};

export const GridCell = memo(PlainGridCell, sameProps);
