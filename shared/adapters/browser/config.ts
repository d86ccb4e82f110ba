import { err, ok, type Result } from "#shared/domain/result.ts";

/** Where the product connects to. How it behaves is never configured here. */
export interface Configuration {
  readonly clientId: string;
  readonly tenantId: string;
  /** `host:/sites/name` of the SharePoint site that holds the OKR lists. */
  readonly homeSite: string;
  /** Id of the Teams app, for deep links. */
  readonly appId: string;
  /** Origin and path prefix in front of `/v1.0`; Graph's own unless told otherwise. */
  readonly graphOrigin: string;
  /** Origin and path prefix in front of the path of a site; absent: that of the home site itself. */
  readonly sharePointOrigin?: string;
  /** OpenID metadata that would otherwise be fetched from the sign-in service. */
  readonly authorityMetadata?: string;
  readonly cloudDiscoveryMetadata?: string;
  /** Further hosts allowed to embed the tab. */
  readonly validMessageOrigins: readonly string[];
}

export type ConfigurationError =
  | { readonly type: "ConfigurationUnreadable" }
  | { readonly type: "ConfigurationIncomplete"; readonly missing: string }
  /** A value that could send tokens elsewhere was found on a page that is not on this computer. */
  | { readonly type: "ConfigurationForbidden"; readonly field: string };

const GRAPH = "https://graph.microsoft.com";
const REQUIRED = ["clientId", "tenantId", "homeSite", "appId"] as const;

const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);

/**
 * Reads `config.json`. Injected sign-in metadata, other addresses of Graph and SharePoint and further embedding hosts are honoured only when
 * the page itself is on localhost: elsewhere a changed file could send tokens to a stranger.
 */
export const readConfiguration = (raw: unknown, pageHost: string): Result<Configuration, ConfigurationError> => {
  if (typeof raw !== "object" || raw === null) return err({ type: "ConfigurationUnreadable" });
  const fields = raw as Readonly<Record<string, unknown>>;
  const missing = REQUIRED.find((name) => text(fields[name]) === undefined);
  if (missing) return err({ type: "ConfigurationIncomplete", missing });
  const forbidden = pageHost === "localhost" ? undefined : localOnlyField(fields);
  if (forbidden) return err({ type: "ConfigurationForbidden", field: forbidden });
  const required = (name: (typeof REQUIRED)[number]): string => text(fields[name]) ?? "";
  return ok({
    clientId: required("clientId"),
    tenantId: required("tenantId"),
    homeSite: required("homeSite"),
    appId: required("appId"),
    graphOrigin: text(fields["graphOrigin"]) ?? GRAPH,
    validMessageOrigins: originsOf(fields["validMessageOrigins"]),
    ...sharePointOf(fields),
    ...injectedMetadata(fields),
  });
};

const sharePointOf = (fields: Readonly<Record<string, unknown>>): Pick<Configuration, "sharePointOrigin"> => {
  const sharePointOrigin = text(fields["sharePointOrigin"]);
  return sharePointOrigin ? { sharePointOrigin } : {};
};

const injectedMetadata = (
  fields: Readonly<Record<string, unknown>>,
): Pick<Configuration, "authorityMetadata" | "cloudDiscoveryMetadata"> => {
  const authorityMetadata = text(fields["authorityMetadata"]);
  const cloudDiscoveryMetadata = text(fields["cloudDiscoveryMetadata"]);
  return {
    ...(authorityMetadata ? { authorityMetadata } : {}),
    ...(cloudDiscoveryMetadata ? { cloudDiscoveryMetadata } : {}),
  };
};

const originsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((entry): entry is string => typeof entry === "string") : [];

const localOnlyField = (fields: Readonly<Record<string, unknown>>): string | undefined => {
  if (fields["authorityMetadata"] !== undefined) return "authorityMetadata";
  if (fields["cloudDiscoveryMetadata"] !== undefined) return "cloudDiscoveryMetadata";
  if (fields["sharePointOrigin"] !== undefined) return "sharePointOrigin";
  if (originsOf(fields["validMessageOrigins"]).length > 0) return "validMessageOrigins";
  return (text(fields["graphOrigin"]) ?? GRAPH) === GRAPH ? undefined : "graphOrigin";
};

/** Fetches and reads the `config.json` beside the page. */
export const loadConfiguration = async (page: Location): Promise<Result<Configuration, ConfigurationError>> => {
  try {
    const answer = await fetch(new URL("config.json", page.href), { cache: "no-cache" });
    return answer.ok ? readConfiguration(await answer.json(), page.hostname) : err({ type: "ConfigurationUnreadable" });
  } catch {
    return err({ type: "ConfigurationUnreadable" });
  }
};
