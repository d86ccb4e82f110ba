/** What differs between one deployment and another. Everything else in the two manifests follows from it. */
export interface ManifestValues {
  /** Where the built pages are served, without a slash at the end; `https://` except on this computer. */
  readonly origin: string;
  /** Id of the app in Teams and of the add-in in Excel, a GUID. */
  readonly appId: string;
  /** Client id of the app registration in Entra, a GUID. */
  readonly clientId: string;
  /** Semantic version of the package. */
  readonly version: string;
  readonly developer: {
    readonly name: string;
    readonly websiteUrl: string;
    readonly privacyUrl: string;
    readonly termsOfUseUrl: string;
    readonly supportUrl: string;
  };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const SEMVER = /^\d{1,5}\.\d{1,5}\.\d{1,5}$/;

const textAt = (record: unknown, name: string): string => {
  const value = isRecord(record) ? record[name] : undefined;
  return typeof value === "string" ? value : "";
};

/** Reads `manifest/values.json`. Throws naming the first value that cannot be used: this runs at a developer's desk only. */
export const readValues = (raw: unknown): ManifestValues => {
  const check = (name: string, value: string, pattern: RegExp): string => {
    if (!pattern.test(value))
      throw new Error(`manifest/values.json: "${name}" must match ${pattern}, found "${value}"`);
    return value;
  };
  const developer = isRecord(raw) ? raw["developer"] : undefined;
  const url = (name: string): string => check(`developer.${name}`, textAt(developer, name), /^https:\/\/\S+$/);
  return {
    origin: check("origin", textAt(raw, "origin"), /^(https:\/\/[^/\s]+|http:\/\/localhost:\d+)$/),
    appId: check("appId", textAt(raw, "appId"), GUID),
    clientId: check("clientId", textAt(raw, "clientId"), GUID),
    version: check("version", textAt(raw, "version"), SEMVER),
    developer: {
      name: check("developer.name", textAt(developer, "name"), /\S/),
      websiteUrl: url("websiteUrl"),
      privacyUrl: url("privacyUrl"),
      termsOfUseUrl: url("termsOfUseUrl"),
      supportUrl: url("supportUrl"),
    },
  };
};
