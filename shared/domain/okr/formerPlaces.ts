import type { KeyResult, Place } from "./keyResult.ts";

export const samePlace = (one: Place, other: Place): boolean =>
  one.unitKey === other.unitKey && one.cycleKey === other.cycleKey;

/** The key result as it is stored after a change, with all places that it has left. [PA11] */
export const afterMove = (before: KeyResult, after: KeyResult): KeyResult => {
  const { formerly: _named, ...rest } = after;
  const left = [...(before.formerly ?? []), { unitKey: before.unitKey, cycleKey: before.cycleKey }];
  const formerly = left.filter(
    (place, at) => !samePlace(place, after) && left.findIndex((other) => samePlace(other, place)) === at,
  );
  return formerly.length === 0 ? rest : { ...rest, formerly };
};

/** Without what only the storage is concerned with; its check-ins are those that are read with it. */
export const withoutFormerPlaces = ({ formerly: _left, ...keyResult }: KeyResult): KeyResult => keyResult;
