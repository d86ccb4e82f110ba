import { dayOf, instantOf } from "#shared/domain/day.ts";
import { judgeLiveCell, type Binding } from "#shared/domain/liveCells/liveCell.ts";
import { checkInId } from "#shared/domain/okr/ids.ts";
import type { CheckIn } from "#shared/domain/okr/checkIn.ts";
import type { Frame, OkrSet } from "#shared/domain/okr/okrSet.ts";
import type { Person } from "#shared/domain/okr/person.ts";
import { viewOkrs, type KeyResultView } from "#shared/domain/okr/view.ts";
import { checkInProblems } from "#shared/domain/problems/checkInProblems.ts";
import { problemContext } from "#shared/domain/problems/context.ts";
import type { BoundCell } from "#shared/ports/boundCells.ts";
import type { OutboxEntry } from "#shared/ports/outboxStore.ts";
import type { LiveLine } from "./liveState.ts";

/** What a line is made of besides its binding. */
export interface Surroundings {
  readonly frame: Frame;
  readonly set: OkrSet;
  readonly cells: ReadonlyMap<string, BoundCell>;
  readonly entries: readonly OutboxEntry[];
  readonly nowMs: number;
}

/** The binding that an entry sends. Entries of live cells are made by `entryOf` only. */
export const bindingOf = ({ context }: Pick<OutboxEntry, "context">): string =>
  String((context as { binding?: unknown }).binding);

const draft = ({ keyResultId, unitKey, cycleKey }: Binding, value: number, nowMs: number): CheckIn => ({
  id: checkInId(""),
  keyResultId,
  unitKey,
  cycleKey,
  at: instantOf(nowMs),
  author: { id: "" as Person["id"], name: "" },
  value,
  note: "-",
});

const onTheWay = (binding: Binding, entries: readonly OutboxEntry[]): Pick<LiveLine, "refused" | "onItsWay"> => {
  const entry = entries.findLast((one) => bindingOf(one) === binding.id);
  if (!entry || entry.state.type === "done") return {};
  return entry.state.type === "refused" ? { refused: entry.state.reason } : { onItsWay: true };
};

export const linesOf = (
  bindings: readonly Binding[],
  { frame, set, cells, entries, nowMs }: Surroundings,
): readonly LiveLine[] => {
  const views = new Map<string, KeyResultView>(
    viewOkrs(set, frame, dayOf(instantOf(nowMs))).flatMap(({ keyResults }) =>
      keyResults.map((view) => [view.keyResult.id, view] as const),
    ),
  );
  const context = problemContext(set, frame);
  return bindings.map((binding) => {
    const cell = cells.get(binding.name);
    const view = views.get(binding.keyResultId);
    const reported = view?.value === undefined ? {} : { value: view.value };
    const state = judgeLiveCell(binding, cell, view && { measure: view.keyResult.measure, ...reported });
    const found =
      state.type === "ready" ? checkInProblems(draft(binding, state.value, nowMs), instantOf(nowMs), context) : [];
    return {
      binding,
      state,
      remarks: found.filter(({ field }) => field === "value" || field === "cycleKey"),
      ...onTheWay(binding, entries),
      ...(cell ? { cell } : {}),
      ...(view ? { keyResult: view.keyResult } : {}),
      ...(view?.value === undefined ? {} : { reported: view.value }),
    };
  });
};
