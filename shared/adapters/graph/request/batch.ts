import { err } from "#shared/domain/result.ts";
import type { Clock } from "#shared/ports/clock.ts";
import type { Scopes } from "#shared/ports/signIn.ts";
import { allotmentIn } from "./answer.ts";
import type { GraphCall, SendToGraph } from "./call.ts";
import { createJudge, type BatchAnswer, type Verdict } from "./judge.ts";
import { createPace, type BatchReport, type Pace } from "./pace.ts";
import { createQueue, type Pending } from "./queue.ts";
import { RETRY_LIMITS, type RetryLimits } from "./retry.ts";

/** Graph's limit of requests in one batch. */
export const BATCH_SIZE = 20;
/** Callers that go on after the same answer do so within a few turns of the microtask queue; they share the next batch. */
const GATHERING_TURNS = 20;
export interface BatchRequest {
  readonly id: string;
  readonly method: GraphCall["method"];
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
  readonly dependsOn?: readonly string[];
}

export type PostBatch = (requests: readonly BatchRequest[], scopes: Scopes) => Promise<BatchAnswer>;

export interface BatchExecutorDeps {
  readonly post: PostBatch;
  readonly clock: Clock;
  readonly random: () => number;
  readonly limits?: RetryLimits;
  readonly pace?: Pace;
}

/**
 * Gathers the calls of one moment into batches of at most 20, repeats only those inner requests that were refused for being too
 * many, and answers each caller on its own. A stopped call is not sent (again); one under way is waited for, because only its
 * answer tells what became of it.
 */
export const createBatchExecutor = (deps: BatchExecutorDeps): SendToGraph => {
  const { post, clock, random, limits = RETRY_LIMITS, pace = createPace(clock) } = deps;
  const queue = createQueue(clock.now);
  const judgeFor = createJudge({ clock, random, limits });
  let gathering = false;
  let answeredAtMs = Number.NEGATIVE_INFINITY;
  let isSilent = false;
  let cancelWaiting: () => void = () => undefined;
  const watched = new WeakSet<AbortSignal>();

  const gather = async (): Promise<void> => {
    if (gathering) return;
    gathering = true;
    for (let turn = 0; turn < GATHERING_TURNS; turn += 1) await Promise.resolve();
    gathering = false;
    flush();
  };

  const flush = (): void => {
    queue.dropStopped();
    for (;;) {
      const { ready, dueMs } = queue.next();
      if (!ready) return wakeAt(dueMs === undefined ? undefined : Math.max(dueMs, pauseEnd()));
      const leave = pace.leave(ready === "person");
      if (leave.type === "wait" && ready === "person") turnAway(leave.untilMs);
      if (leave.type !== "go") return wakeAt(leave.untilMs, dueMs);
      void dispatch(queue.take(Math.min(BATCH_SIZE, leave.requests), pace.leave(false).type === "go"));
    }
  };

  /** Before that moment nothing could leave; 0 where somebody would not wait so long and has to be told when it is their turn. */
  const pauseEnd = (): number => {
    const leave = pace.leave(true);
    const untilMs = leave.type === "wait" ? (leave.untilMs ?? 0) : 0;
    return untilMs - clock.now() > limits.totalMs ? 0 : untilMs;
  };

  /** Who would wait longer than they are willing to learns it now instead of then; a glance waits for nothing. */
  const turnAway = (untilMs: number | undefined): void => {
    if (untilMs === undefined) return;
    const waitMs = untilMs - clock.now();
    const isTooLong = waitMs > limits.totalMs;
    for (const pending of queue.takeImpatient(isTooLong)) {
      pending.settle(err(isSilent ? { type: "Offline" } : { type: "Busy", retryAfterMs: waitMs }));
    }
  };

  /** Also when nobody answers meanwhile. */
  const wakeAt = (...moments: readonly (number | undefined)[]): void => {
    cancelWaiting();
    const next = Math.min(...moments.map((moment) => moment ?? Number.POSITIVE_INFINITY));
    if (next < Number.POSITIVE_INFINITY) cancelWaiting = clock.after(Math.max(0, next - clock.now()), flush);
  };

  const dispatch = async (batch: readonly Pending[]): Promise<void> => {
    for (const pending of batch) pending.sentAtMs ??= clock.now();
    pace.sent(batch.length);
    const inOrder = isInOrder(batch);
    const answer = await post(
      batch.map((pending, index) => requestOf(pending, index, inOrder)),
      batch[0]?.call.scopes ?? [],
    );
    isSilent = answer.type === "Lost";
    if (!isSilent) answeredAtMs = clock.now();
    pace.came(reportOf(batch, answer));
    void gather();
  };

  /** Answers whoever can be answered, puts the others back, and says what that tells about the service. */
  const reportOf = (batch: readonly Pending[], answer: BatchAnswer): BatchReport => {
    const lost = answer.type === "Lost";
    const judge = judgeFor(answer, isInOrder(batch));
    const verdicts = batch.map(judge);
    const refusals = verdicts.filter((verdict) => verdict.type === "Refused");
    const waitMs = Math.max(0, ...refusals.map((refusal) => refusal.waitMs));
    putBack(batch.filter((_, index) => isAgain(verdicts[index])));
    // Nobody has answered since one of them was first sent: those behind need not find out one by one.
    const gaveUp = batch.filter(({ call }, index) => !call.once && !isAgain(verdicts[index]));
    if (lost && gaveUp.some(isSilentSince)) {
      for (const other of queue.takeAll()) other.settle(err({ type: "Offline" }));
    }
    return {
      requests: batch.length,
      refused: lost ? 0 : refusals.length,
      askedMs: Math.max(0, ...refusals.map(({ askedMs }) => askedMs)),
      waitMs,
      chance: random(),
      allotment: answer.type === "Answered" ? allotmentIn(answer.responses) : undefined,
      lost,
    };
  };

  const putBack = (again: readonly Pending[]): void => {
    // What follows in a sequence waits with the one that was refused.
    const dueMs = Math.max(0, ...again.map((pending) => pending.dueMs));
    for (const pending of again) if (pending.call.sequence !== undefined) pending.dueMs = dueMs;
    queue.again(again);
  };

  const isSilentSince = ({ sentAtMs }: Pending): boolean => answeredAtMs < (sentAtMs ?? 0);

  return (call, signal) =>
    new Promise((settle) => {
      queue.add({ call, signal, settle, attempts: 0, suspectedTooWide: false, dueMs: 0 });
      if (signal && !watched.has(signal)) {
        watched.add(signal);
        signal.addEventListener("abort", flush, { once: true });
      }
      void gather();
    });
};

const isAgain = (verdict: Verdict | undefined): boolean =>
  verdict?.type === "Again" || (verdict?.type === "Refused" && verdict.again);

/** A sequence leads, and what travels behind it is begun after it: a batch is carried out in order, or all at once. */
const isInOrder = (batch: readonly Pending[]): boolean => batch[0]?.call.sequence !== undefined;

const requestOf = ({ call }: Pending, index: number, inOrder: boolean): BatchRequest => {
  const headers = call.body ? { ...call.headers, "Content-Type": "application/json" } : call.headers;
  return {
    id: String(index + 1),
    method: call.method,
    url: call.path,
    ...(headers ? { headers } : {}),
    ...(call.body ? { body: call.body } : {}),
    ...(inOrder && index > 0 ? { dependsOn: [String(index)] } : {}),
  };
};
