/** The port over maps. Several stores over one disk are several windows of one person. */
import { rowOf, type PartitionKey, type RowRef } from "#shared/domain/okr/ids.ts";
import type { Place } from "#shared/domain/okr/keyResult.ts";
import type { RecordId } from "#shared/domain/okr/okrSet.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import {
  REMEMBERED_STEPS,
  type CopiedFrame,
  type CopiedInitiatives,
  type CopiedPartition,
  type CopiedRow,
  type CopyMoment,
  type CopyPart,
  type CopyStore,
  type CopyUnavailable,
  type CopyUpdate,
} from "#shared/ports/copyStore.ts";

interface Kept {
  readonly row: CopiedRow;
  readonly step: number;
}

interface Gone {
  readonly id: RecordId;
  readonly partition: PartitionKey;
  readonly step: number;
}

export interface MemoryCopyDisk {
  copy: string;
  step: number;
  frame: CopiedFrame | undefined;
  readonly initiatives: Map<string, CopiedInitiatives>;
  readonly partitions: Map<PartitionKey, CopiedPartition>;
  readonly rows: Map<RowRef, Kept>;
  readonly gone: Map<RowRef, Gone>;
  /** Every question and update is answered with this; undefined lets everything through. */
  refuse: CopyUnavailable["reason"] | undefined;
  /** The update that would make more rows than that is refused as full. */
  room: number;
  readonly windows: Set<{ finish: () => void; readonly listeners: Set<() => void> }>;
}

export const createMemoryCopyDisk = (): MemoryCopyDisk => ({
  copy: "copy 1",
  step: 0,
  frame: undefined,
  initiatives: new Map(),
  partitions: new Map(),
  rows: new Map(),
  gone: new Map(),
  refuse: undefined,
  room: Infinity,
  windows: new Set(),
});

const nameOf = ({ unitKey, cycleKey }: Place): string => `${cycleKey} ${unitKey}`;

export const createMemoryCopyStore = (disk: MemoryCopyDisk = createMemoryCopyDisk()): CopyStore => {
  let finished = false;
  const listeners = new Set<() => void>();
  const mine = {
    finish: (): void => {
      finished = true;
    },
    listeners,
  };
  disk.windows.add(mine);

  const attempt = <T>(use: () => T): Promise<Result<T, CopyUnavailable>> => {
    const reason = finished ? "nobody" : disk.refuse;
    return Promise.resolve(reason === undefined ? ok(use()) : err({ type: "CopyUnavailable", reason }));
  };

  return {
    readFrame: () => attempt(() => disk.frame),
    writeFrame: (frame) =>
      attempt(() => {
        disk.frame = frame;
      }),
    readInitiatives: (places) => attempt(() => places.flatMap((place) => disk.initiatives.get(nameOf(place)) ?? [])),
    writeInitiatives: (copied) =>
      attempt(() => {
        for (const one of copied) disk.initiatives.set(nameOf(one.place), one);
      }),
    readPartitions: (keys) => attempt(() => momentOf(disk, keys)),
    readRows: (parts) =>
      attempt(() => ({
        ...momentOf(
          disk,
          parts.map(({ partition }) => partition),
        ),
        rows: rowsOf(disk, (row) => parts.some((part) => liesIn(part, row))),
      })),
    readSince: (steps) => attempt(() => ({ ...momentOf(disk, [...steps.keys()]), ...newsOf(disk, steps) })),
    update: async (update) => {
      if (disk.rows.size + update.put.length > disk.room) return err({ type: "CopyUnavailable", reason: "full" });
      const done = await attempt(() => carryOut(disk, update));
      const others = [...disk.windows].filter((window) => window !== mine);
      const hasNews = update.put.length + update.putIfKnown.length + update.removed.length > 0;
      if (done.ok && done.value === "done" && hasNews) {
        for (const window of others) for (const tell of window.listeners) tell();
      }
      return done;
    },
    clear: () => {
      for (const window of disk.windows) window.finish();
      disk.frame = undefined;
      for (const shelf of [disk.initiatives, disk.partitions, disk.rows, disk.gone]) shelf.clear();
      return Promise.resolve();
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
};

const momentOf = ({ copy, step, partitions }: MemoryCopyDisk, keys: readonly PartitionKey[]): CopyMoment => ({
  copy,
  step,
  partitions: new Map([...partitions].filter(([key]) => keys.includes(key))),
});

const liesIn = ({ partition, cycleKeys, units }: CopyPart, row: CopiedRow): boolean =>
  row.partition === partition &&
  cycleKeys.includes(row.record.cycleKey) &&
  (units === "all" || units.includes(row.record.unitKey));

const rowsOf = (disk: MemoryCopyDisk, wanted: (row: CopiedRow) => boolean): readonly CopiedRow[] =>
  [...disk.rows.values()].map(({ row }) => row).filter(wanted);

const newsOf = (disk: MemoryCopyDisk, steps: ReadonlyMap<PartitionKey, number>) => {
  const isNew = (partition: PartitionKey, step: number): boolean => step > (steps.get(partition) ?? Infinity);
  const gone = [...disk.gone].filter(([, { partition, step }]) => isNew(partition, step));
  const come = [...disk.rows.values()].filter(({ row, step }) => isNew(row.partition, step));
  const ids = new Set([...gone.map(([, { id }]) => id), ...come.map(({ row }) => row.record.id)]);
  return { rows: rowsOf(disk, ({ record }) => ids.has(record.id)), removed: gone.map(([row]) => row) };
};

const restart = (disk: MemoryCopyDisk, key: PartitionKey): void => {
  for (const [row, kept] of disk.rows) if (kept.row.partition === key) disk.rows.delete(row);
  for (const [row, { partition }] of disk.gone) if (partition === key) disk.gone.delete(row);
};

const changeRows = (disk: MemoryCopyDisk, update: CopyUpdate): void => {
  const { step } = disk;
  const known = new Set([...disk.rows.values()].map(({ row }) => row.record.id));
  const remove = (row: RowRef): void => {
    const kept = disk.rows.get(row);
    if (!kept) return;
    disk.rows.delete(row);
    disk.gone.set(row, { id: kept.row.record.id, partition: kept.row.partition, step });
  };
  for (const { revision } of rowsOf(disk, (row) => update.replaced.some((part) => liesIn(part, row)))) {
    remove(rowOf(revision));
  }
  for (const row of [...update.put, ...update.putIfKnown.filter(({ record }) => known.has(record.id))]) {
    disk.rows.set(rowOf(row.revision), { row, step });
    disk.gone.delete(rowOf(row.revision));
  }
  for (const row of update.removed) remove(row);
  for (const [row, gone] of disk.gone) if (gone.step < step - REMEMBERED_STEPS) disk.gone.delete(row);
};

const carryOut = (disk: MemoryCopyDisk, update: CopyUpdate): "done" | "moved" => {
  for (const [key, version] of update.expected) if (disk.partitions.get(key)?.version !== version) return "moved";
  disk.step += 1;
  for (const key of update.restarted) restart(disk, key);
  changeRows(disk, update);
  for (const state of update.partitions) {
    const before = disk.partitions.get(state.key)?.restartedAt ?? disk.step;
    const restartedAt = update.restarted.includes(state.key) ? disk.step : before;
    disk.partitions.set(state.key, { ...state, version: disk.step, restartedAt });
  }
  return "done";
};
