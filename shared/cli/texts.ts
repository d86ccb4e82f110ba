/** English sentences of the command line. */
import type { TableFileProblem } from "../adapters/node/tables/table.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { WriteOutcome } from "#shared/ports/okrRepository.ts";
import type { NewerSchema } from "#shared/ports/provisioning.ts";

export const accessText = (error: AccessError): string => {
  switch (error.type) {
    case "Offline":
      return "Microsoft Graph cannot be reached.";
    case "Busy":
      return error.retryAfterMs === undefined
        ? "The service is too busy; try again later."
        : `The service is too busy; try again in ${Math.ceil(error.retryAfterMs / 1000)} seconds.`;
    case "Forbidden":
      return "You have no right to do this on that site.";
    case "NoLicence":
      return "Neither this account nor the organisation has a licence for SharePoint.";
    case "NotSetUp":
      return `"${error.missing}" is not there. An administrator makes the site ready with: npm run -s okr -- provision`;
    case "SignInNeeded":
      return error.scopes.some((scope) => scope.includes("/AllSites."))
        ? `A token for SharePoint itself is needed, with ${error.scopes.join(", ")}: --sharepoint-token T or DRUMBEAT_SHAREPOINT_TOKEN.`
        : "The token is not valid (any more). Get a new one.";
    case "Unexpected":
      return `The service answered something unexpected (${[error.status, error.code, error.requestId].filter(Boolean).join(", ")}).`;
  }
};

export const newerSchemaText = ({ found, supported }: NewerSchema): string =>
  `The lists are of version ${found}; this program knows up to ${supported}. Use a newer one.`;

/** Undefined for what was written. */
export const outcomeText = (outcome: WriteOutcome): string | undefined => {
  switch (outcome.type) {
    case "Written":
      return undefined;
    case "Stale":
      return `Changed by ${outcome.modifiedBy} meanwhile`;
    case "Gone":
      return "Removed by somebody meanwhile";
    case "Invalid":
      return outcome.column === undefined ? outcome.message : `${outcome.column}: ${outcome.message}`;
    case "Skipped":
      return "What it belongs to could not be stored";
    case "Failed":
      return accessText(outcome.error);
  }
};

export const fileText = (path: string, problem: TableFileProblem): string => {
  switch (problem.type) {
    case "FileMissing":
      return `There is no file ${path}.`;
    case "FileUnreadable":
      return `${path} cannot be read: ${problem.reason}`;
    case "FileTooLarge":
      return `${path} is too large: at most ${problem.limit}.`;
    case "FileKindUnknown":
      return problem.extension === ""
        ? `${path} does not say by its name what it is; use a file that ends in .csv or .xlsx.`
        : `"${problem.extension}" files cannot be read; use .csv or .xlsx.`;
  }
};
