/** A service in bad weather, and somebody who watches everything that it stores. */
import type { KeyResult } from "#shared/domain/okr/keyResult.ts";
import type { Objective } from "#shared/domain/okr/objective.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { OkrRepository, OkrWrite, WriteOutcome } from "#shared/ports/okrRepository.ts";
import { dependencies, workingOrder } from "#shared/ports/writeOrder.ts";
import { createMemoryHome, type Kept, type MemoryHome, type Records } from "../memoryHome.ts";
import type { Chance } from "./chance.ts";
import type { Life } from "./mortal.ts";

/** Shares of all writes. */
export interface Weather {
  /** The connection drops before the work, or after it, so that only the answer is lost. */
  readonly dropBefore: number;
  readonly dropAfter: number;
  /** 429 and 503, refused; 504, where the work may have been done all the same. */
  readonly busy: number;
  readonly gatewayTimeout: number;
  /** Something in the background raises the version of the row: 412 or 409 for nothing. */
  readonly background: number;
}

export const CLEAR: Weather = { dropBefore: 0, dropAfter: 0, busy: 0, gatewayTimeout: 0, background: 0 };

type Stored = Objective | KeyResult;

/** One version of a record that the service stored; undefined where there is none. */
export interface Transition {
  readonly id: string;
  readonly before: Kept<Stored> | undefined;
  readonly after: Kept<Stored> | undefined;
}

/** Tells of every write into it. */
class WatchedShelf<T extends Stored> extends Map<string, Kept<T>> {
  private readonly tell: (transition: Transition) => void;

  constructor(tell: (transition: Transition) => void) {
    super();
    this.tell = tell;
  }

  override set(id: string, after: Kept<T>): this {
    this.tell({ id, before: this.get(id), after });
    return super.set(id, after);
  }

  override delete(id: string): boolean {
    this.tell({ id, before: this.get(id), after: undefined });
    return super.delete(id);
  }
}

export interface WatchedHome {
  readonly home: MemoryHome;
  readonly transitions: readonly Transition[];
}

export const createWatchedHome = (frame: Parameters<typeof createMemoryHome>[0]): WatchedHome => {
  const transitions: Transition[] = [];
  const tell = (transition: Transition): void => {
    transitions.push(transition);
  };
  const objectives: Records<Objective> = new WatchedShelf<Objective>(tell);
  const keyResults: Records<KeyResult> = new WatchedShelf<KeyResult>(tell);
  return { home: { ...createMemoryHome(frame), objectives, keyResults }, transitions };
};

export interface FaultyParts {
  readonly inner: OkrRepository;
  readonly home: MemoryHome;
  readonly chance: Chance;
  readonly life: Life;
  readonly weather: () => Weather;
}

const failed = (error: AccessError): WriteOutcome => ({ type: "Failed", error });

const subjectOf = (write: OkrWrite): string => ("id" in write ? write.id : "");

/** Raises the version of a row and changes nothing in it. */
const touch = ({ objectives, keyResults }: MemoryHome, id: string): void => {
  const bump = <T extends Stored>(shelf: Records<T>): void => {
    const kept = shelf.get(id);
    if (kept) shelf.set(id, { ...kept, revision: `${kept.revision}'` as Kept<T>["revision"] });
  };
  bump(objectives);
  bump(keyResults);
};

/** The repository with the faults of the weather, write by write, in an order that chance mixes with that of other clients. */
export const createFaultyRepository = ({ inner, home, chance, life, weather }: FaultyParts): OkrRepository => {
  const writeOne = async (write: OkrWrite): Promise<WriteOutcome> => {
    const now = weather();
    for (let turns = chance.below(3); turns > 0; turns -= 1) await Promise.resolve();
    if (chance.happens(now.background)) touch(home, subjectOf(write));
    if (chance.happens(now.dropBefore)) return failed({ type: "Offline" });
    if (chance.happens(now.busy)) return failed({ type: "Busy", retryAfterMs: 1000 });
    const isLost = chance.happens(now.dropAfter);
    const isLate = chance.happens(now.gatewayTimeout);
    const [outcome] = await life.step(() => inner.write([write]));
    if (isLost) return failed({ type: "Offline" });
    if (isLate) return failed({ type: "Busy" });
    return outcome ?? { type: "Skipped" };
  };
  return {
    ...inner,
    write: async (writes, onOutcome, signal) => {
      const outcomes = new Map<number, WriteOutcome>();
      const succeeded = (position: number): boolean => {
        const type = outcomes.get(position)?.type;
        return type === "Written" || (type === "Gone" && writes[position]?.kind.startsWith("remove") === true);
      };
      for (const { index, waitsFor } of workingOrder(dependencies(writes))) {
        const write = writes[index];
        const maySend = write && signal?.aborted !== true && waitsFor.every(succeeded);
        const outcome: WriteOutcome = maySend ? await writeOne(write) : { type: "Skipped" };
        if (life.isOver()) return new Promise<never>(() => undefined);
        outcomes.set(index, outcome);
        onOutcome?.(index, outcome);
      }
      return writes.map((_, index) => outcomes.get(index) ?? { type: "Skipped" });
    },
  };
};
