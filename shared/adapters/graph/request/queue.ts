import { err, type Result } from "#shared/domain/result.ts";
import type { GraphAnswer, GraphCall, GraphFailure } from "./call.ts";
import { isAhead } from "./retry.ts";

/** A call that has no answer yet. */
export interface Pending {
  readonly call: GraphCall;
  readonly signal: AbortSignal | undefined;
  readonly settle: (result: Result<GraphAnswer, GraphFailure>) => void;
  /** When it was sent for the first time; waiting in the queue of a long push does not count against it. */
  sentAtMs?: number;
  attempts: number;
  suspectedTooWide: boolean;
  /** Not to be sent before. */
  dueMs: number;
}

export interface Queue {
  readonly add: (pending: Pending) => unknown;
  /** Puts back what has to be sent again, before everything else of its kind. */
  readonly again: (pending: readonly Pending[]) => void;
  /** Who is next, and when the next of those is due that have to wait. */
  readonly next: () => { readonly ready?: "person" | "later"; readonly dueMs: number | undefined };
  /** Removes the one that is next and those that may travel with it, those that somebody waits for first. */
  readonly take: (most: number, alsoLater: boolean) => readonly Pending[];
  readonly takeAll: () => readonly Pending[];
  /** Glances; with `everybody`, all that somebody waits for. */
  readonly takeImpatient: (everybody: boolean) => readonly Pending[];
  /** Lets those go whose caller does not want them any more. */
  readonly dropStopped: () => void;
}

/** Calls of one kind may share a batch: one token and one rule about repeating cover them all. */
const kindOf = ({ call }: Pending): string => `${call.once ? "once" : "any"} ${call.scopes.join(" ")}`;

const isInSequence = ({ call }: Pending): boolean => call.sequence !== undefined;

/** Two lines: those that somebody waits for, and long work behind them. */
export const createQueue = (now: () => number): Queue => {
  const persons: Pending[] = [];
  const later: Pending[] = [];
  const lineOf = ({ call }: Pending): Pending[] => (call.later ? later : persons);
  const isDue = ({ dueMs }: Pending): boolean => !isAhead(dueMs, now());
  /** Removes those that are wanted, in order. */
  const pick = (line: Pending[], wanted: (pending: Pending) => boolean): readonly Pending[] => {
    const picked: Pending[] = [];
    const left = line.filter((pending) => {
      if (!wanted(pending)) return true;
      picked.push(pending);
      return false;
    });
    if (picked.length > 0) line.splice(0, line.length, ...left);
    return picked;
  };

  /** Other sequences that somebody waits for, as many as fit as a whole. */
  const takeSequences = (most: number, isLike: (pending: Pending) => boolean): readonly Pending[] => {
    const taken: Pending[] = [];
    for (const next of new Set(persons.filter(isLike).flatMap(({ call }) => call.sequence ?? []))) {
      const isNext = (pending: Pending): boolean => isDue(pending) && pending.call.sequence === next;
      if (taken.length + persons.filter(isNext).length <= most) taken.push(...pick(persons, isNext));
    }
    return taken;
  };

  return {
    add: (pending) => lineOf(pending).push(pending),
    again: (pending) => {
      for (const one of pending.toReversed()) lineOf(one).unshift(one);
    },
    next: () => {
      let dueMs: number | undefined;
      for (const line of [persons, later]) {
        for (const pending of line) if (!isDue(pending)) dueMs = Math.min(dueMs ?? pending.dueMs, pending.dueMs);
      }
      const ready = persons.some(isDue) ? "person" : later.some(isDue) ? "later" : undefined;
      return { dueMs, ...(ready ? { ready } : {}) };
    },
    take: (most, alsoLater) => {
      const lines = alsoLater ? [persons, later] : [persons];
      const head = lines.map((line) => line.find(isDue)).find((pending) => pending !== undefined);
      if (!head) return [];
      const isLike = (pending: Pending): boolean => kindOf(pending) === kindOf(head);
      const { sequence } = (lineOf(head).find((one) => isDue(one) && isLike(one) && isInSequence(one)) ?? head).call;
      // A sequence is not cut in two: nothing would keep the order of its parts.
      const led = lines.flatMap((line) =>
        sequence === undefined ? [] : pick(line, (one) => isDue(one) && one.call.sequence === sequence),
      );
      const more = sequence === undefined ? [] : takeSequences(most - led.length, isLike);
      let room = most - led.length - more.length;
      const joins = (pending: Pending): boolean => {
        if (room <= 0 || !isDue(pending) || !isLike(pending) || isInSequence(pending)) return false;
        room -= 1;
        return true;
      };
      return [...led, ...more, ...(sequence === undefined ? lines : [persons]).flatMap((line) => pick(line, joins))];
    },
    takeAll: () => [persons, later].flatMap((line) => line.splice(0, line.length)),
    takeImpatient: (everybody) => pick(persons, ({ call }) => everybody || call.glance === true),
    dropStopped: () => {
      const isStopped = ({ signal }: Pending): boolean => signal?.aborted === true;
      for (const line of [persons, later]) {
        for (const pending of pick(line, isStopped)) pending.settle(err({ type: "Stopped" }));
      }
    },
  };
};
