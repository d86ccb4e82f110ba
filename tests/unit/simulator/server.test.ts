import { createServer } from "node:http";
import { request as httpRequest } from "node:http";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "@jest/globals";
import { PortInUse, startSimulator } from "#simulator/server.ts";
import type { Simulator, SimulatorOptions } from "#simulator/server.ts";
import { tinyWorld } from "#tests/support/worlds.ts";

const world = tinyWorld();
const clientId = "11111111-2222-4333-8444-555555555555";
const manifest = {
  name: { short: "Sample" },
  description: { full: "Sample counts things. It counts them again. It never stops." },
  accentColor: "#225588",
  staticTabs: [{ entityId: "home", contentUrl: "http://localhost:4999/tab.html", scopes: ["personal"] }],
};

const running: Simulator[] = [];
const folders: string[] = [];

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "simulator-"));
  folders.push(folder);
  return folder;
};

const start = async (options: Partial<SimulatorOptions> = {}): Promise<Simulator> => {
  const simulator = await startSimulator({
    port: 0,
    dataDir: newFolder(),
    world,
    manifest: () => manifest,
    clientDir: newFolder(),
    clients: [{ clientId, name: "Sample", redirectUris: ["http://localhost:4999/redirect.html"] }],
    ...options,
  });
  running.push(simulator);
  return simulator;
};

const stop = async (simulator: Simulator): Promise<void> => {
  running.splice(running.indexOf(simulator), 1);
  await simulator.close();
};

afterEach(async () => {
  for (const simulator of running.splice(0)) await simulator.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const json = async (response: Response): Promise<Readonly<Record<string, unknown>>> =>
  (await response.json()) as Readonly<Record<string, unknown>>;

/** fetch does not let a test choose the Host header. */
const statusWithHost = async (port: number, host: string): Promise<number> =>
  await new Promise((resolve, reject) => {
    httpRequest({ host: "127.0.0.1", port, path: "/sim/health", headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on("error", reject)
      .end();
  });

describe("the simulator", () => {
  it("[SV1] takes a free port for 0 and tells how it is", async () => {
    const { port, origin } = await start();
    expect(port).toBeGreaterThan(0);
    expect(origin).toBe(`http://localhost:${port}`);
    expect(await json(await fetch(`${origin}/sim/health`))).toMatchObject({
      status: "ok",
      origin,
      world: world.name,
      tenant: world.tenant.displayName,
      seeded: true,
    });
  });

  it("[SV2] says in plain words that a port is taken", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => {
      other.listen(0, "127.0.0.1", resolve);
    });
    const address = other.address();
    const port = typeof address === "object" && address ? address.port : 0;
    await expect(start({ port })).rejects.toThrow(PortInUse);
    await expect(start({ port })).rejects.toThrow(`Port ${port} is in use.`);
    await new Promise((resolve) => {
      other.close(resolve);
    });
  });

  it("[SV3] answers to this computer's names only", async () => {
    const { port } = await start();
    expect(await statusWithHost(port, `localhost:${port}`)).toBe(200);
    expect(await statusWithHost(port, `127.0.0.1:${port}`)).toBe(200);
    expect(await statusWithHost(port, "simulator.example")).toBe(421);
  });

  it("[SV4] lets no page of another origin use its switches", async () => {
    const { origin } = await start();
    const foreign = { Origin: "http://localhost:4999" };
    expect((await fetch(`${origin}/sim/token?user=lead`, { headers: foreign })).status).toBe(403);
    expect((await fetch(`${origin}/sim/reset`, { method: "POST", headers: foreign })).status).toBe(403);
    const sameSite = { "Sec-Fetch-Site": "same-site" };
    expect((await fetch(`${origin}/sim/token?user=lead`, { headers: sameSite })).status).toBe(403);
    expect((await fetch(`${origin}/sim/token?user=lead`, { headers: { Origin: origin } })).status).toBe(200);
  });

  it("[SV5] gives Graph the people its sign-in knows", async () => {
    const simulator = await start();
    const token = await simulator.mintToken({ userId: world.personas.lead, scopes: ["User.Read"] });
    const headers = { Authorization: `Bearer ${token}` };
    for (const base of ["/graph/v1.0", "/graph.microsoft.com/v1.0"]) {
      const me = await fetch(`${simulator.origin}${base}/me`, { headers });
      expect(await json(me)).toMatchObject({ id: world.personas.lead });
    }
    expect((await fetch(`${simulator.origin}/graph/v1.0/me`)).status).toBe(401);
  });

  it("[SV14] gives SharePoint the tokens its sign-in made for it", async () => {
    const simulator = await start();
    const ask = async (scopes: readonly string[]): Promise<number> => {
      const token = await simulator.mintToken({ userId: world.personas.admin, scopes });
      const headers = { Authorization: `Bearer ${token}`, Accept: "application/json;odata=nometadata" };
      const path = `/sharepoint/sites/${world.homeGroup}/_api/web/sitegroups`;
      return (await fetch(simulator.origin + path, { headers })).status;
    };
    expect(await ask(["AllSites.FullControl"])).toBe(200);
    expect(await ask(["Sites.FullControl.All"])).toBe(401);
  });

  it("[SV6] names what it does not know", async () => {
    const { origin } = await start();
    const page = await fetch(`${origin}/nowhere`, { headers: { Accept: "text/html" } });
    expect([page.status, await page.text()]).toEqual([404, "The simulator has no page at /nowhere."]);
    const call = await fetch(`${origin}/nowhere`, { method: "POST" });
    expect(call.status).toBe(501);
    expect(await json(call)).toEqual({ error: "The simulator does not know POST /nowhere." });
    const toggle = await fetch(`${origin}/sim/nowhere`);
    expect(toggle.status).toBe(404);
    expect(await json(toggle)).toEqual({ error: "The simulator has no switch GET /sim/nowhere." });
  });

  it("[SV7] serves office.js from the package, whatever the case of the path", async () => {
    const { origin } = await start();
    for (const path of ["office.js", "AgaveErrorUX/index.html", "AgaveErrorUX/style/AgaveErrorUX.css"]) {
      const response = await fetch(`${origin}/office-js/${path}`);
      expect([path, response.status]).toEqual([path, 200]);
      await response.arrayBuffer();
    }
    expect((await fetch(`${origin}/office-js/../package.json`)).status).not.toBe(200);
    expect((await fetch(`${origin}/office-js/no-such-file.js`)).status).toBe(404);
  });
});

describe("a reset", () => {
  const post = async (url: string, body?: unknown): Promise<Response> =>
    await fetch(url, {
      method: "POST",
      ...(body === undefined ? {} : { headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) }),
    });

  const consentsOf = async (origin: string): Promise<number> => {
    const { granted } = await json(await post(`${origin}/sim/consents`, {}));
    return (granted as readonly { readonly scopes: readonly string[] }[])[0]?.scopes.length ?? 0;
  };

  it("[SV8] needs a snapshot", async () => {
    const { origin } = await start();
    expect((await post(`${origin}/sim/reset`)).status).toBe(409);
  });

  it("[SV8] brings back the data of the snapshot while the process goes on", async () => {
    const { origin, mintToken } = await start();
    const before = await consentsOf(origin);
    const token = await mintToken({ userId: world.personas.lead });
    expect((await post(`${origin}/sim/snapshot`)).status).toBe(204);
    await post(`${origin}/sim/consents`, { mode: "all" });
    expect(await consentsOf(origin)).toBeGreaterThan(before);
    expect((await post(`${origin}/sim/reset`)).status).toBe(204);
    expect(await consentsOf(origin)).toBe(before);
    const me = await fetch(`${origin}/graph/v1.0/me`, { headers: { Authorization: `Bearer ${token}` } });
    expect(me.status).toBe(200);
  });

  it("[SV8] serves every request that comes in the middle of it", async () => {
    const { origin, mintToken } = await start();
    const headers = { Authorization: `Bearer ${await mintToken({ userId: world.personas.lead })}` };
    await post(`${origin}/sim/snapshot`);
    const ask = async (): Promise<number> => (await fetch(`${origin}/graph/v1.0/me`, { headers })).status;
    const answers = await Promise.all([
      ask(),
      post(`${origin}/sim/reset`).then(({ status }) => status),
      ask(),
      post(`${origin}/sim/reset`).then(({ status }) => status),
      ask(),
    ]);
    expect(answers).toEqual([200, 204, 200, 204, 200]);
  });

  it("[SV9] is not what a restart does: data stays", async () => {
    const dataDir = newFolder();
    const first = await start({ dataDir });
    await post(`${first.origin}/sim/consents`, { mode: "none" });
    await stop(first);
    const second = await start({ dataDir });
    expect(await consentsOf(second.origin)).toBe(0);
    expect(await json(await fetch(`${second.origin}/sim/health`))).toMatchObject({ seeded: true });
  });
});

describe("the start page", () => {
  it("[SV10] says in two sentences what the app is, and that all is simulated", async () => {
    const { origin } = await start();
    const page = await (await fetch(origin)).text();
    expect(page).toContain("Sample counts things.");
    expect(page).toContain("It counts them again.");
    expect(page).not.toContain("It never stops.");
    expect(page).toContain("simulated Microsoft 365 on this computer");
  });

  it("is served with every stylesheet it names, as the side-by-side and the sign-in pages are", async () => {
    const { origin } = await start();
    const unknownApp = new URLSearchParams({ client_id: "nobody", response_type: "code", redirect_uri: origin });
    for (const path of ["/", "/side-by-side?user=lead", `/entra/oauth2/v2.0/authorize?${unknownApp}`]) {
      const page = await (await fetch(origin + path)).text();
      const sheets = [...page.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href = ""]) => href);
      expect(sheets.length).toBeGreaterThan(1);
      for (const sheet of sheets) {
        const response = await fetch(new URL(sheet, origin));
        expect([sheet, response.status, response.headers.get("content-type")]).toEqual([
          sheet,
          200,
          expect.stringContaining("text/css"),
        ]);
      }
    }
  });

  it("[SV10] introduces the people one can be", async () => {
    const { origin } = await start();
    const page = await (await fetch(origin)).text();
    for (const words of [
      "Lena Krüger",
      "Country Manager Germany",
      "Country OKR lead",
      "Otto Nilsen",
      "Outsider",
      "Norway",
    ]) {
      expect(page).toContain(words);
    }
  });

  it.each([
    ["both", "/side-by-side?user=lead"],
    ["personal", "/teams?user=lead&view=personal"],
    ["channel", "/teams?user=lead&view=channel"],
    ["excel", "/excel?user=lead"],
    ["web", "/web"],
  ])("[SV11] leads to %s with the person signed in", async (place, target) => {
    const { origin } = await start();
    const opened = await fetch(`${origin}/open?user=lead&place=${place}`, { redirect: "manual" });
    const login = new URL(opened.headers.get("Location") ?? "", origin);
    expect(login.pathname).toBe("/entra/sim-login");
    expect(Object.fromEntries(login.searchParams)).toEqual({ user: "lead", return: target });
    const signedIn = await fetch(login, { redirect: "manual" });
    expect(signedIn.headers.get("Location")).toBe(target);
  });

  it("[SV11] asks again for a person or place it does not know", async () => {
    const { origin } = await start();
    for (const path of ["/open?user=boss&place=both", "/open?user=lead&place=moon", "/side-by-side?user=boss"]) {
      const response = await fetch(origin + path);
      expect([path, response.status]).toEqual([path, 400]);
      expect(await response.text()).toContain('role="alert"');
    }
  });

  it("[SV11] goes to the page the manifest names for a browser", async () => {
    const { origin } = await start();
    const response = await fetch(`${origin}/web`, { redirect: "manual" });
    expect(response.headers.get("Location")).toBe("http://localhost:4999/tab.html");
  });

  it("[SV12] shows Teams in the page itself and Excel in a frame, for one person, with what the address adds", async () => {
    const { origin } = await start();
    const page = await (await fetch(`${origin}/side-by-side?user=lead&theme=dark`)).text();
    expect(page).toContain('data-session="/teams/api/session?user=lead&amp;theme=dark"');
    expect(page).toContain('src="/excel?user=lead&amp;theme=dark"');
    expect(page).toContain('role="separator"');
  });

  it("[SV10] shows the icon of the app package, or a letter in the colour of the app", async () => {
    const letter = await start();
    const drawn = await fetch(`${letter.origin}/landing/icon`);
    expect(drawn.headers.get("Content-Type")).toContain("image/svg+xml");
    expect(await drawn.text()).toContain('fill="#225588"');
    const packageDir = newFolder();
    writeFileSync(join(packageDir, "color.png"), "not really a picture");
    const given = await start({ packageDir, manifest: () => ({ ...manifest, icons: { color: "color.png" } }) });
    const file = await fetch(`${given.origin}/favicon.ico`);
    expect(file.headers.get("Content-Type")).toBe("image/png");
  });

  it("[SV13] shows a manifest's words as words", async () => {
    const { origin } = await start({
      manifest: () => ({ name: { short: "<b>x</b>" }, description: { short: "<script>1</script>." } }),
    });
    const page = await (await fetch(origin)).text();
    expect(page).not.toContain("<b>x</b>");
    expect(page).not.toContain("<script>");
  });
});
