import { logEntryId, type LogEntry } from "#shared/domain/audit/logEntry.ts";
import { instantOf } from "#shared/domain/day.ts";
import type { Cycle } from "#shared/domain/okr/cycle.ts";
import type { CycleKey } from "#shared/domain/okr/ids.ts";
import { noInitiatives } from "#shared/domain/okr/initiative.ts";
import { emptyOkrSet, type Frame } from "#shared/domain/okr/okrSet.ts";
import type { Person } from "#shared/domain/okr/person.ts";
import { ok, type Result } from "#shared/domain/result.ts";
import type { ExportDocument } from "#shared/domain/transfer/document.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { ClockDep } from "#shared/ports/clock.ts";
import type { HistoryDep } from "#shared/ports/history.ts";
import type { IdsDep } from "#shared/ports/ids.ts";
import type { OkrRepositoryDep, WriteOutcome } from "#shared/ports/okrRepository.ts";
import type { NewerSchema, ProvisioningDep } from "#shared/ports/provisioning.ts";
import {
  NOTHING,
  planOf,
  RESTORED_KINDS,
  sameRecord,
  type Missing,
  type Plan,
  type Present,
  type RestoreFinding,
  type RestoreReport,
} from "./restorePlan.ts";

export type RestoreDeps = OkrRepositoryDep & ProvisioningDep & HistoryDep & ClockDep & IdsDep;

export interface RestoreOptions {
  readonly author: Person;
  /** Told how many of how many missing records have been tried. */
  readonly onProgress?: (done: number, all: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Brings an export to a site: makes what is missing there, changes nothing that is there, and may be repeated until everything
 * is. Check-ins and log keep their authors and moments.
 */
export const restore =
  (deps: RestoreDeps) =>
  async (
    document: ExportDocument,
    options: RestoreOptions,
  ): Promise<Result<RestoreReport, AccessError | NewerSchema>> => {
    const frame = await readyFrame(deps, document);
    if (!frame.ok) return frame;
    const opened = await openCycles(deps, document, frame.value);
    if (!opened.ok) return opened;
    const present = await readPresent(deps, frame.value, document);
    if (!present.ok) return present;
    const plan = planOf(document, present.value);
    const outcomes = await carryOut(deps, plan.missing, options);
    const closed = await closeCycles(deps, document, opened.value.made);
    if (!closed.ok) return closed;
    const report = reportOf(plan, outcomes, opened.value);
    await logRestore(deps, report, options.author);
    return ok(report);
  };

/** Settings are taken over by a site that has nothing yet; one that is in use keeps its own. */
const readyFrame = async (
  { okrRepository, provisioning }: RestoreDeps,
  { organisation, levels }: ExportDocument,
): Promise<Result<Frame, AccessError | NewerSchema>> => {
  const before = await okrRepository.readFrame();
  if (!before.ok && before.error.type !== "NotSetUp") return before;
  const isUsed = before.ok && before.value.units.length + before.value.cycles.length > 0;
  if (isUsed) return before;
  const provisioned = await provisioning.provision({ organisation, levels });
  return provisioned.ok ? okrRepository.readFrame() : provisioned;
};

interface Opened {
  readonly made: readonly CycleKey[];
  readonly present: number;
  readonly findings: readonly RestoreFinding[];
}

/** Cycles come first and with their lists, so that OKRs find their place; closed ones stay open until their OKRs are there. */
const openCycles = async (
  { provisioning, okrRepository }: RestoreDeps,
  { cycles, partitions }: ExportDocument,
  frame: Frame,
): Promise<Result<Opened, AccessError | NewerSchema>> => {
  const known = new Map(frame.cycles.map((cycle) => [cycle.key, cycle]));
  const findings: RestoreFinding[] = [];
  const made: CycleKey[] = [];
  for (const cycle of cycles) {
    const there = known.get(cycle.key);
    if (there) {
      // Whether it is closed is what people decided there.
      const isSame = sameRecord({ ...there, closed: cycle.closed }, cycle);
      if (!isSame) findings.push(cycleFinding(cycle, { type: "Different" }));
      continue;
    }
    const plan = partitions.filter(({ cycleKey }) => cycleKey === cycle.key);
    const opened = await provisioning.openCycle(
      { ...cycle, closed: false },
      plan.map((partition) => ({ ...partition, closed: false })),
    );
    if (opened.ok) {
      made.push(cycle.key);
    } else if (opened.error.type === "CycleInUse" || opened.error.type === "OtherPlan") {
      findings.push(cycleFinding(cycle, { type: "OtherPlan" }));
    } else {
      return { ok: false, error: opened.error };
    }
  }
  if (made.length > 0) await okrRepository.readFrame();
  return ok({ made, present: cycles.length - made.length - findings.length, findings });
};

const cycleFinding = ({ key, name }: Cycle, why: RestoreFinding["why"]): RestoreFinding => ({
  kind: "cycles",
  id: key,
  title: name,
  why,
});

const readPresent = async (
  { okrRepository, history }: RestoreDeps,
  frame: Frame,
  { cycles }: ExportDocument,
): Promise<Result<Present, AccessError>> => {
  const cycleKeys = cycles.map(({ key }) => key);
  const scope = { cycleKeys, units: "all" } as const;
  const set = cycleKeys.length === 0 ? ok(emptyOkrSet) : await okrRepository.readOkrs(scope);
  if (!set.ok) return set;
  const work = cycleKeys.length === 0 ? ok(noInitiatives) : await okrRepository.readInitiatives(scope);
  if (!work.ok) return work;
  const log = await history.readLog("everything");
  return log.ok ? ok({ frame, set: set.value, work: work.value, log: log.value }) : log;
};

/** Records that are handed over at once: enough for full batches, few enough for the memory. */
const TOGETHER = 5000;

const carryOut = async (
  { okrRepository }: RestoreDeps,
  missing: readonly Missing[],
  { onProgress, signal }: RestoreOptions,
): Promise<readonly WriteOutcome[]> => {
  const outcomes: WriteOutcome[] = [];
  let done = 0;
  for (let start = 0; start < missing.length; start += TOGETHER) {
    const writes = missing.slice(start, start + TOGETHER).map(({ write }) => write);
    const tried = await okrRepository.write(writes, () => onProgress?.((done += 1), missing.length), signal);
    outcomes.push(...tried);
  }
  return outcomes;
};

const closeCycles = async (
  { provisioning }: RestoreDeps,
  { cycles }: ExportDocument,
  made: readonly CycleKey[],
): Promise<Result<void, AccessError | NewerSchema>> => {
  for (const { key } of cycles.filter((cycle) => cycle.closed && made.includes(cycle.key))) {
    const closed = await provisioning.closeCycle(key, true);
    if (!closed.ok) return closed;
  }
  return ok(undefined);
};

const reportOf = (plan: Plan, outcomes: readonly WriteOutcome[], opened: Opened): RestoreReport => {
  const counts = { ...plan.counts };
  const otherwise = opened.findings.length;
  counts.cycles = { ...NOTHING, made: opened.made.length, present: opened.present, different: otherwise };
  const refused: RestoreFinding[] = [];
  for (const [index, { kind, id, title }] of plan.missing.entries()) {
    const outcome = outcomes[index] ?? { type: "Skipped" };
    const before = counts[kind];
    if (outcome.type === "Written") {
      counts[kind] = { ...before, made: before.made + 1 };
    } else {
      counts[kind] = { ...before, refused: before.refused + 1 };
      refused.push({ kind, id, title, why: outcome });
    }
  }
  return { counts, findings: [...opened.findings, ...plan.findings, ...refused] };
};

const logRestore = async (
  { okrRepository, clock, ids }: RestoreDeps,
  { counts }: RestoreReport,
  author: Person,
): Promise<void> => {
  const made = RESTORED_KINDS.filter((kind) => counts[kind].made > 0).map((kind) => `${kind} ${counts[kind].made}`);
  if (made.length === 0) return;
  const entry: LogEntry = {
    id: logEntryId(ids.guid()),
    at: instantOf(clock.now()),
    author,
    action: "restore",
    reason: made.join(", "),
  };
  await okrRepository.write([{ kind: "addLogEntry", entry }]);
};
