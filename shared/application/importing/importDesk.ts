import { dayOf, instantOf } from "#shared/domain/day.ts";
import { rememberedFrom, withMemory, type RememberedTable } from "#shared/domain/importing/foreign/corrections.ts";
import { guessMapping, readForeign } from "#shared/domain/importing/foreign/guess.ts";
import { importForeign, ownersOf } from "#shared/domain/importing/foreign/importForeign.ts";
import type { SheetMapping } from "#shared/domain/importing/foreign/mapping.ts";
import { directoryQuery } from "#shared/domain/importing/foreign/owners.ts";
import type { ForeignSheet, Place } from "#shared/domain/importing/foreign/sheet.ts";
import type { ImportPlan } from "#shared/domain/importing/settings.ts";
import { nameGuid } from "#shared/domain/importing/guid.ts";
import { currentCycle } from "#shared/domain/okr/cycle.ts";
import { emptyOkrSet, type Frame, type OkrSet } from "#shared/domain/okr/okrSet.ts";
import type { Person } from "#shared/domain/okr/person.ts";
import { ok, type Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { ClockDep } from "#shared/ports/clock.ts";
import type { DirectoryDep } from "#shared/ports/directory.ts";
import type { ForeignPart, ForeignSheetsDep } from "#shared/ports/foreignSheets.ts";
import type { IdsDep } from "#shared/ports/ids.ts";
import type { KeepDep } from "#shared/ports/keep.ts";
import type { LocksDep } from "#shared/ports/locks.ts";
import type { OkrRepositoryDep, OkrWrite } from "#shared/ports/okrRepository.ts";
import type { OutboxStoreDep } from "#shared/ports/outboxStore.ts";
import type { SignInDep } from "#shared/ports/signIn.ts";
import type { NewEntry } from "../outbox/entries.ts";
import { createOutbox, type Outbox } from "../outbox/outbox.ts";
import { createStore, type ReadonlyStore } from "../store.ts";
import type { Destination, ImportFailure, ImportReport, ImportState, NamedOwner, Understood } from "./importState.ts";

export type ImportDeps = OkrRepositoryDep &
  DirectoryDep &
  SignInDep &
  ClockDep &
  IdsDep &
  KeepDep &
  LocksDep &
  OutboxStoreDep &
  ForeignSheetsDep;

/** From somebody's own sheet to drafts of ours: read, understood, corrected, imported, taken back. The sheet is never changed. */
export interface ImportDesk {
  readonly state: ReadonlyStore<ImportState>;
  /** Looks for what an earlier import left. */
  readonly start: () => Promise<void>;
  readonly read: (part: ForeignPart) => Promise<void>;
  /** Reads the sheet anew in another way; the way is remembered for sheets of its shape once it is imported. */
  readonly correct: (change: (sheet: ForeignSheet, mapping: SheetMapping) => SheetMapping) => Promise<void>;
  readonly send: (to: Destination) => Promise<void>;
  /** Says who a name is; undefined leaves it a name. */
  readonly name: (owner: string, person: Person | undefined) => Promise<void>;
  readonly importAll: () => Promise<void>;
  /** Sends what an earlier import left unsent. */
  readonly finish: () => Promise<void>;
  /** Takes back what the last import stored, also on another day. */
  readonly takeBack: () => Promise<void>;
  readonly show: (place: Place) => Promise<void>;
  /** Back to the choice of a sheet. */
  readonly leave: () => void;
  readonly dispose: () => void;
}

const MEMORY = "import.tables";
/** Fixed for good: source names of imports from workbooks are made under it. */
const SOURCES = "c0a1f1b4-54f8-5d1e-9f5d-6a9d2c7d4b10";

const rememberedTables = ({ keep }: KeepDep): Readonly<Record<string, RememberedTable>> => {
  try {
    return JSON.parse(keep.get(MEMORY) ?? "{}") as Readonly<Record<string, RememberedTable>>;
  } catch {
    return {};
  }
};

const remember = (deps: KeepDep, { sheet, mapping }: Understood): void => {
  const tables = { ...rememberedTables(deps), ...Object.fromEntries(rememberedFrom(sheet, mapping)) };
  deps.keep.set(MEMORY, JSON.stringify(tables));
};

const ownerKey = (name: string): string => name.trim().toLowerCase();

const findOwners = async (
  { directory }: DirectoryDep,
  names: readonly string[],
  known: readonly NamedOwner[],
): Promise<Result<readonly NamedOwner[], AccessError>> => {
  const owners: NamedOwner[] = [];
  for (const name of names) {
    const before = known.find((owner) => owner.name === name);
    if (before) {
      owners.push(before);
      continue;
    }
    const found = await directory.findPerson(directoryQuery(name));
    if (!found.ok) return found;
    owners.push({ name, ...(found.value ? { person: found.value } : {}) });
  }
  return ok(owners);
};

interface Planning {
  readonly frame: Frame;
  readonly author: Person;
  readonly nowMs: number;
  readonly locale: string;
}

const planned = (
  { sheet, mapping, destination, owners }: Omit<Understood, "result">,
  { frame, author, nowMs, locale }: Planning,
  existing: OkrSet,
) =>
  importForeign(readForeign(sheet, mapping), {
    source: nameGuid(SOURCES, `${frame.organisation}\n${destination.unitKey}\n${sheet.name}`),
    locale,
    frame,
    existing,
    author,
    now: instantOf(nowMs),
    people: new Map(owners.flatMap(({ name, person }) => (person ? [[ownerKey(name), person] as const] : []))),
    ...destination,
    onlyKnown: true,
    asDrafts: true,
  });

type Draft = Omit<Understood, "result" | "owners">;

/** Plans against nothing first: only then is it known in which units and cycles something may be there already. */
const understood = async (
  deps: ImportDeps,
  place: Pick<Planning, "frame" | "locale">,
  draft: Draft,
  known: readonly NamedOwner[],
): Promise<Result<Understood, AccessError>> => {
  const author = await deps.signIn.current();
  if (!author.ok) return author;
  const owners = await findOwners(deps, ownersOf(readForeign(draft.sheet, draft.mapping)), known);
  if (!owners.ok) return owners;
  const planning = { ...place, author: author.value, nowMs: deps.clock.now() };
  const whole = { ...draft, owners: owners.value };
  const { plan } = planned(whole, planning, emptyOkrSet);
  const cycleKeys = [...new Set([draft.destination.cycleKey, ...plan.objectives.map(({ cycleKey }) => cycleKey)])];
  const units = [...new Set([draft.destination.unitKey, ...plan.objectives.map(({ unitKey }) => unitKey)])];
  const existing = await deps.okrRepository.readOkrs({ cycleKeys, units });
  return existing.ok ? ok({ ...whole, result: planned(whole, planning, existing.value) }) : existing;
};

const writesOf = ({ objectives, keyResults, checkIns }: ImportPlan): readonly (readonly [string, OkrWrite])[] => {
  const titles = new Map<string, string>(keyResults.map(({ id, title }) => [id, title]));
  return [
    ...objectives.map((objective) => [objective.title, { kind: "createObjective", objective }] as const),
    ...keyResults.map((keyResult) => [keyResult.title, { kind: "createKeyResult", keyResult }] as const),
    ...checkIns.map((checkIn) => [titles.get(checkIn.keyResultId) ?? "", { kind: "addCheckIn", checkIn }] as const),
  ];
};

const reportOf = (outbox: Outbox, group: string, failure: ImportFailure | undefined): ImportReport => {
  const entries = outbox.state.get().entries.filter((entry) => entry.group === group);
  const stored = entries.filter(({ state }) => state.type === "done");
  const count = (kind: OkrWrite["kind"]): number => stored.filter(({ write }) => write.kind === kind).length;
  return {
    group,
    objectives: count("createObjective"),
    keyResults: count("createKeyResult"),
    checkIns: count("addCheckIn"),
    left: entries
      .filter(({ state }) => state.type !== "done")
      .map(({ id, label, state }) => ({ id, title: label, state })),
    ...(failure ? { failure } : {}),
  };
};

/** The cycle and the unit that are likeliest meant; a person may choose others. */
const destinationIn = ({ cycles, units }: Frame, nowMs: number): Destination | undefined => {
  const open = cycles.filter(({ closed }) => !closed);
  const cycle = currentCycle(open, dayOf(instantOf(nowMs)));
  const unit = units.find(({ parentKey }) => parentKey === undefined) ?? units[0];
  return cycle && unit ? { cycleKey: cycle.key, unitKey: unit.key } : undefined;
};

/** @param frame of the organisation as it is now @param locale of the workbook, BCP 47 */
export const createImportDesk = (deps: ImportDeps, frame: () => Frame, locale: () => Promise<string>): ImportDesk => {
  const state = createStore<ImportState>({ kind: "choosing" });
  const outbox = createOutbox(deps, "import");

  const understand = async (draft: Draft, known: readonly NamedOwner[]): Promise<void> => {
    const found = await understood(deps, { frame: frame(), locale: await locale() }, draft, known);
    state.set(found.ok ? { kind: "understood", understood: found.value } : { kind: "choosing", failure: found.error });
  };

  const again = async (change: (before: Understood) => Partial<Understood>): Promise<void> => {
    const now = state.get();
    if (now.kind !== "understood") return;
    const { result: _result, ...before } = { ...now.understood, ...change(now.understood) };
    await understand(before, before.owners);
  };

  const read = async (part: ForeignPart): Promise<void> => {
    state.set({ kind: "reading" });
    const sheet = await deps.foreignSheets.read(part);
    if (!sheet.ok) return state.set({ kind: "choosing", failure: sheet.error });
    if (!sheet.value) return state.set({ kind: "choosing", failure: { type: "NothingThere" } });
    const destination = destinationIn(frame(), deps.clock.now());
    if (!destination) return state.set({ kind: "choosing", failure: { type: "NoOpenCycle" } });
    const tables = rememberedTables(deps);
    const mapping = withMemory(sheet.value, guessMapping(sheet.value), (shape) => tables[shape]);
    await understand({ sheet: sheet.value, mapping, destination }, []);
  };

  const importAll = async (): Promise<void> => {
    const now = state.get();
    if (now.kind !== "understood") return;
    const author = await deps.signIn.current();
    if (!author.ok) return state.set({ ...now, failure: author.error });
    const group = deps.ids.guid();
    const entries = writesOf(now.understood.result.plan).map(([label, write]): NewEntry => ({
      id: deps.ids.guid(),
      group,
      label,
      at: instantOf(deps.clock.now()),
      author: author.value,
      write,
    }));
    // One import can be taken back: the last one.
    const earlier = outbox.state.get().entries.filter((entry) => entry.state.type === "done");
    await outbox.forget(new Set(earlier.map(({ id }) => id)));
    const added = await outbox.add(entries);
    if (!added.ok) return state.set({ ...now, failure: added.error });
    remember(deps, now.understood);
    await sendAll(group, now.understood);
  };

  const sendAll = async (group: string, from?: Understood): Promise<void> => {
    const stop = outbox.state.subscribe(() => {
      const { running } = outbox.state.get();
      if (running) state.set({ kind: "sending", done: running.done, total: running.total });
    });
    state.set({ kind: "sending", done: 0, total: 0 });
    const { failure } = await outbox.run();
    stop();
    state.set({ kind: "done", report: reportOf(outbox, group, failure), ...(from ? { understood: from } : {}) });
  };

  /** What the last import is: its group, wherever the screen is. */
  const lastReport = (): ImportReport | undefined => {
    const last = outbox.state.get().entries.at(-1);
    return last && reportOf(outbox, last.group, undefined);
  };

  const takeBack = async (): Promise<void> => {
    const report = lastReport();
    if (!report) return;
    const undone = await outbox.undo(report.group);
    if (!undone.ok) return state.set({ kind: "done", report: { ...report, failure: undone.error } });
    const { failure } = await outbox.run();
    if (failure) return state.set({ kind: "done", report: { ...report, failure } });
    await outbox.forget(new Set(outbox.state.get().entries.map(({ id }) => id)));
    state.set({ kind: "takenBack", count: undone.value.takenBack, stays: undone.value.stays });
  };

  return {
    state,
    start: async () => {
      await outbox.load();
      const last = lastReport();
      if (last && state.get().kind === "choosing") state.set({ kind: "choosing", last });
    },
    read,
    correct: (change) => again(({ sheet, mapping }) => ({ mapping: change(sheet, mapping) })),
    send: (destination) => again(() => ({ destination })),
    name: (owner, person) =>
      again(({ owners }) => ({
        owners: owners.map((one) => (one.name === owner ? { name: owner, ...(person ? { person } : {}) } : one)),
      })),
    importAll,
    finish: async () => {
      const last = lastReport();
      if (last) await sendAll(last.group);
    },
    takeBack,
    show: async (place) => {
      const now = state.get();
      if (now.kind === "understood") await deps.foreignSheets.show(now.understood.sheet, place);
    },
    leave: () => {
      const last = lastReport();
      state.set({ kind: "choosing", ...(last ? { last } : {}) });
    },
    dispose: outbox.dispose,
  };
};
