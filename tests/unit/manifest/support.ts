import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import path from "node:path";
import type Ajv from "ajv-draft-04";
import { readValues, type ManifestValues } from "../../../manifest/values.ts";

const load = createRequire(path.join(process.cwd(), "package.json"));
const SCHEMAS = "@microsoft/app-manifest/build/json-schemas/teams/v1.30";

const valuesFile = path.join(process.cwd(), "manifest", "values.json");

export const values = (): ManifestValues => readValues(JSON.parse(readFileSync(valuesFile, "utf8")));

/** What Microsoft's schema of the unified manifest, or of its language files, says against a document. */
export const schemaProblems = (
  schema: "MicrosoftTeams" | "MicrosoftTeams.Localization",
  document: unknown,
): string[] => {
  const { default: Ajv4 } = load("ajv-draft-04") as { readonly default: typeof Ajv };
  const { default: addFormats } = load("ajv-formats") as { readonly default: (ajv: Ajv) => void };
  // The patterns of the language file are not valid with the flag "u".
  const ajv = new Ajv4({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  const validate = ajv.compile(load(`${SCHEMAS}/${schema}.schema.json`) as object);
  validate(document);
  return (validate.errors ?? []).map(({ instancePath, message = "" }) => `${instancePath} ${message}`.trim());
};
