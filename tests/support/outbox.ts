/** Builders for entries, and an outbox over memory. */
import type { NewEntry } from "#shared/application/outbox/entries.ts";
import { createOutbox, type Outbox } from "#shared/application/outbox/outbox.ts";
import { revision, type Revision } from "#shared/domain/okr/ids.ts";
import type { KeyResult } from "#shared/domain/okr/keyResult.ts";
import type { Objective } from "#shared/domain/okr/objective.ts";
import type { OkrSet } from "#shared/domain/okr/okrSet.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { Clock } from "#shared/ports/clock.ts";
import type { Network } from "#shared/ports/network.ts";
import type { Locks } from "#shared/ports/locks.ts";
import type { OkrRepository, OkrWrite, WriteOutcome } from "#shared/ports/okrRepository.ts";
import type { OutboxEntry, OutboxStore } from "#shared/ports/outboxStore.ts";
import { createMemoryLocks } from "./copies.ts";
import { createManualClock } from "./manualClock.ts";
import { createMemoryHome, createMemoryOkrRepository } from "./memoryOkrRepository.ts";
import { createMemoryOutboxStore } from "./memoryOutboxStore.ts";
import { aCycle, anObjective, aUnit, instant, lena } from "./okrs.ts";

let made = 0;

const newId = (): string => {
  made += 1;
  return `id ${made}`;
};

export const anEntry = (write: OkrWrite, more: Partial<NewEntry> = {}): NewEntry => ({
  id: newId(),
  group: "push 1",
  label: "A row",
  at: instant("2026-02-10T09:00:00.000Z"),
  author: lena,
  write,
  ...more,
});

/** A change with the record that it was made from. */
export const aChange = (
  base: Objective | KeyResult,
  changes: object,
  basedOn: string,
  more: Partial<NewEntry> = {},
): NewEntry => {
  const kind = "ambition" in base ? "changeObjective" : "changeKeyResult";
  return anEntry({ kind, id: base.id, changes, basedOn } as OkrWrite, { base, label: base.title, ...more });
};

export interface OutboxOver {
  readonly okrRepository: OkrRepository;
  readonly outboxStore?: OutboxStore;
  readonly clock?: Clock;
  readonly locks?: Locks;
}

export const outboxOver = ({ okrRepository, outboxStore, clock, locks }: OutboxOver): Outbox =>
  createOutbox(
    {
      okrRepository,
      outboxStore: outboxStore ?? createMemoryOutboxStore(),
      clock: clock ?? createManualClock(),
      locks: locks ?? createMemoryLocks(),
      ids: { guid: newId },
    },
    "outbox",
  );

/** A server, two people before it, and what they need to look at it. */
export const outboxWorld = () => {
  const home = createMemoryHome({ cycles: [aCycle()], units: [aUnit()] });
  const mine = createMemoryOkrRepository(home, "Lena Krüger");
  const theirs = createMemoryOkrRepository(home, "Farid Haddad");
  const create = async (...writes: readonly OkrWrite[]): Promise<readonly Revision[]> =>
    (await theirs.write(writes)).map((outcome) =>
      outcome.type === "Written" ? (outcome.revision ?? revision("")) : revision(""),
    );
  return {
    home,
    mine,
    theirs,
    create,
    /** What the server holds. */
    stored: async (): Promise<OkrSet> => {
      const read = await theirs.readOkrs({ cycleKeys: [aCycle().key], units: "all" });
      if (!read.ok) throw new Error("not readable");
      return read.value;
    },
    anObjectiveThere: async (): Promise<readonly [Objective, Revision]> => {
      const objective = anObjective(1);
      const [made = revision("")] = await create({ kind: "createObjective", objective });
      return [objective, made];
    },
    /** Mine, which answers with these errors instead of writing, one call after the other. */
    failing: (...errors: AccessError[]): OkrRepository => ({
      ...mine,
      write: async (writes, onOutcome, signal) => {
        const error = errors.shift();
        if (!error) return mine.write(writes, onOutcome, signal);
        return writes.map((_, index) => {
          const outcome: WriteOutcome = { type: "Failed", error };
          onOutcome?.(index, outcome);
          return outcome;
        });
      },
    }),
  };
};

export const states = (outbox: Outbox): readonly OutboxEntry["state"]["type"][] =>
  outbox.state.get().entries.map(({ state }) => state.type);

export interface ManualNetwork extends Network {
  readonly comeBack: () => void;
  readonly goAway: () => void;
}

const listening = (listeners: Set<() => void>) => (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

export const createManualNetwork = (): ManualNetwork => {
  const [coming, going] = [new Set<() => void>(), new Set<() => void>()];
  let isOffline = false;
  return {
    isOffline: () => isOffline,
    onOnline: listening(coming),
    onOffline: listening(going),
    comeBack: () => {
      isOffline = false;
      for (const listener of coming) listener();
    },
    goAway: () => {
      isOffline = true;
      for (const listener of going) listener();
    },
  };
};
