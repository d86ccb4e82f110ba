/** Which permission levels are given to whom, on a site or on a list that does not inherit. */
import type { Service } from "../service.ts";
import type { Mask } from "./basePermissions.ts";
import type { Principal } from "./principals.ts";
import { roleDefinition } from "./roleDefinitions.ts";

type Store = Pick<Service, "db">;

export const siteScope = (siteId: string): string => `site:${siteId}`;
export const listScope = (num: number): string => `list:${num}`;

export interface Assignment extends Principal {
  /** Id of the role definition. */
  readonly definition: number;
}

export const assignmentsAt = ({ db }: Store, scope: string): readonly Assignment[] =>
  db.all<Assignment>("SELECT kind, principal AS id, definition FROM assignments WHERE scope = ? ORDER BY rowid", scope);

/** Given twice, it is there once. */
export const assign = ({ db }: Store, scope: string, { kind, id }: Principal, definition: number): void => {
  db.run(
    "INSERT OR IGNORE INTO assignments (scope, kind, principal, definition) VALUES (?, ?, ?, ?)",
    scope,
    kind,
    id,
    definition,
  );
};

/** False when it was not there. */
export const unassign = ({ db }: Store, scope: string, { kind, id }: Principal, definition: number): boolean =>
  db.run(
    "DELETE FROM assignments WHERE scope = ? AND kind = ? AND principal = ? AND definition = ?",
    scope,
    kind,
    id,
    definition,
  ) > 0;

export const clearAssignments = ({ db }: Store, scope: string): void => {
  db.run("DELETE FROM assignments WHERE scope = ?", scope);
};

export const copyAssignments = ({ db }: Store, from: string, to: string): void => {
  db.run(
    "INSERT OR IGNORE INTO assignments (scope, kind, principal, definition) SELECT ?, kind, principal, definition FROM assignments WHERE scope = ? ORDER BY rowid",
    to,
    from,
  );
};

/** Everything the levels allow together. */
export const combined = (store: Store, siteId: string, assignments: readonly Assignment[]): Mask =>
  assignments.reduce<Mask>(
    (mask, { definition }) => mask | (roleDefinition(store, siteId, definition)?.mask ?? 0n),
    0n,
  );
