import type { PartitionKey } from "#shared/domain/okr/ids.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { SHELVES, type Shelf } from "#shared/domain/partition/rows.ts";
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
  PartitionState,
} from "#shared/ports/copyStore.ts";
import type { Question, ResyncNeeded } from "#shared/ports/okrRepository.ts";
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
   * Asks what is needed so that the parts are covered and current; without parts, so that what is covered is current: all of it,
   * or of the lists that the question names.
   * `moved`: another window changed the copy meanwhile, and nothing was kept.
   */
  readonly bring: (
    wanted: ReadonlyMap<PartitionKey, CopyPart | undefined>,
    moment: CopyMoment,
    frame: Frame,
    question?: Question,
  ) => Promise<Result<"current" | "moved", Trouble>>;
  /** Something was written: what others asked before serves nobody any more. */
  readonly wrote: () => void;
}

export const createKeeper = ({ remote, copyStore, clock }: RemoteDep & CopyStoreDep & ClockDep): Keeper => {
  /** When this window asked last. */
  const askedAt = new Map<PartitionKey, Partial<PartitionState["asOf"]>>();
  let wroteAt = -Infinity;

  const isServed = ({ key, asOf: moments }: CopiedPartition, shelf: Shelf): boolean => {
    const asOf = moments[shelf];
    const age = clock.now() - asOf;
    return age >= 0 && age < SERVED_MS && asOf > wroteAt && asOf !== askedAt.get(key)?.[shelf];
  };

  const keep = async (update: CopyUpdate): Promise<Result<"current" | "moved", Trouble>> => {
    const done = await copyStore.update(update);
    if (!done.ok) return done;
    return ok(done.value === "moved" ? "moved" : "current");
  };

  const noteAsked = (plans: readonly PartitionPlan[], moment: number): void => {
    for (const { key, stays, asks } of plans.filter(needsAnswers)) {
      const shelves = stays ? asks : SHELVES;
      askedAt.set(key, { ...askedAt.get(key), ...Object.fromEntries(shelves.map((shelf) => [shelf, moment])) });
    }
  };

  const noteBroken = async (plans: readonly PartitionPlan[], moment: CopyMoment, said: ResyncNeeded) => {
    const asked = plans.filter(({ asks }) => asks.length > 0).map(({ key }) => key);
    const named = asked.filter((key) => said.partitions.includes(key));
    const partitions = named.length > 0 ? named : asked;
    await keep(brokenUpdate(moment, partitions));
    return err<ResyncNeeded>({ type: "ResyncNeeded", partitions });
  };

  const keepAnswers = async (plans: readonly PartitionPlan[], answers: Answers, asOf: number, frame: Frame) => {
    const update = updateOf(plans, answers, asOf, frame);
    if (!update.ok) return err<FrameOutOfDate>({ type: "FrameOutOfDate" });
    const kept = await keep(update.value);
    if (kept.ok && kept.value === "current") noteAsked(plans, asOf);
    return kept;
  };

  return {
    bring: async (wanted, moment, frame, question) => {
      const plans = [...wanted].map(([key, part]) =>
        planPartition(key, part, moment.partitions.get(key), frame, (state) =>
          (question ? (question.get(key) ?? []) : SHELVES).filter((shelf) => !isServed(state, shelf)),
        ),
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
