import {
  Button,
  Input,
  makeStyles,
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  mergeClasses,
  tokens,
} from "@fluentui/react-components";
import { AddRegular, ChevronDown16Regular } from "@fluentui/react-icons";
import type { JSX } from "react";
import { useState } from "react";
import {
  addWorksheet,
  moveWorksheet,
  renameWorksheet,
  setWorksheetVisibility,
  type Worksheet,
} from "../model/index.ts";
import { isDone, report } from "./actions/reporting.ts";
import { showSheet } from "./actions/selecting.ts";
import { useSession, useWorkbookFact, type ExcelSession } from "./session.ts";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXXS,
    paddingInline: tokens.spacingHorizontalS,
    height: "32px",
    flexShrink: 0,
    boxSizing: "border-box",
    backgroundColor: tokens.colorNeutralBackground3,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowX: "auto",
    overflowY: "hidden",
    scrollbarWidth: "none",
  },
  tab: { display: "flex", alignItems: "center", flexShrink: 0, height: "100%" },
  name: {
    height: "100%",
    padding: `0 ${tokens.spacingHorizontalM}`,
    border: "none",
    borderBottom: "3px solid transparent",
    borderTop: "3px solid transparent",
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase300,
    fontFamily: "inherit",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorSubtleBackgroundHover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  active: {
    color: tokens.colorBrandForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorBrandStroke1,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  rename: { width: "130px" },
  menu: { minWidth: "20px", width: "20px", paddingInline: 0 },
});

interface TabProps {
  readonly sheet: Worksheet;
  readonly isActive: boolean;
}

const shift = (session: ExcelSession, sheet: Worksheet, by: 1 | -1): void => {
  const { sheets } = session.workbook;
  const shown = sheets.filter(({ visibility }) => visibility === "Visible");
  const neighbour = shown[shown.indexOf(sheet) + by];
  if (neighbour !== undefined) report(session, moveWorksheet(sheet, sheets.indexOf(neighbour)));
};

const TabMenu = ({ sheet, onRename }: { readonly sheet: Worksheet; readonly onRename: () => void }): JSX.Element => {
  const session = useSession();
  const styles = useStyles();
  const shown = session.workbook.sheets.filter(({ visibility }) => visibility === "Visible");
  const hidden = session.workbook.sheets.filter(({ visibility }) => visibility === "Hidden");
  const place = shown.indexOf(sheet);
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Button
          className={styles.menu}
          size="small"
          appearance="transparent"
          icon={<ChevronDown16Regular />}
          aria-label={`Menu of sheet ${sheet.name}`}
        />
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={onRename}>Rename</MenuItem>
          <MenuItem disabled={place === 0} onClick={() => shift(session, sheet, -1)}>
            Move left
          </MenuItem>
          <MenuItem disabled={place === shown.length - 1} onClick={() => shift(session, sheet, 1)}>
            Move right
          </MenuItem>
          <MenuDivider />
          <MenuItem
            disabled={shown.length === 1}
            onClick={() => report(session, setWorksheetVisibility(sheet, "Hidden"))}
          >
            Hide
          </MenuItem>
          {hidden.map((other) => (
            <MenuItem key={other.id} onClick={() => report(session, setWorksheetVisibility(other, "Visible"))}>
              Unhide {other.name}
            </MenuItem>
          ))}
          <MenuDivider />
          <MenuItem
            disabled={shown.length === 1}
            onClick={() => session.ui.patch({ dialog: { type: "deleteSheet", sheetId: sheet.id } })}
          >
            Delete
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
};

const SheetTab = ({ sheet, isActive }: TabProps): JSX.Element => {
  const session = useSession();
  const styles = useStyles();
  const [typed, setTyped] = useState<string | null>(null);
  const finish = (): void => {
    if (typed !== null && isDone(session, renameWorksheet(sheet, typed.trim()))) setTyped(null);
  };
  if (typed !== null)
    return (
      <Input
        className={styles.rename}
        size="small"
        aria-label={`New name of sheet ${sheet.name}`}
        value={typed}
        autoFocus
        onFocus={({ target }) => target.select()}
        onChange={(_, { value }) => setTyped(value)}
        onBlur={finish}
        onKeyDown={({ key }) => {
          if (key === "Enter") finish();
          if (key === "Escape") setTyped(null);
        }}
      />
    );
  return (
    <div className={styles.tab}>
      <button
        type="button"
        aria-pressed={isActive}
        className={mergeClasses(styles.name, isActive && styles.active)}
        style={sheet.tabColor === "" ? undefined : { borderTopColor: sheet.tabColor }}
        onClick={() => showSheet(session, sheet)}
        onDoubleClick={() => setTyped(sheet.name)}
      >
        {sheet.name}
      </button>
      {isActive && <TabMenu sheet={sheet} onRename={() => setTyped(sheet.name)} />}
    </div>
  );
};

export const SheetTabs = (): JSX.Element => {
  const session = useSession();
  const { workbook } = session;
  useWorkbookFact(({ sheets, activeSheet }) =>
    JSON.stringify([
      activeSheet.id,
      ...sheets.map(({ id, name, visibility, tabColor }) => [id, name, visibility, tabColor]),
    ]),
  );
  const styles = useStyles();
  return (
    <nav className={styles.bar} aria-label="Sheets" data-region="tabs">
      {workbook.sheets
        .filter(({ visibility }) => visibility === "Visible")
        .map((sheet) => (
          <SheetTab key={sheet.id} sheet={sheet} isActive={sheet === workbook.activeSheet} />
        ))}
      <Button
        size="small"
        appearance="subtle"
        icon={<AddRegular />}
        aria-label="New sheet"
        onClick={() => {
          const added = addWorksheet(workbook);
          if (isDone(session, added) && added.ok) showSheet(session, added.value);
        }}
      />
    </nav>
  );
};
