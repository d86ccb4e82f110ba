import type { PersonId } from "./ids.ts";

/** A person as kept with an OKR: the Entra object id is the truth, the name is what it was when it was written. */
export interface Person {
  readonly id: PersonId;
  readonly name: string;
  /** User principal name; absent for people taken over from an import without one. */
  readonly upn?: string;
}
