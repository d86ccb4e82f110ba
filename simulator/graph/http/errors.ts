/** The error body of Graph. */
import { newGuid } from "../store/names.ts";
import type { Refusal, Reply } from "./exchange.ts";

/** @param now epoch milliseconds */
export const errorReply = (
  { status, code, message, headers }: Pick<Refusal, "status" | "code" | "message" | "headers">,
  now: number,
  clientRequestId?: string,
): Reply => {
  const requestId = newGuid();
  return {
    status,
    headers,
    body: {
      error: {
        code,
        message,
        innerError: {
          date: new Date(now).toISOString().slice(0, 19),
          "request-id": requestId,
          "client-request-id": clientRequestId ?? requestId,
        },
      },
    },
  };
};
