/** When the sign-in has to show a page, and what it answers when it may not. Follows Entra, not plain OpenID Connect. */
import { base, Check, Prompt } from "oidc-provider/lib/helpers/interaction_policy/index.js";
import type { interactionPolicy, KoaContextWithOIDC } from "oidc-provider";
import { clientName, missingScopes } from "./core.ts";
import type { SignInCore } from "./core.ts";
import { entra, toProviderError } from "./errors.ts";
import { acceptedSpellings, readScopes } from "./scopes.ts";

const parameter = (ctx: KoaContextWithOIDC, name: string): string => {
  const value = ctx.oidc.params?.[name];
  return typeof value === "string" ? value : "";
};

const clientIdOf = (ctx: KoaContextWithOIDC): string => ctx.oidc.client?.clientId ?? "";
const accountIdOf = (ctx: KoaContextWithOIDC): string | undefined => ctx.oidc.session?.accountId;
const isSilent = (ctx: KoaContextWithOIDC): boolean => parameter(ctx, "prompt").split(" ").includes("none");

/** True while this person may not come in at all. */
const wrongTenantPrompt = (core: SignInCore): interactionPolicy.Prompt =>
  new Prompt(
    { name: "wrong_tenant" },
    new Check("wrong_tenant", "AADSTS50020", "interaction_required", (ctx) => {
      const userId = accountIdOf(ctx);
      if (userId === undefined || !core.faults.has("wrongTenant", userId)) return Check.NO_NEED_TO_PROMPT;
      if (!isSilent(ctx)) return Check.REQUEST_PROMPT;
      const upn = core.people.byId(userId)?.userPrincipalName ?? userId;
      throw toProviderError(entra.wrongTenant(upn, core.world.tenant.displayName));
    }),
  );

const hintMismatch = (core: SignInCore): interactionPolicy.Check =>
  new Check("login_hint", entra.noSession.description, entra.noSession.error, (ctx) => {
    const hint = parameter(ctx, "login_hint");
    const answered =
      ctx.oidc.result !== undefined && ("login" in ctx.oidc.result || "select_account" in ctx.oidc.result);
    if (hint === "" || answered) return Check.NO_NEED_TO_PROMPT;
    return core.people.find(hint)?.id === accountIdOf(ctx) ? Check.NO_NEED_TO_PROMPT : Check.REQUEST_PROMPT;
  });

/** Second factors and the like: silent requests fail, the next page a person answers makes it good. */
const stepUp = (core: SignInCore): interactionPolicy.Check =>
  new Check("step_up", entra.stepUp.description, entra.stepUp.error, (ctx) => {
    const userId = accountIdOf(ctx);
    return userId !== undefined && core.faults.has("interactionRequired", userId);
  });

const consentMissing = (core: SignInCore): interactionPolicy.Check =>
  new Check("consent_missing", "AADSTS65001", "interaction_required", (ctx) => {
    const clientId = clientIdOf(ctx);
    const missing = missingScopes(core, clientId, accountIdOf(ctx) ?? "", parameter(ctx, "scope"));
    if (missing.length === 0) return Check.NO_NEED_TO_PROMPT;
    if (isSilent(ctx)) throw toProviderError(entra.consentMissing(clientName(core, clientId), missing));
    return Check.REQUEST_PROMPT;
  });

/** Answers straight to the application: no page could help. */
const requestCheck = (core: SignInCore): interactionPolicy.Check =>
  new Check("request", "AADSTS650053", "invalid_request", (ctx) => {
    const { unknown, resources } = readScopes(parameter(ctx, "scope"), core.sharePoint);
    if (unknown.length > 0) throw toProviderError(entra.unknownScope(clientName(core, clientIdOf(ctx)), unknown));
    if (resources.length > 1) throw toProviderError(entra.manyResources);
    return Check.NO_NEED_TO_PROMPT;
  });

/**
 * Entra's refresh tokens are good for every permission of every resource, oidc-provider's only for those asked for.
 * Once nothing stands in the way of the request, the code is made out for all of them; `consents` stays the judge.
 */
const widen = (core: SignInCore): interactionPolicy.Check =>
  new Check("widen", "never asked", (ctx) => {
    const { params } = ctx.oidc;
    if (params) {
      const spellings = (["graph", "sharePoint"] as const).flatMap((resource) =>
        acceptedSpellings(resource, core.sharePoint),
      );
      const scopes = new Set([...parameter(ctx, "scope").split(" "), "offline_access", ...spellings]);
      params["scope"] = [...scopes].filter(Boolean).join(" ");
    }
    return Check.NO_NEED_TO_PROMPT;
  });

export const createPolicy = (core: SignInCore): interactionPolicy.DefaultPolicy => {
  const policy = base();
  const login = policy.get("login");
  const consent = policy.get("consent");
  if (!login || !consent) throw new Error("oidc-provider's base policy no longer has login and consent");
  const noSession = login.checks.get("no_session");
  if (noSession) noSession.description = entra.noSession.description;
  login.checks.add(hintMismatch(core));
  login.checks.add(stepUp(core));
  for (const reason of ["native_client_prompt", "op_scopes_missing", "op_claims_missing", "rs_scopes_missing"]) {
    consent.checks.remove(reason);
  }
  consent.checks.add(consentMissing(core));
  policy.add(new Prompt({ name: "request" }, requestCheck(core)), 0);
  policy.add(new Prompt({ name: "select_account", requestable: true }), 1);
  policy.add(wrongTenantPrompt(core), 3);
  policy.add(new Prompt({ name: "widen" }, widen(core)));
  return policy;
};
