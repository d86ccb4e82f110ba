import { isAllowedBy, templateOf, type PermissionTable } from "./permissions.ts";
import type { RecordedCall } from "./recording.ts";

/** What a feature of the product asks for. Features are used one at a time, so each must suffice alone. */
export type FeatureScopes = Readonly<Record<string, readonly string[]>>;

export interface Coverage {
  /** Kind of call to the features whose permissions allow it. */
  readonly covered: ReadonlyMap<string, readonly string[]>;
  /** Kinds of calls that no feature asks a permission for. */
  readonly uncovered: readonly string[];
}

export const coverageOf = (
  table: PermissionTable,
  features: FeatureScopes,
  calls: readonly RecordedCall[],
): Coverage => {
  const kinds = new Map(calls.map((call) => [`${call.method} ${templateOf(call.path)}`, call] as const));
  const allowing = ({ method, path }: RecordedCall): readonly string[] =>
    Object.entries(features)
      .filter(([, scopes]) => scopes.some((scope) => isAllowedBy(table, method, path, scope)))
      .map(([feature]) => feature);
  const judged = [...kinds].map(([kind, call]) => [kind, allowing(call)] as const);
  return {
    covered: new Map(judged.filter(([, by]) => by.length > 0)),
    uncovered: judged.filter(([, by]) => by.length === 0).map(([kind]) => kind),
  };
};
