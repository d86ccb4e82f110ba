import type { PartitionKey } from "#shared/domain/okr/ids.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { ClockDep } from "#shared/ports/clock.ts";
import type {
  CopiedPartition,
  CopyMoment,
  CopyPart,
  CopyStoreDep,
  CopyUnavailable,
  CopyUpdate,
} from "#shared/ports/copyStore.ts";
import type { ResyncNeeded } from "#shared/ports/okrRepository.ts";
import {
  askRemote,
  brokenUpdate,
  needsAnswers,
  planPartition,
  updateOf,
  type Answers,
  type PartitionPlan,
} from "./bringing.ts";
import type { RemoteDep } from "./frames.ts";

/** What another window asked within that time serves this one too. Less than two thirds of the time between two questions. */
const SERVED_MS = 10_000;

/** The server no longer speaks of the partitions that the frame names. */
export interface FrameOutOfDate {
  readonly type: "FrameOutOfDate";
}

export type Trouble = AccessError | ResyncNeeded | CopyUnavailable | FrameOutOfDate;

/** Keeps the copy as the server has it, for whoever asks. */
export interface Keeper {
  /**
   * Asks what is needed so that the parts are covered and current; without parts, so that what is covered is current.
   * `moved`: another window changed the copy meanwhile, and nothing was kept.
   */
  readonly bring: (
    wanted: ReadonlyMap<PartitionKey, CopyPart | undefined>,
    moment: CopyMoment,
    frame: Frame,
  ) => Promise<Result<"current" | "moved", Trouble>>;
  /** Something was written: what others asked before serves nobody any more. */
  readonly wrote: () => void;
}

export const createKeeper = ({ remote, copyStore, clock }: RemoteDep & CopyStoreDep & ClockDep): Keeper => {
  /** When this window asked last. */
  const askedAt = new Map<PartitionKey, number>();
  let wroteAt = -Infinity;

  const isServed = ({ key, asOf }: CopiedPartition): boolean => {
    const age = clock.now() - asOf;
    return age >= 0 && age < SERVED_MS && asOf > wroteAt && asOf !== askedAt.get(key);
  };

  const keep = async (update: CopyUpdate): Promise<Result<"current" | "moved", Trouble>> => {
    const done = await copyStore.update(update);
    if (!done.ok) return done;
    if (done.value === "moved") return ok("moved");
    for (const { key, asOf } of update.partitions) askedAt.set(key, asOf);
    return ok("current");
  };

  const noteBroken = async (plans: readonly PartitionPlan[], moment: CopyMoment, said: ResyncNeeded) => {
    const asked = plans.filter(({ asks }) => asks).map(({ key }) => key);
    const named = asked.filter((key) => said.partitions.includes(key));
    const partitions = named.length > 0 ? named : asked;
    await keep(brokenUpdate(moment, partitions));
    return err<ResyncNeeded>({ type: "ResyncNeeded", partitions });
  };

  const keepAnswers = (plans: readonly PartitionPlan[], answers: Answers, asOf: number, frame: Frame) => {
    const update = updateOf(plans, answers, asOf, frame);
    return update.ok ? keep(update.value) : err<FrameOutOfDate>({ type: "FrameOutOfDate" });
  };

  return {
    bring: async (wanted, moment, frame) => {
      const plans = [...wanted].map(([key, part]) =>
        planPartition(key, part, moment.partitions.get(key), frame, isServed),
      );
      if (!plans.some(needsAnswers)) return ok("current");
      const asOf = clock.now();
      const answers = await askRemote(remote, plans);
      if (answers.ok) return keepAnswers(plans, answers.value, asOf, frame);
      if (answers.error.type === "ResyncNeeded") return noteBroken(plans, moment, answers.error);
      return err(answers.error);
    },
    wrote: () => {
      wroteAt = clock.now();
    },
  };
};
