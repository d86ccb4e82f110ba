import type { KeyResult } from "#shared/domain/okr/keyResult.ts";
import type { Objective, ParentRef } from "#shared/domain/okr/objective.ts";
import type { OkrWrite } from "./okrRepository.ts";

/** What a write brings into being or touches, and what must be there before it. */
interface Links {
  readonly touches: readonly string[];
  readonly needs: readonly string[];
}

const cycle = (key: string | undefined): readonly string[] => (key === undefined ? [] : [`cycle ${key}`]);
const unit = (key: string | undefined): readonly string[] => (key === undefined ? [] : [`unit ${key}`]);
const objective = (id: string | undefined): readonly string[] => (id === undefined ? [] : [`objective ${id}`]);
const keyResult = (id: string): string => `keyResult ${id}`;
const parents = (refs: readonly ParentRef[] | undefined): readonly string[] =>
  (refs ?? []).map((ref) => `${ref.kind} ${ref.id}`);

/** A move touches all that moves, so that what was asked for earlier of a part of it is done before. */
const movedLinks = ({ id, unitKey, cycleKey, parents: refs }: Objective, moved: readonly KeyResult[]): Links => {
  const keyResults = moved.map((one) => keyResult(one.id));
  return {
    touches: [`objective ${id}`, ...keyResults],
    needs: [...unit(unitKey), ...cycle(cycleKey), ...parents(refs), ...objective(id), ...keyResults],
  };
};

/** A write of what is kept once, beside the OKRs. */
export type HomeWrite = Extract<OkrWrite, { kind: "saveCycle" | "saveUnit" | "savePartition" | "addLogEntry" }>;

export const isHomeWrite = (write: OkrWrite): write is HomeWrite =>
  write.kind.startsWith("save") || write.kind === "addLogEntry";

const homeLinks = (write: HomeWrite): Links => {
  switch (write.kind) {
    case "saveCycle":
      return { touches: [`cycle ${write.cycle.key}`], needs: [] };
    case "saveUnit":
      return { touches: [`unit ${write.unit.key}`], needs: unit(write.unit.parentKey) };
    case "savePartition":
      return { touches: [`partition ${write.partition.key}`], needs: [] };
    case "addLogEntry":
      return { touches: [`log ${write.entry.id}`], needs: [] };
  }
};

/** A write of one initiative. */
export type InitiativeWrite = Extract<OkrWrite, { kind: "createInitiative" | "changeInitiative" | "removeInitiative" }>;

export const isInitiativeWrite = (write: OkrWrite): write is InitiativeWrite => write.kind.endsWith("Initiative");

const initiativeLinks = (write: InitiativeWrite): Links => {
  if (write.kind === "removeInitiative") return { touches: [`initiative ${write.id}`], needs: [] };
  const isNew = write.kind === "createInitiative";
  const { objectiveId, keyResultId, unitKey, cycleKey } = isNew ? write.initiative : write.changes;
  const ofKeyResult = keyResultId === undefined ? [] : [keyResult(keyResultId)];
  return {
    touches: [`initiative ${isNew ? write.initiative.id : write.id}`],
    needs: [...ofKeyResult, ...objective(objectiveId), ...unit(unitKey), ...cycle(cycleKey)],
  };
};

const linksOf = (write: OkrWrite): Links => {
  if (isHomeWrite(write)) return homeLinks(write);
  if (isInitiativeWrite(write)) return initiativeLinks(write);
  switch (write.kind) {
    case "createObjective": {
      const { id, unitKey, cycleKey, parents: refs } = write.objective;
      return { touches: [`objective ${id}`], needs: [...unit(unitKey), ...cycle(cycleKey), ...parents(refs)] };
    }
    case "changeObjective": {
      const { unitKey, cycleKey, parents: refs } = write.changes;
      return { touches: [`objective ${write.id}`], needs: [...unit(unitKey), ...cycle(cycleKey), ...parents(refs)] };
    }
    case "createKeyResult": {
      const { id, objectiveId, unitKey, cycleKey } = write.keyResult;
      return { touches: [keyResult(id)], needs: [...objective(objectiveId), ...unit(unitKey), ...cycle(cycleKey)] };
    }
    case "changeKeyResult": {
      const { objectiveId, unitKey, cycleKey } = write.changes;
      return {
        touches: [keyResult(write.id)],
        needs: [...objective(objectiveId), ...unit(unitKey), ...cycle(cycleKey)],
      };
    }
    case "addCheckIn":
      return { touches: [`checkIn ${write.checkIn.id}`], needs: [keyResult(write.checkIn.keyResultId)] };
    case "publishObjective":
    case "unlockObjective":
      return movedLinks(write.objective, write.keyResults);
    case "removeObjective":
      return { touches: [`objective ${write.id}`], needs: [] };
    case "removeKeyResult":
      return { touches: [keyResult(write.id)], needs: [] };
  }
};

const isMaker = (write: OkrWrite): boolean => write.kind.startsWith("create") || write.kind.startsWith("save");

/** Key results leave or move before an objective goes, so that none is left without one. */
const leavesAnObjective = (write: OkrWrite): boolean =>
  write.kind === "removeKeyResult" || (write.kind === "changeKeyResult" && write.changes.objectiveId !== undefined);

/**
 * For each write the positions of those that must have succeeded before it: parents before children, key results before the
 * removal of objectives, and writes of one record in the order given. Only writes of this list count.
 */
export const dependencies = (writes: readonly OkrWrite[]): readonly (readonly number[])[] => {
  const links = writes.map(linksOf);
  const makers = new Map<string, number>();
  writes.forEach((write, index) => {
    const made = isMaker(write) ? links[index]?.touches[0] : undefined;
    if (made !== undefined && !makers.has(made)) makers.set(made, index);
  });
  const leaving = writes.flatMap((write, index) => (leavesAnObjective(write) ? [index] : []));
  const previous = new Map<string, number>();
  return writes.map((write, index) => {
    const { touches, needs } = links[index] ?? { touches: [], needs: [] };
    const before = new Set(needs.map((name) => makers.get(name)).filter((maker) => maker !== undefined));
    if (write.kind === "removeObjective") for (const position of leaving) before.add(position);
    for (const touched of touches) {
      const earlier = previous.get(touched);
      if (earlier !== undefined) before.add(earlier);
      previous.set(touched, index);
    }
    before.delete(index);
    return [...before];
  });
};

/**
 * An order in which every write comes after those it depends on. Where they depend on each other in a circle, the first of them
 * goes ahead: a wrong parent is for the person to correct, not a reason to lose the row.
 */
export const workingOrder = (
  before: readonly (readonly number[])[],
): readonly { readonly index: number; readonly waitsFor: readonly number[] }[] => {
  const followers = new Map<number, number[]>();
  const missing = before.map((positions) => positions.length);
  before.forEach((positions, index) => {
    for (const position of positions) followers.set(position, [...(followers.get(position) ?? []), index]);
  });
  const placed = new Set<number>();
  const order: { readonly index: number; readonly waitsFor: readonly number[] }[] = [];
  const ready = missing.flatMap((count, index) => (count === 0 ? [index] : []));
  const place = (index: number): void => {
    if (placed.has(index)) return;
    order.push({ index, waitsFor: (before[index] ?? []).filter((position) => placed.has(position)) });
    placed.add(index);
    for (const follower of followers.get(index) ?? []) {
      missing[follower] = (missing[follower] ?? 0) - 1;
      if (missing[follower] === 0) ready.push(follower);
    }
  };
  let stuck = 0;
  while (order.length < before.length) {
    const index = ready.shift() ?? stuck++;
    place(index);
  }
  return order;
};
