/**
 * Who is signed in to a browser. Entra lets one browser hold several accounts; oidc-provider's session knows one, so
 * the others are remembered beside it and a request that names one of them (`login_hint`) moves the session there.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Provider } from "oidc-provider";
import type { SignInDatabase } from "./database.ts";

export const sessionSeconds = 30 * 24 * 3600;

export interface Sessions {
  /** Object ids of the accounts in this browser, the latest first. */
  readonly accounts: (sessionUid: string) => readonly string[];
  readonly forgetBrowser: (sessionUid: string) => void;
  /** Makes the person the current account of the browser that sent the request, and sets the cookie. */
  readonly signIn: (request: IncomingMessage, response: ServerResponse, userId: string) => Promise<void>;
  /** The same, but only if the browser already holds the account. */
  readonly switchTo: (request: IncomingMessage, response: ServerResponse, userId: string) => Promise<void>;
  readonly current: (request: IncomingMessage, response: ServerResponse) => Promise<string | undefined>;
  readonly uidOf: (request: IncomingMessage, response: ServerResponse) => Promise<string>;
}

/** Notes that the browser of this session holds the account. */
export const rememberAccount = (database: SignInDatabase, sessionUid: string, userId: string): void => {
  database
    .prepare("INSERT OR REPLACE INTO browser_accounts (session_uid, user_id, signed_in_at) VALUES (?, ?, ?)")
    .run(sessionUid, userId, Date.now());
};

export const createSessions = (database: SignInDatabase, provider: Provider): Sessions => {
  const load = async (request: IncomingMessage, response: ServerResponse) => {
    const context = provider.createContext(request, response);
    const session = await provider.Session.get(context);
    return { context, session };
  };
  const accounts: Sessions["accounts"] = (sessionUid) => {
    const rows = database
      .prepare("SELECT user_id FROM browser_accounts WHERE session_uid = ? ORDER BY signed_in_at DESC, user_id")
      .all(sessionUid) as readonly { readonly user_id: string }[];
    return rows.map((row) => row.user_id);
  };
  const signIn: Sessions["signIn"] = async (request, response, userId) => {
    const { context, session } = await load(request, response);
    if (session.accountId !== userId) {
      session.loginAccount({ accountId: userId });
      // Grants belong to one person; those of the new account are looked up at the next request.
      session.authorizations = {};
    }
    context.cookies.set(provider.cookieName("session"), session.jti, {
      httpOnly: true,
      sameSite: "lax",
      maxAge: sessionSeconds * 1000,
    });
    await session.save(sessionSeconds);
    rememberAccount(database, session.uid, userId);
  };
  return {
    accounts,
    forgetBrowser: (sessionUid) => {
      database.prepare("DELETE FROM browser_accounts WHERE session_uid = ?").run(sessionUid);
    },
    signIn,
    switchTo: async (request, response, userId) => {
      const { session } = await load(request, response);
      if (session.accountId === undefined || session.accountId === userId) return;
      if (accounts(session.uid).includes(userId)) await signIn(request, response, userId);
    },
    current: async (request, response) => (await load(request, response)).session.accountId,
    uidOf: async (request, response) => (await load(request, response)).session.uid,
  };
};
