/**
 * Which permissions were granted to which app, as Entra's oauth2PermissionGrants: for one person (`Principal`) or for
 * everybody (`AllPrincipals`).
 */
import type { SignInDatabase } from "./database.ts";
import { allScopes, basicScopes } from "./scopes.ts";

/** Stands for everybody in the organisation. */
export const everybody = "*";

export type ConsentMode = "none" | "basic" | "all";

export interface Consents {
  /** What a token of this person for this app carries: the person's own grants and those for everybody. */
  readonly grantedTo: (clientId: string, userId: string) => readonly string[];
  readonly grant: (clientId: string, principal: string, scopes: readonly string[]) => void;
  readonly revoke: (clientId: string, principal: string, scopes: readonly string[]) => void;
  /** For everybody: forgets all grants of the app, then grants the set. For one person: replaces only the person's own. */
  readonly setMode: (clientId: string, principal: string, mode: ConsentMode) => void;
}

const scopesOf: Readonly<Record<ConsentMode, readonly string[]>> = { none: [], basic: basicScopes, all: allScopes };

export const createConsents = (database: SignInDatabase): Consents => {
  const insert = database.prepare("INSERT OR IGNORE INTO consents (client_id, principal, scope) VALUES (?, ?, ?)");
  const remove = database.prepare("DELETE FROM consents WHERE client_id = ? AND principal = ? AND scope = ?");
  const grant: Consents["grant"] = (clientId, principal, scopes) => {
    for (const scope of scopes) insert.run(clientId, principal, scope);
  };
  return {
    grantedTo: (clientId, userId) => {
      const rows = database
        .prepare("SELECT DISTINCT scope FROM consents WHERE client_id = ? AND principal IN (?, ?)")
        .all(clientId, userId, everybody) as readonly { readonly scope: string }[];
      const granted = new Set(rows.map(({ scope }) => scope));
      return allScopes.filter((scope) => granted.has(scope));
    },
    grant,
    revoke: (clientId, principal, scopes) => {
      for (const scope of scopes) remove.run(clientId, principal, scope);
    },
    setMode: (clientId, principal, mode) => {
      if (principal === everybody) database.prepare("DELETE FROM consents WHERE client_id = ?").run(clientId);
      else database.prepare("DELETE FROM consents WHERE client_id = ? AND principal = ?").run(clientId, principal);
      grant(clientId, principal, scopesOf[mode]);
    },
  };
};

/** Grants the basic set once per app, the first time this database sees it. */
export const grantBasicsOnce = (database: SignInDatabase, consents: Consents, clientId: string): void => {
  const name = `basics:${clientId}`;
  if (database.prepare("SELECT 1 FROM settings WHERE name = ?").get(name)) return;
  consents.grant(clientId, everybody, basicScopes);
  database.prepare("INSERT INTO settings (name, value) VALUES (?, 'granted')").run(name);
};
