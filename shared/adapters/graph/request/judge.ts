import { err, ok } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { Clock } from "#shared/ports/clock.ts";
import { at, textAt } from "../json.ts";
import { headerOf } from "./answer.ts";
import type { GraphCall } from "./call.ts";
import { failureOfStatus, isBusy } from "./failure.ts";
import type { Pending } from "./queue.ts";
import { nextWaitMs, retryAfterMs, type RetryLimits } from "./retry.ts";

/** SharePoint answers a filter over too many rows with 429 and no wait worth mentioning; real throttling asks for more. */
const SHORT_WAIT_MS = 1000;
/** Milliseconds between the moments at which put-off requests are sent again: those put off one by one meet in few batches. */
const MEETING_MS = 200;

export type BatchAnswer =
  /** The `responses`, unread and in whatever order they came. */
  | { readonly type: "Answered"; readonly responses: readonly unknown[] }
  /** The whole batch was refused for the moment. */
  | { readonly type: "Busy"; readonly status: number; readonly retryAfterMs: number | undefined }
  /** No answer came: nobody knows what was carried out. */
  | { readonly type: "Lost" }
  | { readonly type: "Failed"; readonly error: AccessError };

/** What became of a request in a batch. */
export type Verdict =
  | { readonly type: "Over" }
  /** It was not begun, because one before it was refused. */
  | { readonly type: "Again" }
  | {
      readonly type: "Refused";
      readonly again: boolean;
      /** Milliseconds that the service asked for, and that were decided on. */
      readonly askedMs: number;
      readonly waitMs: number;
    };

type Judge = (pending: Pending, index: number) => Verdict;

export interface JudgeDeps {
  readonly clock: Clock;
  readonly random: () => number;
  readonly limits: RetryLimits;
}

/** Answers a caller, or says how long the call has to wait until it is sent again. */
export const createJudge = ({ clock, random, limits }: JudgeDeps) => {
  /** Decides when it is sent again; undefined: not any more. */
  const waitOf = (pending: Pending, asked: number | undefined): number | undefined => {
    pending.attempts += 1;
    const nowMs = clock.now();
    const { attempts: number, sentAtMs: startedAtMs = nowMs } = pending;
    const wait = nextWaitMs({ number, startedAtMs, nowMs, retryAfterMs: asked, chance: random() }, limits);
    if (wait === undefined) return undefined;
    pending.dueMs = Math.ceil((nowMs + wait) / MEETING_MS) * MEETING_MS;
    return pending.dueMs - nowMs;
  };

  const putOff = (pending: Pending, status: number, asked: number | undefined): Verdict => {
    const { once, glance, later } = pending.call;
    const waitMs = (glance && !later) || (once && status !== 429) ? undefined : waitOf(pending, asked);
    if (waitMs === undefined) {
      pending.settle(err(asked === undefined ? { type: "Busy" } : { type: "Busy", retryAfterMs: asked }));
    }
    return { type: "Refused", again: waitMs !== undefined, askedMs: asked ?? 0, waitMs: waitMs ?? asked ?? 0 };
  };

  const lost: Judge = (pending) => {
    const waitMs = pending.call.once ? undefined : waitOf(pending, undefined);
    if (waitMs !== undefined) return { type: "Refused", again: true, askedMs: 0, waitMs };
    return over(pending, err({ type: "Offline" }));
  };

  const answered = (pending: Pending, answer: unknown, inOrder: boolean): Verdict => {
    const { call } = pending;
    const status = at(answer, "status");
    if (typeof status !== "number") return over(pending, err({ type: "Unexpected", code: "noInnerAnswer" }));
    const body = at(answer, "body");
    if (status >= 200 && status < 300) return over(pending, ok({ status, body }));
    if (status === 424 && inOrder) return { type: "Again" };
    if (!isBusy(status)) return over(pending, err(failureOfStatus(status, body, call.scopes)));
    const asked = retryAfterMs(headerOf(answer, "retry-after"), clock.now());
    if (status === 429 && isFiltered(call) && (asked ?? 0) <= SHORT_WAIT_MS) {
      if (pending.suspectedTooWide) return over(pending, err({ type: "TooWide" }));
      pending.suspectedTooWide = true;
    }
    return putOff(pending, status, asked);
  };

  /** @param inOrder whether each was to be begun after the one before */
  return (answer: BatchAnswer, inOrder: boolean): Judge => {
    switch (answer.type) {
      case "Answered": {
        const responses = new Map(answer.responses.map((response) => [textAt(response, "id"), response]));
        return (pending, index) => answered(pending, responses.get(String(index + 1)), inOrder);
      }
      case "Busy":
        return (pending) => putOff(pending, answer.status, answer.retryAfterMs);
      case "Lost":
        return lost;
      case "Failed":
        return (pending) => over(pending, err(answer.error));
    }
  };
};

const over = (pending: Pending, result: Parameters<Pending["settle"]>[0]): Verdict => {
  pending.settle(result);
  return { type: "Over" };
};

const isFiltered = (call: GraphCall): boolean => call.method === "GET" && call.path.includes("$filter=");
