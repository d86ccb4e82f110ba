import type { UnitKey } from "#shared/domain/okr/ids.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import type { Unit } from "#shared/domain/okr/unit.ts";

/** Units of one parent; `path` names the units above them, empty for the top. */
export interface UnitGroup {
  readonly path: string;
  readonly units: readonly Unit[];
}

export interface FoundUnits {
  readonly groups: readonly UnitGroup[];
  /** How many of those found are not among the groups. */
  readonly more: number;
}

/** More options than these nobody reads, and thousands of them take a second to draw: one letter more finds the rest. */
export const MOST_SHOWN = 50;

/** Upper and lower case and accents make no difference: "cote" finds "Côte d’Ivoire". */
const plain = (text: string): string =>
  text
    .normalize("NFKD")
    .replaceAll(/\p{Mark}/gu, "")
    .toLowerCase();

const wordsOf = (typed: string): readonly string[] => plain(typed).split(/\s+/u).filter(Boolean);

/** Whether a text contains every typed word. */
export const contains = (text: string, typed: string): boolean => {
  const searched = plain(text);
  return wordsOf(typed).every((word) => searched.includes(word));
};

interface IndexedUnit {
  readonly unit: Unit;
  /** Names above it; without the top one, unless that is all there is. */
  readonly path: string;
  readonly depth: number;
  readonly name: string;
  /** Its name with all of the path, as it is searched. */
  readonly whole: string;
}

/** All units of a frame, ready to be searched: thousands are looked through at each letter. */
export type UnitIndex = readonly IndexedUnit[];

/** Those further up come first, else the order of the frame. */
export const indexUnits = ({ units }: Frame): UnitIndex => {
  const byKey = new Map<UnitKey, Unit>(units.map((unit) => [unit.key, unit]));
  const above = new Map<UnitKey, readonly string[]>();
  /** Names of the units above, the top one first. `open` are those on the way here: data may go round in a circle. */
  const namesAbove = (unit: Unit, open: ReadonlySet<UnitKey>): readonly string[] => {
    const known = above.get(unit.key);
    if (known) return known;
    const parent = unit.parentKey === undefined ? undefined : byKey.get(unit.parentKey);
    const names =
      parent === undefined || open.has(parent.key)
        ? []
        : [...namesAbove(parent, new Set([...open, parent.key])), parent.name];
    above.set(unit.key, names);
    return names;
  };
  return units
    .map((unit) => {
      const names = namesAbove(unit, new Set([unit.key]));
      const shown = names.length > 1 ? names.slice(1) : names;
      const path = shown.join(" › ");
      return {
        unit,
        path,
        depth: names.length,
        name: plain(unit.name),
        whole: plain(`${shown.join(" ")} ${unit.name}`),
      };
    })
    .toSorted((a, b) => a.depth - b.depth);
};

/**
 * The units whose own name, with what is above them, contains every typed word; those named so themselves come first. At most
 * so many: whoever does not find the unit among them types another letter.
 */
export const findUnits = (index: UnitIndex, typed: string, most: number): FoundUnits => {
  const words = wordsOf(typed);
  const has = (text: string): boolean => words.every((word) => text.includes(word));
  const found = index.filter(({ whole }) => has(whole)).toSorted((a, b) => Number(has(b.name)) - Number(has(a.name)));
  const groups = new Map<string, Unit[]>();
  for (const { unit, path } of found.slice(0, most)) {
    const group = groups.get(path);
    if (group) group.push(unit);
    else groups.set(path, [unit]);
  }
  return {
    groups: [...groups].map(([path, units]) => ({ path, units })),
    more: Math.max(0, found.length - most),
  };
};
