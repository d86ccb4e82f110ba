import type { FunctionProblem } from "#shared/application/functions/liveFunctions.ts";
import type { ScopeProblem } from "#shared/application/functions/needs.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { ArgumentProblem } from "../host/customFunctions.ts";
import type { ExcelMessages } from "./en.ts";

type FunctionMessages = ExcelMessages["functions"];

const accessProblem = (error: AccessError, texts: FunctionMessages): string => {
  switch (error.type) {
    case "SignInNeeded":
      return texts.signInNeeded;
    case "Offline":
      return texts.offline;
    case "Busy":
      return texts.busy;
    case "Forbidden":
    case "NoLicence":
      return texts.forbidden;
    case "NotSetUp":
      return texts.notSetUp;
    case "Unexpected":
      return texts.unexpected(error.code ?? String(error.status ?? "?"));
  }
};

const ARGUMENTS = {
  NotStarted: "notStarted",
  IdMissing: "idMissing",
  UnitMissing: "unitMissing",
  NotAsked: "notAsked",
} as const satisfies { readonly [T in ArgumentProblem["type"]]: keyof FunctionMessages };

const isArgumentProblem = (problem: FunctionProblem | ArgumentProblem): problem is ArgumentProblem =>
  Object.hasOwn(ARGUMENTS, problem.type);

const SCOPES = {
  UnknownUnit: "unknownUnit",
  UnknownCycle: "unknownCycle",
  SeveralUnits: "severalNamed",
  SeveralCycles: "severalNamed",
} as const satisfies { readonly [T in ScopeProblem["type"]]: keyof FunctionMessages };

const isScopeProblem = (problem: FunctionProblem): problem is ScopeProblem => Object.hasOwn(SCOPES, problem.type);

/** What is wrong with a formula whatever it asks for. */
const questionProblem = (problem: Exclude<FunctionProblem, ScopeProblem>, texts: FunctionMessages): string => {
  switch (problem.type) {
    case "UnknownId":
      return texts.unknownId(problem.text);
    case "SeveralCalled":
      return texts.severalCalled(problem.text);
    case "NotAKeyResult":
      return texts.notAKeyResult(problem.text);
    case "UnknownLanguage":
      return texts.unknownLanguage(problem.text);
    case "TooManyRows":
      return texts.tooManyRows(problem.rows, problem.limit);
    case "NotPulled":
      return texts.notPulled(problem.text);
    case "NoAccess":
      return accessProblem(problem.error, texts);
  }
};

/** What a formula's error says when somebody points at it. */
export const functionText = (problem: FunctionProblem | ArgumentProblem, texts: FunctionMessages): string => {
  if (isArgumentProblem(problem)) return texts[ARGUMENTS[problem.type]];
  return isScopeProblem(problem) ? texts[SCOPES[problem.type]](problem.text) : questionProblem(problem, texts);
};

const WRONG_ARGUMENTS: ReadonlySet<string> = new Set([
  "IdMissing",
  "UnitMissing",
  "NotAKeyResult",
  "UnknownLanguage",
  "TooManyRows",
]);

/** What is found nowhere, or cannot be read now, is "not available"; the others are wrong arguments. [CF6] */
export const isNotAvailable = ({ type }: { readonly type: string }): boolean => !WRONG_ARGUMENTS.has(type);
