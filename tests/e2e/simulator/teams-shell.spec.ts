/** A page with the unmodified teams-js and msal-browser inside the simulated Teams client, each on an origin of its own. */
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from "@jest/globals";
import type { TestTab } from "#tests/fixtures/tabs/tab.ts";
import { appId, axe, channel, frameOf, inTab, startShell, world, type RunningShell } from "./runningShell.ts";

// Bundling for the browser takes its time on a busy machine.
jest.setTimeout(180_000);

let running: RunningShell;
beforeAll(async () => {
  running = await startShell();
});
afterEach(() => running.closePages());
afterAll(() => running.close());

const open: RunningShell["open"] = (...parameters) => running.open(...parameters);

describe("a personal tab", () => {
  it("[TS4] [TS5] [TS8] initialises through unmodified teams-js and reads its context", async () => {
    const page = await open("user=lead&theme=dark");
    const frame = await frameOf(page);
    expect(await inTab(frame, (tab) => tab.frameContext)).toBe("content");
    const context = await inTab(frame, (tab) => tab.context());
    expect(context).toMatchObject({
      app: { theme: "dark", locale: "en-us", host: { name: "Teams", clientType: "web" } },
      page: { id: "home", frameContext: "content" },
      user: { id: world.personas.lead, tenant: { id: world.tenant.id } },
    });
    expect(await page.getByText("Loading OKRs").count()).toBe(0);
  });

  it("[TS31] hears of a new theme and language, and the shell turns round for Arabic", async () => {
    const page = await open("user=lead");
    const frame = await frameOf(page);
    await inTab(frame, (tab) => tab.frameContext);
    await page.getByRole("button", { name: "Settings and more" }).click();
    await page.getByRole("menuitemradio", { name: "High contrast" }).click();
    await page.getByRole("button", { name: "Settings and more" }).click();
    await page.getByRole("menuitemradio", { name: "العربية" }).click();
    await frame.waitForFunction(() => (window as unknown as { readonly tab: TestTab }).tab.seen.length >= 3);
    const seen = await inTab(frame, (tab) => tab.seen);
    expect(seen).toMatchObject([
      { event: "theme", detail: "contrast" },
      { event: "context", detail: { theme: "contrast" } },
      { event: "context", detail: { locale: "ar-sa" } },
    ]);
    expect(await page.locator("html").getAttribute("dir")).toBe("rtl");
  });

  it("[TS15] [TS16] gets tokens through the bridge, and asks for what is missing", async () => {
    const page = await open("user=lead");
    const frame = await frameOf(page);
    await inTab(frame, (tab) => tab.frameContext);
    expect(await inTab(frame, (tab) => tab.token("User.Read", "silent"))).toMatchObject({
      user: "lena.kruger@tinycart.example",
    });
    expect(await inTab(frame, (tab) => tab.token("ChannelMessage.Send", "silent"))).toMatchObject({
      error: "InteractionRequiredAuthError",
      interaction: true,
    });
    const declined = inTab(frame, (tab) => tab.token("ChannelMessage.Send", "popup"));
    await page.getByRole("alertdialog").getByText("ChannelMessage.Send").waitFor();
    await page.getByRole("button", { name: "Cancel" }).click();
    expect(await declined).toMatchObject({ interaction: false });
    const accepted = inTab(frame, (tab) => tab.token("ChannelMessage.Send", "popup"));
    await page.getByRole("button", { name: "Accept" }).click();
    expect(await accepted).toMatchObject({ user: "lena.kruger@tinycart.example" });
    const admin = inTab(frame, (tab) => tab.token("Group.ReadWrite.All", "popup"));
    await page.getByText("Approval required").waitFor();
    await page.getByRole("alertdialog").getByRole("button", { name: "Close" }).click();
    expect(await admin).toMatchObject({ interaction: true });
  });

  it("[TS8] that never reports is replaced by an error with a way on", async () => {
    const page = await open("user=lead&tab=silent&limit=700");
    await page.getByText("This page did not start").waitFor();
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByText("Loading Silent").waitFor();
    expect(await page.getByText("This page did not start").count()).toBe(0);
  });

  it("[TS11] [TS13] [TS17] moves on, hands out a link and lets people be chosen", async () => {
    const page = await open("user=lead");
    const frame = await frameOf(page);
    await inTab(frame, (tab) => tab.frameContext);
    const picked = inTab(frame, (tab) => tab.pick());
    await page.getByRole("searchbox").fill("ada");
    await page.getByRole("radio", { name: /Ada Quist/ }).check();
    await page.getByRole("button", { name: "Done" }).click();
    expect(await picked).toMatchObject([{ displayName: "Ada Quist", objectId: world.personas.admin }]);
    await inTab(frame, (tab) => tab.share());
    expect(await page.getByLabel("Link", { exact: true }).inputValue()).toContain(`/l/entity/${appId}/home?`);
    await page.getByRole("button", { name: "Close" }).click();
    // The answer never arrives: the page it is for has been left.
    await inTab(frame, (tab) => {
      void tab.navigateTo("mine", "o-42");
    });
    await page.getByRole("tab", { name: "Mine", selected: true }).waitFor();
    const next = await frameOf(page);
    await inTab(next, (tab) => tab.frameContext);
    expect(await inTab(next, (tab) => tab.context())).toMatchObject({ page: { id: "mine", subPageId: "o-42" } });
  });
});

describe("a page in a frame", () => {
  it("[TS14] opens a dialog and gets its answer", async () => {
    const page = await open("user=lead");
    const frame = await frameOf(page);
    await inTab(frame, (tab) => tab.frameContext);
    const ended = frame.evaluate(
      (url) => (window as unknown as { readonly tab: TestTab }).tab.openDialog(url),
      running.tabAddress(),
    );
    const dialog = await frameOf(page, "task");
    expect(await inTab(dialog, (tab) => tab.frameContext)).toBe("task");
    await inTab(dialog, (tab) => {
      tab.submit("42");
    });
    expect(await ended).toMatchObject({ result: "42" });
  });

  it("[TS3] [TS2] is told what the host does not know, and the log shows it", async () => {
    const page = await open("user=lead");
    const frame = await frameOf(page);
    await inTab(frame, (tab) => tab.frameContext);
    expect(await inTab(frame, (tab) => tab.raw("location.getLocation"))).toMatchObject([{ errorCode: 100 }, null]);
    await page.getByRole("button", { name: "Settings and more" }).click();
    await page.getByRole("menuitem", { name: "Protocol log" }).click();
    await page.getByRole("switch", { name: "Only refusals" }).click();
    await page.getByText('The simulated Teams client does not know "location.getLocation".').waitFor();
  });

  it("[TS21] sees less in an old client", async () => {
    const page = await open("user=lead&host=old");
    const frame = await frameOf(page);
    await inTab(frame, (tab) => tab.frameContext);
    expect(await inTab(frame, (tab) => tab.support())).toEqual({
      nested: false,
      bridge: false,
      config: true,
      people: true,
      dialog: false,
    });
  });
});

describe("a channel", () => {
  it("[TS9] [TS24] gets a tab through the app's configuration page, which stays", async () => {
    const page = await open(`user=lead&view=channel&channel=${encodeURIComponent(channel)}`);
    await page.getByRole("button", { name: "Add a tab" }).click();
    const settings = await frameOf(page, "settings");
    expect(await inTab(settings, (tab) => tab.frameContext)).toBe("settings");
    const save = page.getByRole("button", { name: "Save" });
    expect(await save.getAttribute("aria-disabled")).toBe("true");
    await inTab(settings, (tab) => {
      tab.valid();
    });
    await page.locator('button:not([aria-disabled="true"])', { hasText: "Save" }).click();
    await page.getByRole("tab", { name: "OKRs of the team", selected: true }).waitFor();
    const content = await frameOf(page);
    await inTab(content, (tab) => tab.frameContext);
    expect(new URL(content.url()).searchParams.get("saved")).toBe("yes");
    expect(await inTab(content, (tab) => tab.config())).toMatchObject({ entityId: "okrs-of-team" });
    expect(await inTab(content, (tab) => tab.context())).toMatchObject({
      channel: { id: channel, displayName: "OKR status" },
      team: { groupId: world.groups[1]?.id, displayName: "Germany" },
    });
    await page.reload();
    await page.getByRole("tab", { name: "OKRs of the team", selected: true }).waitFor();
    await page.getByRole("button", { name: "Options of OKRs of the team" }).click();
    await page.getByRole("menuitem", { name: "Remove" }).click();
    await page.getByRole("button", { name: "Remove" }).click();
    await page.getByRole("tab", { name: "Posts", selected: true }).waitFor();
    expect(await page.getByRole("tab").count()).toBe(1);
  });

  it("[TS25] [TS27] [TS12] shows a card posted through Graph and follows its link into the app", async () => {
    const context = encodeURIComponent(JSON.stringify({ subEntityId: "o-7" }));
    const card = {
      type: "AdaptiveCard",
      version: "1.5",
      body: [{ type: "TextBlock", text: "OKR status **Germany** <b>raw</b>", wrap: true }],
      actions: [
        {
          type: "Action.OpenUrl",
          title: "Open in Drumbeat",
          url: `https://teams.microsoft.com/l/entity/${appId}/mine?context=${context}`,
        },
      ],
    };
    const page = await open(`user=lead&view=channel&channel=${encodeURIComponent(channel)}`);
    await page.getByText("Nothing has been posted here yet").waitFor();
    await running.post(`/teams/${world.groups[1]?.id}/channels/${channel}/messages`, ["ChannelMessage.Send"], {
      body: { contentType: "html", content: '<p>This week</p><attachment id="1"></attachment>' },
      attachments: [{ id: "1", contentType: "application/vnd.microsoft.card.adaptive", content: JSON.stringify(card) }],
    });
    await page.getByText("OKR status Germany <b>raw</b>").waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByRole("link", { name: "Open in Drumbeat" }).click();
    const frame = await frameOf(page);
    await inTab(frame, (tab) => tab.frameContext);
    expect(await inTab(frame, (tab) => tab.context())).toMatchObject({ page: { id: "mine", subPageId: "o-7" } });
  });
});

it("[TS29] a notification sent through Graph appears in the activity feed and leads to its page", async () => {
  await running.post(`/users/${world.personas.lead}/teamwork/sendActivityNotification`, ["TeamsActivity.Send"], {
    topic: { source: "text", value: "Check-in", webUrl: `https://teams.microsoft.com/l/entity/${appId}/mine` },
    activityType: "checkInDue",
    previewText: { content: "Before Friday" },
    templateParameters: [],
  });
  const page = await open("user=lead&view=activity");
  await page.getByRole("button", { name: /Milo Brandt asks for a check-in/ }).click();
  await page.getByRole("tab", { name: "Mine", selected: true }).waitFor();
  const frame = await frameOf(page);
  expect(await inTab(frame, (tab) => tab.frameContext)).toBe("content");
});

describe("[TS32] the shell for everybody", () => {
  it.each(["default", "dark", "contrast"])("has no axe violation in the %s theme, wide and narrow", async (theme) => {
    const query = `user=lead&theme=${theme}&view=channel&channel=${encodeURIComponent(channel)}`;
    const wide = await open(query);
    await wide.getByRole("tab", { name: "Posts" }).waitFor();
    expect(await axe(wide)).toEqual([]);
    await wide.getByRole("button", { name: "Settings and more" }).click();
    await wide.getByRole("menuitem", { name: "Protocol log" }).click();
    await wide.getByRole("dialog").waitFor();
    expect(await axe(wide)).toEqual([]);
    const narrow = await open(query, { width: 320, height: 640 });
    await narrow.getByRole("button", { name: "Your teams" }).click();
    await narrow.getByRole("tree").waitFor();
    expect(await axe(narrow)).toEqual([]);
    const overflow = await narrow.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBe(0);
  });

  it("can be used with the keyboard alone", async () => {
    const page = await open("user=lead");
    await frameOf(page);
    await page.getByRole("button", { name: "Drumbeat", exact: true }).focus();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await page.getByRole("treeitem", { name: "OKR status" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "OKR status" }).waitFor();
    await page.getByRole("tab", { name: "Posts", selected: true }).waitFor();
  });
});
