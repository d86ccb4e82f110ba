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

const asScalar = (value: unknown): Scalar => {
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

const errorOf = (code: unknown): Scalar =>
  cellError((typeof code === "number" ? ERROR_NUMBERS[code] : undefined) ?? "#VALUE!");

interface Answer {
  readonly id: number;
  readonly isOk: boolean;
  readonly value: unknown;
  readonly errorCode?: unknown;
}

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

/** Passes calls of formulas on to the add-in and its answers back to the cells. */
export const createCustomFunctions = (
  declarations: () => readonly CustomFunctionDeclaration[],
  send: (message: InvocationMessage) => void,
): CustomFunctionBridge => {
  const open = new Map<number, { readonly call: CustomFunctionCall; readonly isStreaming: boolean }>();
  let count = 0;
  const find = (name: string): CustomFunctionDeclaration | undefined =>
    declarations().find((entry) => entry.name.toUpperCase() === name.toUpperCase());

  const call = (request: CustomFunctionCall): void => {
    const declaration = find(request.name);
    if (!declaration) return;
    count += 1;
    const isStreaming = declaration.stream === true;
    open.set(count, { call: request, isStreaming });
    const address = `${quoteSheetName(request.sheet.name)}!${cellAddress(request.cell.row, request.cell.column)}`;
    const flags = (declaration.cancelable || isStreaming ? FLAGS.cancelable : 0) + (isStreaming ? FLAGS.streaming : 0);
    send({
      type: 1000,
      message: JSON.stringify([count, declaration.id, request.args.map(wireArgument), address, flags]),
    });
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
      if (!waiting.isStreaming) open.delete(answer.id);
      waiting.call.resolve(answer.isOk ? asResult(answer.value) : errorOf(answer.errorCode));
    }
  };

  return { knows: (name) => find(name) !== undefined, call, cancel, takeResults, pending: () => open.size };
};

const take = (results: unknown, bridge: CustomFunctionBridge): null => {
  bridge.takeResults(Array.isArray(results) ? results : []);
  return null;
};

export const customFunctionsService: TypeDefinition<null> = {
  methods: {
    SetInvocationArrayResults: (_, [results], { customFunctions }) => take(results, customFunctions),
    SetInvocationResults: (_, [results], { customFunctions }) => take(results, customFunctions),
    _SetOsfControlContainerReadyForCustomFunctions: () => null,
  },
};
