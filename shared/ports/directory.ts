import type { Person } from "#shared/domain/okr/person.ts";
import type { Result } from "#shared/domain/result.ts";
import type { AccessError } from "./access.ts";

export interface Directory {
  /** People whose name or address begins with the text, at most 20. */
  readonly searchPeople: (text: string) => Promise<Result<readonly Person[], AccessError>>;
  /** Exactly one person by address or full name, or undefined when none or several match. */
  readonly findPerson: (addressOrName: string) => Promise<Result<Person | undefined, AccessError>>;
}

export interface DirectoryDep {
  readonly directory: Directory;
}
