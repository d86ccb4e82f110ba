/** What the parts of the contract have in common. */
import { afterEach, beforeEach } from "@jest/globals";
import { cycleKey, objectiveId, partitionKey, unitKey, type Revision } from "#shared/domain/okr/ids.ts";
import type { OkrSet } from "#shared/domain/okr/okrSet.ts";
import type { Partition } from "#shared/domain/partition/partition.ts";
import type { OkrRepository, OkrScope, OkrWrite, WriteOutcome } from "#shared/ports/okrRepository.ts";
import { aCheckIn, aKeyResult, anObjective, guid } from "#tests/support/okrs.ts";

export interface OpenStorage {
  /** Two people's repositories over one storage that holds no OKRs yet. */
  readonly mine: OkrRepository;
  readonly theirs: OkrRepository;
  readonly close: () => Promise<void>;
}

/** Kenya's first quarter lies apart from that of all others; other cycles lie in the home lists. */
export const partitionsOfQ1: readonly Partition[] = [
  { key: partitionKey("2026-q1-ke"), cycleKey: cycleKey("2026-q1"), roots: [unitKey("ke")], closed: false },
  { key: partitionKey("2026-q1"), cycleKey: cycleKey("2026-q1"), roots: [], closed: false },
];

export const whole: OkrScope = { cycleKeys: [cycleKey("2026-q1")], units: "all" };

export const read = async (repository: OkrRepository, scope: OkrScope = whole): Promise<OkrSet> => {
  const set = await repository.readOkrs(scope);
  if (!set.ok) throw new Error(`Not readable: ${JSON.stringify(set.error)}`);
  return set.value;
};

export const byId = <T extends { readonly id: string }>(records: readonly T[]): readonly T[] =>
  records.toSorted((a, b) => a.id.localeCompare(b.id));

export const types = (outcomes: readonly WriteOutcome[]): readonly string[] => outcomes.map((outcome) => outcome.type);

export const revisionOf = (outcome: WriteOutcome | undefined): Revision => {
  if (outcome?.type !== "Written" || outcome.revision === undefined) throw new Error(`No revision: ${outcome?.type}`);
  return outcome.revision;
};

export const createObjective = (n: number, more: Parameters<typeof anObjective>[1] = {}): OkrWrite => ({
  kind: "createObjective",
  objective: anObjective(n, more),
});
export const createKeyResult = (
  n: number,
  objective: number,
  more: Parameters<typeof aKeyResult>[2] = {},
): OkrWrite => ({
  kind: "createKeyResult",
  keyResult: aKeyResult(n, objective, more),
});
export const addCheckIn = (n: number, keyResult: number, more: Parameters<typeof aCheckIn>[2] = {}): OkrWrite => ({
  kind: "addCheckIn",
  checkIn: aCheckIn(n, keyResult, more),
});
export const retitle = (n: number, title: string, basedOn: Revision): OkrWrite => ({
  kind: "changeObjective",
  id: objectiveId(guid("0", n)),
  changes: { title },
  basedOn,
});

/** A fresh storage for each test of the surrounding block. */
export const eachTest = (open: () => Promise<OpenStorage>): Pick<OpenStorage, "mine" | "theirs"> => {
  let storage: OpenStorage | undefined;
  beforeEach(async () => {
    storage = await open();
  });
  afterEach(() => storage?.close());
  const opened = (): OpenStorage => {
    if (!storage) throw new Error("Used outside a test");
    return storage;
  };
  return {
    get mine() {
      return opened().mine;
    },
    get theirs() {
      return opened().theirs;
    },
  };
};

/** The revisions of records that are created in passing. */
export const create = async (repository: OkrRepository, ...writes: readonly OkrWrite[]): Promise<readonly Revision[]> =>
  (await repository.write(writes)).map(revisionOf);
