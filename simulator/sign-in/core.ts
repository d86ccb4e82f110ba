/** What the parts of the sign-in share. */
import type { World } from "#simulator/world/types.ts";
import type { Consents } from "./consents.ts";
import type { SignInDatabase } from "./database.ts";
import type { Faults } from "./faults.ts";
import type { People } from "./people.ts";
import { readScopes } from "./scopes.ts";
import type { ScopeInfo } from "./scopes.ts";
import type { TokenSigner } from "./tokens.ts";

export interface ClientRegistration {
  readonly clientId: string;
  /** As people read it on the consent page. */
  readonly name: string;
  readonly redirectUris: readonly string[];
}

export interface SignInCore {
  readonly world: World;
  readonly issuer: string;
  readonly clients: readonly ClientRegistration[];
  readonly database: SignInDatabase;
  readonly people: People;
  readonly consents: Consents;
  readonly faults: Faults;
  readonly signer: TokenSigner;
  /** Address of the tenant's SharePoint, for example `https://contoso.sharepoint.com`. */
  readonly sharePoint: string;
}

export const clientName = (core: SignInCore, clientId: string): string =>
  core.clients.find((client) => client.clientId === clientId)?.name ?? clientId;

/** The permissions in a `scope` parameter that nobody has granted yet. */
export const missingScopes = (
  core: SignInCore,
  clientId: string,
  userId: string,
  scopeParameter: string,
): readonly ScopeInfo[] => {
  const granted = new Set(core.consents.grantedTo(clientId, userId));
  return readScopes(scopeParameter, core.sharePoint).scopes.filter(({ name }) => !granted.has(name));
};
