import { nestedAppAuth } from "@microsoft/teams-js";
import { loadConfiguration } from "#shared/adapters/browser/config.ts";
import { createNestedSignIn, createStandardSignIn } from "#shared/adapters/msal/signIn.ts";
import { createBrowserHost } from "./host/browserHost.ts";
import { connectTeams, createTabConfiguration } from "./host/teamsHost.ts";
import { sayThatNobodyAnswers, start } from "./start.tsx";

/** The Teams tab. Opened outside Teams it works as a plain page. */
const main = async (): Promise<void> => {
  const configuration = await loadConfiguration(window.location);
  const connected = await connectTeams(
    configuration.ok ? configuration.value.validMessageOrigins : [],
    configuration.ok ? configuration.value.appId : "",
  );
  const { origin } = window.location;
  const noHint = (): Promise<undefined> => Promise.resolve(undefined);
  if (!connected.ok) {
    if (connected.error.framed) return sayThatNobodyAnswers(createBrowserHost(window));
    return start({
      host: createBrowserHost(window),
      configuration,
      signIn: (values) => createStandardSignIn(values, origin, noHint),
    });
  }
  await start({
    host: connected.value,
    configuration,
    ...(connected.value.context.place === "configure"
      ? { tabConfiguration: createTabConfiguration(`${origin}/tab.html`) }
      : {}),
    signIn: async (values) =>
      (nestedAppAuth.isNAAChannelRecommended() ? await createNestedSignIn(values, origin) : undefined) ??
      (await createStandardSignIn(values, origin, noHint)),
  });
};

void main();
