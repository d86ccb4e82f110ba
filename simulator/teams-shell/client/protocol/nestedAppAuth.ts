import { isRecord, textOf } from "./message.ts";

/** Body of `POST /entra/naa`. */
export interface TokenRequest {
  readonly userId: string;
  readonly clientId: string;
  readonly method: "GetToken" | "GetTokenPopup";
  /** Space separated. */
  readonly scope: string;
  readonly claims?: string;
  readonly consent?: "granted";
  /** An administrator grants for everybody. */
  readonly organisation?: boolean;
}

export interface TokenFailure {
  readonly status: string;
  readonly code?: string;
  readonly subError?: string;
  readonly description?: string;
  readonly missingScopes?: readonly string[];
  readonly consent?: {
    readonly appName?: string;
    /** Only an administrator may grant, and this person is none. */
    readonly needsAdmin?: boolean;
    readonly mayGrantForOrganisation?: boolean;
    readonly scopes?: readonly { readonly name: string; readonly title?: string }[];
  };
}

export type TokenAnswer =
  | { readonly type: "issued"; readonly token: unknown; readonly account: unknown }
  | { readonly type: "refused"; readonly failure: TokenFailure };

export interface ConsentQuestion {
  readonly clientId: string;
  /** As registered in the tenant. */
  readonly appName?: string;
  readonly scopes: readonly string[];
  /** What the sign-in calls a permission, by its name. */
  readonly titles: Readonly<Record<string, string>>;
  readonly mayGrantForOrganisation: boolean;
}

export type ConsentDecision =
  { readonly type: "accepted"; readonly organisation: boolean } | { readonly type: "cancelled" };

export interface NaaBroker {
  /** Takes and gives the JSON text of the bridge envelope. */
  readonly answer: (request: string) => Promise<string>;
}

export interface NaaBrokerOptions {
  readonly userId: string;
  readonly tenantId: string;
  readonly requestToken: (request: TokenRequest) => Promise<TokenAnswer>;
  /** Shows who asks for what; the promise settles when the person has decided. */
  readonly askConsent: (question: ConsentQuestion) => Promise<ConsentDecision>;
  /** Shows that only an administrator can agree; settles when the person has closed it. */
  readonly explainApproval: (question: ConsentQuestion) => Promise<void>;
}

/** The host part of msal's `homeAccountId`; the sign-in part names the same. */
const environment = "login.microsoftonline.com";

/** AADSTS90094 is Entra's code for "only an administrator may grant this". */
const needsAdministrator = ({ consent, description }: TokenFailure): boolean =>
  consent?.needsAdmin ?? description?.startsWith("AADSTS90094") === true;

const titlesOf = ({ consent }: TokenFailure): Readonly<Record<string, string>> =>
  Object.fromEntries((consent?.scopes ?? []).flatMap(({ name, title }) => (title ? [[name, title]] : [])));

const failed = (failure: TokenFailure): object => ({
  success: false,
  error: {
    status: failure.status,
    code: failure.code,
    subError: failure.subError,
    description: failure.description ?? failure.status,
  },
});

const parse = (request: string): Readonly<Record<string, unknown>> => {
  const parsed: unknown = JSON.parse(request);
  if (!isRecord(parsed) || parsed["messageType"] !== "NestedAppAuthRequest") {
    throw new Error("nestedAppAuth.execute expects a NestedAppAuthRequest.");
  }
  return parsed;
};

/** Answers the three methods of the nested-app-auth bridge. [TS15] [TS16] */
export const createNaaBroker = (options: NaaBrokerOptions): NaaBroker => {
  const { userId, tenantId, requestToken, askConsent, explainApproval } = options;

  const initContext = (): object => ({
    success: true,
    initContext: {
      sdkName: "SimulatedTeams",
      sdkVersion: "1.0.0",
      capabilities: { queryAccount: false },
      accountContext: { homeAccountId: `${userId}.${tenantId}`, environment, tenantId },
    },
  });

  const withConsent = async (
    request: TokenRequest,
    failure: TokenFailure,
    scopes: readonly string[],
  ): Promise<object> => {
    const { appName, mayGrantForOrganisation = false } = failure.consent ?? {};
    const named = appName === undefined ? {} : { appName };
    const question = {
      clientId: request.clientId,
      scopes,
      titles: titlesOf(failure),
      mayGrantForOrganisation,
      ...named,
    };
    if (needsAdministrator(failure)) {
      await explainApproval(question);
      return failed(failure);
    }
    const decision = await askConsent(question);
    if (decision.type === "cancelled") {
      return failed({ status: "USER_CANCEL", code: "access_denied", description: "AADSTS65004: The person declined." });
    }
    const organisation = decision.organisation ? { organisation: true } : {};
    const second = await requestToken({ ...request, consent: "granted", ...organisation });
    return second.type === "issued"
      ? { success: true, token: second.token, account: second.account }
      : failed(second.failure);
  };

  const token = async (request: TokenRequest): Promise<object> => {
    const first = await requestToken(request);
    if (first.type === "issued") return { success: true, token: first.token, account: first.account };
    const { status, missingScopes } = first.failure;
    const askable = request.method === "GetTokenPopup" && status === "USER_INTERACTION_REQUIRED";
    return askable && missingScopes !== undefined
      ? withConsent(request, first.failure, missingScopes)
      : failed(first.failure);
  };

  const result = async (request: Readonly<Record<string, unknown>>): Promise<object> => {
    const method = request["method"];
    if (method === "GetInitContext") return initContext();
    if (method !== "GetToken" && method !== "GetTokenPopup") {
      return failed({
        status: "PERSISTENT_ERROR",
        description: `The bridge method "${String(method)}" is not simulated.`,
      });
    }
    const parameters = isRecord(request["tokenParams"]) ? request["tokenParams"] : {};
    const claims = textOf(parameters["claims"]);
    return token({
      userId,
      method,
      clientId: textOf(parameters["clientId"]) ?? "",
      scope: textOf(parameters["scope"]) ?? "",
      ...(claims === undefined ? {} : { claims }),
    });
  };

  return {
    answer: async (text) => {
      const request = parse(text);
      const envelope = { messageType: "NestedAppAuthResponse", requestId: request["requestId"] };
      return JSON.stringify({ ...envelope, ...(await result(request)) });
    },
  };
};
