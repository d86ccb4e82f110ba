import { err, ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { Clock } from "#shared/ports/clock.ts";
import type { Scopes } from "#shared/ports/signIn.ts";
import { at, isRecord, textAt } from "../json.ts";
import type { GraphAnswer, GraphCall, GraphFailure, SendToGraph } from "./call.ts";
import { failureOfStatus, isBusy } from "./failure.ts";
import { nextWaitMs, retryAfterMs, RETRY_LIMITS, type RetryLimits } from "./retry.ts";

/** Graph's limit of requests in one batch. */
export const BATCH_SIZE = 20;
/** Each inner request is charged on its own, so more batches at a time only reach the limit sooner. */
const IN_FLIGHT = 2;
/** Callers that go on after the same answer do so within a few turns of the microtask queue; they share the next batch. */
const GATHERING_TURNS = 20;
/** SharePoint answers a filter over too many rows with 429 and no wait worth mentioning; real throttling asks for more. */
const SHORT_WAIT_MS = 1000;

export interface BatchRequest {
  readonly id: string;
  readonly method: GraphCall["method"];
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
  readonly dependsOn?: readonly string[];
}

/** Posts one batch and hands back its `responses`, unread and in whatever order they came. */
export type PostBatch = (
  requests: readonly BatchRequest[],
  how: { readonly scopes: Scopes; readonly repeatable: boolean },
) => Promise<Result<readonly unknown[], AccessError>>;

export interface BatchExecutorDeps {
  readonly post: PostBatch;
  readonly clock: Clock;
  readonly random: () => number;
  readonly limits?: RetryLimits;
}

interface Pending {
  readonly call: GraphCall;
  readonly signal: AbortSignal | undefined;
  readonly settle: (result: Result<GraphAnswer, GraphFailure>) => void;
  /** Calls of one group may share a batch: one token and one rule about repeating cover them all. */
  readonly group: string | symbol;
  /** When it was sent for the first time; waiting in the queue of a long push does not count against it. */
  sentAtMs?: number;
  attempts: number;
  suspectedTooWide: boolean;
}

/**
 * Gathers the calls of one moment into batches of at most 20, repeats only those inner requests that were refused for being too
 * many, and answers each caller on its own. A stopped call is not sent (again); one under way is waited for, because only its
 * answer tells what became of it.
 */
export const createBatchExecutor = ({ post, clock, random, limits = RETRY_LIMITS }: BatchExecutorDeps): SendToGraph => {
  const queue: Pending[] = [];
  let inFlight = 0;
  let gathering = false;
  /** Refused requests cost as much as others, so all wait as long as one was asked to. */
  let pausedUntilMs = 0;
  let cancelPause: (() => void) | undefined;
  const watched = new WeakSet<AbortSignal>();

  const gather = async (): Promise<void> => {
    if (gathering) return;
    gathering = true;
    for (let turn = 0; turn < GATHERING_TURNS; turn += 1) await Promise.resolve();
    gathering = false;
    flush();
  };

  const flush = (): void => {
    dropStopped(queue);
    const pause = pausedUntilMs - clock.now();
    if (pause > 0 && queue.length > 0) {
      cancelPause?.();
      cancelPause = clock.after(pause, flush);
      return;
    }
    for (let free = IN_FLIGHT - inFlight; free > 0 && queue.length > 0; free -= 1) void dispatch(takeBatch(queue));
  };

  const dispatch = async (batch: readonly Pending[]): Promise<void> => {
    inFlight += 1;
    for (const pending of batch) pending.sentAtMs ??= clock.now();
    const { scopes = [], once } = batch[0]?.call ?? {};
    const result = await post(batch.map(requestOf), { scopes, repeatable: once !== true });
    inFlight -= 1;
    if (result.ok) {
      const answers = new Map(result.value.map((answer) => [textAt(answer, "id"), answer]));
      const again = batch.filter((pending, index) => !answered(pending, answers.get(String(index + 1))));
      queue.unshift(...again);
    } else {
      for (const pending of batch) pending.settle(err(result.error));
    }
    void gather();
  };

  /** False when the call has to be sent again. */
  const answered = (pending: Pending, answer: unknown): boolean => {
    const status = at(answer, "status");
    if (typeof status !== "number") return settled(pending, err({ type: "Unexpected", code: "noInnerAnswer" }));
    const body = at(answer, "body");
    if (status >= 200 && status < 300) return settled(pending, ok({ status, body }));
    // It was not begun, because one before it has to be sent again or was refused.
    if (status === 424 && pending.call.sequence !== undefined) return false;
    if (isBusy(status)) return putOff(pending, status, retryAfterMs(headerOf(answer, "retry-after"), clock.now()));
    return settled(pending, err(failureOfStatus(status, body, pending.call.scopes)));
  };

  const putOff = (pending: Pending, status: number, asked: number | undefined): boolean => {
    if (status === 429 && isFiltered(pending.call) && (asked ?? 0) <= SHORT_WAIT_MS) {
      if (pending.suspectedTooWide) return settled(pending, err({ type: "TooWide" }));
      pending.suspectedTooWide = true;
    }
    const nowMs = clock.now();
    const wait = pending.call.once && status !== 429 ? undefined : waitOf(pending, nowMs, asked);
    if (wait === undefined) {
      return settled(pending, err(asked === undefined ? { type: "Busy" } : { type: "Busy", retryAfterMs: asked }));
    }
    pausedUntilMs = Math.max(pausedUntilMs, nowMs + wait);
    return false;
  };

  const waitOf = (pending: Pending, nowMs: number, asked: number | undefined): number | undefined => {
    pending.attempts += 1;
    const { attempts: number, sentAtMs: startedAtMs = nowMs } = pending;
    return nextWaitMs({ number, startedAtMs, nowMs, retryAfterMs: asked, chance: random() }, limits);
  };

  return (call, signal) =>
    new Promise((settle) => {
      const group = call.sequence ?? `${call.once ? "once" : "any"} ${call.scopes.join(" ")}`;
      queue.push({ call, signal, settle, group, attempts: 0, suspectedTooWide: false });
      if (signal && !watched.has(signal)) {
        watched.add(signal);
        signal.addEventListener("abort", flush, { once: true });
      }
      void gather();
    });
};

const settled = (pending: Pending, result: Result<GraphAnswer, GraphFailure>): true => {
  pending.settle(result);
  return true;
};

const dropStopped = (queue: Pending[]): void => {
  const waiting = queue.filter((pending) => {
    if (pending.signal?.aborted) pending.settle(err({ type: "Stopped" }));
    return !pending.signal?.aborted;
  });
  queue.splice(0, queue.length, ...waiting);
};

/** Removes the first call and those behind it that may travel with it. */
const takeBatch = (queue: Pending[]): readonly Pending[] => {
  const group = queue[0]?.group;
  const batch: Pending[] = [];
  const rest: Pending[] = [];
  for (const pending of queue) (pending.group === group && batch.length < BATCH_SIZE ? batch : rest).push(pending);
  queue.splice(0, queue.length, ...rest);
  return batch;
};

const requestOf = ({ call }: Pending, index: number): BatchRequest => {
  const headers = call.body ? { ...call.headers, "Content-Type": "application/json" } : call.headers;
  return {
    id: String(index + 1),
    method: call.method,
    url: call.path,
    ...(headers ? { headers } : {}),
    ...(call.body ? { body: call.body } : {}),
    ...(call.sequence !== undefined && index > 0 ? { dependsOn: [String(index)] } : {}),
  };
};

const headerOf = (answer: unknown, name: string): string | undefined => {
  const headers = at(answer, "headers");
  if (!isRecord(headers)) return undefined;
  const found = Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  return typeof found === "number" ? String(found) : typeof found === "string" ? found : undefined;
};

const isFiltered = (call: GraphCall): boolean => call.method === "GET" && call.path.includes("$filter=");
