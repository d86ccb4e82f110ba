/** Switches for tests and demonstrations, below `/sim`: consents, faults, and a bearer token for scripts. */
import express from "express";
import type { Request, Response, Router } from "express";
import type { SignInCore } from "./core.ts";
import { everybody } from "./consents.ts";
import type { ConsentMode } from "./consents.ts";
import { faultKinds } from "./faults.ts";
import type { FaultKind } from "./faults.ts";
import { allScopes, isForAdmins, readScopes, scopesOfResource, spelledOut } from "./scopes.ts";

export type MintToken = (parameters: {
  readonly userId: string;
  /** Default: all the person could consent to alone; for administrators everything. */
  readonly scopes?: readonly string[];
  /** Default: the first registered app. */
  readonly clientId?: string;
  readonly lifetimeSeconds?: number;
}) => Promise<string>;

/** A request this simulator cannot make sense of, in words for the person who sent it. */
interface Problem {
  readonly problem: string;
}

type Body = Readonly<Record<string, unknown>>;

const refuse = (response: Response, problem: string, status = 400): void => {
  response.status(status).json({ error: problem });
};

const knownKeys = (core: SignInCore): string => core.people.personas.map(({ key }) => key).join(", ");

/** The person a body names; everybody when it names nobody. */
const readPrincipal = (core: SignInCore, body: Body): { readonly principal: string } | Problem => {
  const { user } = body;
  if (user === undefined) return { principal: everybody };
  const found = typeof user === "string" ? core.people.find(user) : undefined;
  return found
    ? { principal: found.id }
    : { problem: `unknown user ${JSON.stringify(user)}; keys: ${knownKeys(core)}` };
};

/** Scripts need not know the address of SharePoint: its permissions may be named bare. */
const readNames = (core: SignInCore, names: readonly string[]): readonly string[] | Problem => {
  const written = names.map((name) => spelledOut(name, core.sharePoint)).join(" ");
  const { scopes, unknown } = readScopes(written, core.sharePoint);
  return unknown.length > 0 ? { problem: `unknown scope ${unknown.join(", ")}` } : scopes.map(({ name }) => name);
};

const readScopeList = (core: SignInCore, value: unknown, member: string): readonly string[] | Problem => {
  if (value === undefined) return [];
  if (!Array.isArray(value)) return { problem: `${member} must be a list of scope names` };
  return readNames(core, value.map(String));
};

const isMode = (value: unknown): value is ConsentMode => value === "none" || value === "basic" || value === "all";

const isProblem = (value: object): value is Problem => "problem" in value;

/** `{user?, clientId?, mode?, grant?, revoke?}`; the answer lists what everybody then has. */
const changeConsents = (core: SignInCore, request: Request, response: Response): void => {
  const body = (request.body ?? {}) as Body;
  const known = new Set(["user", "clientId", "mode", "grant", "revoke"]);
  const stray = Object.keys(body).filter((name) => !known.has(name));
  if (stray.length > 0) return refuse(response, `unknown member ${stray.join(", ")}`);
  const who = readPrincipal(core, body);
  if (isProblem(who)) return refuse(response, who.problem);
  const { clientId, mode } = body;
  const clientIds = core.clients
    .map((client) => client.clientId)
    .filter((id) => clientId === undefined || id === clientId);
  if (clientIds.length === 0) return refuse(response, `unknown app ${JSON.stringify(clientId)}`);
  if (mode !== undefined && !isMode(mode)) return refuse(response, "mode must be none, basic or all");
  const grant = readScopeList(core, body["grant"], "grant");
  if (isProblem(grant)) return refuse(response, grant.problem);
  const revoke = readScopeList(core, body["revoke"], "revoke");
  if (isProblem(revoke)) return refuse(response, revoke.problem);
  for (const id of clientIds) {
    if (mode !== undefined) core.consents.setMode(id, who.principal, mode);
    core.consents.grant(id, who.principal, grant);
    core.consents.revoke(id, who.principal, revoke);
  }
  response.json({
    granted: clientIds.map((id) => ({ clientId: id, scopes: core.consents.grantedTo(id, who.principal) })),
  });
};

/** `{fault, user?, on?}`; `on: false` heals. */
const changeFaults = (core: SignInCore, request: Request, response: Response): void => {
  const body = (request.body ?? {}) as Body;
  const who = readPrincipal(core, body);
  if (isProblem(who)) return refuse(response, who.problem);
  const fault = faultKinds.find((kind): kind is FaultKind => kind === body["fault"]);
  if (!fault) return refuse(response, `fault must be one of ${faultKinds.join(", ")}`);
  const userIds = who.principal === everybody ? core.world.users.map(({ id }) => id) : [who.principal];
  if (body["on"] === false) core.faults.clear(fault, userIds);
  else core.faults.set(fault, userIds);
  response.status(204).end();
};

const giveToken = async (core: SignInCore, mint: MintToken, request: Request, response: Response): Promise<void> => {
  const { user: name, scopes: wanted } = request.query;
  const user = typeof name === "string" ? core.people.find(name) : undefined;
  if (!user) return refuse(response, `unknown user ${JSON.stringify(name ?? "")}; keys: ${knownKeys(core)}`, 404);
  const names = readNames(core, typeof wanted === "string" ? wanted.split(/[ ,]/).filter(Boolean) : []);
  if (isProblem(names)) return refuse(response, names.problem);
  const token = await mint({ userId: user.id, ...(names.length > 0 ? { scopes: names } : {}) });
  response.set("Cache-Control", "no-store").json({ token, userId: user.id, name: user.displayName });
};

/** Everything of Graph that the person could consent to without asking anybody. */
export const scopesWithinReach = (core: SignInCore, userId: string): readonly string[] => {
  const all = scopesOfResource("graph", allScopes);
  return core.people.isAdmin(userId) ? all : all.filter((name) => !isForAdmins(name));
};

export const createSimRoutes = (core: SignInCore, mint: MintToken): Router => {
  const router = express.Router();
  const json = express.json({ limit: "100kb" });
  router.post("/consents", json, (request, response) => changeConsents(core, request, response));
  router.post("/sign-in/faults", json, (request, response) => changeFaults(core, request, response));
  router.get("/token", async (request, response) => await giveToken(core, mint, request, response));
  return router;
};
