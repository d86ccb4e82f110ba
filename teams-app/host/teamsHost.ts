import { app, FrameContexts, pages } from "@microsoft/teams-js";
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { Host, HostContext, HostTheme } from "#shared/ports/host.ts";
import type { Pinned, TabConfiguration } from "../screens/tabConfiguration.ts";

/** Teams did not answer: opened outside Teams, or in a frame of somebody unknown. */
export interface NoHost {
  readonly type: "NoHost";
  /** Whether the page is the top window, so a plain browser, or stands in a frame that does not answer. */
  readonly framed: boolean;
}

/** teams-js itself would wait 60 seconds for a frame that never answers. */
const INITIALIZE_LIMIT_MS = 5_000;

const THEMES: Readonly<Record<string, HostTheme>> = { dark: "dark", glass: "dark", contrast: "contrast" };
const themeOf = (name: string): HostTheme => THEMES[name] ?? "light";

const placeOf = (context: app.Context): HostContext["place"] => {
  if (context.page.frameContext === FrameContexts.settings) return "configure";
  return context.channel ? "channel" : "personal";
};

const initialize = (validMessageOrigins: readonly string[]): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("no answer")), INITIALIZE_LIMIT_MS);
    app
      .initialize([...validMessageOrigins])
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });

/**
 * Connects to Teams. `appId` is the id in the app manifest, which deep links carry. Must be done before signing in: it also
 * creates the bridge for nested app authentication.
 */
export const connectTeams = async (
  validMessageOrigins: readonly string[],
  appId: string,
): Promise<Result<Host, NoHost>> => {
  try {
    await initialize(validMessageOrigins);
    const context = await app.getContext();
    app.notifyAppLoaded();
    return ok(createTeamsHost(context, appId));
  } catch {
    return err({ type: "NoHost", framed: window.parent !== window });
  }
};

const createTeamsHost = (context: app.Context, appId: string): Host => {
  let theme = themeOf(context.app.theme);
  const listeners = new Set<(theme: HostTheme) => void>();
  app.registerOnThemeChangeHandler((name) => {
    theme = themeOf(name);
    for (const listener of listeners) listener(theme);
  });
  const place = placeOf(context);
  return {
    context: {
      place,
      locale: context.app.locale,
      // A pinned tab is told by its entity; a link into it says more.
      target: context.page.subPageId || (place === "channel" ? context.page.id : ""),
      ...(context.team?.groupId ? { groupId: context.team.groupId } : {}),
      ...(context.channel?.id ? { channelId: context.channel.id } : {}),
    },
    theme: () => theme,
    onThemeChange: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    // Learn, "Deep link to a tab": https://teams.microsoft.com/l/entity/<appId>/<entityId>?label=…&context={"subEntityId":…}
    linkTo: (target, label) => {
      const link = new URL(`https://teams.microsoft.com/l/entity/${encodeURIComponent(appId)}/${PERSONAL_TAB}`);
      link.searchParams.set("label", label);
      link.searchParams.set("context", JSON.stringify({ subEntityId: target }));
      return link.href;
    },
    open: async (url) => {
      await app.openLink(url);
    },
    ready: () => {
      void app.notifySuccess();
    },
  };
};

/** `entityId` of the personal tab in the manifest. */
const PERSONAL_TAB = "okrs";

/**
 * The configuration page: Save pins what was chosen last. The tab's address is the same for every pin; what it shows is told by
 * its entity. Teams allows this only on the configuration page.
 */
export const createTabConfiguration = (tabAddress: string): TabConfiguration => {
  let chosen: Pinned | undefined;
  pages.config.registerOnSaveHandler((event) => {
    const pinned = chosen;
    if (!pinned) return event.notifyFailure();
    const save = async (): Promise<void> => {
      try {
        await pages.config.setConfig({
          entityId: pinned.target,
          contentUrl: tabAddress,
          websiteUrl: tabAddress,
          suggestedDisplayName: pinned.name,
        });
        event.notifySuccess();
      } catch {
        event.notifyFailure();
      }
    };
    void save();
  });
  return {
    choose: (pinned) => {
      chosen = pinned;
      pages.config.setValidityState(true);
    },
    current: async () => {
      try {
        return (await pages.getConfig()).entityId ?? "";
      } catch {
        return "";
      }
    },
  };
};
