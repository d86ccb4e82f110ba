import { cellAddress, quoteSheetName } from "../../model/address.ts";
import type { CustomFunctionCall, CustomFunctionHost } from "../../model/types.ts";
import type { ErrorCode, Matrix, Scalar } from "../../model/value.ts";
import { cellError, errorCodeOf, toWire } from "../../model/value.ts";
import type { TypeDefinition } from "../definition.ts";
import type { CustomFunctionBridge } from "./state.ts";

/** One function as the add-in's metadata file describes it. */
export interface CustomFunctionDeclaration {
  /** Name in formulas with its namespace, e.g. "DRUMBEAT.PROGRESS". */
  readonly name: string;
  /** Id that the add-in associates its code with. */
  readonly id: string;
  /** How many it takes; one that a formula leaves out arrives as null. */
  readonly parameters?: number;
  readonly stream?: boolean;
  readonly cancelable?: boolean;
}

/** Category 1 of the message queue: 1000 calls a function, 1001 cancels a call. */
export interface InvocationMessage {
  readonly type: 1000 | 1001;
  readonly message: string;
}

const FLAGS = { cancelable: 1, streaming: 2 } as const;

/** Numbers under which the library sends `CustomFunctions.ErrorCode`; 0 is a function that failed otherwise. */
const ERROR_NUMBERS: Readonly<Record<number, ErrorCode>> = {
  0: "#VALUE!",
  1: "#N/A",
  5: "#DIV/0!",
  6: "#NUM!",
  7: "#VALUE!",
  8: "#NULL!",
};

const wireArgument = (arg: Scalar | Matrix): unknown =>
  Array.isArray(arg) ? (arg as Matrix).map((row) => row.map(toWire)) : toWire(arg as Scalar);

/** Excel shows what an error says about itself with these alone. */
const TELLING: ReadonlySet<ErrorCode> = new Set(["#VALUE!", "#N/A"]);

const errorWith = (code: ErrorCode, message: unknown): Scalar =>
  cellError(code, TELLING.has(code) && typeof message === "string" ? message : "");

/** A `CustomFunctions.Error` that was given as a value, alone or inside rows: `{valueType, code, message}`. */
const asError = (value: object): Scalar | undefined => {
  const { valueType, code, message } = value as Readonly<Record<string, unknown>>;
  if (valueType !== "CustomFunctionError") return undefined;
  return errorWith((typeof code === "string" && errorCodeOf(code)) || "#VALUE!", message);
};

const asScalar = (value: unknown): Scalar => {
  if (typeof value === "object" && value !== null) return asError(value) ?? null;
  if (typeof value === "string") {
    const code = errorCodeOf(value);
    return code ? cellError(code) : value;
  }
  return typeof value === "number" || typeof value === "boolean" ? value : null;
};

/** A returned value; rows of values spill. */
const asResult = (value: unknown): Scalar | Matrix => {
  if (!Array.isArray(value)) return asScalar(value);
  const rows: readonly unknown[] = value;
  return rows.map((row) => (Array.isArray(row) ? row.map(asScalar) : [asScalar(row)]));
};

interface Answer {
  readonly id: number;
  readonly isOk: boolean;
  readonly value: unknown;
  readonly errorCode?: unknown;
}

const errorOf = ({ errorCode, value }: Answer): Scalar =>
  errorWith((typeof errorCode === "number" ? ERROR_NUMBERS[errorCode] : undefined) ?? "#VALUE!", value);

/** Reads `[id, ok, value, errorCode?]` and the older `{id, failed, value, errorCode}`. */
const readAnswer = (entry: unknown): Answer | undefined => {
  if (Array.isArray(entry)) {
    const [id, isOk, value, errorCode] = entry as readonly unknown[];
    return typeof id === "number" ? { id, isOk: isOk === true, value, errorCode } : undefined;
  }
  if (typeof entry !== "object" || entry === null || !("id" in entry) || typeof entry.id !== "number") return undefined;
  const { id, failed, value, errorCode } = entry as {
    id: number;
    failed?: boolean;
    value?: unknown;
    errorCode?: unknown;
  };
  return { id, isOk: failed !== true, value, errorCode };
};

interface OpenCall {
  readonly call: CustomFunctionCall;
  readonly isStreaming: boolean;
  /** A streaming call stays open after its first answer. */
  readonly isAnswered?: true;
  readonly message: InvocationMessage;
}

const messageOf = (
  id: number,
  { args, sheet, cell }: CustomFunctionCall,
  { id: functionId, parameters = 0, stream, cancelable }: CustomFunctionDeclaration,
): InvocationMessage => {
  const given = args.map(wireArgument);
  const missing = Array.from({ length: Math.max(0, parameters - given.length) }, () => null);
  const address = `${quoteSheetName(sheet.name)}!${cellAddress(cell.row, cell.column)}`;
  const flags = (cancelable || stream ? FLAGS.cancelable : 0) + (stream ? FLAGS.streaming : 0);
  return { type: 1000, message: JSON.stringify([id, functionId, [...given, ...missing], address, flags]) };
};

/** Passes calls of formulas on to the add-in and its answers back to the cells. */
export const createCustomFunctions = (
  declarations: () => readonly CustomFunctionDeclaration[],
  send: (message: InvocationMessage) => void,
): CustomFunctionBridge => {
  const open = new Map<number, OpenCall>();
  let count = 0;
  let isReady = false;
  const find = (name: string): CustomFunctionDeclaration | undefined =>
    declarations().find((entry) => entry.name.toUpperCase() === name.toUpperCase());

  const call = (request: CustomFunctionCall): void => {
    const declaration = find(request.name);
    if (!declaration) return;
    count += 1;
    const opened = {
      call: request,
      isStreaming: declaration.stream === true,
      message: messageOf(count, request, declaration),
    };
    open.set(count, opened);
    if (isReady) send(opened.message);
  };

  /** What formulas asked before the add-in's page listened, for example while a workbook opens; and again after a reload. */
  const ready = (): void => {
    isReady = true;
    for (const { message } of open.values()) send(message);
  };

  const cancel: CustomFunctionHost["cancel"] = (sheet, cell) => {
    for (const [id, { call: request, isStreaming }] of open) {
      if (request.sheet !== sheet || request.cell.row !== cell.row || request.cell.column !== cell.column) continue;
      open.delete(id);
      if (isStreaming || find(request.name)?.cancelable) send({ type: 1001, message: JSON.stringify([id]) });
    }
  };

  const takeResults = (results: readonly unknown[]): void => {
    for (const entry of results) {
      const answer = readAnswer(entry);
      const waiting = answer && open.get(answer.id);
      if (!answer || !waiting) continue;
      if (waiting.isStreaming) open.set(answer.id, { ...waiting, isAnswered: true });
      else open.delete(answer.id);
      waiting.call.resolve(answer.isOk ? asResult(answer.value) : errorOf(answer));
    }
  };

  const pending = (): number => Array.from(open.values()).filter(({ isAnswered }) => !isAnswered).length;
  return { knows: (name) => find(name) !== undefined, call, cancel, takeResults, ready, pending };
};

const take = (results: unknown, bridge: CustomFunctionBridge): null => {
  bridge.takeResults(Array.isArray(results) ? results : []);
  return null;
};

export const customFunctionsService: TypeDefinition<null> = {
  methods: {
    SetInvocationArrayResults: (_, [results], { customFunctions }) => take(results, customFunctions),
    SetInvocationResults: (_, [results], { customFunctions }) => take(results, customFunctions),
    _SetOsfControlContainerReadyForCustomFunctions: (_, __, { customFunctions }) => {
      customFunctions.ready();
      return null;
    },
  },
};
