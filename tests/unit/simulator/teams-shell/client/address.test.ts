import { describe, expect, it } from "@jest/globals";
import { addressOf } from "#simulator/teams-shell/client/address.ts";
import { aTab, openShell, statusChannel } from "../shells.ts";

/** Opens the shell, moves it, and opens it again with the address it then has. */
const reopened = async (query: Readonly<Record<string, string>>, moved: "channel" | "activity" | "app") => {
  const places = {
    channel: { kind: "channel", channelId: statusChannel, tabId: "pinned-1" },
    activity: { kind: "activity" },
    app: { kind: "app", entityId: "mine" },
  } as const;
  const first = await openShell({ query, tabs: [aTab()] });
  first.shell.navigation.go(places[moved]);
  const address = new URLSearchParams(addressOf(first.state(), first.session));
  const second = await openShell({ query: Object.fromEntries(address), tabs: [aTab()] });
  return { first: first.state(), second: second.state(), session: second.session };
};

describe("[TS30] the address of the shell", () => {
  it.each(["channel", "activity", "app"] as const)("brings a reload back to the same place (%s)", async (place) => {
    const query = { user: "member", theme: "dark", locale: "ar-SA", host: "mobile", limit: "900" };
    const { first, second, session } = await reopened(query, place);
    expect(second).toMatchObject({ place: first.place, theme: "dark", locale: "ar-SA" });
    expect(session).toMatchObject({ user: { key: "member" }, start: { host: "mobile" }, loadLimit: 900 });
  });

  it("keeps the page that was opened instead of the app's", async () => {
    const { session } = await reopened({ app: "http://localhost:4100/page" }, "activity");
    expect(session.guestPage).toBe("http://localhost:4100/page");
  });
});
