import type { PartitionKey } from "#shared/domain/okr/ids.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { CopyMoment, CopyStoreDep } from "#shared/ports/copyStore.ts";
import type { OkrChanges, Question, ResyncNeeded } from "#shared/ports/okrRepository.ts";
import { setOf } from "./copiedRows.ts";
import type { Frames } from "./frames.ts";
import type { Keeper } from "./keeper.ts";
import { isTold, marksAt, type Mark } from "./marks.ts";

export type Follow = (
  since: ReadonlyMap<PartitionKey, Mark>,
  question?: Question,
) => Promise<Result<OkrChanges, AccessError | ResyncNeeded>>;

const resync = (partitions: readonly PartitionKey[]): Result<never, ResyncNeeded> =>
  err({ type: "ResyncNeeded", partitions });

const untold = (since: ReadonlyMap<PartitionKey, Mark>, moment: CopyMoment): readonly PartitionKey[] =>
  [...since].filter(([key, mark]) => !isTold(mark, moment, key)).map(([key]) => key);

/** What happened since some marks, whoever found it out: this window now, or another one before. */
export const createFollow = ({
  copyStore,
  frames,
  keeper,
}: CopyStoreDep & { readonly frames: Frames; readonly keeper: Keeper }): Follow => {
  /** Undefined when the copy is current. */
  const trouble = async (
    keys: readonly PartitionKey[],
    moment: CopyMoment,
    question: Question | undefined,
  ): Promise<Result<never, AccessError | ResyncNeeded> | undefined> => {
    const frame = await frames.get();
    if (!frame.ok) return frame;
    const brought = await keeper.bring(new Map(keys.map((key) => [key, undefined])), moment, frame.value, question);
    if (brought.ok) return undefined;
    const { error } = brought;
    return error.type === "CopyUnavailable" || error.type === "FrameOutOfDate" ? resync(keys) : err(error);
  };

  return async (since, question) => {
    const keys = [...since.keys()];
    const moment = await copyStore.readPartitions(keys);
    if (!moment.ok) return resync(keys);
    const lost = keys.filter(
      (key) => untold(since, moment.value).includes(key) || !moment.value.partitions.get(key)?.cursor,
    );
    if (lost.length > 0) return resync(lost);
    const failed = await trouble(keys, moment.value, question);
    if (failed) return failed;
    const news = await copyStore.readSince(new Map([...since].map(([key, { step }]) => [key, step])));
    if (!news.ok) return resync(keys);
    const restarted = untold(since, news.value);
    if (restarted.length > 0) return resync(restarted);
    // Rows in partitions that nobody asked about here may be gone long since.
    const rows = news.value.rows.filter(({ partition }) => since.has(partition));
    return ok({ ...setOf(rows), removed: news.value.removed, next: marksAt(news.value, keys) });
  };
};
