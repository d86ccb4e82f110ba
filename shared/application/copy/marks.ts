/** Where a reader of the copy stands: after which step of which copy. To everybody else it is an opaque cursor. */
import type { PartitionKey } from "#shared/domain/okr/ids.ts";
import { REMEMBERED_STEPS, type CopyMoment } from "#shared/ports/copyStore.ts";
import type { ChangeCursor, Cursors } from "#shared/ports/okrRepository.ts";

export interface Mark {
  readonly copy: string;
  readonly step: number;
}

const markOf = ({ copy, step }: Mark): ChangeCursor => `copy ${step} ${copy}` as ChangeCursor;

/** Undefined for a cursor that the copy did not give. */
export const readMark = (cursor: ChangeCursor): Mark | undefined => {
  const [, step, copy] = /^copy (\d+) (.+)$/su.exec(cursor) ?? [];
  return step === undefined || copy === undefined ? undefined : { copy, step: Number(step) };
};

/** The same moment for every one of the partitions. */
export const marksAt = (moment: Mark, keys: Iterable<PartitionKey>): Cursors =>
  new Map([...keys].map((key) => [key, markOf(moment)]));

/** Whether what happened in a partition since then can still be told. */
export const isTold = (mark: Mark, moment: CopyMoment, key: PartitionKey): boolean => {
  const state = moment.partitions.get(key);
  return (
    state !== undefined &&
    mark.copy === moment.copy &&
    mark.step >= state.restartedAt &&
    mark.step > moment.step - REMEMBERED_STEPS
  );
};
