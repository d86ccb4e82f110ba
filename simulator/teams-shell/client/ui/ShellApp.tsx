import {
  FluentProvider,
  makeStyles,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
  tokens,
  type Theme,
} from "@fluentui/react-components";
import { useRef } from "react";
import type { ShellTheme } from "../../wire.ts";
import type { Shell } from "../shell/createShell.ts";
import { AppRail } from "./AppRail.tsx";
import { ConfigurationDialog } from "./ConfigurationDialog.tsx";
import { ConsentDialog } from "./ConsentDialog.tsx";
import { Notices } from "./Notices.tsx";
import { PeoplePicker } from "./PeoplePicker.tsx";
import { PlaceView } from "./PlaceView.tsx";
import { ProtocolLog } from "./ProtocolLog.tsx";
import { ShareLinkDialog } from "./ShareLinkDialog.tsx";
import { TaskDialog } from "./TaskDialog.tsx";
import { directionOf } from "./texts.ts";
import { TitleBar } from "./TitleBar.tsx";
import { NarrowProvider, useMeasuredNarrow } from "./useNarrow.ts";
import { ShellProvider, useLocale, useShell, useShellState } from "./useShell.ts";

const themes: Readonly<Record<ShellTheme, Theme>> = {
  default: teamsLightTheme,
  dark: teamsDarkTheme,
  contrast: teamsHighContrastTheme,
};

const useStyles = makeStyles({
  provider: { height: "100%" },
  shell: {
    height: "100%",
    display: "grid",
    gridTemplateRows: "48px minmax(0, 1fr)",
    backgroundColor: tokens.colorNeutralBackground5,
    color: tokens.colorNeutralForeground1,
    overflow: "hidden",
  },
  body: { display: "flex", minHeight: 0, minWidth: 0 },
  bodyNarrow: { flexDirection: "column-reverse" },
  main: {
    flexGrow: 1,
    minWidth: 0,
    minHeight: 0,
    display: "flex",
    backgroundColor: tokens.colorNeutralBackground3,
    borderStartStartRadius: tokens.borderRadiusXLarge,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    borderInlineStartWidth: "1px",
    borderInlineStartStyle: "solid",
    borderInlineStartColor: tokens.colorNeutralStroke2,
    overflow: "hidden",
  },
  mainNarrow: { borderStartStartRadius: "0", borderInlineStartWidth: "0" },
});

const Frame = () => {
  const shell = useShell();
  const styles = useStyles();
  const element = useRef<HTMLDivElement>(null);
  const narrow = useMeasuredNarrow(element, shell.session.start.host === "mobile");
  return (
    <NarrowProvider value={narrow}>
      <div className={styles.shell} ref={element}>
        <TitleBar />
        <div className={narrow ? `${styles.body} ${styles.bodyNarrow}` : styles.body}>
          <AppRail />
          <main className={narrow ? `${styles.main} ${styles.mainNarrow}` : styles.main} data-shell-main tabIndex={-1}>
            <PlaceView />
          </main>
        </div>
      </div>
      <ConfigurationDialog />
      <TaskDialog />
      <PeoplePicker />
      <ConsentDialog />
      <ShareLinkDialog />
      <ProtocolLog />
      <Notices />
    </NarrowProvider>
  );
};

const Themed = () => {
  const styles = useStyles();
  const theme = useShellState((state) => state.theme);
  const locale = useLocale();
  return (
    <FluentProvider className={styles.provider} theme={themes[theme]} dir={directionOf(locale)} lang={locale}>
      <Frame />
    </FluentProvider>
  );
};

export const ShellApp = ({ shell }: { readonly shell: Shell }) => (
  <ShellProvider value={shell}>
    <Themed />
  </ShellProvider>
);
