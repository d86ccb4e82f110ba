import { instantOf } from "#shared/domain/day.ts";
import { decodeBindings, encodeBindings } from "#shared/domain/liveCells/bindingText.ts";
import type { Binding } from "#shared/domain/liveCells/liveCell.ts";
import { checkInId } from "#shared/domain/okr/ids.ts";
import type { KeyResult } from "#shared/domain/okr/keyResult.ts";
import { emptyOkrSet, type Frame, type OkrSet } from "#shared/domain/okr/okrSet.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { BoundCell, BoundCells } from "#shared/ports/boundCells.ts";
import type { ClockDep } from "#shared/ports/clock.ts";
import type { IdsDep } from "#shared/ports/ids.ts";
import type { LocksDep } from "#shared/ports/locks.ts";
import type { OkrRepositoryDep } from "#shared/ports/okrRepository.ts";
import type { OutboxEntry } from "#shared/ports/outboxStore.ts";
import type { SignInDep } from "#shared/ports/signIn.ts";
import type { Spreadsheet } from "#shared/ports/spreadsheet.ts";
import type { NewEntry } from "../outbox/entries.ts";
import { createOutbox } from "../outbox/outbox.ts";
import { decodeOutbox, encodeOutbox } from "../sheet/outbox.ts";
import { createWorkbookOutbox } from "../sheet/workbookOutbox.ts";
import { createStore, type ReadonlyStore } from "../store.ts";
import { bindingOf, linesOf } from "./lines.ts";
import { isSendable, type LiveCellsState, type LiveFailure, type LiveLine } from "./liveState.ts";

export type LiveCellsDeps = OkrRepositoryDep &
  SignInDep &
  ClockDep &
  IdsDep &
  LocksDep & {
    readonly cells: BoundCells;
    /** Where the workbook keeps bindings and what of them is on its way. */
    readonly parts: Pick<Spreadsheet, "readParts" | "writeParts">;
    /** The note of a check-in that comes from a cell. */
    readonly noteFrom: (address: string) => string;
  };

/** Cells of the workbook that drive key results. */
export interface LiveCells {
  readonly state: ReadonlyStore<LiveCellsState>;
  /** Reads bindings, cells and what is reported now; also the way to look again. */
  readonly load: (frame: Frame) => Promise<void>;
  /** Binds the selected cell. A key result has one cell; an earlier one is let go. */
  readonly bind: (frame: Frame, keyResult: KeyResult) => Promise<void>;
  readonly unbind: (frame: Frame, id: string) => Promise<void>;
  /** The cell is the right one although the text beside it is another. */
  readonly accept: (frame: Frame, id: string) => Promise<void>;
  readonly show: (id: string) => Promise<void>;
  /** Sends what is shown as ready, or nothing when a cell says something else by now. [BC7] */
  readonly send: (frame: Frame) => Promise<void>;
  readonly dispose: () => void;
}

const sameValues = (a: readonly LiveLine[], b: readonly LiveLine[]): boolean => {
  const said = (lines: readonly LiveLine[]): string =>
    JSON.stringify(lines.map(({ binding, state, cell }) => [binding.id, state, cell?.address]));
  return said(a) === said(b);
};

// oxlint-disable-next-line max-lines-per-function -- one closure owns the bindings; its steps are short functions
export const createLiveCells = (deps: LiveCellsDeps): LiveCells => {
  const { okrRepository, cells, parts, clock, ids, signIn } = deps;
  const state = createStore<LiveCellsState>({ kind: "loading" });
  const store = createWorkbookOutbox<readonly Binding[]>(
    {
      readOutbox: async () => {
        const read = await parts.readParts("outbox");
        return read.ok ? ok(decodeOutbox(read.value)) : read;
      },
      keep: ({ outbox, baseline }) =>
        parts.writeParts({
          ...(outbox ? { outbox: encodeOutbox(outbox) } : {}),
          ...(baseline ? { baseline: encodeBindings(baseline) } : {}),
        }),
    },
    () => undefined,
  );
  const outbox = createOutbox({ ...deps, outboxStore: store }, "live-cells");
  let bindings: readonly Binding[] = [];

  const keepBindings = (next: readonly Binding[]): Promise<Result<void, LiveFailure>> => {
    bindings = next;
    return parts.writeParts({ baseline: encodeBindings(next) });
  };

  const shown = (): readonly LiveLine[] => {
    const now = state.get();
    return now.kind === "ready" ? now.lines : [];
  };

  const show = (more: Partial<Extract<LiveCellsState, { kind: "ready" }>>): void =>
    state.set({ kind: "ready", lines: shown(), ...more });

  const readOkrs = async (): Promise<Result<OkrSet, LiveFailure>> => {
    if (bindings.length === 0) return ok(emptyOkrSet);
    const units = [...new Set(bindings.map(({ unitKey }) => unitKey))];
    const cycleKeys = [...new Set(bindings.map(({ cycleKey }) => cycleKey))];
    return okrRepository.readOkrs({ cycleKeys, units });
  };

  const look = async (frame: Frame): Promise<Result<readonly LiveLine[], LiveFailure>> => {
    const read = await parts.readParts("baseline");
    if (!read.ok) return read;
    bindings = decodeBindings(read.value);
    const loaded = await outbox.load();
    if (!loaded.ok) return err(store.failure() ?? { type: "Unexpected" });
    const [present, set] = await Promise.all([
      bindings.length === 0 ? ok(new Map<string, BoundCell>()) : cells.read(bindings.map(({ name }) => name)),
      readOkrs(),
    ]);
    if (!present.ok) return present;
    if (!set.ok) return set;
    const { entries } = outbox.state.get();
    return ok(linesOf(bindings, { frame, set: set.value, cells: present.value, entries, nowMs: clock.now() }));
  };

  const load = async (frame: Frame): Promise<void> => {
    const busy = state.get().kind === "ready" ? ({ busy: "reading" } as const) : {};
    if (busy.busy) show(busy);
    const lines = await look(frame);
    show(lines.ok ? { lines: lines.value } : { failure: lines.error });
  };

  /** One action at a time; afterwards everything is looked at again. */
  const change = async (frame: Frame, action: () => Promise<Result<unknown, LiveFailure>>): Promise<void> => {
    const now = state.get();
    if (now.kind !== "ready" || now.busy) return;
    show({ busy: "reading" });
    const done = await action();
    if (!done.ok) return show({ failure: done.error });
    await load(frame);
  };

  const bind = async ({
    id: keyResultId,
    unitKey,
    cycleKey,
    title,
  }: KeyResult): Promise<Result<unknown, LiveFailure>> => {
    const bound = await cells.bind(title);
    if (!bound.ok) return bound;
    const { name, cell } = bound.value;
    const before = bindings.filter((one) => one.keyResultId === keyResultId);
    for (const one of before) await cells.unbind(one.name);
    const binding = { id: ids.guid(), name, keyResultId, unitKey, cycleKey, title, label: cell.label };
    return keepBindings([...bindings.filter((one) => !before.includes(one)), binding]);
  };

  const unbind = async (id: string): Promise<Result<unknown, LiveFailure>> => {
    const binding = bindings.find((one) => one.id === id);
    if (!binding) return ok(undefined);
    const gone = await cells.unbind(binding.name);
    return gone.ok ? keepBindings(bindings.filter((one) => one !== binding)) : gone;
  };

  const accept = (id: string): Promise<Result<unknown, LiveFailure>> => {
    const label = shown().find(({ binding }) => binding.id === id)?.cell?.label;
    return keepBindings(bindings.map((one) => (one.id === id && label !== undefined ? { ...one, label } : one)));
  };

  const entriesOf = async (lines: readonly LiveLine[]): Promise<Result<readonly NewEntry[], LiveFailure>> => {
    const author = await signIn.current();
    if (!author.ok) return author;
    const group = ids.guid();
    const at = instantOf(clock.now());
    return ok(
      lines.flatMap(({ binding, state: { type, ...judged }, cell }) => {
        if (type !== "ready" || !("value" in judged) || !cell) return [];
        const { id, keyResultId, unitKey, cycleKey, title: label } = binding;
        const note = deps.noteFrom(cell.address);
        const checkIn = { keyResultId, unitKey, cycleKey, at, author: author.value, value: judged.value, note };
        const write = { kind: "addCheckIn", checkIn: { ...checkIn, id: checkInId(ids.guid()) } } as const;
        const context = { binding: id, address: cell.address };
        return [{ id: ids.guid(), group, label, at, author: author.value, write, context }];
      }),
    );
  };

  /** What a binding remembers of what was stored for it. */
  const withSent = (entries: readonly OutboxEntry[]): readonly Binding[] => {
    const stored = new Map(
      entries.filter((entry) => entry.state.type === "done").map((entry) => [bindingOf(entry), entry] as const),
    );
    return bindings.map((binding) => {
      const entry = stored.get(binding.id);
      const value = entry?.write.kind === "addCheckIn" ? entry.write.checkIn.value : undefined;
      if (!entry || value === undefined) return binding;
      const { address } = entry.context as { readonly address: string };
      return { ...binding, sent: { value, at: entry.at, address } };
    });
  };

  /** Sends what is kept, remembers what was stored, and lets go of what is over. [BC8] */
  const run = async (): Promise<Result<number, LiveFailure>> => {
    const end = await outbox.run();
    const { entries } = outbox.state.get();
    const over = entries.filter(({ state: { type } }) => type === "done");
    bindings = withSent(entries);
    store.alongside(bindings);
    const kept = await outbox.forget(new Set(over.map(({ id }) => id)));
    if (!kept.ok) return err(store.failure() ?? { type: "Unexpected" });
    return end.failure ? err(end.failure) : ok(over.length);
  };

  const send = async (frame: Frame): Promise<void> => {
    const now = state.get();
    if (now.kind !== "ready" || now.busy) return;
    const before = now.lines;
    show({ busy: "sending" });
    const lines = await look(frame);
    if (!lines.ok) return show({ failure: lines.error });
    if (!sameValues(before, lines.value)) return show({ lines: lines.value, renewed: true });
    const refused = outbox.state.get().entries.filter((entry) => entry.state.type === "refused");
    await outbox.forget(new Set(refused.map(({ id }) => id)));
    const entries = await entriesOf(lines.value.filter(isSendable));
    if (!entries.ok) return show({ failure: entries.error });
    const kept = await outbox.add(entries.value);
    if (!kept.ok) return show({ failure: store.failure() ?? { type: "Unexpected" } });
    const stored = await run();
    const after = await look(frame);
    show({
      ...(after.ok ? { lines: after.value } : {}),
      ...(stored.ok ? { stored: stored.value } : { failure: stored.error }),
    });
  };

  return {
    state,
    load,
    bind: (frame, keyResult) => change(frame, () => bind(keyResult)),
    unbind: (frame, id) => change(frame, () => unbind(id)),
    accept: (frame, id) => change(frame, () => accept(id)),
    show: async (id) => {
      const binding = bindings.find((one) => one.id === id);
      const done = binding ? await cells.show(binding.name) : ok(undefined);
      if (!done.ok) show({ failure: done.error });
    },
    send,
    dispose: outbox.dispose,
  };
};
