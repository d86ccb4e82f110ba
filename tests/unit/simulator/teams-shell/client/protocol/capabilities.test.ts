import { describe, expect, it } from "@jest/globals";
import { fillPlaceholders } from "#simulator/teams-shell/client/protocol/context.ts";
import { contentPage } from "#simulator/teams-shell/client/shell/state.ts";
import { openShell } from "../../shells.ts";

const runtimeOf = async (host: string): Promise<{ readonly supports: Record<string, unknown> }> => {
  const { call, openPage } = await openShell({ query: { host } });
  const answer = (await call(openPage(), "initialize")) as readonly string[];
  return JSON.parse(answer[3] ?? "") as { readonly supports: Record<string, unknown> };
};

describe("what a page can do", () => {
  it("[TS4] names the SDK version third and the runtime fourth", async () => {
    const { call, openPage } = await openShell();
    const [frameContext, clientType, version, runtime] = (await call(openPage(), "initialize")) as readonly string[];
    expect([frameContext, clientType, version]).toEqual(["content", "web", "2.0.8"]);
    expect(JSON.parse(runtime ?? "")).toMatchObject({ apiVersion: 4, isNAAChannelRecommended: true });
  });

  it("[TS21] offers less on a phone and in an old client", async () => {
    const names = async (host: string) => Object.keys((await runtimeOf(host)).supports).sort();
    expect(await names("web")).toEqual(["app", "clipboard", "dialog", "nestedAppAuth", "pages", "people", "teamsCore"]);
    expect(await names("mobile")).toEqual(["app", "dialog", "nestedAppAuth", "pages", "people", "teamsCore"]);
    expect(await names("old")).toEqual(["pages", "people", "teamsCore"]);
  });

  it("[TS8] lets a page report how far it is", async () => {
    const { shell, session, state, call, openPage } = await openShell();
    const page = openPage();
    const load = () => shell.loadOf(state(), contentPage(state(), session)?.id ?? "");
    expect(load()).toEqual({ type: "loading" });
    await call(page, "initialize");
    await call(page, "appInitialization.appLoaded", "2.58.0");
    expect(load()).toEqual({ type: "loaded" });
    expect(await call(page, "appInitialization.success", "2.58.0")).toEqual([undefined]);
    expect(load()).toEqual({ type: "ready" });
    await call(page, "appInitialization.failure", "AuthFailed", "no consent");
    expect(load()).toEqual({ type: "failed", reason: "AuthFailed", message: "no consent" });
  });

  it("[TS19] copies and reads plain text only", async () => {
    const { call, openPage, clipboard } = await openShell();
    const page = openPage();
    const content = Buffer.from("Ziele für März").toString("base64");
    expect(await call(page, "clipboard.writeToClipboard", { mimeType: "text/plain", content })).toEqual([null, true]);
    expect(clipboard.text).toBe("Ziele für März");
    expect(await call(page, "clipboard.readFromClipboard")).toEqual([
      null,
      JSON.stringify({ mimeType: "text/plain", content }),
    ]);
    expect(await call(page, "clipboard.writeToClipboard", { mimeType: "image/png", content })).toMatchObject([
      { errorCode: 4000 },
      null,
    ]);
  });

  it("[TS20] tells a page that it is in no meeting", async () => {
    const { call, openPage } = await openShell();
    expect(await call(openPage(), "meeting.getMeetingDetails")).toEqual([
      { errorCode: 501, message: "meeting.getMeetingDetails works inside a meeting only." },
      null,
    ]);
  });

  it("[TS7] fills the placeholders of an address", () => {
    const context = { theme: "dark", locale: "de-de", entityId: "a/b", channelId: undefined };
    expect(fillPlaceholders("https://x.example/?t={theme}&u={app.theme}&l=%7Blocale%7D&e={page.id}", context)).toBe(
      "https://x.example/?t=dark&u=dark&l=de-de&e=a%2Fb",
    );
    expect(fillPlaceholders("https://x.example/?c={channel.id}&x={unknown}", context)).toBe(
      "https://x.example/?c=&x={unknown}",
    );
  });
});

describe("the protocol log", () => {
  it("[TS15] keeps no token", async () => {
    const token = "eyJhbGciOiJSUzI1NiJ9.eyJvaWQiOiIxIn0.c2lnbmF0dXJl";
    const { call, openPage, state } = await openShell();
    await call(openPage(), "executeDeepLink", `https://okr.example/#${token}`);
    const text = JSON.stringify(state().log);
    expect(text).toContain("https://okr.example/#[token]");
    expect(text).not.toContain("eyJ");
  });

  it("[TS2] keeps the last 500 entries", async () => {
    const { call, openPage, state } = await openShell();
    const page = openPage();
    for (let round = 0; round < 300; round += 1) await call(page, "getContext");
    expect(state().log).toHaveLength(500);
    expect(state().log.at(-1)).toMatchObject({ number: 600, kind: "answer", func: "getContext" });
  });
});
