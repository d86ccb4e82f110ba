import type { Person } from "#shared/domain/okr/person.ts";
import type { Result } from "#shared/domain/result.ts";
import type { AccessError } from "./access.ts";

export interface WhoDep {
  /** Who acts. */
  readonly who: () => Promise<Result<Person, AccessError>>;
}
