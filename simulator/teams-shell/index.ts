import path from "node:path";
import express, { type Request, type Response, type Router } from "express";
import type { World, WorldUser } from "../world/types.ts";
import { readActivity } from "./activity.ts";
import { createGraphReader, type GraphReader } from "./graphReader.ts";
import { colourIcon, readManifest } from "./manifest.ts";
import { problemPage, shellPage, shellPolicy } from "./page.ts";
import { openPinnedTabs, type PinnedTabs } from "./pinnedTabs.ts";
import { buildSession, findUser, teamsOf } from "./session.ts";
import type { InstalledApp, ShellPerson, TabSettings } from "./wire.ts";

export interface TeamsShellOptions {
  readonly world: World;
  /** Unified manifest of the installed app, as parsed JSON; asked for at every page. */
  readonly manifest: () => unknown;
  /** Folder with `teams-shell.js`. */
  readonly clientDir: string;
  /** Folder for what the shell keeps: the tabs pinned to channels. */
  readonly dataDir: string;
  /** For example `http://localhost:4000/graph/v1.0`. A function where the port is known only later. */
  readonly graphBase: string | (() => string);
  readonly mintToken: (userId: string, scopes: readonly string[]) => Promise<string>;
  /** Folder of the app package, for the icon the manifest names. */
  readonly packageDir?: string;
}

/** People shown at once in the picker. */
const peopleLimit = 20;

interface Parts {
  readonly options: TeamsShellOptions;
  readonly tabs: PinnedTabs;
  readonly graph: GraphReader;
}

const fail = (response: Response, status: number, message: string): void => {
  response.status(status).json({ message });
};

const queryText = (request: Request, name: string): string => {
  const value = request.query[name];
  return typeof value === "string" ? value : "";
};

const installedApp = ({ manifest, packageDir }: TeamsShellOptions): InstalledApp => {
  const given = manifest();
  const app = readManifest(given);
  return packageDir === undefined || colourIcon(given) === "" ? app : { ...app, iconUrl: "/teams/api/icon" };
};

const readTabSettings = (body: unknown): TabSettings | undefined => {
  if (typeof body !== "object" || body === null) return undefined;
  const given = body as Readonly<Record<string, unknown>>;
  const names = ["entityId", "contentUrl", "name"] as const;
  if (names.some((name) => typeof given[name] !== "string" || given[name] === "")) return undefined;
  const optional = ["websiteUrl", "removeUrl"].filter((name) => typeof given[name] === "string");
  return Object.fromEntries([...names, ...optional].map((name) => [name, given[name]])) as unknown as TabSettings;
};

/** Answers 400 and undefined when nobody was named. */
const requireUser = ({ options }: Parts, request: Request, response: Response): WorldUser | undefined => {
  const user = findUser(options.world, request.query["user"]);
  if (user === undefined) fail(response, 400, "Name one of the users of the demo world.");
  return user;
};

const isInChannel = ({ options }: Parts, user: WorldUser, channelId: string): boolean =>
  teamsOf(options.world, user.id).some(({ channels }) => channels.some(({ id }) => id === channelId));

const tabRoutes = (router: Router, parts: Parts): void => {
  const { options, tabs } = parts;
  router.get("/teams/api/tabs", (request, response) => {
    const user = requireUser(parts, request, response);
    if (user === undefined) return;
    const channels = teamsOf(options.world, user.id).flatMap((team) => team.channels);
    response.json(tabs.ofChannels(channels.map(({ id }) => id)));
  });
  router.post("/teams/api/tabs", (request, response) => {
    const user = requireUser(parts, request, response);
    if (user === undefined) return;
    const channelId = queryText(request, "channel");
    const settings = readTabSettings(request.body);
    if (settings === undefined) fail(response, 400, "A tab needs entityId, contentUrl and name.");
    else if (!isInChannel(parts, user, channelId)) fail(response, 403, "Only members of the team may add a tab.");
    else response.status(201).json(tabs.add(channelId, settings));
  });
  router.put("/teams/api/tabs/:id", (request, response) => {
    const user = requireUser(parts, request, response);
    if (user === undefined) return;
    const settings = readTabSettings(request.body);
    const channelId = tabs.channelOf(request.params.id);
    if (settings === undefined) fail(response, 400, "A tab needs entityId, contentUrl and name.");
    else if (channelId === undefined) fail(response, 404, "Somebody has removed this tab.");
    else if (!isInChannel(parts, user, channelId)) fail(response, 403, "Only members of the team may change a tab.");
    else response.json(tabs.change(request.params.id, settings));
  });
  router.delete("/teams/api/tabs/:id", (request, response) => {
    const user = requireUser(parts, request, response);
    if (user === undefined) return;
    const channelId = tabs.channelOf(request.params.id);
    if (channelId !== undefined && !isInChannel(parts, user, channelId)) {
      fail(response, 403, "Only members of the team may remove a tab.");
      return;
    }
    tabs.remove(request.params.id);
    response.status(204).end();
  });
};

const readingRoutes = (router: Router, parts: Parts): void => {
  const { options, graph } = parts;
  router.get("/teams/api/session", (request, response) => {
    const result = buildSession(options.world, installedApp(options), request.query);
    if (result.ok) response.json(result.session);
    else fail(response, 400, result.message);
  });
  router.get("/teams/api/messages", async (request, response) => {
    const user = requireUser(parts, request, response);
    if (user === undefined) return;
    const answer = await graph.messages(user.id, queryText(request, "team"), queryText(request, "channel"));
    if (answer.ok) response.json(answer.value);
    else fail(response, answer.status, answer.message);
  });
  router.get("/teams/api/activity", async (request, response) => {
    const user = requireUser(parts, request, response);
    if (user === undefined) return;
    const answer = await graph.activities(user.id);
    if (!answer.ok) {
      fail(response, answer.status, answer.message);
      return;
    }
    const nameOf = (id: string): string => options.world.users.find((one) => one.id === id)?.displayName ?? "";
    const around = { manifest: options.manifest(), nameOf };
    response.json(answer.value.map((sent, index) => readActivity(sent, index, around)));
  });
  router.get("/teams/api/people", (request, response) => {
    if (requireUser(parts, request, response) === undefined) return;
    const search = queryText(request, "search").toLocaleLowerCase();
    const found = options.world.users.filter(({ displayName, mail }) =>
      `${displayName} ${mail}`.toLocaleLowerCase().includes(search),
    );
    const people: readonly ShellPerson[] = found
      .slice(0, peopleLimit)
      .map(({ id, displayName, mail, jobTitle }) => ({ id, displayName, mail, jobTitle }));
    response.json(people);
  });
  router.get("/teams/api/icon", (_request, response) => {
    const name = colourIcon(options.manifest());
    if (options.packageDir === undefined || name === "") fail(response, 404, "The app has no icon.");
    else response.sendFile(name, { root: path.resolve(options.packageDir) });
  });
};

/** The simulated Teams client: its page at `/teams`, its own API below `/teams/api`. See SPEC.md. */
export const createTeamsShell = (options: TeamsShellOptions): Router => {
  const parts: Parts = { options, tabs: openPinnedTabs(options.dataDir), graph: createGraphReader(options) };
  const router = express.Router();
  router.use("/teams/client", express.static(options.clientDir, { fallthrough: false }));
  router.use("/teams/api", express.json({ limit: "64kb" }));
  tabRoutes(router, parts);
  readingRoutes(router, parts);
  router.use("/teams/api", (request, response) => {
    fail(response, 501, `The shell has no ${request.method} ${request.path}.`);
  });
  router.get("/teams", (request, response) => {
    const app = installedApp(options);
    const result = buildSession(options.world, app, request.query);
    if (!result.ok) {
      response.status(400).send(problemPage(result.message));
      return;
    }
    const search = new URL(request.originalUrl, "http://localhost").search;
    response
      .set("Content-Security-Policy", shellPolicy)
      .set("Cache-Control", "no-store")
      .send(shellPage(`/teams/api/session${search}`, `${app.name} | Simulated Teams`));
  });
  return router;
};
