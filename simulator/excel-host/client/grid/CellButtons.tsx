import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronDown12Regular, Filter12Filled } from "@fluentui/react-icons";
import type { JSX } from "react";
import { rect, type Position } from "../../model/index.ts";
import { openChoices, openFilterAt } from "../actions/menus.ts";
import { useSession } from "../session.ts";
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

interface FilterButtonProps {
  readonly row: number;
  readonly place: number;
  /** Name of the table's column. */
  readonly name: string;
  readonly isFiltered: boolean;
}

/** The arrow in a table's header. Keyboard users press Alt with the down arrow instead. */
export const FilterButton = ({ row, place, name, isFiltered }: FilterButtonProps): JSX.Element => {
  const session = useSession();
  const styles = useStyles();
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={`Filter ${name}${isFiltered ? ", filtered" : ""}`}
      className={mergeClasses(styles.button, isFiltered && styles.filtered)}
      style={{ right: 1, bottom: 1 }}
      {...{ [GRID_BUTTON]: "" }}
      onClick={() => openFilterAt(session, { row, column: place })}
    >
      {isFiltered ? <Filter12Filled /> : <ChevronDown12Regular />}
    </button>
  );
};

interface ChoicesButtonProps {
  readonly layout: Layout;
  /** Cell with a list of choices, beside which the arrow stands. */
  readonly cell: Position;
}

/** Hidden from assistive software, to which the cell itself says that it has a list. */
export const ChoicesButton = ({ layout, cell }: ChoicesButtonProps): JSX.Element => {
  const session = useSession();
  const styles = useStyles();
  const box = sheetBox(layout, rect(cell.row, cell.column));
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-hidden
      data-testid="choices-button"
      className={styles.button}
      style={{ left: box.left + box.width + 1, top: box.top + box.height - SIZE - 1 }}
      {...{ [GRID_BUTTON]: "" }}
      onClick={() => openChoices(session)}
    >
      <ChevronDown12Regular />
    </button>
  );
};
