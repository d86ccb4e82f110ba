import type { PartitionKey } from "#shared/domain/okr/ids.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { ClockDep } from "#shared/ports/clock.ts";
import type { CopiedFrame, CopyStoreDep } from "#shared/ports/copyStore.ts";
import type { LocksDep } from "#shared/ports/locks.ts";
import type {
  ChangeCursor,
  Cursors,
  OkrRepository,
  OkrScope,
  OkrWrite,
  OpenedOkrs,
} from "#shared/ports/okrRepository.ts";
import { createFollow } from "./following.ts";
import { createFrames, type RemoteDep } from "./frames.ts";
import { createInitiativesCopy, type CopyingInitiatives } from "./initiatives.ts";
import { createKeeper } from "./keeper.ts";
import { readMark, type Mark } from "./marks.ts";
import { createOpening, type Opening } from "./opening.ts";

/** What can be shown before anybody was asked. */
export interface Peeks {
  readonly peekFrame: () => Promise<CopiedFrame | undefined>;
  /** Undefined unless all of the scope is in the copy. Its cursors go on from there. */
  readonly peekOkrs: Opening["peek"];
  /** Undefined unless those of all units and cycles of the scope are in the copy. */
  readonly peekInitiatives: CopyingInitiatives["peek"];
  /** Calls back after another window brought the copy up to date; the result ends it. */
  readonly onNews: (listener: () => void) => () => void;
  /** False once the device turned out to be full: nothing is lost, but everything is read anew at each opening. */
  readonly hasRoom: () => boolean;
}

export interface LocalCopy extends OkrRepository, Peeks {
  /** Removes it from this device. */
  readonly clear: () => Promise<void>;
}

const NO_CURSORS: Cursors = new Map();

/** One window at a time asks, on behalf of all. */
const LOCK = "copy";

interface SortedCursors {
  readonly marks: ReadonlyMap<PartitionKey, Mark>;
  /** Those that the server gave. */
  readonly foreign: ReadonlyMap<PartitionKey, ChangeCursor>;
}

const sortCursors = (cursors: Cursors): SortedCursors => {
  const marks = new Map<PartitionKey, Mark>();
  const foreign = new Map<PartitionKey, ChangeCursor>();
  for (const [key, cursor] of cursors) {
    const mark = readMark(cursor);
    if (mark) marks.set(key, mark);
    else foreign.set(key, cursor);
  }
  return { marks, foreign };
};

const changesFrame = ({ kind }: OkrWrite): boolean =>
  kind === "saveUnit" || kind === "saveCycle" || kind === "savePartition";

/**
 * A repository that keeps what was read on this device. What is covered costs one question about changes for each partition,
 * or none when another window has just asked; a unit that is not covered costs its reading. Where nothing can be kept,
 * everything goes to the server as if there were no copy.
 */
export const createLocalCopy = (deps: RemoteDep & CopyStoreDep & LocksDep & ClockDep): LocalCopy => {
  const { remote, copyStore, locks } = deps;
  const frames = createFrames(deps);
  const keeper = createKeeper(deps);
  const opening = createOpening({ copyStore, frames, keeper });
  const initiatives = createInitiativesCopy(deps);
  const follow = createFollow({ copyStore, frames, keeper });
  let isFull = false;

  const giveUp = (): Promise<void> => {
    isFull = true;
    return copyStore.clear();
  };

  /** Undefined where the copy is of no help. */
  const openCopied = async (scope: OkrScope, known: Cursors): Promise<Result<OpenedOkrs, AccessError> | undefined> => {
    const opened = isFull ? undefined : await locks.hold(LOCK, () => opening.open(scope, known));
    if (!opened || opened.ok) return opened;
    const { error } = opened;
    if (error.type !== "CopyUnavailable") return err(error);
    if (error.reason === "full") await giveUp();
    return undefined;
  };

  return {
    readFrame: frames.read,
    knowFrame: remote.knowFrame,
    openOkrs: async (scope, known = NO_CURSORS) =>
      (await openCopied(scope, known)) ?? remote.openOkrs(scope, sortCursors(known).foreign),
    readOkrs: async (scope, detail) => {
      const opened = await openCopied(scope, NO_CURSORS);
      if (!opened) return remote.readOkrs(scope, detail);
      return opened.ok ? ok(opened.value.set) : opened;
    },
    readChanges: async (since, question) => {
      const { marks, foreign } = sortCursors(since);
      if (marks.size === 0) return remote.readChanges(since, question);
      if (foreign.size > 0) return err({ type: "ResyncNeeded", partitions: [...foreign.keys()] });
      return locks.hold(LOCK, () => follow(marks, question));
    },
    readInitiatives: initiatives.read,
    write: async (writes, onOutcome, signal) => {
      const outcomes = await remote.write(writes, onOutcome, signal);
      keeper.wrote();
      if (writes.some((write, at) => changesFrame(write) && outcomes[at]?.type === "Written")) await frames.forget();
      return outcomes;
    },
    peekFrame: frames.peek,
    peekOkrs: opening.peek,
    peekInitiatives: initiatives.peek,
    onNews: copyStore.onChange,
    hasRoom: () => !isFull,
    clear: copyStore.clear,
  };
};
