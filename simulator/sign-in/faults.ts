/** Troubles a test or a visitor can switch on for some people. Kept in memory: a restart heals them. */
export const faultKinds = ["wrongTenant", "interactionRequired", "unavailable"] as const;
export type FaultKind = (typeof faultKinds)[number];

export interface Faults {
  readonly has: (kind: FaultKind, userId: string) => boolean;
  readonly set: (kind: FaultKind, userIds: readonly string[]) => void;
  readonly clear: (kind: FaultKind, userIds: readonly string[]) => void;
}

export const createFaults = (): Faults => {
  const active: Readonly<Record<FaultKind, Set<string>>> = {
    wrongTenant: new Set(),
    interactionRequired: new Set(),
    unavailable: new Set(),
  };
  return {
    has: (kind, userId) => active[kind].has(userId),
    set: (kind, userIds) => {
      for (const id of userIds) active[kind].add(id);
    },
    clear: (kind, userIds) => {
      for (const id of userIds) active[kind].delete(id);
    },
  };
};
