import type { FunctionAnswer, FunctionProblem } from "#shared/application/functions/liveFunctions.ts";
import type { Question } from "#shared/domain/functions/answer.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";

/** What the functions need of the add-in once it has started. */
export interface FunctionService {
  readonly ask: (question: Question, tell: (answer: FunctionAnswer | Unanswered) => void) => () => void;
  readonly text: (problem: FunctionProblem | ArgumentProblem) => string;
  readonly isNotAvailable: (problem: FunctionProblem | ArgumentProblem) => boolean;
}

type Unanswered = Result<never, { readonly type: "NotStarted" }>;

/** The add-in could not start, or a formula names nothing. */
export type ArgumentProblem =
  | { readonly type: "NotStarted" }
  | { readonly type: "IdMissing" }
  | { readonly type: "UnitMissing" }
  /** Somebody only points at a formula in the making. */
  | { readonly type: "NotAsked" };

type Reading = Result<Question, ArgumentProblem>;
type Invocation = CustomFunctions.StreamingInvocation<unknown>;

/** What Excel gives for a cell: an empty one and a parameter that is left out are no text. */
const textOf = (argument: unknown): string | undefined => {
  const isText = typeof argument === "string" || typeof argument === "number" || typeof argument === "boolean";
  const text = isText ? String(argument).trim() : "";
  return text === "" ? undefined : text;
};

const aboutId =
  (make: (id: string, more: unknown) => Question) =>
  ([id, more]: readonly unknown[]): Reading => {
    const text = textOf(id);
    return text === undefined ? err({ type: "IdMissing" }) : ok(make(text, more));
  };

const readList = ([unit, cycle, below]: readonly unknown[]): Reading => {
  const [name, when] = [textOf(unit), textOf(cycle)];
  if (name === undefined) return err({ type: "UnitMissing" });
  return ok({ type: "list", unit: name, below: below === true, ...(when === undefined ? {} : { cycle: when }) });
};

/** By the ids of manifest/functions.ts. */
const FUNCTIONS: Readonly<Record<string, (given: readonly unknown[]) => Reading>> = {
  PROGRESS: aboutId((id) => ({ type: "progress", id })),
  VALUE: aboutId((id) => ({ type: "value", id })),
  HISTORY: aboutId((id) => ({ type: "history", id })),
  STATUS: aboutId((id, language) => {
    const named = textOf(language);
    return { type: "status", id, ...(named === undefined ? {} : { language: named }) };
  }),
  LIST: readList,
};

const { notAvailable, invalidValue } = { notAvailable: "#N/A", invalidValue: "#VALUE!" } as const;

/** The error class of the library: a plain error would show no words. */
const errorOf = (code: typeof notAvailable | typeof invalidValue, message: string): CustomFunctions.Error =>
  new CustomFunctions.Error(code as CustomFunctions.ErrorCode, message);

const resultOf = (answer: FunctionAnswer | Unanswered, { text, isNotAvailable }: FunctionService): unknown => {
  if (answer.ok) return answer.value;
  return errorOf(isNotAvailable(answer.error) ? notAvailable : invalidValue, text(answer.error));
};

/** Answers one formula until Excel says that it is gone or asks anew. */
const stream = async (reading: Reading, invocation: Invocation, starting: Promise<FunctionService>): Promise<void> => {
  let stop: (() => void) | undefined;
  let isCanceled = false;
  invocation.onCanceled = () => {
    isCanceled = true;
    stop?.();
  };
  const service = await starting;
  if (isCanceled) return;
  if (!reading.ok) {
    const code = service.isNotAvailable(reading.error) ? notAvailable : invalidValue;
    return invocation.setResult(errorOf(code, service.text(reading.error)));
  }
  stop = service.ask(reading.value, (answer) => invocation.setResult(resultOf(answer, service)));
};

/**
 * Offers the functions to Excel. Call it before anything is awaited: Excel may ask as soon as the page is there. Nothing is
 * asked for while somebody only points at a formula in the making.
 */
export const connectFunctions = (starting: Promise<FunctionService>): void => {
  for (const [id, read] of Object.entries(FUNCTIONS)) {
    CustomFunctions.associate(id, (...given: readonly unknown[]) => {
      const invocation = given.at(-1) as Invocation;
      const reading: Reading = invocation.isInValuePreview ? err({ type: "NotAsked" }) : read(given.slice(0, -1));
      void stream(reading, invocation, starting);
    });
  }
};
