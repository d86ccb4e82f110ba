import type { Person } from "#shared/domain/okr/person.ts";
import type { Result } from "#shared/domain/result.ts";
import type { AccessError } from "./access.ts";

/** Delegated permission names of Microsoft Graph, for example `ChannelMessage.Send`. */
export type Scopes = readonly string[];

export interface SignIn {
  /** Who is signed in, without showing anything; `SignInNeeded` when a person has to act. */
  readonly current: () => Promise<Result<Person, AccessError>>;
  /** Shows sign-in or consent. Call it only from a click, or the browser blocks the window. */
  readonly interact: (scopes: Scopes) => Promise<Result<Person, AccessError>>;
  /** A bearer token for Graph that covers the scopes, without showing anything. */
  readonly token: (scopes: Scopes) => Promise<Result<string, AccessError>>;
  /** Forgets the person on this device. `host` = the account itself belongs to Teams or Office and stays signed in there. */
  readonly signOut: () => Promise<{ readonly accountStaysWith: "host" | "nobody" }>;
}

export interface SignInDep {
  readonly signIn: SignIn;
}
