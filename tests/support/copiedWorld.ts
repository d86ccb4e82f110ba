/** A server, somebody else who works on it, and windows of one person over one copy. */
import type { LocalCopy } from "#shared/application/copy/localCopy.ts";
import { cycleKey, partitionKey, revision, unitKey } from "#shared/domain/okr/ids.ts";
import type { OkrSet } from "#shared/domain/okr/okrSet.ts";
import { SHELVES, type Shelf } from "#shared/domain/partition/rows.ts";
import type { Result } from "#shared/domain/result.ts";
import type { Cursors, OkrChanges, OkrRepository, OkrScope } from "#shared/ports/okrRepository.ts";
import { copyOf, createMemoryLocks } from "#tests/support/copies.ts";
import { createManualClock } from "#tests/support/manualClock.ts";
import { createMemoryCopyDisk, createMemoryCopyStore } from "#tests/support/memoryCopyStore.ts";
import { createMemoryHome, createMemoryOkrRepository } from "#tests/support/memoryOkrRepository.ts";
import { aCheckIn, aCycle, aKeyResult, anObjective, aUnit } from "#tests/support/okrs.ts";

export const quarter = cycleKey("2026-q1");
export const year = cycleKey("2026");
export const germany = unitKey("de");
export const kenya = unitKey("ke");
export const africa = partitionKey("q1-africa");

export const frame = {
  cycles: [aCycle(), aCycle({ key: year, name: "2026", kind: "annual" })],
  units: [
    aUnit({ key: unitKey("co") }),
    aUnit({ parentKey: unitKey("co") }),
    aUnit({ key: kenya, parentKey: unitKey("co") }),
  ],
  partitions: [{ key: africa, cycleKey: quarter, roots: [kenya], closed: false }],
};

export const inGermany: OkrScope = { cycleKeys: [quarter], units: [germany] };
export const inKenya: OkrScope = { cycleKeys: [quarter], units: [kenya] };
export const both: OkrScope = { cycleKeys: [quarter], units: [germany, kenya] };

/** A server, somebody else who works on it, and windows of one person whose questions are written down. */
export const setUp = async (change: (remote: OkrRepository) => OkrRepository = (remote) => remote) => {
  const home = createMemoryHome(frame);
  const others = createMemoryOkrRepository(home, "Somebody else");
  await others.write([
    { kind: "createObjective", objective: anObjective(1) },
    { kind: "createKeyResult", keyResult: aKeyResult(1, 1) },
    { kind: "addCheckIn", checkIn: aCheckIn(1, 1) },
    { kind: "createObjective", objective: anObjective(2, { unitKey: kenya }) },
  ]);
  const asked: string[] = [];
  const questions: (readonly Shelf[])[] = [];
  const server = change(createMemoryOkrRepository(home));
  const remote: OkrRepository = {
    ...server,
    readFrame: () => {
      asked.push("frame");
      return server.readFrame();
    },
    readOkrs: (scope, detail) => {
      asked.push(`${detail ?? "all"} of ${[scope.units].flat().join()}`);
      return server.readOkrs(scope, detail);
    },
    openOkrs: (scope, known) => {
      asked.push(`read ${[scope.units].flat().join()}`);
      return server.openOkrs(scope, known);
    },
    readChanges: (since, question) => {
      asked.push(`changes of ${[...since.keys()].join()}`);
      for (const key of since.keys()) questions.push(question ? (question.get(key) ?? []) : SHELVES);
      return server.readChanges(since, question);
    },
  };
  const disk = createMemoryCopyDisk();
  const clock = createManualClock();
  const locks = createMemoryLocks();
  const openWindow = (own = locks): LocalCopy =>
    copyOf(remote, { copyStore: createMemoryCopyStore(disk), clock, locks: own });
  const taken = (): readonly string[] => asked.splice(0);
  return { home, others, disk, clock, openWindow, asked: taken, questions: () => questions.splice(0) };
};

export const valueOf = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

export const titles = ({ objectives }: Pick<OkrSet, "objectives">): readonly string[] =>
  objectives.map(({ title }) => title).toSorted();

export const open = async (window: LocalCopy, scope: OkrScope): Promise<readonly string[]> =>
  titles(valueOf(await window.openOkrs(scope)).set);

export const changesOf = async (window: LocalCopy, since: Cursors): Promise<OkrChanges> =>
  valueOf(await window.readChanges(since));

export const rename = async (
  { others, home }: Awaited<ReturnType<typeof setUp>>,
  n: number,
  title: string,
): Promise<void> => {
  const basedOn = home.objectives.get(anObjective(n).id)?.revision ?? revision("");
  await others.write([{ kind: "changeObjective", id: anObjective(n).id, changes: { title }, basedOn }]);
};
