import { err, ok } from "#shared/domain/result.ts";
import type { Scopes, SignIn } from "#shared/ports/signIn.ts";

/** Uses one bearer token that somebody else obtained, for as long as it lasts and for whatever it covers. */
export const createTokenSignIn = (token: string): Pick<SignIn, "token"> => ({
  token: () => Promise.resolve(ok(token)),
});

/** Nobody gave a token that covers these. */
export const createNoSignIn = (scopes: Scopes): Pick<SignIn, "token"> => ({
  token: () => Promise.resolve(err({ type: "SignInNeeded", reason: "interactionRequired", scopes })),
});
