import type { PartitionKey } from "#shared/domain/okr/ids.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { SHELVES, type Shelf } from "#shared/domain/partition/rows.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { CopyPart, CopyReading, CopyStoreDep, CopyUnavailable } from "#shared/ports/copyStore.ts";
import type { ChangeCursor, Cursors, OkrScope, OpenedOkrs } from "#shared/ports/okrRepository.ts";
import { setOf } from "./copiedRows.ts";
import { missingOf, nothingCovered, partsOf } from "./coverage.ts";
import { shownQuestion } from "../questions.ts";
import type { Frames } from "./frames.ts";
import type { Keeper, Trouble } from "./keeper.ts";
import { isTold, marksAt, readMark } from "./marks.ts";

/** A scope as the copy has it. */
export interface CopiedOkrs extends OpenedOkrs {
  /** Milliseconds since 1970; at that moment what shows of it was as the server had it. */
  readonly asOf: number;
}

export interface Opening {
  /**
   * Undefined unless all of the scope is in the copy. Nobody is asked.
   * @param looked what of it is looked at; its moment is that of the lists that show there, else that of all
   */
  readonly peek: (scope: OkrScope, looked?: OkrScope) => Promise<CopiedOkrs | undefined>;
  /** Undefined when the copy can be of no help. */
  readonly open: (
    scope: OkrScope,
    known: Cursors,
  ) => Promise<Result<OpenedOkrs, AccessError | CopyUnavailable> | undefined>;
}

/** One person looks at far fewer units at a time; what would fill the device is handed on and not kept. */
const MOST_UNITS = 60;
/** How often an opening begins again when the copy or the frame turns out to be another. */
const ATTEMPTS = 4;

const isTooWide = ({ units }: OkrScope, frame: Frame): boolean =>
  (units === "all" ? frame.units.length : units.length) > MOST_UNITS;

const isComplete = (parts: readonly CopyPart[], { partitions }: CopyReading): boolean =>
  parts.every((part) => missingOf(part, partitions.get(part.partition)?.covered ?? nothingCovered) === undefined);

const copiedOkrs = (parts: readonly CopyPart[], reading: CopyReading, looked?: OkrScope): CopiedOkrs => {
  const keys = parts.map(({ partition }) => partition);
  const set = setOf(reading.rows);
  const question = looked ? shownQuestion(set, looked) : new Map();
  const asked = question.size > 0 ? question : new Map(keys.map((key) => [key, SHELVES]));
  const momentsOf = ([key, shelves]: readonly [PartitionKey, readonly Shelf[]]): readonly number[] =>
    shelves.map((shelf) => reading.partitions.get(key)?.asOf[shelf] ?? 0);
  return {
    set,
    cursors: marksAt(reading, keys),
    asOf: Math.min(...[...asked].flatMap(momentsOf)),
  };
};

/** Whoever follows a partition already goes on from where they are. */
const withKnown = (cursors: Cursors, known: Cursors, reading: CopyReading): Cursors => {
  const still = (key: PartitionKey): ChangeCursor | undefined => {
    const cursor = known.get(key);
    const mark = cursor === undefined ? undefined : readMark(cursor);
    return mark && isTold(mark, reading, key) ? cursor : undefined;
  };
  return new Map([...cursors].map(([key, cursor]) => [key, still(key) ?? cursor]));
};

type Attempt = Result<OpenedOkrs | "again", Trouble>;

export const createOpening = ({
  copyStore,
  frames,
  keeper,
}: CopyStoreDep & { readonly frames: Frames; readonly keeper: Keeper }): Opening => {
  const attempt = async (scope: OkrScope, known: Cursors, frame: Frame): Promise<Attempt> => {
    const parts = partsOf(frame, scope);
    const wanted = new Map(parts.map((part) => [part.partition, part]));
    const moment = await copyStore.readPartitions([...wanted.keys()]);
    if (!moment.ok) return moment;
    const brought = await keeper.bring(wanted, moment.value, frame);
    if (!brought.ok) return brought;
    if (brought.value === "moved") return ok("again");
    const reading = await copyStore.readRows(parts);
    if (!reading.ok) return reading;
    if (!isComplete(parts, reading.value)) return ok("again");
    const { set, cursors } = copiedOkrs(parts, reading.value);
    return ok({ set, cursors: withKnown(cursors, known, reading.value) });
  };

  return {
    peek: async (scope, looked) => {
      const kept = await frames.peek();
      if (!kept) return undefined;
      const parts = partsOf(kept.frame, scope);
      const reading = await copyStore.readRows(parts);
      return reading.ok && isComplete(parts, reading.value) ? copiedOkrs(parts, reading.value, looked) : undefined;
    },
    open: async (scope, known) => {
      let isFrameNew = false;
      for (let left = ATTEMPTS; left > 0; left -= 1) {
        const frame = await frames.get();
        if (!frame.ok) return frame;
        if (isTooWide(scope, frame.value)) return undefined;
        const opened = await attempt(scope, known, frame.value);
        if (opened.ok && opened.value !== "again") return ok(opened.value);
        if (opened.ok || opened.error.type === "ResyncNeeded") continue;
        if (opened.error.type === "FrameOutOfDate" || (opened.error.type === "NotSetUp" && !isFrameNew)) {
          isFrameNew = true;
          const read = await frames.read();
          if (!read.ok) return read;
          continue;
        }
        return err(opened.error);
      }
      return undefined;
    },
  };
};
