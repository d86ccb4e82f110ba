import { readFileSync } from "node:fs";
import { readConfiguration } from "#shared/adapters/browser/config.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";

/** The content of `tenant.json`, which becomes the `config.json` of the pages; else what is wrong with it. */
export const readTenant = (file: string): Result<unknown, string> => {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, "utf8"));
  } catch (problem) {
    return err(`${file} cannot be read: ${problem instanceof Error ? problem.message : String(problem)}`);
  }
  const configuration = readConfiguration(content, "localhost");
  if (configuration.ok) return ok(content);
  switch (configuration.error.type) {
    case "ConfigurationUnreadable":
      return err(`${file} must hold an object; see README.md.`);
    case "ConfigurationIncomplete":
      return err(`${file} lacks "${configuration.error.missing}"; see README.md.`);
    case "ConfigurationForbidden":
      return err(`${file} must not hold "${configuration.error.field}".`);
  }
};
