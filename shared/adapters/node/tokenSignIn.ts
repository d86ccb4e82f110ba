import { personId } from "#shared/domain/okr/ids.ts";
import { err, ok } from "#shared/domain/result.ts";
import type { SignIn } from "#shared/ports/signIn.ts";
import { isRecord, parseJson, textAt } from "../graph/json.ts";

/** What the token says about its owner; read for display only, the service is what checks it. */
const claimsOf = (token: string): unknown => {
  const payload = token.split(".")[1];
  return payload === undefined ? undefined : parseJson(Buffer.from(payload, "base64url").toString("utf8"));
};

/** Uses one bearer token that somebody else obtained, for as long as it lasts. */
export const createTokenSignIn = (token: string): SignIn => {
  const claims = claimsOf(token);
  const current: SignIn["current"] = () => {
    const id = textAt(claims, "oid");
    if (!isRecord(claims) || id === undefined) {
      return Promise.resolve(err({ type: "SignInNeeded", reason: "failed", scopes: [] }));
    }
    const upn = textAt(claims, "upn") ?? textAt(claims, "preferred_username");
    const person = { id: personId(id), name: textAt(claims, "name") ?? "", ...(upn === undefined ? {} : { upn }) };
    return Promise.resolve(ok(person));
  };
  return {
    current,
    interact: (scopes) => Promise.resolve(err({ type: "SignInNeeded", reason: "interactionRequired", scopes })),
    token: () => Promise.resolve(ok(token)),
    signOut: () => Promise.resolve({ accountStaysWith: "nobody" }),
  };
};
