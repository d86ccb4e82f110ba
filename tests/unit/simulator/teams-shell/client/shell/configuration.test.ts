import { describe, expect, it } from "@jest/globals";
import { configurationPage } from "#simulator/teams-shell/client/shell/state.ts";
import { aTab, openShell, origin, statusChannel, type OpenShellOptions } from "../../shells.ts";

const saved = { entityId: "team-okrs", contentUrl: `${origin}/tab#/de`, suggestedDisplayName: "OKRs Germany" };

const adding = async (options: OpenShellOptions = {}) => {
  const opened = await openShell({ query: { view: "channel", channel: statusChannel }, ...options });
  opened.shell.configuration.add(statusChannel);
  const page = opened.attach(configurationPage(opened.state(), opened.session));
  return { ...opened, page };
};

const inTab = (options: OpenShellOptions = {}) =>
  openShell({ query: { view: "channel", channel: statusChannel, tab: "pinned-1" }, tabs: [aTab()], ...options });

describe("[TS9] adding and changing a tab", () => {
  it("pins the tab after the page has set its settings and reported success", async () => {
    const { shell, state, call, page } = await adding();
    expect(await call(page, "initialize")).toHaveProperty("0", "settings");
    expect(await call(page, "settings.getSettings")).toEqual([{}]);
    await call(page, "settings.setValidityState", true);
    expect(state().configuration?.valid).toBe(true);
    shell.configuration.save();
    expect(page.events()).toEqual([["settings.save", {}]]);
    expect(await call(page, "settings.setSettings", saved)).toEqual([true]);
    await call(page, "settings.save.success");
    expect(state()).toMatchObject({
      place: { kind: "channel", channelId: statusChannel, tabId: "pinned-new" },
      tabs: { [statusChannel]: [{ id: "pinned-new", entityId: "team-okrs", name: "OKRs Germany" }] },
    });
    expect(state().configuration).toBeUndefined();
  });

  it("takes no success that was not asked for", async () => {
    const { state, call, page } = await adding();
    await call(page, "settings.setSettings", saved);
    await call(page, "settings.save.success");
    expect(state().tabs[statusChannel]).toEqual([]);
  });

  it.each([
    [
      { ...saved, contentUrl: "https://evil.example" },
      "evil.example is not among the validDomains of the app's manifest.",
    ],
    [{ entityId: "team-okrs" }, "setConfig needs entityId and contentUrl."],
  ])("refuses the settings %j", async (settings, reason) => {
    const { call, page } = await adding();
    expect(await call(page, "settings.setSettings", settings)).toEqual([false, reason]);
  });

  it("stays open and says why when the page fails, forgets its settings, or does not answer", async () => {
    const { shell, state, call, page, timers } = await adding();
    shell.configuration.save();
    await call(page, "settings.save.failure", "Choose a cycle first.");
    expect(state().configuration).toMatchObject({ busy: false, problem: "Choose a cycle first." });
    shell.configuration.save();
    await call(page, "settings.save.success");
    expect(state().configuration?.problem).toBe("The page reported success without calling setConfig.");
    shell.configuration.save();
    expect(state().configuration).toMatchObject({ busy: true });
    expect(state().configuration?.problem).toBeUndefined();
    expect(timers.at(-1)?.after).toBe(30_000);
    timers.at(-1)?.action();
    expect(state().configuration?.problem).toBe("The page did not answer within 30 seconds.");
  });

  it("says what the server answers", async () => {
    const { shell, state, call, page } = await adding({
      api: { addTab: async () => ({ ok: false, message: "Only members of the team may add a tab." }) },
    });
    await call(page, "settings.setSettings", saved);
    shell.configuration.save();
    await call(page, "settings.save.success");
    expect(state().configuration?.problem).toBe("Only members of the team may add a tab.");
  });

  it("gives the stored settings to the tab and to its configuration page", async () => {
    const { shell, state, session, attach, call, openPage } = await inTab();
    const stored = {
      entityId: "team-okrs",
      contentUrl: `${origin}/tab#/team`,
      suggestedDisplayName: "Team OKRs",
    };
    expect(await call(openPage(), "settings.getSettings")).toEqual([stored]);
    shell.configuration.change(statusChannel, aTab());
    const page = attach(configurationPage(state(), session));
    expect(await call(page, "settings.getSettings")).toEqual([stored]);
    await call(page, "settings.setSettings", saved);
    shell.configuration.save();
    await call(page, "settings.save.success");
    expect(state().tabs[statusChannel]).toEqual([
      { id: "pinned-1", entityId: "team-okrs", name: "OKRs Germany", contentUrl: `${origin}/tab#/de` },
    ]);
  });
});

describe("[TS10] removing a tab", () => {
  it("waits for the app's removal page", async () => {
    const tab = aTab({ removeUrl: `${origin}/remove` });
    const { shell, state, session, attach, call } = await inTab({ tabs: [tab] });
    shell.configuration.remove(statusChannel, tab);
    const page = attach(configurationPage(state(), session));
    expect(await call(page, "initialize")).toHaveProperty("0", "remove");
    shell.configuration.confirmRemoval();
    expect(page.events()).toEqual([["settings.remove"]]);
    expect(state().tabs[statusChannel]).toHaveLength(1);
    await call(page, "settings.remove.success");
    expect(state()).toMatchObject({ tabs: { [statusChannel]: [] }, place: { tabId: "posts" } });
  });

  it("shows the posts again after the open tab is gone, and keeps it when the server refuses", async () => {
    const gone = await inTab();
    expect(await gone.shell.configuration.forget(statusChannel, "pinned-1")).toBeUndefined();
    expect(gone.state().place).toEqual({ kind: "channel", channelId: statusChannel, tabId: "posts" });
    const kept = await inTab({ api: { removeTab: async () => ({ ok: false, message: "No." }) } });
    expect(await kept.shell.configuration.forget(statusChannel, "pinned-1")).toBe("No.");
    expect(kept.state().tabs[statusChannel]).toHaveLength(1);
  });
});
