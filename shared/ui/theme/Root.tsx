import {
  FluentProvider,
  makeStyles,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
  tokens,
  type Theme,
} from "@fluentui/react-components";
import { useEffect, useMemo, useState, type ReactNode } from "react";
import type { Clock } from "#shared/ports/clock.ts";
import type { Host, HostTheme } from "#shared/ports/host.ts";
import { Crash } from "../notice/Crash.tsx";
import { createFormat } from "../text/format.ts";
import type { Language } from "../text/load.ts";
import { UiProvider } from "../UiContext.ts";

const THEMES: Readonly<Record<HostTheme, Theme>> = {
  light: teamsLightTheme,
  dark: teamsDarkTheme,
  contrast: teamsHighContrastTheme,
};

const useStyles = makeStyles({
  root: {
    minHeight: "100vh",
    // The provider says "left", in every reading direction.
    textAlign: "start",
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
  },
});

export interface RootProps {
  readonly host: Pick<Host, "theme" | "onThemeChange">;
  readonly language: Language;
  readonly clock: Clock;
  readonly children: ReactNode;
}

/** The look, the language and the reading direction of everything below. Follows the theme of the host as it changes. */
export const Root = ({ host, language, clock, children }: RootProps) => {
  const styles = useStyles();
  const [theme, setTheme] = useState(host.theme);
  useEffect(() => host.onThemeChange(setTheme), [host]);
  useEffect(() => {
    // What the browser draws itself, such as the sign of a calendar, follows too.
    document.documentElement.style.colorScheme = theme === "light" ? "light" : "dark";
  }, [theme]);
  useEffect(() => {
    document.documentElement.lang = language.locale;
    document.documentElement.dir = language.dir;
  }, [language]);
  const ui = useMemo(
    () => ({ messages: language.messages, format: createFormat(language.locale), locale: language.locale, clock }),
    [language, clock],
  );
  return (
    <FluentProvider theme={THEMES[theme]} dir={language.dir}>
      {/* Not on the provider: it gives its own classes to every popup too, and this background would cover the page. */}
      <div className={styles.root}>
        <UiProvider value={ui}>
          <Crash>{children}</Crash>
        </UiProvider>
      </div>
    </FluentProvider>
  );
};
