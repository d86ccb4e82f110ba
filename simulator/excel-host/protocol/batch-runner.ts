// Runs the batches of office.js one after another, with what can keep Excel from running one.
import type { FaultRule } from "./faults.ts";
import { HOST_FAULTS, REQUEST_FLAGS, isBackground, isWriting } from "./faults.ts";
import type { Interpreter } from "./interpreter.ts";
import type { WireBatch } from "./wire.ts";

export interface BatchCounters {
  readonly batches: number;
  readonly actions: number;
  readonly bytesIn: number;
  readonly bytesOut: number;
  /** Bytes of the largest request or answer. */
  readonly largest: number;
}

export interface BatchRunner {
  /** Answers at once, or when the person has finished editing a cell. */
  readonly run: (body: string, flags: number, reply: (answer: unknown) => void) => void;
  readonly setFaults: (rules: readonly FaultRule[]) => void;
  readonly setCellEditing: (editing: boolean) => void;
  readonly counters: () => BatchCounters;
}

const MEGABYTE = 1024 * 1024;
const PAYLOAD_LIMIT = 5 * MEGABYTE;

const byteLength = (text: string): number => new TextEncoder().encode(text).length;

/** @param limit bytes; Excel on the web allows 5 MB each way */
export const createBatchRunner = (interpreter: Pick<Interpreter, "run">, limit = PAYLOAD_LIMIT): BatchRunner => {
  const counters = { batches: 0, actions: 0, bytesIn: 0, bytesOut: 0, largest: 0 };
  let faults: FaultRule[] = [];
  let isEditing = false;
  let delayed: (() => void)[] = [];

  const takeFault = (batch: WireBatch, flags: number): number | undefined => {
    const [rule, ...rest] = faults;
    if (!rule || !isWriting(batch, flags)) return undefined;
    faults = rule.count > 1 ? [{ ...rule, count: rule.count - 1 }, ...rest] : rest;
    return HOST_FAULTS[rule.fault];
  };

  /** Number of the host error that keeps a batch from running, if any. */
  const refusal = (text: string, batch: WireBatch, flags: number): number | undefined => {
    if (byteLength(text) > limit) return HOST_FAULTS.RequestPayloadSizeLimitExceeded;
    if (isEditing && !isBackground(batch)) return HOST_FAULTS.InvalidOperationInCellEditMode;
    return takeFault(batch, flags);
  };

  const answerTo = (text: string, flags: number): object => {
    const batch = JSON.parse(text) as WireBatch;
    const problem = refusal(text, batch, flags);
    counters.largest = Math.max(counters.largest, byteLength(text));
    counters.batches += 1;
    counters.actions += batch.Actions.length;
    counters.bytesIn += text.length;
    if (problem !== undefined) return { Version: 1, Error: problem };
    const answer = JSON.stringify(interpreter.run(batch));
    counters.bytesOut += answer.length;
    counters.largest = Math.max(counters.largest, byteLength(answer));
    if (byteLength(answer) > limit) return { Version: 1, Error: HOST_FAULTS.ResponsePayloadSizeLimitExceeded };
    return { Version: 1, Error: 0, Data: [200, [], answer] };
  };

  return {
    run: (body, flags, reply) => {
      const answer = (): void => reply(answerTo(body, flags));
      if (isEditing && (flags & REQUEST_FLAGS.delayForCellEdit) !== 0) delayed.push(answer);
      else answer();
    },
    setFaults: (rules) => {
      faults = [...rules];
    },
    setCellEditing: (editing) => {
      isEditing = editing;
      if (editing) return;
      const waiting = delayed;
      delayed = [];
      for (const work of waiting) work();
    },
    counters: () => ({ ...counters }),
  };
};
