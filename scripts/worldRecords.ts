import { parseDay, parseInstant, type Day, type Instant } from "#shared/domain/day.ts";
import type { CheckIn } from "#shared/domain/okr/checkIn.ts";
import type { Cycle } from "#shared/domain/okr/cycle.ts";
import {
  checkInId,
  cycleKey,
  initiativeId,
  keyResultId,
  objectiveId,
  personId,
  unitKey,
} from "#shared/domain/okr/ids.ts";
import type { Initiative } from "#shared/domain/okr/initiative.ts";
import type { KeyResult, Measure } from "#shared/domain/okr/keyResult.ts";
import type { Objective, ParentRef } from "#shared/domain/okr/objective.ts";
import type { Person } from "#shared/domain/okr/person.ts";
import type { Unit } from "#shared/domain/okr/unit.ts";
import type {
  World,
  WorldCheckIn,
  WorldInitiative,
  WorldMeasure,
  WorldObjective,
  WorldUnit,
} from "#simulator/world/types.ts";

/** A record with who wrote it and when. */
export interface Written<T> {
  readonly record: T;
  /** Entra object id. */
  readonly by: string;
  readonly at: Instant;
}

export interface WorldRecords {
  readonly cycles: readonly Written<Cycle>[];
  readonly units: readonly Written<Unit>[];
  readonly objectives: readonly Written<Objective>[];
  readonly keyResults: readonly Written<KeyResult>[];
  /** Made while they are read. */
  readonly checkIns: Iterable<Written<CheckIn>>;
  /** Made while they are read. */
  readonly initiatives: Iterable<Written<Initiative>>;
}

export type GuidOf = (kind: "objective" | "keyResult" | "checkIn" | "initiative", key: string) => string;

const dayFrom = (text: string): Day => {
  const day = parseDay(text);
  if (!day) throw new Error(`Not a day: ${text}`);
  return day;
};

const instantFrom = (text: string): Instant => {
  const instant = parseInstant(text);
  if (!instant) throw new Error(`Not an instant: ${text}`);
  return instant;
};

const measureOf = (measure: WorldMeasure): Measure =>
  measure.kind === "milestone" ? { ...measure, due: dayFrom(measure.due) } : measure;

const mapped = function* <A, B>(items: Iterable<A>, map: (item: A) => B): Generator<B> {
  for (const item of items) yield map(item);
};

/** The drafts of a cycle are written a fortnight before it begins. */
const DRAFTED_BEFORE_MS = 14 * 86_400_000;

const unitOf = ({ key, name, level, parentKey, groupId, country }: WorldUnit): Unit => ({
  key: unitKey(key),
  name,
  levelKey: level,
  ...(parentKey === undefined ? {} : { parentKey: unitKey(parentKey) }),
  ...(groupId === undefined ? {} : { groupId }),
  ...(country === undefined ? {} : { country }),
});

const begunInitiative = (
  { key, objectiveKey, keyResultKey, title, state, due, writtenBy, writtenAt }: WorldInitiative,
  guidOf: GuidOf,
  about: Pick<Initiative, "unitKey" | "cycleKey" | "owner">,
): Written<Initiative> => ({
  record: {
    id: initiativeId(guidOf("initiative", key)),
    objectiveId: objectiveId(guidOf("objective", objectiveKey)),
    ...(keyResultKey === undefined ? {} : { keyResultId: keyResultId(guidOf("keyResult", keyResultKey)) }),
    ...about,
    title,
    state,
    ...(due === undefined ? {} : { due: dayFrom(due) }),
    note: "",
  },
  by: writtenBy,
  at: instantFrom(writtenAt),
});

/** The neutral story of a world in the product's own terms. */
export const recordsOf = (world: World, guidOf: GuidOf): WorldRecords => {
  const { okrs, users } = world;
  const people = new Map(
    users.map((user): readonly [string, Person] => [
      user.id,
      { id: personId(user.id), name: user.displayName, upn: user.userPrincipalName },
    ]),
  );
  const ownerOf = (id: string | undefined): { readonly owner?: Person } => {
    const owner = id === undefined ? undefined : people.get(id);
    return owner ? { owner } : {};
  };
  const objectivesByKey = new Map(okrs.objectives.map((objective) => [objective.key, objective]));
  const draftedAt = new Map(
    okrs.cycles.map(({ key, start }) => [
      key,
      instantFrom(new Date(Date.parse(`${start}T08:00:00Z`) - DRAFTED_BEFORE_MS).toISOString()),
    ]),
  );
  const writtenAt = (cycle: string): Instant => draftedAt.get(cycle) ?? instantFrom(`${world.today}T08:00:00Z`);
  const admin = world.personas.admin;
  const parentOf = (key: string): ParentRef =>
    objectivesByKey.has(key)
      ? { kind: "objective", id: objectiveId(guidOf("objective", key)) }
      : { kind: "keyResult", id: keyResultId(guidOf("keyResult", key)) };
  const placeIn = (objective: WorldObjective) => ({
    unitKey: unitKey(objective.unitKey),
    cycleKey: cycleKey(objective.cycleKey),
  });
  const keyResultsByKey = new Map(okrs.keyResults.map((keyResult) => [keyResult.key, keyResult]));
  const objectiveOf = (key: string): WorldObjective => {
    const objective = objectivesByKey.get(key);
    if (!objective) throw new Error(`No objective ${key}`);
    return objective;
  };
  const written = (checkIn: WorldCheckIn): Written<CheckIn> => {
    const objective = objectiveOf(keyResultsByKey.get(checkIn.keyResultKey)?.objectiveKey ?? checkIn.keyResultKey);
    const author = people.get(checkIn.authorId);
    if (!author) throw new Error(`No user ${checkIn.authorId}`);
    return {
      record: {
        id: checkInId(guidOf("checkIn", checkIn.key)),
        keyResultId: keyResultId(guidOf("keyResult", checkIn.keyResultKey)),
        ...placeIn(objective),
        at: instantFrom(checkIn.at),
        author,
        ...(checkIn.value === undefined ? {} : { value: checkIn.value }),
        ...(checkIn.confidence === undefined ? {} : { confidence: checkIn.confidence }),
        note: checkIn.note,
      },
      by: checkIn.authorId,
      at: instantFrom(checkIn.at),
    };
  };

  const begun = (initiative: WorldInitiative): Written<Initiative> =>
    begunInitiative(initiative, guidOf, {
      ...placeIn(objectiveOf(initiative.objectiveKey)),
      ...ownerOf(initiative.ownerId),
    });

  return {
    cycles: okrs.cycles.map(({ key, name, kind, start, end }) => ({
      record: { key: cycleKey(key), name, kind, start: dayFrom(start), end: dayFrom(end), closed: false },
      by: admin,
      at: writtenAt(key),
    })),
    units: okrs.units.map((unit) => ({
      record: unitOf(unit),
      by: admin,
      at: writtenAt(okrs.cycles[0]?.key ?? ""),
    })),
    objectives: okrs.objectives.map((objective, order) => ({
      record: {
        id: objectiveId(guidOf("objective", objective.key)),
        title: objective.title,
        why: objective.why ?? "",
        ...placeIn(objective),
        ...ownerOf(objective.ownerId),
        parents: objective.parentKeys.map(parentOf),
        ambition: objective.ambition,
        stage: objective.stage ?? "active",
        order,
      },
      by: objective.ownerId ?? admin,
      at: writtenAt(objective.cycleKey),
    })),
    keyResults: okrs.keyResults.map((keyResult, order) => {
      const objective = objectiveOf(keyResult.objectiveKey);
      return {
        record: {
          id: keyResultId(guidOf("keyResult", keyResult.key)),
          objectiveId: objectiveId(guidOf("objective", objective.key)),
          ...placeIn(objective),
          title: keyResult.title,
          ...ownerOf(keyResult.ownerId),
          measure: measureOf(keyResult.measure),
          ...(keyResult.preScore ? { preScore: keyResult.preScore } : {}),
          ...(keyResult.weight === undefined ? {} : { weight: keyResult.weight }),
          order,
        },
        by: keyResult.ownerId ?? objective.ownerId ?? admin,
        at: writtenAt(objective.cycleKey),
      };
    }),
    checkIns: { [Symbol.iterator]: () => mapped(okrs.checkIns, written) },
    initiatives: { [Symbol.iterator]: () => mapped(okrs.initiatives, begun) },
  };
};
