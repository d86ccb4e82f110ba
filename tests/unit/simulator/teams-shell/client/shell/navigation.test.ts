import { describe, expect, it } from "@jest/globals";
import { contentPage } from "#simulator/teams-shell/client/shell/state.ts";
import { aTab, openShell, statusChannel } from "../../shells.ts";

const channelQuery = { view: "channel", channel: statusChannel, tab: "pinned-1" };

describe("moving about in the shell", () => {
  it("[TS11] opens another page of the app with its sub-page, as a page of its own", async () => {
    const { shell, session, state, call, openPage } = await openShell();
    const before = contentPage(state(), session)?.id;
    const page = openPage();
    expect(await call(page, "pages.currentApp.navigateTo", { pageId: "mine", subPageId: "o/42" })).toEqual([
      null,
      true,
    ]);
    expect(contentPage(state(), session)).toMatchObject({
      title: "Mine",
      place: { entityId: "mine", subEntityId: "o/42", frameContext: "content" },
    });
    expect(contentPage(state(), session)?.id).not.toBe(before);
    expect(shell.store.get().back).toEqual([{ kind: "app", entityId: "home" }]);
  });

  it("[TS11] goes back, until there is nothing to go back to", async () => {
    const { state, call, openPage } = await openShell();
    const page = openPage();
    await call(page, "pages.currentApp.navigateTo", { pageId: "mine" });
    expect(await call(page, "navigateBack")).toEqual([true]);
    expect(state().place).toEqual({ kind: "app", entityId: "home" });
    expect(await call(page, "navigateBack")).toEqual([false, "There is nothing to go back to."]);
  });

  it.each([
    [{ appId: "app-2", pageId: "home" }, "The app app-2 is not installed for this person."],
    [{ appId: "app-1", pageId: "nowhere" }, 'Drumbeat has no page "nowhere".'],
    [{ appId: "app-1", pageId: "home", channelId: "19:x" }, "The channel is not among those of this person."],
    [{ appId: "app-1", pageId: "home", channelId: statusChannel }, 'The channel has no tab with the entity id "home".'],
  ])("[TS11] refuses %j with a reason", async (target, reason) => {
    const { call, openPage, state } = await openShell();
    const place = state().place;
    expect(await call(openPage(), "pages.navigateToApp", target)).toEqual([false, reason]);
    expect(state().place).toBe(place);
  });

  it("[TS11] stays in the channel's tab when the page names its own entity id", async () => {
    const { call, openPage, state } = await openShell({ query: channelQuery, tabs: [aTab()] });
    await call(openPage(), "pages.currentApp.navigateTo", { pageId: "team-okrs", subPageId: "o/1" });
    expect(state().place).toEqual({ kind: "channel", channelId: statusChannel, tabId: "pinned-1", subPageId: "o/1" });
  });

  it("[TS12] follows a deep link to a channel's tab, from a page and from the address", async () => {
    const context = JSON.stringify({ subEntityId: "o/1", channelId: statusChannel });
    const link = `https://teams.microsoft.com/l/entity/app-1/team-okrs?context=${encodeURIComponent(context)}`;
    const place = { kind: "channel", channelId: statusChannel, tabId: "pinned-1", subPageId: "o/1" };
    const clicked = await openShell({ tabs: [aTab()] });
    expect(await clicked.call(clicked.openPage(), "executeDeepLink", link)).toEqual([true]);
    expect(clicked.state().place).toEqual(place);
    const started = await openShell({ tabs: [aTab()], query: { link } });
    expect(started.state().place).toEqual(place);
  });

  it("[TS12] opens other sites outside and says what it cannot follow", async () => {
    const { shell, state, opened } = await openShell();
    shell.follow("https://handbook.example/okr");
    expect(opened).toEqual(["https://handbook.example/okr"]);
    shell.follow("https://teams.microsoft.com/l/meeting/new");
    expect(state().notice).toMatchObject({ intent: "warning", text: 'Links to "meeting" are not simulated.' });
    shell.follow("javascript:alert(1)");
    expect(opened).toHaveLength(1);
  });

  it("[TS33] opens a channel with a tab when only a channel was asked for, else the first one", async () => {
    const query = { view: "channel" };
    expect((await openShell({ query, tabs: [aTab()] })).state().place).toEqual({
      kind: "channel",
      channelId: statusChannel,
      tabId: "pinned-1",
    });
    expect((await openShell({ query })).state().place).toEqual({
      kind: "channel",
      channelId: "19:germany-general@thread.tacv2",
      tabId: "posts",
    });
  });

  it("[TS13] hands out a link that leads back to the page it was asked on", async () => {
    const { shell, state, call, openPage } = await openShell({ query: channelQuery, tabs: [aTab()] });
    await call(openPage(), "shareDeepLink", "o/42", "Objective 42");
    const link = state().sharedLink;
    expect(link?.label).toBe("Objective 42");
    shell.navigation.go({ kind: "activity" });
    shell.follow(link?.url ?? "");
    expect(state().place).toEqual({ kind: "channel", channelId: statusChannel, tabId: "pinned-1", subPageId: "o/42" });
  });
});

describe("what a page is told", () => {
  it("[TS31] tells every page a new theme and a new locale", async () => {
    const { shell, openPage } = await openShell({ query: { locale: "en-US" } });
    const page = openPage();
    shell.setTheme("contrast");
    shell.setLocale("ar-SA");
    expect(page.events()).toEqual([
      ["themeChange", "contrast"],
      ["contextChange", expect.objectContaining({ theme: "contrast", locale: "en-us" })],
      ["contextChange", expect.objectContaining({ theme: "contrast", locale: "ar-sa" })],
    ]);
  });

  it("[TS5] puts a channel's page in its team and site, and a personal page in none", async () => {
    const inChannel = await openShell({ query: channelQuery, tabs: [aTab()] });
    const [context] = (await inChannel.call(inChannel.openPage(), "getContext")) as readonly [Record<string, unknown>];
    expect(context).toMatchObject({
      frameContext: "content",
      entityId: "team-okrs",
      channelId: statusChannel,
      channelName: "OKR status",
      teamName: "Germany",
      teamSiteUrl: "https://tinycart.sharepoint.example/sites/germany",
      userTeamRole: 0,
      userPrincipalName: "lena.kruger@tinycart.example",
      appId: "app-1",
      theme: "default",
    });
    const personal = await openShell();
    const [own] = (await personal.call(personal.openPage(), "getContext")) as readonly [Record<string, unknown>];
    expect(Object.keys(own).filter((name) => /channel|team(?!s)|group/i.test(name))).toEqual([]);
  });
});
