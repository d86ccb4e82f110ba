import type { AccessError } from "#shared/ports/access.ts";
import type { ClockDep } from "#shared/ports/clock.ts";
import type { OkrRepositoryDep, WriteOutcome } from "#shared/ports/okrRepository.ts";
import type { OutboxEntry } from "#shared/ports/outboxStore.ts";
import { afterOutcome, isChange, subjectOf } from "./entries.ts";
import type { Ledger } from "./ledger.ts";
import { createProgress, type Progress } from "./progress.ts";
import { following, sendable } from "./sendable.ts";

/** Rounds settle everything that others do not keep changing while we send. */
const MOST_ROUNDS = 6;

/** How a run ended. */
export interface RunEnd {
  /** Why the rest waits; absent where nothing waits that could be sent. */
  readonly failure?: AccessError;
}

export interface RunInput {
  readonly ledger: Ledger;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** The failure that says most about when to try again. */
const worst = (failures: readonly AccessError[]): AccessError | undefined => {
  const longest = (type: AccessError["type"]): AccessError | undefined => failures.find((error) => error.type === type);
  const busy = failures.filter((error) => error.type === "Busy");
  const asked = busy.toSorted((a, b) => (b.retryAfterMs ?? 0) - (a.retryAfterMs ?? 0))[0];
  return (
    longest("SignInNeeded") ?? longest("NotSetUp") ?? longest("NoLicence") ?? longest("Offline") ?? asked ?? failures[0]
  );
};

/** A change of nothing, for example one that was chosen away. */
const saysNothing = ({ write }: OutboxEntry): boolean => isChange(write) && Object.keys(write.changes).length === 0;

const settledAsIs = (entry: OutboxEntry): OutboxEntry =>
  isChange(entry.write) ? { ...entry, state: { type: "done", revision: entry.write.basedOn } } : entry;

const idOf = ({ id }: OutboxEntry): string => id;

/** Records that more than one open entry is about. */
const subjectsOfSeveral = (entries: readonly OutboxEntry[]): ReadonlySet<string> => {
  const seen = new Set<string>();
  const several = new Set<string>();
  for (const { write, state } of entries) {
    const subject = state.type === "done" ? undefined : subjectOf(write);
    if (subject === undefined) continue;
    if (seen.has(subject)) several.add(subject);
    seen.add(subject);
  }
  return several;
};

/** Sends what waits, round by round, until nothing is left that could be sent now. [OB2] */
export const runOnce = async (
  { okrRepository, clock }: OkrRepositoryDep & ClockDep,
  { ledger, signal, onProgress }: RunInput,
): Promise<RunEnd> => {
  const meter = createProgress(clock.now);
  const settledIds = new Set<string>();
  const failures: AccessError[] = [];
  let shared: ReadonlySet<string> = new Set();

  const note = (entry: OutboxEntry, outcome: WriteOutcome): void => {
    const after = afterOutcome(entry, outcome);
    if (outcome.type === "Failed" && after.state.type === "waiting") failures.push(outcome.error);
    ledger.set([after]);
    if (shared.has(subjectOf(entry.write) ?? "")) ledger.set(following(ledger.current(), after));
    if (after.state.type !== "waiting") settledIds.add(entry.id);
    meter.reached(settledIds.size);
    onProgress(meter.now());
  };

  const sendRound = async (round: readonly OutboxEntry[]): Promise<void> => {
    ledger.set(round.map((entry) => ({ ...entry, state: { type: "sending" } })));
    await ledger.flush();
    // Taken back meanwhile, perhaps in another window.
    const present = new Set(ledger.current().map(idOf));
    const there = round.filter(({ id }) => present.has(id));
    for (const entry of there.filter(saysNothing)) ledger.set([settledAsIs(entry)]);
    const sent = there.filter((entry) => !saysNothing(entry));
    const writes = sent.map(({ write }) => write);
    const told = new Set<number>();
    const onOutcome = (index: number, outcome: WriteOutcome): void => {
      const entry = sent[index];
      if (entry && !told.has(index)) note(entry, outcome);
      told.add(index);
    };
    (await okrRepository.write(writes, onOutcome, signal)).forEach((outcome, index) => onOutcome(index, outcome));
    await ledger.flush();
  };

  for (let round = 0; round < MOST_ROUNDS && failures.length === 0 && !signal.aborted; round += 1) {
    const open = sendable(ledger.current());
    if (open.length === 0) break;
    meter.expect(new Set([...settledIds, ...open.map(idOf)]).size);
    onProgress(meter.now());
    shared = subjectsOfSeveral(ledger.current());
    await sendRound(open);
  }
  const failure = worst(failures);
  return failure ? { failure } : {};
};
