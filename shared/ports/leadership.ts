import type { Person } from "#shared/domain/okr/person.ts";
import type { Result } from "#shared/domain/result.ts";
import type { AccessError } from "./access.ts";

/** Who may do more than a member, as names for people to read; what anybody may do is decided by SharePoint alone. */
export interface Leadership {
  /** They publish and unlock. */
  readonly leads: readonly Person[];
  /** They set up, mend and close; those who have done so with this site. */
  readonly owners: readonly Person[];
}

/** Written down where everybody reads it: only owners may ask SharePoint who is in its groups. */
export interface LeadershipRegister {
  /** Undefined on a site whose rights were never set. */
  readonly read: () => Promise<Result<Leadership | undefined, AccessError>>;
  readonly write: (leadership: Leadership) => Promise<Result<void, AccessError>>;
}

export interface LeadershipRegisterDep {
  readonly leadershipRegister: LeadershipRegister;
}
