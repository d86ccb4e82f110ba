/** Initiatives as they were read last; they are not followed, so each reading takes the place of the one before. */
import type { InitiativeId, Revision } from "#shared/domain/okr/ids.ts";
import type { InitiativeSet } from "#shared/domain/okr/initiative.ts";
import { samePlace } from "#shared/domain/okr/formerPlaces.ts";
import type { Place } from "#shared/domain/okr/keyResult.ts";
import type { Result } from "#shared/domain/result.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { ClockDep } from "#shared/ports/clock.ts";
import type { CopiedInitiatives, CopyStoreDep } from "#shared/ports/copyStore.ts";
import type { OkrScope } from "#shared/ports/okrRepository.ts";
import type { RemoteDep } from "./frames.ts";

export interface CopyingInitiatives {
  readonly read: (scope: OkrScope) => Promise<Result<InitiativeSet, AccessError>>;
  /** As the copy has them, with the earliest of their moments; nobody is asked. */
  readonly peek: (scope: OkrScope) => Promise<{ readonly set: InitiativeSet; readonly asOf: number } | undefined>;
}

/** One person looks at far fewer units at a time; what would fill the device is handed on and not kept. */
const MOST_UNITS = 60;

/** Undefined for more than is kept. */
const placesOf = ({ cycleKeys, units }: OkrScope): readonly Place[] | undefined =>
  units === "all" || units.length > MOST_UNITS
    ? undefined
    : cycleKeys.flatMap((cycleKey) => units.map((unitKey) => ({ unitKey, cycleKey })));

const partOf = ({ initiatives, revisions }: InitiativeSet, place: Place, asOf: number): CopiedInitiatives => {
  const own = initiatives.filter((initiative) => samePlace(initiative, place));
  const ids = new Set(own.map(({ id }) => id));
  return { place, asOf, set: { initiatives: own, revisions: new Map([...revisions].filter(([id]) => ids.has(id))) } };
};

const joined = (parts: readonly CopiedInitiatives[]): InitiativeSet => ({
  initiatives: parts.flatMap(({ set }) => set.initiatives),
  revisions: new Map<InitiativeId, Revision>(parts.flatMap(({ set }) => [...set.revisions])),
});

export const createInitiativesCopy = ({
  remote,
  copyStore,
  clock,
}: RemoteDep & CopyStoreDep & ClockDep): CopyingInitiatives => ({
  read: async (scope) => {
    const asOf = clock.now();
    const read = await remote.readInitiatives(scope);
    const places = placesOf(scope);
    // A device that cannot keep them loses nothing: they are read again.
    if (read.ok && places) await copyStore.writeInitiatives(places.map((place) => partOf(read.value, place, asOf)));
    return read;
  },
  peek: async (scope) => {
    const places = placesOf(scope);
    const kept = places ? await copyStore.readInitiatives(places) : undefined;
    if (!places || !kept?.ok || kept.value.length < places.length) return undefined;
    return { set: joined(kept.value), asOf: Math.min(...kept.value.map(({ asOf }) => asOf)) };
  },
});
