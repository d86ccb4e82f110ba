import { lazy, StrictMode, Suspense, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import type { Configuration, ConfigurationError } from "#shared/adapters/browser/config.ts";
import { browserClock } from "#shared/adapters/browser/clock.ts";
import type { Result } from "#shared/domain/result.ts";
import type { Host } from "#shared/ports/host.ts";
import type { SignIn } from "#shared/ports/signIn.ts";
import { OkrApp } from "#shared/ui/okrApp/OkrApp.tsx";
import { Notice } from "#shared/ui/notice/Notice.tsx";
import { loadLanguage } from "#shared/ui/text/load.ts";
import { Root } from "#shared/ui/theme/Root.tsx";
import { compose } from "./compose.ts";
import type { TabConfiguration } from "./screens/tabConfiguration.ts";

// Seen once per channel; not part of what every opening of the tab loads.
const ConfigureTab = lazy(async () => ({ default: (await import("./screens/ConfigureTab.tsx")).ConfigureTab }));

export interface StartInput {
  readonly host: Host;
  readonly configuration: Result<Configuration, ConfigurationError>;
  readonly signIn: (configuration: Configuration) => Promise<SignIn>;
  /** How this host pins a tab; absent where tabs cannot be pinned. */
  readonly tabConfiguration?: TabConfiguration;
}

const configurationDetail = (error: ConfigurationError): string => {
  switch (error.type) {
    case "ConfigurationUnreadable":
      return "config.json";
    case "ConfigurationIncomplete":
      return error.missing;
    case "ConfigurationForbidden":
      return error.field;
  }
};

/** Draws the app for a host that has answered. */
export const start = async ({ host, configuration, signIn, tabConfiguration }: StartInput): Promise<void> => {
  const language = await loadLanguage(host.context.locale);
  const { messages } = language;
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
    host.ready();
    return draw(
      <Notice
        title={messages.setup.configurationTitle}
        text={messages.setup.configuration(configurationDetail(configuration.error))}
      />,
    );
  }
  const { services, okrRepository } = compose(
    configuration.value,
    host,
    await signIn(configuration.value),
    (accountStaysWith) =>
      draw(
        <Notice
          title={accountStaysWith === "host" ? messages.app.signedOutHost : messages.app.signedOut}
          text=""
          action={{ label: messages.app.signInAgain, act: () => window.location.reload() }}
        />,
      ),
  );
  draw(
    host.context.place === "configure" && tabConfiguration ? (
      <Suspense fallback={undefined}>
        <ConfigureTab services={services} okrRepository={okrRepository} tab={tabConfiguration} />
      </Suspense>
    ) : (
      <OkrApp services={services} />
    ),
  );
};
