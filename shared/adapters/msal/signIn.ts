import {
  createNestablePublicClientApplication,
  createStandardPublicClientApplication,
  InteractionRequiredAuthError,
  PublicClientApplication,
  type AccountInfo,
  type AuthenticationResult,
  type Configuration as MsalConfiguration,
  type IPublicClientApplication,
} from "@azure/msal-browser";
import { personId } from "#shared/domain/okr/ids.ts";
import type { Person } from "#shared/domain/okr/person.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { Scopes, SignIn } from "#shared/ports/signIn.ts";
import type { Configuration } from "../browser/config.ts";
import { accessErrorOf } from "./failure.ts";
import { createLeaving } from "./leaving.ts";
import { within } from "./within.ts";

/** Asked for at sign-in; everything else at its first use. At least one must not be an OpenID scope, or nested sign-in fails. */
const BASIC_SCOPES: Scopes = ["User.Read", "User.ReadBasic.All", "Sites.Selected"];

/** The bridge to the host has no time limit of its own. */
const BRIDGE_LIMIT_MS = 5_000;
const SILENT_LIMIT_MS = 20_000;

const msalConfiguration = (configuration: Configuration, redirectUri: string): MsalConfiguration => ({
  auth: {
    clientId: configuration.clientId,
    authority: `https://login.microsoftonline.com/${configuration.tenantId}`,
    redirectUri,
    ...(configuration.authorityMetadata ? { authorityMetadata: configuration.authorityMetadata } : {}),
    ...(configuration.cloudDiscoveryMetadata ? { cloudDiscoveryMetadata: configuration.cloudDiscoveryMetadata } : {}),
  },
  // Tokens live as long as the window and nowhere else.
  cache: { cacheLocation: "sessionStorage" },
});

const personOf = (account: AccountInfo): Person => ({
  id: personId(account.localAccountId),
  name: account.name ?? account.username,
  upn: account.username,
});

/** How one kind of client gets tokens; all else is common. */
interface Flow {
  readonly silent: (scopes: string[]) => Promise<AuthenticationResult>;
  readonly interactive: (scopes: string[]) => Promise<AuthenticationResult>;
  readonly forget: () => Promise<void>;
  readonly accountStaysWith: "host" | "nobody";
}

const createSignIn = (flow: Flow): SignIn => {
  const attempt = async (
    scopes: Scopes,
    acquire: (scopes: string[]) => Promise<AuthenticationResult>,
  ): Promise<Result<AuthenticationResult, AccessError>> => {
    try {
      return ok(await acquire([...scopes]));
    } catch (failure) {
      return err(accessErrorOf(failure, scopes));
    }
  };
  const silently = (scopes: Scopes) => attempt(scopes, (wanted) => within(flow.silent(wanted), SILENT_LIMIT_MS));
  const person = (result: Result<AuthenticationResult, AccessError>): Result<Person, AccessError> =>
    result.ok ? ok(personOf(result.value.account)) : result;
  return {
    current: async () => person(await silently(BASIC_SCOPES)),
    interact: async (scopes) => person(await attempt(scopes, flow.interactive)),
    token: async (scopes) => {
      const result = await silently(scopes);
      return result.ok ? ok(result.value.accessToken) : result;
    },
    signOut: async () => {
      await flow.forget();
      return { accountStaysWith: flow.accountStaysWith };
    },
  };
};

type NestedFactory = NonNullable<Parameters<typeof createNestablePublicClientApplication>[2]>;

/**
 * Sign-in through the host (Teams; Excel on the desktop): the host holds the account and asks for consent in its own window.
 * Call it only after the host's library has been initialised, because that creates the bridge. Undefined when no bridge
 * answers or it refuses; the caller then falls back to the standard flow.
 */
export const createNestedSignIn = async (configuration: Configuration, origin: string): Promise<SignIn | undefined> => {
  if (!("nestedAppAuthBridge" in globalThis)) return undefined;
  const settings = msalConfiguration(configuration, `brk-multihub://${new URL(origin).host}`);
  // Where the bridge refuses, msal makes a standard client of these settings instead, without asking the factory; no window
  // could come back to their redirect address.
  let isNested = false;
  const nested: NestedFactory = (values, controller) => {
    isNested = true;
    return new PublicClientApplication(values, controller);
  };
  try {
    const client = await within(createNestablePublicClientApplication(settings, undefined, nested), BRIDGE_LIMIT_MS);
    if (!isNested) return undefined;
    return createSignIn({
      silent: (scopes) => client.acquireTokenSilent({ scopes }),
      interactive: (scopes) => client.acquireTokenPopup({ scopes }),
      // The host owns the account: leaving it is not ours to do.
      forget: () => Promise.resolve(),
      accountStaysWith: "host",
    });
  } catch {
    return undefined;
  }
};

/**
 * The standard flow of a web page: an account already signed in to the browser is found silently, otherwise a window asks.
 * `loginHint` is the address of the person the host says is using it.
 */
export const createStandardSignIn = async (
  configuration: Configuration,
  origin: string,
  loginHint: () => Promise<string | undefined>,
): Promise<SignIn> => {
  const client: IPublicClientApplication = await createStandardPublicClientApplication(
    msalConfiguration(configuration, `${origin}/redirect.html`),
  );
  const hint = async (): Promise<{ loginHint?: string }> => {
    const known = await loginHint();
    return known ? { loginHint: known } : {};
  };
  const remember = (result: AuthenticationResult): AuthenticationResult => {
    client.setActiveAccount(result.account);
    return result;
  };
  const account = (): AccountInfo | undefined => client.getActiveAccount() ?? client.getAllAccounts()[0];
  const leaving = createLeaving(() => globalThis.sessionStorage);
  /** The account that the browser offers is of no use here; a window has to ask which one. */
  let isOfAnotherTenant = false;
  const noting = async (work: Promise<AuthenticationResult>): Promise<AuthenticationResult> => {
    try {
      const result = await work;
      isOfAnotherTenant = false;
      return result;
    } catch (failure) {
      const error = accessErrorOf(failure, []);
      isOfAnotherTenant = error.type === "SignInNeeded" && error.reason === "wrongTenant";
      throw failure;
    }
  };
  const silent = async (scopes: string[]): Promise<AuthenticationResult> => {
    if (leaving.hasLeft()) throw new InteractionRequiredAuthError("login_required", "");
    const known = account();
    return known
      ? client.acquireTokenSilent({ scopes, account: known })
      : remember(await client.ssoSilent({ scopes, ...(await hint()) }));
  };
  const interactive = async (scopes: string[]): Promise<AuthenticationResult> => {
    const known = account();
    const asks = isOfAnotherTenant || leaving.hasLeft();
    // The hint must not be awaited here: a browser opens the window only straight from the click.
    const result = await client.acquireTokenPopup({
      scopes,
      // A closed window cannot be told from an open one (Entra cuts the tie to its opener), so a second click starts anew.
      overrideInteractionInProgress: true,
      ...(asks ? { prompt: "select_account" } : known ? { account: known } : {}),
    });
    leaving.returned();
    return remember(result);
  };
  return createSignIn({
    silent: (scopes) => noting(silent(scopes)),
    interactive: (scopes) => noting(interactive(scopes)),
    forget: async () => {
      leaving.left();
      await client.clearCache();
    },
    accountStaysWith: "nobody",
  });
};
