import type { ShellSession } from "../../wire.ts";
import type { AppTarget, NavigationPort, Outcome, ShareTarget } from "../protocol/calls/navigation.ts";
import { readLink, writeEntityLink, type Link } from "../protocol/deepLinks.ts";
import { checkAddress } from "../protocol/domains.ts";
import { channelOf, pageById, postsTab, tabsOf, type Place, type ShellState } from "./state.ts";
import type { Store } from "./store.ts";

const done: Outcome = { ok: true };
const refused = (reason: string): Outcome => ({ ok: false, reason });

export interface NavigationDeps {
  readonly session: ShellSession;
  readonly store: Store<ShellState>;
  /** Opens an address outside the shell. */
  readonly openWindow: (address: string) => void;
  readonly focusShell: () => void;
}

/** Back history of the shell; older places are forgotten. */
const rememberedPlaces = 50;

const show = (place: Place, back: readonly Place[], state: ShellState): ShellState => {
  // A dialog or a configuration page belongs to the page below it, which is left.
  const { dialog: _dialog, configuration: _configuration, ...rest } = state;
  return { ...rest, place, back, visit: state.visit + 1, loads: {} };
};

export const goTo =
  (place: Place) =>
  (state: ShellState): ShellState =>
    show(place, [...state.back, state.place].slice(-rememberedPlaces), state);

const goBack = (state: ShellState): ShellState => {
  const place = state.back.at(-1);
  return place === undefined ? state : show(place, state.back.slice(0, -1), state);
};

const withSubPage = (subPageId: string | undefined): { readonly subPageId?: string } =>
  subPageId === undefined ? {} : { subPageId };

/** The tab of a channel that a target means; the present one is preferred when it is the same page. */
const channelPlace = (
  target: AppTarget,
  channelId: string,
  state: ShellState,
  session: ShellSession,
): Place | undefined => {
  const here = state.place.kind === "channel" ? state.place.tabId : undefined;
  const tabs = tabsOf(state, session, channelId);
  const present = tabs.find(({ id, entityId }) => id === here && entityId === (target.pageId ?? entityId));
  const tab = present ?? tabs.find(({ entityId }) => entityId === target.pageId);
  return tab && { kind: "channel", channelId, tabId: tab.id, ...withSubPage(target.subPageId) };
};

const personalPlace = (target: AppTarget, { app }: ShellSession): Place | string => {
  const wanted = target.pageId ?? app.staticTabs[0]?.entityId ?? "";
  const known = app.staticTabs.some(({ entityId }) => entityId === wanted);
  return known
    ? { kind: "app", entityId: wanted, ...withSubPage(target.subPageId) }
    : `${app.name} has no page "${wanted}".`;
};

/** Where a target of the app lies, or why it lies nowhere. */
const placeOf = (target: AppTarget, state: ShellState, session: ShellSession): Place | string => {
  const { channelId } = target;
  if (channelId !== undefined) {
    if (channelOf(session, channelId) === undefined) return "The channel is not among those of this person.";
    const missing = `The channel has no tab with the entity id "${target.pageId ?? ""}".`;
    return channelPlace(target, channelId, state, session) ?? missing;
  }
  const here = state.place.kind === "channel" ? channelPlace(target, state.place.channelId, state, session) : undefined;
  return here ?? personalPlace(target, session);
};

const shareLabel = (target: ShareTarget, title: string): string => target.label ?? title;

/** Everything that changes the place, asked by pages, cards or the shell's own controls. */
export const createNavigation = ({ session, store, openWindow, focusShell }: NavigationDeps) => {
  const go = (place: Place): void => store.update(goTo(place));

  const navigateToApp = (target: AppTarget): Outcome => {
    if (target.appId !== undefined && target.appId !== session.app.id) {
      return refused(`The app ${target.appId} is not installed for this person.`);
    }
    const place = placeOf(target, store.get(), session);
    if (typeof place === "string") return refused(place);
    go(place);
    return done;
  };

  const follow = (link: Link): Outcome => {
    switch (link.type) {
      case "entity":
        return navigateToApp({
          appId: link.appId,
          pageId: link.entityId,
          ...withSubPage(link.subEntityId),
          ...(link.channelId === undefined ? {} : { channelId: link.channelId }),
        });
      case "channel":
        if (channelOf(session, link.channelId) === undefined)
          return refused("This person is not in that channel's team.");
        go({ kind: "channel", channelId: link.channelId, tabId: postsTab });
        return done;
      case "team": {
        const channel = session.teams.find(({ id }) => id === link.teamId)?.channels[0];
        if (channel === undefined) return refused("This person is not in that team.");
        go({ kind: "channel", channelId: channel.id, tabId: postsTab });
        return done;
      }
      case "web":
        openWindow(link.url);
        return done;
      case "notSimulated":
        return refused(`Links to "${link.what}" are not simulated.`);
      case "malformed":
        return refused(link.reason);
    }
  };

  const shareLink = (pageId: string, target: ShareTarget): void => {
    const page = pageById(store.get(), session, pageId);
    if (page === undefined) return;
    const channelId = page.place.channel?.channel.id;
    const url = writeEntityLink({
      appId: session.app.id,
      entityId: page.place.entityId,
      ...(target.subPageId === undefined ? {} : { subEntityId: target.subPageId }),
      ...(target.label === undefined ? {} : { label: target.label }),
      ...(target.webUrl === undefined ? {} : { webUrl: target.webUrl }),
      ...(channelId === undefined ? {} : { channelId }),
    });
    store.update((state) => ({ ...state, sharedLink: { url, label: shareLabel(target, page.title) } }));
  };

  const port: NavigationPort = {
    openLink: (address) => follow(readLink(address)),
    navigateToApp,
    navigateBack: () => {
      if (store.get().back.length === 0) return refused("There is nothing to go back to.");
      store.update(goBack);
      return done;
    },
    navigateCrossDomain: (_pageId, address) => {
      const check = checkAddress(address, session.app.validDomains);
      return refused(check.ok ? "navigateCrossDomain is not simulated; set the location instead." : check.reason);
    },
    shareLink,
    returnFocus: focusShell,
    tabInstances: () => {
      const { place } = store.get();
      if (place.kind !== "channel") return [];
      const tabs = tabsOf(store.get(), session, place.channelId);
      return tabs.map((tab) => ({
        tabName: tab.name,
        internalTabInstanceId: tab.id,
        entityId: tab.entityId,
        url: tab.contentUrl,
        websiteUrl: tab.websiteUrl ?? null,
        channelId: place.channelId,
      }));
    },
    navigateToTab: ({ tabId, channelId }) => {
      const { place } = store.get();
      const channel = channelId ?? (place.kind === "channel" ? place.channelId : undefined);
      const known = channel !== undefined && tabsOf(store.get(), session, channel).some(({ id }) => id === tabId);
      if (!known) return refused("There is no such tab.");
      go({ kind: "channel", channelId: channel, tabId });
      return done;
    },
  };
  return { ...port, go };
};
