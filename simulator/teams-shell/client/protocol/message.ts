/** The envelope of the teams-js protocol: requests from pages, answers and events to them. [TS1] */

export interface HostRequest {
  readonly id: number;
  readonly uuidAsString?: string;
  readonly func: string;
  readonly args: readonly unknown[];
  /** Nested app authentication travels here as a JSON string, beside `args`. */
  readonly data?: string;
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Undefined when the message is not a request of teams-js. */
export const readRequest = (message: unknown): HostRequest | undefined => {
  if (!isRecord(message) || typeof message["func"] !== "string" || typeof message["id"] !== "number") return undefined;
  const { id, func, args, uuidAsString, data } = message;
  return {
    id,
    func,
    args: Array.isArray(args) ? (args as readonly unknown[]) : [],
    ...(typeof uuidAsString === "string" ? { uuidAsString } : {}),
    ...(typeof data === "string" ? { data } : {}),
  };
};

/** Error codes of teams-js (`ErrorCode` in its public interfaces). */
export const errorCode = {
  notSupportedOnPlatform: 100,
  internal: 500,
  notSupportedInCurrentContext: 501,
  permissionDenied: 1000,
  invalidArguments: 4000,
  userAbort: 8000,
} as const;

/** Text of a value given by a page; undefined for anything that is not a non-empty string. */
export const textOf = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;
