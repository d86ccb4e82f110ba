import { instantOf } from "#shared/domain/day.ts";
import type { SheetMapping } from "#shared/domain/importing/foreign/mapping.ts";
import type { ForeignSheet, Place } from "#shared/domain/importing/foreign/sheet.ts";
import type { ImportPlan } from "#shared/domain/importing/settings.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import type { Person } from "#shared/domain/okr/person.ts";
import type { ClockDep } from "#shared/ports/clock.ts";
import type { DirectoryDep } from "#shared/ports/directory.ts";
import type { ForeignFilesDep, PickedFile } from "#shared/ports/foreignFiles.ts";
import type { ForeignPart, ForeignSheetsDep } from "#shared/ports/foreignSheets.ts";
import type { IdsDep } from "#shared/ports/ids.ts";
import type { KeepDep } from "#shared/ports/keep.ts";
import type { LocksDep } from "#shared/ports/locks.ts";
import type { OkrRepositoryDep, OkrWrite } from "#shared/ports/okrRepository.ts";
import type { OutboxStoreDep } from "#shared/ports/outboxStore.ts";
import type { ReportSheets, ReportSheetsDep } from "#shared/ports/reportSheets.ts";
import type { SignInDep } from "#shared/ports/signIn.ts";
import type { NewEntry } from "../outbox/entries.ts";
import { createOutbox, type Outbox } from "../outbox/outbox.ts";
import { createStore, type ReadonlyStore } from "../store.ts";
import type { Destination, ImportFailure, ImportReport, ImportState, Understood } from "./importState.ts";
import { createSheetReader, rememberTables } from "./sheetReader.ts";

export type ImportDeps = OkrRepositoryDep &
  DirectoryDep &
  SignInDep &
  ClockDep &
  IdsDep &
  KeepDep &
  LocksDep &
  OutboxStoreDep &
  ForeignSheetsDep &
  ForeignFilesDep &
  ReportSheetsDep;

/** From somebody's own sheet to drafts of ours: read, understood, corrected, imported, taken back. The sheet is never changed. */
export interface ImportDesk {
  readonly state: ReadonlyStore<ImportState>;
  /** Looks for what an earlier import left. */
  readonly start: () => Promise<void>;
  readonly read: (part: ForeignPart) => Promise<void>;
  /** A file of the device, or the parts of one export; a workbook with several sheets asks which. */
  readonly readFiles: (files: readonly PickedFile[]) => Promise<void>;
  readonly chooseSheet: (sheet: ForeignSheet) => Promise<void>;
  /** Reads the sheet anew in another way; the way is remembered for sheets of its shape once it is imported. */
  readonly correct: (change: (sheet: ForeignSheet, mapping: SheetMapping) => SheetMapping) => Promise<void>;
  readonly send: (to: Destination) => Promise<void>;
  /** Says how numbers and days are written in the sheet, BCP 47. */
  readonly writeAs: (locale: string) => Promise<void>;
  /** Says who a name is; undefined leaves it a name. */
  readonly name: (owner: string, person: Person | undefined) => Promise<void>;
  readonly importAll: () => Promise<void>;
  /** Sends what an earlier import left unsent. */
  readonly finish: () => Promise<void>;
  /** Takes back what the last import stored, also on another day. */
  readonly takeBack: () => Promise<void>;
  readonly show: (place: Place) => Promise<void>;
  /** Puts a list into a new sheet of the open workbook. */
  readonly report: ReportSheets["add"];
  /** Back to the choice of a sheet; what is being read is stopped. */
  readonly leave: () => void;
  readonly dispose: () => void;
}

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

/** @param frame of the organisation as it is now @param locale of the workbook, BCP 47 */
export const createImportDesk = (deps: ImportDeps, frame: () => Frame, locale: () => Promise<string>): ImportDesk => {
  const state = createStore<ImportState>({ kind: "choosing" });
  const outbox = createOutbox(deps, "import");

  const reader = createSheetReader(deps, { state, frame, locale });

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
    rememberTables(deps, now.understood);
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
    read: reader.read,
    readFiles: reader.readFiles,
    chooseSheet: reader.begin,
    writeAs: (written) => reader.again(() => ({ locale: written })),
    correct: (change) => reader.again(({ sheet, mapping }) => ({ mapping: change(sheet, mapping) })),
    send: (destination) => reader.again(() => ({ destination })),
    name: (owner, person) =>
      reader.again(({ owners }) => ({
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
      if (now.kind !== "understood" || now.understood.sheet.from === "file") return;
      await deps.foreignSheets.show(now.understood.sheet, place);
    },
    report: deps.reportSheets.add,
    leave: () => {
      reader.stop();
      const last = lastReport();
      state.set({ kind: "choosing", ...(last ? { last } : {}) });
    },
    dispose: outbox.dispose,
  };
};
