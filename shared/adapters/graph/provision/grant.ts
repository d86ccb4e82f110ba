import { err, ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import { at, listAt, textAt } from "../json.ts";
import type { Home } from "../home.ts";
import type { SendToGraph } from "../request/call.ts";
import { accessErrorOf } from "../request/failure.ts";
import { readPages } from "../request/pages.ts";
import { scopesOf } from "../scopes.ts";

/** Any of these lets the app write rows. */
const WRITING_ROLES: ReadonlySet<unknown> = new Set(["write", "manage", "owner", "fullcontrol"]);

/** Lets the app use this one site with `Sites.Selected`, unless it may already. People keep their own rights; it gets no more than they have. */
export const grantSite = async (
  send: SendToGraph,
  home: Home,
  app: { readonly appId: string; readonly name: string },
): Promise<Result<void, AccessError>> => {
  const present = await isGranted(send, home, app.appId);
  if (!present.ok) return present;
  if (present.value) return ok(undefined);
  const body = { roles: ["write"], grantedToIdentities: [{ application: { id: app.appId, displayName: app.name } }] };
  const granted = await send({ method: "POST", path: `${home.sitePath}/permissions`, scopes: scopesOf("grant"), body });
  return granted.ok ? ok(undefined) : err(accessErrorOf(granted.error, "permissions"));
};

export const isGranted = async (
  send: SendToGraph,
  home: Home,
  appId: string,
): Promise<Result<boolean, AccessError>> => {
  const path = `${home.sitePath}/permissions`;
  const present = await readPages(send, { method: "GET", path, scopes: scopesOf("grant") });
  if (!present.ok) return err(accessErrorOf(present.error, "permissions"));
  return ok(present.value.elements.some((permission) => mayWrite(permission, appId)));
};

const mayWrite = (permission: unknown, appId: string): boolean =>
  [at(permission, "grantedToV2"), ...listAt(permission, "grantedToIdentitiesV2")].some(
    (identity) => textAt(identity, "application", "id") === appId,
  ) && listAt(permission, "roles").some((role) => WRITING_ROLES.has(role));
