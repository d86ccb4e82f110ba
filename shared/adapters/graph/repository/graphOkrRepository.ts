import type { Frame, OkrSet } from "#shared/domain/okr/okrSet.ts";
import type { KeyResultId, ObjectiveId, Revision } from "#shared/domain/okr/ids.ts";
import type { Place } from "#shared/domain/okr/keyResult.ts";
import { findPartitions, type PartitionFinder } from "#shared/domain/partition/partition.ts";
import { instantOf } from "#shared/domain/day.ts";
import { ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { Cursors, OkrRepository, WriteOutcome } from "#shared/ports/okrRepository.ts";
import type { Snapshots } from "#shared/ports/snapshots.ts";
import { dependencies, workingOrder } from "#shared/ports/writeOrder.ts";
import type { KeptStarts } from "#shared/ports/streamStarts.ts";
import type { SendToGraph } from "../request/call.ts";
import { readStarts } from "../streamStarts.ts";
import { scopesOf, type SiteAccess } from "../scopes.ts";
import { readInitiatives } from "./initiatives.ts";
import type { RowWarning } from "./items.ts";
import { readFrame } from "./read.ts";
import { openOkrs, readChanges, readOkrs } from "./reading.ts";
import { createTables } from "./tables.ts";
import { carryOut, type WriteDeps } from "./write.ts";

export interface GraphOkrRepositoryOptions {
  readonly send: SendToGraph;
  /** `host:/sites/name` */
  readonly homeSite: string;
  readonly siteAccess?: SiteAccess;
  /** Where every row of the company is had from, as long as somebody keeps them up to date. */
  readonly snapshots?: Snapshots;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Told of every stored row that is left out because it cannot be read. */
  readonly onWarning?: (warning: RowWarning) => void;
}

/** Writes beyond this number are long work, which lets go ahead whatever somebody waits for. */
const SHORT_WORK = 20;

/** Following a stream from longer ago brings more rows than beginning it anew costs. */
const LONGEST_START_MS = 2 * 60 * 60 * 1000;

const NO_CURSORS: Cursors = new Map();

/** OKRs in the lists of a SharePoint site, one row a record. */
export const createGraphOkrRepository = (options: GraphOkrRepositoryOptions): OkrRepository => {
  const { send, homeSite: site } = options;
  const scopes = scopesOf("okrs", options.siteAccess);
  const tables = createTables({ send, site, scopes, onWarning: options.onWarning ?? (() => undefined) });
  let starts: KeptStarts["starts"] = new Map();
  const now = options.now ?? Date.now;
  const freshStarts = (): Cursors => {
    const oldest = instantOf(now() - LONGEST_START_MS);
    return new Map([...starts].flatMap(([key, { cursor, asOf }]) => (asOf < oldest ? [] : [[key, cursor] as const])));
  };
  const reading = { send, tables, snapshots: options.snapshots, starts: freshStarts };
  let known: Promise<Result<PartitionFinder, AccessError>> | undefined;
  const seen = new Map<ObjectiveId, Revision>();
  const places = new Map<KeyResultId, Place>();

  let lastFrame: Frame | undefined;
  const remember = (frame: Frame): void => {
    lastFrame = frame;
    known = Promise.resolve(ok(findPartitions(frame)));
  };
  const frameNow = async (): ReturnType<OkrRepository["readFrame"]> => {
    const [frame, kept] = await Promise.all([readFrame(tables.home), readStarts(tables.home.streams)]);
    if (kept.ok) ({ starts } = kept.value);
    if (frame.ok) remember(frame.value);
    return frame;
  };
  /** Where OKRs lie, by the frame that was read last; a failure is not remembered. */
  const finder = async (): Promise<Result<PartitionFinder, AccessError>> => {
    const asked = (known ??= frameNow().then((frame) => (frame.ok ? ok(findPartitions(frame.value)) : frame)));
    const found = await asked;
    if (!found.ok && known === asked) known = undefined;
    return found;
  };
  /** Somebody may be setting the site up at this moment: look again next time. */
  const lookingAgain = async <T, E extends { readonly type: string }>(
    read: (finder: PartitionFinder) => Promise<Result<T, E>>,
  ): Promise<Result<T, E | AccessError>> => {
    const found = await finder();
    if (!found.ok) return found;
    const result = await read(found.value);
    if (!result.ok && result.error.type === "NotSetUp") known = undefined;
    return result;
  };
  const noting = <R extends Result<OkrSet, unknown>>(result: R): R => {
    if (!result.ok) return result;
    for (const { id, unitKey, cycleKey } of result.value.keyResults) places.set(id, { unitKey, cycleKey });
    for (const { id } of result.value.objectives) {
      const revision = result.value.revisions.get(id);
      if (revision !== undefined) seen.set(id, revision);
    }
    return result;
  };
  return {
    readFrame: frameNow,
    knowFrame: remember,
    readOkrs: (scope, detail) => lookingAgain(async (where) => noting(await readOkrs(reading, where, scope, detail))),
    openOkrs: (scope, since = NO_CURSORS) =>
      lookingAgain(async (where) => {
        const opened = await openOkrs(reading, where, scope, since);
        if (opened.ok) noting(ok(opened.value.set));
        return opened;
      }),
    readChanges: async (since, question) => {
      const changes = noting(await readChanges(reading, finder, since, question));
      if (!changes.ok && changes.error.type === "NotSetUp") known = undefined;
      if (!changes.ok && changes.error.type === "ResyncNeeded") {
        const broken = new Set(changes.error.partitions);
        starts = new Map([...starts].filter(([key]) => !broken.has(key)));
      }
      return changes;
    },
    readInitiatives: (scope) => lookingAgain((where) => readInitiatives(tables, where, scope)),
    write: (writes, onOutcome, signal) => {
      const paced: SendToGraph =
        writes.length > SHORT_WORK ? (call, stop) => send({ ...call, later: true }, stop) : send;
      return writeAll({ send: paced, tables, finder, frame: () => lastFrame, seen, places, signal }, writes, onOutcome);
    },
  };
};

const skipped: Promise<WriteOutcome> = Promise.resolve({ type: "Skipped" });

const writeAll = async (
  deps: WriteDeps,
  ...[writes, onOutcome]: Parameters<OkrRepository["write"]>
): Promise<readonly WriteOutcome[]> => {
  const outcomes = new Map<number, Promise<WriteOutcome>>();
  /** What somebody else removed already needs no removing. */
  const succeeded = async (position: number): Promise<boolean> => {
    const { type } = await (outcomes.get(position) ?? skipped);
    return type === "Written" || (type === "Gone" && writes[position]?.kind.startsWith("remove") === true);
  };
  const carryOutAfter = async (index: number, waitsFor: readonly number[]): Promise<WriteOutcome> => {
    const before = await Promise.all(waitsFor.map(succeeded));
    const write = writes[index];
    const mayStart = write !== undefined && !before.includes(false);
    const outcome = mayStart ? await carryOut(deps, write) : await skipped;
    onOutcome?.(index, outcome);
    return outcome;
  };
  for (const { index, waitsFor } of workingOrder(dependencies(writes))) {
    outcomes.set(index, carryOutAfter(index, waitsFor));
  }
  return Promise.all(writes.map((_, index) => outcomes.get(index) ?? skipped));
};
