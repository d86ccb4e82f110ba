import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronDown12Regular, Filter12Filled } from "@fluentui/react-icons";
import type { JSX } from "react";
import { rect, type Position, type Table, type Worksheet } from "../../model/index.ts";
import { sheetBox, type Layout } from "./layout.ts";

/** Presses on such an element are not presses on the grid. */
export const GRID_BUTTON = "data-grid-button";

const SIZE = 17;

const useStyles = makeStyles({
  button: {
    position: "absolute",
    width: `${SIZE}px`,
    height: `${SIZE}px`,
    padding: 0,
    display: "flex",
    alignItems: "center",
    justifyContent: "center",
    cursor: "pointer",
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  filtered: { color: "var(--grid-accent)" },
});

export interface FilterTarget {
  readonly table: Table;
  /** Offset from the table's first column. */
  readonly offset: number;
}

interface CellButtonsProps {
  readonly sheet: Worksheet;
  readonly layout: Layout;
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  /** Cell with a list of choices next to which the arrow is shown. */
  readonly choicesAt: Position | undefined;
  readonly onFilter: (target: FilterTarget) => void;
  readonly onChoices: () => void;
}

interface PlacedFilter extends FilterTarget {
  readonly cell: Position;
}

const filterButtons = (sheet: Worksheet, rows: readonly number[], columns: readonly number[]): PlacedFilter[] =>
  sheet.tables
    .filter((table) => table.showHeaders && table.showFilterButton && rows.includes(table.range.row))
    .flatMap((table) =>
      table.columns.flatMap((_, offset): PlacedFilter[] => {
        const column = table.range.column + offset;
        return columns.includes(column) ? [{ table, offset, cell: { row: table.range.row, column } }] : [];
      }),
    );

const placeAt = (layout: Layout, { row, column }: Position, isOutside: boolean): { left: number; top: number } => {
  const box = sheetBox(layout, rect(row, column));
  return {
    left: isOutside ? box.left + box.width + 1 : box.left + box.width - SIZE - 2,
    top: box.top + box.height - SIZE - 1,
  };
};

/** The arrows of table headers and of the active cell's list. Keyboard users press Alt with the down arrow instead. */
export const CellButtons = (props: CellButtonsProps): JSX.Element => {
  const { sheet, layout, rows, columns, choicesAt, onFilter, onChoices } = props;
  const styles = useStyles();
  const shownChoices =
    choicesAt !== undefined && rows.includes(choicesAt.row) && columns.includes(choicesAt.column)
      ? choicesAt
      : undefined;
  return (
    <div role="presentation" {...{ [GRID_BUTTON]: "" }}>
      {filterButtons(sheet, rows, columns).map(({ table, offset, cell }) => {
        const column = table.columns[offset];
        const isFiltered = column !== undefined && table.filters.has(column.id);
        return (
          <button
            key={`${table.id}.${offset}`}
            type="button"
            tabIndex={-1}
            aria-label={`Filter ${column?.name ?? ""}${isFiltered ? ", filtered" : ""}`}
            className={mergeClasses(styles.button, isFiltered && styles.filtered)}
            style={placeAt(layout, cell, false)}
            onClick={() => onFilter({ table, offset })}
          >
            {isFiltered ? <Filter12Filled /> : <ChevronDown12Regular />}
          </button>
        );
      })}
      {shownChoices !== undefined && (
        <button
          type="button"
          tabIndex={-1}
          aria-label="Choose from the list"
          className={styles.button}
          style={placeAt(layout, shownChoices, true)}
          onClick={onChoices}
        >
          <ChevronDown12Regular />
        </button>
      )}
    </div>
  );
};
