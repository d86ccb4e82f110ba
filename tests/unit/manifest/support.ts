import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import path from "node:path";
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";
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
  // The patterns of the language file are not valid with the flag "u".
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: schema === "MicrosoftTeams" });
  addFormats(ajv);
  const validate = ajv.compile(load(`${SCHEMAS}/${schema}.schema.json`) as object);
  validate(document);
  return (validate.errors ?? []).map(({ instancePath, message = "" }) => `${instancePath} ${message}`.trim());
};
