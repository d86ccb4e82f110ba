/** What differs between one deployment and another. Everything else in the two manifests follows from it. */
export interface ManifestValues {
  /** Where the built pages are served, without a slash at the end; `https://` except on this computer. */
  readonly origin: string;
  /** Id of the app in Teams, and of its add-in where Excel can load the unified manifest; a GUID. */
  readonly appId: string;
  /** Id of the add-in of the XML manifest, another GUID: by it the app hides the add-in where it brings its own. */
  readonly addInId: string;
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

interface Form {
  readonly pattern: RegExp;
  /** Completes "must be …". */
  readonly words: string;
}

const forms = {
  origin: {
    pattern: /^(https:\/\/[^/\s]+|http:\/\/localhost:\d+)$/,
    words: "an https address without a path, such as https://okr.contoso.com, or http://localhost with a port",
  },
  guid: { pattern: GUID, words: "a GUID such as 5f0c6f5e-7d0d-4a7a-9d52-6f3c1a8e2b41" },
  version: { pattern: SEMVER, words: "three numbers such as 1.4.0" },
  url: { pattern: /^https:\/\/[^\s/]\S*$/, words: "an https address" },
  // Limit of the manifest schema.
  name: { pattern: /^(?=.*\S).{1,32}$/, words: "a name of 1 to 32 characters" },
} as const satisfies Readonly<Record<string, Form>>;

/**
 * Reads the values. Throws naming every one that cannot be used: this runs at a developer's desk only.
 * @param source what to call their file in the message
 */
export const readValues = (raw: unknown, source = "manifest/values.json"): ManifestValues => {
  const problems: string[] = [];
  const check = (name: string, value: string, { pattern, words }: Form): string => {
    if (!pattern.test(value))
      problems.push(`"${name}" must be ${words}, found ${value === "" ? "nothing" : `"${value}"`}.`);
    return value;
  };
  const developer = isRecord(raw) ? raw["developer"] : undefined;
  const url = (name: string): string => check(`developer.${name}`, textAt(developer, name), forms.url);
  const values: ManifestValues = {
    origin: check("origin", textAt(raw, "origin"), forms.origin),
    appId: check("appId", textAt(raw, "appId"), forms.guid),
    addInId: check("addInId", textAt(raw, "addInId"), forms.guid),
    clientId: check("clientId", textAt(raw, "clientId"), forms.guid),
    version: check("version", textAt(raw, "version"), forms.version),
    developer: {
      name: check("developer.name", textAt(developer, "name"), forms.name),
      websiteUrl: url("websiteUrl"),
      privacyUrl: url("privacyUrl"),
      termsOfUseUrl: url("termsOfUseUrl"),
      supportUrl: url("supportUrl"),
    },
  };
  if (values.addInId.toLowerCase() === values.appId.toLowerCase())
    problems.push('"addInId" must be another GUID than "appId".');
  if (problems.length > 0) throw new Error([`${source} cannot be used:`, ...problems].join("\n  "));
  return values;
};
