import {
  makeStyles,
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Toolbar,
  ToolbarButton,
  ToolbarDivider,
  ToolbarToggleButton,
  Tooltip,
} from "@fluentui/react-components";
import {
  ArrowRedoRegular,
  ArrowUndoRegular,
  FilterDismissRegular,
  FilterRegular,
  PaintBucketRegular,
  TableAddRegular,
  TableDeleteRowRegular,
  TableFreezeColumnAndRowRegular,
  TableInsertRowRegular,
  TextBoldRegular,
  TextItalicRegular,
  TextSortAscendingRegular,
  TextSortDescendingRegular,
  TextWrapRegular,
} from "@fluentui/react-icons";
import type { JSX, ReactElement } from "react";
import { formatAt, redo, selectionOf, undo, type CellFormat, type Workbook } from "../../model/index.ts";
import { commitEdit } from "../actions/editing.ts";
import {
  clearTableFilters,
  deleteColumns,
  deleteRows,
  format,
  freeze,
  insertColumns,
  insertRows,
  makeTable,
  sortByActiveColumn,
  toggleFilterButtons,
  toggleFormat,
} from "../actions/sheetCommands.ts";
import { useSession, useWorkbookFact, type ExcelSession } from "../session.ts";
import { FILLS, formatName, NUMBER_FORMATS } from "./formats.ts";

const useStyles = makeStyles({
  toolbar: { padding: 0, flexShrink: 0 },
  menuButton: { minWidth: 0, whiteSpace: "nowrap" },
  swatch: { display: "inline-block", width: "16px", height: "16px", border: "1px solid currentColor" },
});

type Run = (work: (session: ExcelSession) => void) => () => void;

/** A ribbon command first finishes what is being typed, and gives the keyboard back to the grid. */
const useRun = (): Run => {
  const session = useSession();
  return (work) => () => {
    if (!commitEdit(session)) return;
    work(session);
    if (session.ui.get().dialog === null) session.focusGrid.current();
  };
};

interface ToolProps {
  readonly label: string;
  readonly icon: ReactElement;
  readonly onClick: () => void;
  readonly disabled?: boolean;
}

const Tool = ({ label, icon, onClick, disabled = false }: ToolProps): JSX.Element => (
  <Tooltip content={label} relationship="label">
    <ToolbarButton aria-label={label} icon={icon} onClick={onClick} disabled={disabled} />
  </Tooltip>
);

interface MenuToolProps {
  readonly label: string;
  readonly text?: string;
  readonly icon?: ReactElement;
  readonly items: readonly { readonly label: string; readonly swatch?: string | null; readonly onClick: () => void }[];
}

const MenuTool = ({ label, text, icon, items }: MenuToolProps): JSX.Element => {
  const styles = useStyles();
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Tooltip content={label} relationship={text === undefined ? "label" : "description"}>
          <MenuButton
            size="small"
            appearance="subtle"
            className={styles.menuButton}
            icon={icon ?? null}
            {...(text === undefined ? { "aria-label": label } : {})}
          >
            {text}
          </MenuButton>
        </Tooltip>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {items.map((item) => (
            <MenuItem
              key={item.label}
              onClick={item.onClick}
              {...(item.swatch == null
                ? {}
                : { icon: <span className={styles.swatch} style={{ backgroundColor: item.swatch }} /> })}
            >
              {item.label}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
};

const activeFormat = (workbook: Workbook): CellFormat => {
  const { active } = selectionOf(workbook);
  return formatAt(workbook.activeSheet, active.row, active.column);
};

const FontGroup = (): JSX.Element => {
  const run = useRun();
  const styles = useStyles();
  const isBold = useWorkbookFact((workbook) => activeFormat(workbook).bold);
  const isItalic = useWorkbookFact((workbook) => activeFormat(workbook).italic);
  const isWrapped = useWorkbookFact((workbook) => activeFormat(workbook).wrap);
  const numberFormat = useWorkbookFact((workbook) => activeFormat(workbook).numberFormat);
  const checked = { format: [isBold ? "bold" : "", isItalic ? "italic" : "", isWrapped ? "wrap" : ""] };
  const toggle = (what: "bold" | "italic" | "wrap") => run((session) => toggleFormat(session, what));
  return (
    <Toolbar size="small" aria-label="Font and number" className={styles.toolbar} checkedValues={checked}>
      <ToolbarDivider />
      <Tooltip content="Bold (Ctrl+B)" relationship="label">
        <ToolbarToggleButton name="format" value="bold" icon={<TextBoldRegular />} onClick={toggle("bold")} />
      </Tooltip>
      <Tooltip content="Italic (Ctrl+I)" relationship="label">
        <ToolbarToggleButton name="format" value="italic" icon={<TextItalicRegular />} onClick={toggle("italic")} />
      </Tooltip>
      <MenuTool
        label="Fill colour"
        icon={<PaintBucketRegular />}
        items={FILLS.map(({ label, color }) => ({
          label,
          swatch: color,
          onClick: run((session) => format(session, { fill: color })),
        }))}
      />
      <Tooltip content="Wrap text" relationship="label">
        <ToolbarToggleButton name="format" value="wrap" icon={<TextWrapRegular />} onClick={toggle("wrap")} />
      </Tooltip>
      <MenuTool
        label="Number format"
        text={formatName(numberFormat)}
        items={NUMBER_FORMATS.map((choice) => ({
          label: choice.label,
          onClick: run((session) => format(session, { numberFormat: choice.numberFormat })),
        }))}
      />
    </Toolbar>
  );
};

const CellsGroup = (): JSX.Element => {
  const run = useRun();
  const styles = useStyles();
  return (
    <Toolbar size="small" aria-label="Cells" className={styles.toolbar}>
      <ToolbarDivider />
      <Tool label="Format as table" icon={<TableAddRegular />} onClick={run(makeTable)} />
      <MenuTool
        label="Insert"
        icon={<TableInsertRowRegular />}
        items={[
          { label: "Insert rows above", onClick: run(insertRows) },
          { label: "Insert columns left", onClick: run(insertColumns) },
        ]}
      />
      <MenuTool
        label="Delete"
        icon={<TableDeleteRowRegular />}
        items={[
          { label: "Delete rows", onClick: run(deleteRows) },
          { label: "Delete columns", onClick: run(deleteColumns) },
        ]}
      />
      <MenuTool
        label="Freeze panes"
        icon={<TableFreezeColumnAndRowRegular />}
        items={[
          { label: "Freeze top row", onClick: run((session) => freeze(session, "topRow")) },
          { label: "Freeze first column", onClick: run((session) => freeze(session, "firstColumn")) },
          { label: "Freeze above and left of the cell", onClick: run((session) => freeze(session, "selection")) },
          { label: "Unfreeze", onClick: run((session) => freeze(session, "none")) },
        ]}
      />
    </Toolbar>
  );
};

const EditingGroup = (): JSX.Element => {
  const run = useRun();
  const styles = useStyles();
  return (
    <Toolbar size="small" aria-label="Sort and filter" className={styles.toolbar}>
      <ToolbarDivider />
      <Tool
        label="Sort ascending"
        icon={<TextSortAscendingRegular />}
        onClick={run((session) => sortByActiveColumn(session, true))}
      />
      <Tool
        label="Sort descending"
        icon={<TextSortDescendingRegular />}
        onClick={run((session) => sortByActiveColumn(session, false))}
      />
      <Tool label="Filter (Ctrl+Shift+L)" icon={<FilterRegular />} onClick={run(toggleFilterButtons)} />
      <Tool label="Clear filters" icon={<FilterDismissRegular />} onClick={run(clearTableFilters)} />
    </Toolbar>
  );
};

/** The host's own commands. */
export const HomeGroups = (): JSX.Element => {
  const run = useRun();
  const styles = useStyles();
  const undoLabel = useWorkbookFact(({ journal }) => journal.undoLabels().at(-1));
  const redoLabel = useWorkbookFact(({ journal }) => journal.redoLabels().at(-1));
  return (
    <>
      <Toolbar size="small" aria-label="Undo" className={styles.toolbar}>
        <Tool
          label={undoLabel === undefined ? "Undo (Ctrl+Z)" : `Undo ${undoLabel} (Ctrl+Z)`}
          icon={<ArrowUndoRegular />}
          disabled={undoLabel === undefined}
          onClick={run((session) => void undo(session.workbook))}
        />
        <Tool
          label={redoLabel === undefined ? "Redo (Ctrl+Y)" : `Redo ${redoLabel} (Ctrl+Y)`}
          icon={<ArrowRedoRegular />}
          disabled={redoLabel === undefined}
          onClick={run((session) => void redo(session.workbook))}
        />
      </Toolbar>
      <FontGroup />
      <CellsGroup />
      <EditingGroup />
    </>
  );
};
