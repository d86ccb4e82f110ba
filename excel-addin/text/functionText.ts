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

const argumentProblem = ({ type }: ArgumentProblem, texts: FunctionMessages): string => {
  switch (type) {
    case "NotStarted":
      return texts.notStarted;
    case "IdMissing":
      return texts.idMissing;
    case "UnitMissing":
      return texts.unitMissing;
    case "NotAsked":
      return texts.notAsked;
  }
};

const scopeProblem = ({ type, text }: ScopeProblem, texts: FunctionMessages): string => {
  if (type === "UnknownUnit") return texts.unknownUnit(text);
  return type === "UnknownCycle" ? texts.unknownCycle(text) : texts.severalNamed(text);
};

/** What a formula's error says when somebody points at it. */
export const functionText = (problem: FunctionProblem | ArgumentProblem, texts: FunctionMessages): string => {
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
  return "text" in problem ? scopeProblem(problem, texts) : argumentProblem(problem, texts);
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
