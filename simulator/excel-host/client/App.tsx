import { FluentProvider, makeStyles, tokens } from "@fluentui/react-components";
import type { JSX, KeyboardEvent as ReactKeyboardEvent } from "react";
import { useEffect, useState } from "react";
import type { ExcelBoot } from "../page.ts";
import { commitEdit } from "./actions/editing.ts";
import { nextRegion } from "./regions.ts";
import { Dialogs } from "./Dialogs.tsx";
import { FormulaBar } from "./FormulaBar.tsx";
import { Grid } from "./grid/Grid.tsx";
import { TaskPane } from "./pane/TaskPane.tsx";
import type { AddinHost } from "./pane/hostTypes.ts";
import { useAddinControls } from "./pane/useAddinControls.ts";
import { Popups } from "./popups/Popups.tsx";
import { Ribbon } from "./ribbon/Ribbon.tsx";
import type { Addin } from "./ribbon/manifest.ts";
import { matchesShortcut } from "./shortcuts.ts";
import { SessionContext, type ExcelSession } from "./session.ts";
import { SheetTabs } from "./SheetTabs.tsx";
import { StatusBar } from "./StatusBar.tsx";
import { useStore } from "./store.ts";
import { THEMES } from "./theme.ts";
import { TitleBar, type FileActions } from "./TitleBar.tsx";

const useStyles = makeStyles({
  window: {
    display: "flex",
    flexDirection: "column",
    height: "100dvh",
    overflow: "hidden",
    backgroundColor: tokens.colorNeutralBackground1,
  },
  middle: { position: "relative", display: "flex", flexGrow: 1, minHeight: 0 },
  sheet: { display: "flex", flexDirection: "column", flexGrow: 1, minWidth: 0 },
  grid: { position: "relative", flexGrow: 1, minHeight: 0 },
});

export interface AppProps {
  readonly boot: ExcelBoot;
  readonly session: ExcelSession;
  readonly addin: Addin | undefined;
  readonly host: AddinHost | undefined;
  readonly file: FileActions;
  readonly onKeepMine: () => void;
  readonly onLoadTheirs: () => void;
}

/** F6 goes round the regions; a shortcut of the add-in goes to its function. */
const useWindowKeys = ({ session, addin, host }: AppProps): ((event: ReactKeyboardEvent) => void) => {
  return (event) => {
    if (event.key === "F6") {
      event.preventDefault();
      if (commitEdit(session)) nextRegion(session, host, event.shiftKey ? -1 : 1);
      return;
    }
    const shortcut = addin?.shortcuts.find(({ key }) => matchesShortcut(key, event));
    if (shortcut === undefined || host === undefined) return;
    event.preventDefault();
    host.runShortcut(shortcut);
  };
};

const Pane = ({ host, title }: { readonly host: AddinHost; readonly title: string }): JSX.Element | null => {
  const pane = useStore(host.pane, (state) => state);
  if (pane.url === null) return null;
  return (
    <TaskPane
      title={title}
      url={pane.url}
      frameName={host.frameName}
      isOpen={pane.isOpen}
      onFrame={host.attach}
      onClose={host.closePane}
    />
  );
};

export const App = (props: AppProps): JSX.Element => {
  const { boot, session, addin, host, file, onKeepMine, onLoadTheirs } = props;
  const styles = useStyles();
  const onKeyDown = useWindowKeys(props);
  const controls = useAddinControls(session, host);
  const [isDark] = useState(boot.theme === "dark");
  useEffect(() => host?.start(), [host]);
  return (
    <FluentProvider theme={THEMES[boot.theme]}>
      <SessionContext.Provider value={session}>
        <div className={styles.window} onKeyDown={onKeyDown} role="presentation">
          <TitleBar workbookName={boot.workbookName} person={boot.person.displayName} {...file} />
          <Ribbon addin={addin} controls={controls} />
          <div className={styles.middle}>
            <main className={styles.sheet}>
              <FormulaBar />
              <div className={styles.grid}>
                <Grid isDark={isDark} />
              </div>
              <SheetTabs />
              <StatusBar />
            </main>
            {host !== undefined && <Pane host={host} title={addin?.name ?? "Add-in"} />}
          </div>
          <Popups />
          <Dialogs onKeepMine={onKeepMine} onLoadTheirs={onLoadTheirs} />
        </div>
      </SessionContext.Provider>
    </FluentProvider>
  );
};
