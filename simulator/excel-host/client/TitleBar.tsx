import {
  Avatar,
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Text,
  tokens,
} from "@fluentui/react-components";
import { ArrowDownloadRegular, FolderOpenRegular, GridRegular, MoreHorizontalRegular } from "@fluentui/react-icons";
import type { JSX } from "react";
import { useRef } from "react";
import { MESSAGES } from "./messages.ts";
import { useSession } from "./session.ts";
import { useStore } from "./store.ts";
import type { SaveState } from "./uiState.ts";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    height: "44px",
    flexShrink: 0,
    padding: `0 ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorBrandBackground,
  },
  names: { display: "flex", alignItems: "baseline", gap: tokens.spacingHorizontalS, minWidth: 0, flexGrow: 1 },
  name: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap", margin: 0 },
  state: { whiteSpace: "nowrap", "@media (max-width: 480px)": { display: "none" } },
  person: { whiteSpace: "nowrap", "@media (max-width: 768px)": { display: "none" } },
  onBrand: {
    color: tokens.colorNeutralForegroundOnBrand,
    ":hover": { color: tokens.colorNeutralForegroundOnBrand, backgroundColor: tokens.colorBrandBackgroundHover },
    ":hover:active": { color: tokens.colorNeutralForegroundOnBrand },
    ":focus-visible": { outlineColor: tokens.colorNeutralForegroundOnBrand },
  },
  hidden: { display: "none" },
});

const SAVE_TEXT: Readonly<Record<SaveState, string>> = {
  saved: MESSAGES.saved,
  saving: MESSAGES.saving,
  unsaved: MESSAGES.unsaved,
  failed: MESSAGES.saveFailed,
};

export interface FileActions {
  readonly onDownload: () => void;
  readonly onOpenFile: (file: File) => void;
}

interface TitleBarProps extends FileActions {
  readonly workbookName: string;
  readonly person: string;
}

export const TitleBar = ({ workbookName, person, onDownload, onOpenFile }: TitleBarProps): JSX.Element => {
  const session = useSession();
  const styles = useStyles();
  const save = useStore(session.ui, (state) => state.save);
  const picker = useRef<HTMLInputElement>(null);
  return (
    <header className={styles.bar}>
      <GridRegular fontSize={22} aria-hidden />
      <div className={styles.names}>
        <Text as="h1" size={400} weight="semibold" className={styles.name}>
          {workbookName}
        </Text>
        <Text size={200} className={styles.state} role="status">
          {SAVE_TEXT[save]}
        </Text>
      </div>
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <Button className={styles.onBrand} appearance="subtle" icon={<MoreHorizontalRegular />} aria-label="File" />
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuItem icon={<ArrowDownloadRegular />} onClick={onDownload}>
              Download as xlsx
            </MenuItem>
            <MenuItem icon={<FolderOpenRegular />} onClick={() => picker.current?.click()}>
              Open an xlsx file
            </MenuItem>
          </MenuList>
        </MenuPopover>
      </Menu>
      <input
        ref={picker}
        className={styles.hidden}
        type="file"
        accept=".xlsx"
        aria-label="Open an xlsx file"
        tabIndex={-1}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          target.value = "";
          if (file !== undefined) onOpenFile(file);
        }}
      />
      <Text size={300} className={styles.person}>
        {person}
      </Text>
      <Avatar name={person} size={28} color="colorful" />
    </header>
  );
};
