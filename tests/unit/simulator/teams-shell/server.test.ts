import { mkdtempSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, describe, expect, it } from "@jest/globals";
import express, { type Router } from "express";
import { createTeamsShell } from "#simulator/teams-shell/index.ts";
import { tinyWorld } from "#tests/support/worlds.ts";
import { aManifest, statusChannel } from "./shells.ts";

const servers: { readonly close: () => void }[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

const listen = async (router: Router): Promise<string> => {
  const server = express().use(router).listen(0, "127.0.0.1");
  servers.push(server);
  await new Promise((resolve) => server.once("listening", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

const newFolder = (): string => mkdtempSync(path.join(tmpdir(), "teams-shell-"));

/** What stands for Graph here: a server that answers one path and remembers how it was asked. */
const fakeGraph = async (status: number, body: object) => {
  const asked: string[] = [];
  const router = express.Router();
  router.get("/*all", (request, response) => {
    asked.push(`${request.originalUrl} ${request.get("authorization") ?? ""}`);
    response.status(status).json(body);
  });
  return { asked, base: `${await listen(router)}/graph/v1.0` };
};

const world = tinyWorld();

const start = async ({ dataDir = newFolder(), graphBase = "http://127.0.0.1:9/graph/v1.0", manifest = {} } = {}) => {
  const packageDir = newFolder();
  writeFileSync(path.join(packageDir, "color.png"), "png");
  const origin = await listen(
    createTeamsShell({
      world,
      manifest: () => aManifest(manifest),
      clientDir: packageDir,
      dataDir,
      graphBase: () => graphBase,
      mintToken: async (userId, scopes) => `${userId}/${scopes.join(" ")}`,
      packageDir,
    }),
  );
  const get = async (address: string) => {
    const response = await fetch(`${origin}${address}`);
    return { status: response.status, body: (await response.json()) as unknown };
  };
  const send = async (method: string, address: string, body?: object) => {
    const response = await fetch(`${origin}${address}`, {
      method,
      headers: { "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === "" ? null : (JSON.parse(text) as unknown) };
  };
  return { origin, get, send };
};

const tab = { entityId: "team-okrs", contentUrl: "https://okr.example/tab", name: "OKRs" };
const tabsAddress = `/teams/api/tabs?user=lead&channel=${encodeURIComponent(statusChannel)}`;

describe("the shell's page and session", () => {
  it("[TS22] hands the client what a Teams client needs of the manifest", async () => {
    const { get } = await start();
    const { body } = await get("/teams/api/session?user=lead&theme=dark&view=channel&channel=c&tab=new&limit=900");
    expect(body).toMatchObject({
      user: { key: "lead", displayName: "Lena Krüger" },
      app: {
        id: "app-1",
        name: "Drumbeat",
        clientId: "client-1",
        iconUrl: "/teams/api/icon",
        staticTabs: [
          { entityId: "home", name: "OKRs" },
          { entityId: "mine", name: "Mine" },
        ],
        configurableTab: { configurationUrl: "https://okr.example/config", canUpdate: true },
      },
      teams: [
        { displayName: "Germany", role: "owner" },
        { displayName: "OKR Home", role: "member" },
      ],
      start: { view: "channel", channelId: "c", tab: "new", theme: "dark", locale: "de-DE", host: "web" },
      loadLimit: 900,
    });
  });

  it("[TS22] serves the icon that the manifest names", async () => {
    const { origin } = await start();
    expect(await (await fetch(`${origin}/teams/api/icon`)).text()).toBe("png");
  });

  it("[TS22] cannot start from something that is no manifest", async () => {
    const { origin } = await start({ manifest: { id: "" } });
    const response = await fetch(`${origin}/teams?user=lead`);
    expect(response.status).toBe(500);
  });

  it("[TS23] opens pages of localhost only", async () => {
    const { get } = await start();
    const local = await get("/teams/api/session?user=lead&app=http://localhost:4100/page");
    expect(local.body).toMatchObject({
      guestPage: "http://localhost:4100/page",
      app: {
        staticTabs: [{ contentUrl: "http://localhost:4100/page" }],
        configurableTab: { configurationUrl: "http://localhost:4100/page" },
        validDomains: ["localhost:4100"],
      },
    });
    for (const address of ["https://evil.example/", "http://localhost.evil.example/", "javascript:alert(1)", "x"]) {
      expect((await get(`/teams/api/session?user=lead&app=${encodeURIComponent(address)}`)).status).toBe(400);
    }
  });

  it("[TS23] says which users there are", async () => {
    const { origin, get } = await start();
    expect(await get("/teams/api/session?user=toString")).toEqual({
      status: 400,
      body: { message: "Choose a user: sponsor, facilitator, lead, member, outsider, admin." },
    });
    const page = await fetch(`${origin}/teams?user=nobody`);
    expect([page.status, (await page.text()).includes("Choose a user")]).toEqual([400, true]);
  });

  it("[TS28] lets only its own scripts run", async () => {
    const { origin } = await start();
    const page = await fetch(`${origin}/teams?user=lead&theme="><script>`);
    expect(page.headers.get("content-security-policy")).toContain("script-src 'self';");
    expect(await page.text()).not.toContain('"><script>');
  });

  it("[TS3] names what its API does not have", async () => {
    const { send } = await start();
    expect(await send("POST", "/teams/api/messages")).toEqual({
      status: 501,
      body: { message: "The shell has no POST /messages." },
    });
  });
});

describe("[TS24] pinned tabs", () => {
  it("are kept over a restart", async () => {
    const dataDir = newFolder();
    const first = await start({ dataDir });
    const added = await first.send("POST", tabsAddress, tab);
    expect(added).toEqual({ status: 201, body: { ...tab, id: expect.any(String) } });
    const second = await start({ dataDir });
    const { body } = await second.get("/teams/api/tabs?user=member");
    expect(body).toMatchObject({ [statusChannel]: [tab] });
  });

  it("are changed and removed", async () => {
    const { get, send } = await start();
    const { body } = await send("POST", tabsAddress, tab);
    const { id } = body as { readonly id: string };
    expect((await send("PUT", `/teams/api/tabs/${id}?user=member`, { ...tab, name: "New" })).body).toMatchObject({
      id,
      name: "New",
    });
    expect((await send("DELETE", `/teams/api/tabs/${id}?user=member`)).status).toBe(204);
    expect((await get("/teams/api/tabs?user=lead")).body).toMatchObject({ [statusChannel]: [] });
    expect((await send("PUT", `/teams/api/tabs/${id}?user=lead`, tab)).status).toBe(404);
  });

  it("belong to the members of the team", async () => {
    const { send } = await start();
    const { body } = await send("POST", tabsAddress, tab);
    const { id } = body as { readonly id: string };
    const asOutsider = (method: string, address: string) => send(method, address.replace("lead", "outsider"), tab);
    expect((await asOutsider("POST", tabsAddress)).status).toBe(403);
    expect((await asOutsider("PUT", `/teams/api/tabs/${id}?user=lead`)).status).toBe(403);
    expect((await asOutsider("DELETE", `/teams/api/tabs/${id}?user=lead`)).status).toBe(403);
    expect((await send("POST", tabsAddress, { entityId: "x" })).status).toBe(400);
  });
});

describe("what is read through Graph", () => {
  it("[TS25] shows the messages of a channel, newest first, with the person's token", async () => {
    const message = (id: string, createdDateTime: string, more: object) => ({
      id,
      createdDateTime,
      from: { user: { displayName: "Milo Brandt" } },
      body: { contentType: "html", content: "<p>Hello</p>" },
      attachments: [],
      ...more,
    });
    const card = { id: "a", contentType: "application/vnd.microsoft.card.adaptive", content: "{}" };
    const graph = await fakeGraph(200, {
      value: [
        message("1", "2026-03-15T08:00:00Z", { subject: "Status", attachments: [card] }),
        message("2", "2026-03-16T08:00:00Z", { from: { application: { displayName: "Drumbeat" } } }),
      ],
    });
    const { get } = await start({ graphBase: graph.base });
    const answer = await get(`/teams/api/messages?user=lead&team=g-1&channel=${encodeURIComponent(statusChannel)}`);
    expect(answer.body).toEqual([
      {
        id: "2",
        at: "2026-03-16T08:00:00Z",
        from: "Drumbeat",
        body: { contentType: "html", content: "<p>Hello</p>" },
        attachments: [],
      },
      {
        id: "1",
        at: "2026-03-15T08:00:00Z",
        from: "Milo Brandt",
        subject: "Status",
        body: { contentType: "html", content: "<p>Hello</p>" },
        attachments: [card],
      },
    ]);
    const path = `/graph/v1.0/teams/g-1/channels/${encodeURIComponent(statusChannel)}/messages?$top=50`;
    expect(graph.asked).toEqual([`${path} Bearer ${world.personas.lead}/ChannelMessage.Read.All`]);
  });

  it("[TS25] passes Graph's refusal on", async () => {
    const graph = await fakeGraph(403, { error: { code: "Forbidden", message: "Not a member." } });
    const { get } = await start({ graphBase: graph.base });
    expect(await get("/teams/api/messages?user=lead&team=g&channel=c")).toEqual({
      status: 403,
      body: { message: "Not a member." },
    });
  });

  it("[TS29] writes notifications in the manifest's words", async () => {
    const sent = {
      at: "2026-03-16T08:00:00Z",
      senderId: world.personas.facilitator,
      topic: { source: "text", value: "Check-in", webUrl: "https://teams.microsoft.com/l/entity/app-1/mine" },
      activityType: "checkInDue",
      previewText: { content: "Before Friday" },
      templateParameters: [{ name: "keyResult", value: "Shrinkage" }],
    };
    const graph = await fakeGraph(200, { value: [sent, { ...sent, activityType: "unknown", previewText: undefined }] });
    const activityTypes = [{ type: "checkInDue", templateText: "{actor} asks for a check-in on {keyResult} {x}" }];
    const { get } = await start({ graphBase: graph.base, manifest: { activities: { activityTypes } } });
    const link = "https://teams.microsoft.com/l/entity/app-1/mine";
    const at = "2026-03-16T08:00:00Z";
    expect((await get("/teams/api/activity?user=lead")).body).toEqual([
      { id: `${at}-0`, at, text: "Farid Haddad asks for a check-in on Shrinkage {x}", preview: "Before Friday", link },
      { id: `${at}-1`, at, text: "Farid Haddad: unknown", link },
    ]);
    expect(graph.asked).toEqual([`/sim/activities?userId=${world.personas.lead} `]);
  });

  it("[TS17] finds people by name or address", async () => {
    const { get } = await start();
    const { body } = await get("/teams/api/people?user=lead&search=KRÜ");
    expect(body).toEqual([
      {
        id: world.personas.lead,
        displayName: "Lena Krüger",
        mail: "lena.kruger@tinycart.example",
        jobTitle: "Country Manager Germany",
      },
    ]);
  });
});
