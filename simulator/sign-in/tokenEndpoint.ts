/** Gives oidc-provider's token endpoint the manners of Entra's: extra members in answers, its own error bodies. */
import { decodeJwt } from "jose";
import type { KoaContextWithOIDC, Provider } from "oidc-provider";
import type { SignInCore } from "./core.ts";
import { entra, tokenErrorBody } from "./errors.ts";
import type { EntraError } from "./errors.ts";
import { paths } from "./metadata.ts";
import { refreshTokenSeconds, responseScope } from "./provider.ts";

/** msal makes the home account id from this. */
const clientInfo = (userId: string, tenantId: string): string =>
  Buffer.from(JSON.stringify({ uid: userId, utid: tenantId }), "utf8").toString("base64url");

const suberrors: Readonly<Record<string, string>> = { AADSTS65001: "consent_required", AADSTS50076: "basic_action" };

const toEntraError = (body: Readonly<Record<string, unknown>>, grantType: unknown): EntraError => {
  const description = typeof body["error_description"] === "string" ? body["error_description"] : "";
  const error = typeof body["error"] === "string" ? body["error"] : "server_error";
  const code = /^AADSTS\d+/.exec(description)?.[0];
  const suberror = code === undefined ? undefined : suberrors[code];
  if (code !== undefined) return { error, description, ...(suberror ? { suberror } : {}) };
  if (error === "invalid_client") return entra.unknownClient("unknown");
  if (error === "invalid_grant") return grantType === "refresh_token" ? entra.refreshTokenDead : entra.codeDead;
  return { error, description: `AADSTS900144: ${description}` };
};

const answer = (core: SignInCore, ctx: KoaContextWithOIDC, body: Readonly<Record<string, unknown>>): void => {
  const { account, client, params } = ctx.oidc;
  if (!account || !client) return;
  const requested = params?.["scope"];
  const { aud } = decodeJwt(String(body["access_token"]));
  ctx.body = {
    ...body,
    scope: responseScope(
      core,
      typeof aud === "string" ? aud : "",
      core.consents.grantedTo(client.clientId, account.accountId),
      typeof requested === "string" ? requested : "",
    ),
    ext_expires_in: body["expires_in"],
    refresh_token_expires_in: refreshTokenSeconds,
    client_info: clientInfo(account.accountId, core.world.tenant.id),
  };
};

export const useTokenEndpointManners = (core: SignInCore, provider: Provider): void => {
  provider.use(async (ctx, next) => {
    const isTokenRequest = ctx.method === "POST" && ctx.path.endsWith(paths.token);
    if (isTokenRequest && !ctx.get("Origin")) {
      ctx.status = 400;
      ctx.body = tokenErrorBody(entra.originMissing);
      return;
    }
    await next();
    if (!isTokenRequest) return;
    const body = ctx.body as Readonly<Record<string, unknown>> | undefined;
    if (typeof body !== "object") return;
    const oidc = ctx as unknown as KoaContextWithOIDC;
    if (ctx.status === 200) {
      answer(core, oidc, body);
      return;
    }
    const error = toEntraError(body, oidc.oidc.params?.["grant_type"]);
    if (error.error === entra.unavailable.error) ctx.status = 503;
    ctx.body = tokenErrorBody(error);
  });
};
