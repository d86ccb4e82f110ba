import { StrictMode, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import type { Configuration, ConfigurationError } from "#shared/adapters/browser/config.ts";
import { browserClock } from "#shared/adapters/browser/clock.ts";
import type { Result } from "#shared/domain/result.ts";
import type { Host } from "#shared/ports/host.ts";
import type { SignIn } from "#shared/ports/signIn.ts";
import { part } from "#shared/ui/part/part.tsx";
import { Notice } from "#shared/ui/notice/Notice.tsx";
import { loadLanguage } from "#shared/ui/text/load.ts";
import { Root } from "#shared/ui/theme/Root.tsx";
import { compose, type Composed, type Spreadsheets } from "./compose.ts";
import { ExcelProvider } from "./screens/ExcelContext.ts";
import { Pane } from "./screens/Pane.tsx";
import { loadExcelLanguage } from "./text/load.ts";

const LiveBeside = part(async () => (await import("./tools/liveCells/LiveBeside.tsx")).LiveBeside, { absent: "wait" });

export interface StartInput {
  readonly host: Host;
  readonly spreadsheets: Spreadsheets;
  readonly configuration: Result<Configuration, ConfigurationError>;
  /** Undefined when nobody can be signed in because the code for it could not be fetched. */
  readonly signIn: (configuration: Configuration) => Promise<SignIn | undefined>;
}

const detailOf = (error: ConfigurationError): string => {
  if (error.type === "ConfigurationIncomplete") return error.missing;
  return error.type === "ConfigurationForbidden" ? error.field : "config.json";
};

/** Draws the pane. Undefined when it cannot work: it says why. */
export const start = async (input: StartInput): Promise<Composed | undefined> => {
  const { host, spreadsheets, configuration } = input;
  const [language, excel] = await Promise.all([
    loadLanguage(host.context.locale),
    loadExcelLanguage(host.context.locale),
  ]);
  const root = createRoot(document.getElementById("root") ?? document.body);
  const draw = (content: ReactNode): void =>
    root.render(
      <StrictMode>
        <Root host={host} language={language} clock={browserClock}>
          {content}
        </Root>
      </StrictMode>,
    );
  if (!configuration.ok) {
    const { setup } = language.messages;
    draw(<Notice title={setup.configurationTitle} text={setup.configuration(detailOf(configuration.error))} />);
    return undefined;
  }
  const signIn = await input.signIn(configuration.value);
  if (!signIn) {
    const { offlineTitle, offline, tryAgain } = language.messages.access;
    const action = { label: tryAgain, act: () => window.location.reload() };
    draw(<Notice title={offlineTitle} text={offline} action={action} />);
    return undefined;
  }
  const services = compose(configuration.value, signIn, spreadsheets, language, excel);
  draw(
    <ExcelProvider value={services}>
      <Pane Beside={LiveBeside} />
    </ExcelProvider>,
  );
  return services;
};
