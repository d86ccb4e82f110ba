import { lazy, StrictMode, Suspense, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import type { Configuration, ConfigurationError } from "#shared/adapters/browser/config.ts";
import { browserClock } from "#shared/adapters/browser/clock.ts";
import type { Result } from "#shared/domain/result.ts";
import type { Host } from "#shared/ports/host.ts";
import type { SignIn } from "#shared/ports/signIn.ts";
import { OkrApp } from "#shared/ui/okrApp/OkrApp.tsx";
import { Notice } from "#shared/ui/notice/Notice.tsx";
import type { Messages } from "#shared/ui/text/en.ts";
import { loadLanguage } from "#shared/ui/text/load.ts";
import { Root } from "#shared/ui/theme/Root.tsx";
import { compose } from "./compose.ts";
import { followAddress } from "./host/address.ts";
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

interface Page {
  readonly messages: Messages;
  readonly draw: (content: ReactNode) => void;
}

const openPage = async (host: Host): Promise<Page> => {
  const language = await loadLanguage(host.context.locale);
  const root = createRoot(document.getElementById("root") ?? document.body);
  return {
    messages: language.messages,
    draw: (content) =>
      root.render(
        <StrictMode>
          <Root host={host} language={language} clock={browserClock}>
            {content}
          </Root>
        </StrictMode>,
      ),
  };
};

const reload = (): void => window.location.reload();

/** Inside a frame of somebody who does not answer: no window of ours may ask there for an account. */
export const sayThatNobodyAnswers = async (host: Host): Promise<void> => {
  const { messages, draw } = await openPage(host);
  const action = { label: messages.access.tryAgain, act: reload };
  draw(<Notice title={messages.setup.hostTitle} text={messages.setup.host} action={action} />);
};

/** Draws the app for a host that has answered. */
export const start = async ({ host, configuration, signIn, tabConfiguration }: StartInput): Promise<void> => {
  const { messages, draw } = await openPage(host);
  if (!configuration.ok) {
    host.ready();
    return draw(
      <Notice
        title={messages.setup.configurationTitle}
        text={messages.setup.configuration(configurationDetail(configuration.error))}
        action={{ label: messages.access.tryAgain, act: reload }}
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
          title={messages.app.signedOutTitle}
          text={accountStaysWith === "host" ? messages.app.signedOutHost : messages.app.signedOut}
          action={{ label: messages.app.signInAgain, act: reload }}
          isAnswer
        />,
      ),
  );
  if (host.context.place === "browser") followAddress(window, services.session);
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
