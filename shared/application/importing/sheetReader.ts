import { rememberedFrom, withMemory, type RememberedTable } from "#shared/domain/importing/foreign/corrections.ts";
import { guessMappingInSlices } from "#shared/domain/importing/foreign/guess.ts";
import type { ForeignSheet } from "#shared/domain/importing/foreign/sheet.ts";
import { explorerSheet } from "#shared/domain/importing/viva/explorerSheet.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import type { ForeignFilesDep, PickedFile } from "#shared/ports/foreignFiles.ts";
import type { ForeignPart, ForeignSheetsDep } from "#shared/ports/foreignSheets.ts";
import type { KeepDep } from "#shared/ports/keep.ts";
import type { Store } from "../store.ts";
import type { ImportFailure, ImportState, NamedOwner, Understood } from "./importState.ts";
import { inSlices, type Turn } from "./inSlices.ts";
import { destinationIn, understood, type Draft, type UnderstandDeps } from "./understand.ts";

export type SheetReaderDeps = UnderstandDeps & KeepDep & ForeignSheetsDep & ForeignFilesDep;

/** The first half of the import: from a sheet or file to what was understood of it. */
export interface SheetReader {
  readonly read: (part: ForeignPart) => Promise<void>;
  readonly readFiles: (files: readonly PickedFile[]) => Promise<void>;
  readonly begin: (sheet: ForeignSheet) => Promise<void>;
  /** Understands the sheet anew after a change. */
  readonly again: (change: (before: Understood) => Partial<Understood>) => Promise<void>;
  /** Whatever is being read is given up at its next pause. */
  readonly stop: () => void;
}

const MEMORY = "import.tables";

const rememberedTables = ({ keep }: KeepDep): Readonly<Record<string, RememberedTable>> => {
  try {
    return JSON.parse(keep.get(MEMORY) ?? "{}") as Readonly<Record<string, RememberedTable>>;
  } catch {
    return {};
  }
};

/** Keeps how the tables of a sheet were read, for the next sheet of their shape. [IF3] */
export const rememberTables = (deps: KeepDep, { sheet, mapping }: Understood): void => {
  const tables = { ...rememberedTables(deps), ...Object.fromEntries(rememberedFrom(sheet, mapping)) };
  deps.keep.set(MEMORY, JSON.stringify(tables));
};

interface Around {
  readonly state: Store<ImportState>;
  readonly frame: () => Frame;
  /** Of the workbook, BCP 47. */
  readonly locale: () => Promise<string>;
}

export const createSheetReader = (deps: SheetReaderDeps, { state, frame, locale }: Around): SheetReader => {
  let turn = 0;
  /** Whatever was begun before is over: only the newest work may set the state. */
  const nextTurn = (share: Turn["share"] = () => undefined): Turn => {
    turn += 1;
    const own = turn;
    return { isOver: () => own !== turn, share };
  };
  const fail = (failure: ImportFailure): void => state.set({ kind: "choosing", failure });

  /** What is being understood: a change made meanwhile is one of it, so that none is lost. */
  let underWay: { readonly draft: Draft; readonly known: readonly NamedOwner[] } | undefined;

  const understand = async (draft: Draft, known: readonly NamedOwner[], own: Turn): Promise<void> => {
    underWay = { draft, known };
    const found = await understood(deps, { frame: frame(), usual: await locale() }, { draft, known }, own);
    if (!found || own.isOver()) return;
    underWay = undefined;
    if (found.ok) state.set({ kind: "understood", understood: found.value });
    else fail(found.error);
  };

  const again = async (change: (before: Understood) => Partial<Understood>): Promise<void> => {
    const now = state.get();
    if (now.kind !== "understood") return;
    const latest = { ...now.understood, ...underWay?.draft };
    const { result: _result, ...before } = { ...latest, ...change(latest) };
    const own = nextTurn((share) => {
      const shown = state.get();
      if (shown.kind === "understood") state.set({ ...shown, busy: share });
    });
    await understand(before, before.owners, own);
  };

  const begin = async (found: ForeignSheet): Promise<void> => {
    underWay = undefined;
    const own = nextTurn((share) => {
      if (state.get().kind === "reading") state.set({ kind: "reading", share });
    });
    state.set({ kind: "reading" });
    const destination = destinationIn(frame(), deps.clock.now());
    if (!destination) return fail({ type: "NoOpenCycle" });
    const sheet = explorerSheet(found) ?? found;
    const guessed = await inSlices(deps, own, guessMappingInSlices(sheet));
    if (!guessed || own.isOver()) return;
    const tables = rememberedTables(deps);
    const mapping = withMemory(sheet, guessed, (shape) => tables[shape]);
    await understand({ sheet, mapping, destination }, [], own);
  };

  const read = async (part: ForeignPart): Promise<void> => {
    const own = nextTurn();
    state.set({ kind: "reading" });
    const sheet = await deps.foreignSheets.read(part);
    if (own.isOver()) return;
    if (!sheet.ok) return fail(sheet.error);
    if (!sheet.value) return fail({ type: "NothingThere" });
    await begin(sheet.value);
  };

  const readFiles = async (files: readonly PickedFile[]): Promise<void> => {
    const own = nextTurn();
    state.set({ kind: "reading" });
    const file = await deps.foreignFiles.read(files);
    if (own.isOver()) return;
    if (!file.ok) return fail(file.error);
    const [first, ...others] = file.value.sheets;
    if (first && others.length === 0) return begin(first);
    state.set({ kind: "choosingSheet", file: file.value });
  };

  const stop = (): void => {
    underWay = undefined;
    nextTurn();
  };
  return { read, readFiles, begin, again, stop };
};
