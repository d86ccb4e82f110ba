import {
  FluentProvider,
  makeStyles,
  mergeClasses,
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

interface ShellAppProps {
  /** False inside another page, which has its own banner and main landmark. */
  readonly standalone: boolean;
}

const themes: Readonly<Record<ShellTheme, Theme>> = {
  default: teamsLightTheme,
  dark: teamsDarkTheme,
  contrast: teamsHighContrastTheme,
};

const useStyles = makeStyles({
  shell: {
    height: "100%",
    display: "grid",
    gridTemplateRows: "48px minmax(0, 1fr)",
    // A long name must not push the rest out of a narrow window.
    gridTemplateColumns: "minmax(0, 1fr)",
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

const Frame = ({ standalone }: ShellAppProps) => {
  const shell = useShell();
  const styles = useStyles();
  const element = useRef<HTMLDivElement>(null);
  const narrow = useMeasuredNarrow(element, shell.session.start.host === "mobile");
  const Main = standalone ? "main" : "div";
  return (
    <NarrowProvider value={narrow}>
      <div className={styles.shell} ref={element}>
        <TitleBar as={standalone ? "header" : "div"} />
        <div className={mergeClasses(styles.body, narrow && styles.bodyNarrow)}>
          <AppRail />
          <Main className={mergeClasses(styles.main, narrow && styles.mainNarrow)}>
            <PlaceView />
          </Main>
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

/** As a style and not as a class: Fluent hands the provider's classes on to every portal. */
const fullHeight = { height: "100%" };

const Themed = ({ standalone }: ShellAppProps) => {
  const theme = useShellState((state) => state.theme);
  const locale = useLocale();
  return (
    <FluentProvider style={fullHeight} theme={themes[theme]} dir={directionOf(locale)} lang={locale}>
      <Frame standalone={standalone} />
    </FluentProvider>
  );
};

export const ShellApp = ({ shell, standalone }: ShellAppProps & { readonly shell: Shell }) => (
  <ShellProvider value={shell}>
    <Themed standalone={standalone} />
  </ShellProvider>
);
