/** What happens on the sign-in pages: choosing an account, consenting, declining. */
import express from "express";
import type { Request, Response, Router } from "express";
import type { InteractionResults, Provider } from "oidc-provider";
import { clientName, missingScopes } from "./core.ts";
import type { SignInCore } from "./core.ts";
import { everybody } from "./consents.ts";
import { entra } from "./errors.ts";
import type { EntraError } from "./errors.ts";
import { approvalPage, consentPage, messagePage, pickerPage, wrongTenantPage } from "./pages.ts";
import type { ConsentView, PageFrame } from "./pages.ts";
import { readScopes } from "./scopes.ts";
import type { Sessions } from "./sessions.ts";

export interface InteractionParts {
  readonly core: SignInCore;
  readonly provider: Provider;
  readonly sessions: Sessions;
  readonly frame: PageFrame;
}

type Details = Awaited<ReturnType<Provider["interactionDetails"]>>;

const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** The account the running request is about, once somebody is signed in. */
const accountOf = (details: Details): string => details.session?.accountId ?? "";

const consentView = ({ core, frame }: InteractionParts, details: Details): ConsentView | undefined => {
  const clientId = text(details.params["client_id"]);
  const userId = accountOf(details);
  const user = core.people.byId(userId);
  if (!user) return undefined;
  const scope = text(details.params["scope"]);
  const missing = missingScopes(core, clientId, userId, scope);
  return {
    action: `${frame.mount}/sign-in/${details.uid}`,
    appName: clientName(core, clientId),
    user,
    // `prompt=consent` shows everything again, even what was granted.
    scopes: missing.length > 0 ? missing : readScopes(scope, core.sharePoint).scopes,
    isAdmin: core.people.isAdmin(userId),
  };
};

const needsApproval = (view: ConsentView): boolean => !view.isAdmin && view.scopes.some(({ adminOnly }) => adminOnly);

const showPicker = async (parts: InteractionParts, request: Request, response: Response, details: Details) => {
  const { core, sessions, frame } = parts;
  const all = request.query["all"] !== undefined;
  const hint = text(details.params["login_hint"]);
  const signedIn = sessions.accounts(await sessions.uidOf(request, response));
  return pickerPage(frame, {
    action: `${frame.mount}/sign-in/${details.uid}`,
    appName: clientName(core, text(details.params["client_id"])),
    hinted: all || hint === "" ? undefined : core.people.find(hint),
    signedIn: signedIn.flatMap((id) => core.people.byId(id) ?? []),
    personas: core.people.personas,
    unknownName: text(request.query["unknown"]) || undefined,
  });
};

const show = async (
  parts: InteractionParts,
  request: Request,
  response: Response,
  details: Details,
): Promise<string> => {
  const name = request.query["all"] === undefined ? details.prompt.name : "login";
  if (name === "consent") {
    const view = consentView(parts, details);
    if (view) return needsApproval(view) ? approvalPage(parts.frame, view) : consentPage(parts.frame, view);
  }
  if (name === "wrong_tenant") {
    const user = parts.core.people.byId(accountOf(details));
    const action = `${parts.frame.mount}/sign-in/${details.uid}`;
    const appName = clientName(parts.core, text(details.params["client_id"]));
    if (user) return wrongTenantPage(parts.frame, { action, appName, user });
  }
  return await showPicker(parts, request, response, details);
};

const refuse = ({ error, description }: EntraError): InteractionResults => ({ error, error_description: description });

const cancelled = ({ core }: InteractionParts, details: Details): InteractionResults => {
  const user = core.people.byId(accountOf(details));
  if (details.prompt.name !== "wrong_tenant" || !user) return refuse(entra.cancelled);
  return refuse({
    ...entra.wrongTenant(user.userPrincipalName, core.world.tenant.displayName),
    error: "access_denied",
  });
};

const decided = (parts: InteractionParts, request: Request, details: Details): InteractionResults => {
  const { core } = parts;
  const view = consentView(parts, details);
  if (!view) return refuse(entra.cancelled);
  const body = request.body as Readonly<Record<string, unknown>>;
  if (needsApproval(view)) return refuse(entra.adminMissing(view.appName, view.scopes));
  if (body["decision"] !== "accept") return refuse(entra.declined);
  const principal = view.isAdmin && body["organisation"] === "yes" ? everybody : view.user.id;
  core.consents.grant(
    text(details.params["client_id"]),
    principal,
    view.scopes.map(({ name }) => name),
  );
  return { consent: {} };
};

/** Runs a handler with the interaction of the page, or explains why there is none. */
const withDetails =
  (parts: InteractionParts, handle: (request: Request, response: Response, details: Details) => Promise<void>) =>
  async (request: Request, response: Response): Promise<void> => {
    const details = await parts.provider.interactionDetails(request, response).catch(() => undefined);
    response.set("Cache-Control", "no-store");
    if (details && details.uid === request.params["uid"]) {
      await handle(request, response, details);
      return;
    }
    const advice = "This page belongs to a sign-in that has ended. Close it and start again from the app.";
    response
      .status(400)
      .type("html")
      .send(messagePage(parts.frame, "This sign-in has ended", advice, undefined));
  };

export const createInteractions = (parts: InteractionParts): Router => {
  const { core, provider, sessions, frame } = parts;
  const router = express.Router();
  const finish = async (request: Request, response: Response, result: InteractionResults): Promise<void> => {
    response.redirect(303, await provider.interactionResult(request, response, result));
  };
  router.use("/sign-in", express.urlencoded({ extended: false, limit: "10kb" }));
  router.get(
    "/sign-in/:uid",
    withDetails(parts, async (request, response, details) => {
      response.type("html").send(await show(parts, request, response, details));
    }),
  );
  router.post(
    "/sign-in/:uid/account",
    withDetails(parts, async (request, response, details) => {
      const body = request.body as Readonly<Record<string, unknown>>;
      const written = text(body["user"]) || text(body["upn"]);
      const user = core.people.find(written);
      if (!user) {
        response.redirect(303, `${frame.mount}/sign-in/${details.uid}?all=1&unknown=${encodeURIComponent(written)}`);
        return;
      }
      const result = { login: { accountId: user.id, remember: true }, select_account: {} };
      const returnTo = await provider.interactionResult(request, response, result);
      core.faults.clear("interactionRequired", [user.id]);
      // Otherwise oidc-provider would sign the former account out and revoke its tokens.
      if ((await sessions.current(request, response)) !== undefined) await sessions.signIn(request, response, user.id);
      response.redirect(303, returnTo);
    }),
  );
  router.post(
    "/sign-in/:uid/consent",
    withDetails(parts, async (request, response, details) => {
      await finish(request, response, decided(parts, request, details));
    }),
  );
  router.post(
    "/sign-in/:uid/cancel",
    withDetails(parts, async (request, response, details) => {
      await finish(request, response, cancelled(parts, details));
    }),
  );
  return router;
};
