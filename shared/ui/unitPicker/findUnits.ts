import { pathTo } from "#shared/application/place.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import type { Unit } from "#shared/domain/okr/unit.ts";

/** Units of one parent; `path` names the units above them, empty for the top. */
export interface UnitGroup {
  readonly path: string;
  readonly units: readonly Unit[];
}

/** Upper and lower case and accents make no difference: "cote" finds "Côte d’Ivoire". */
const plain = (text: string): string =>
  text
    .normalize("NFKD")
    .replaceAll(/\p{Mark}/gu, "")
    .toLowerCase();

/** Whether a text contains every typed word. */
export const contains = (text: string, typed: string): boolean =>
  plain(typed)
    .split(/\s+/u)
    .filter(Boolean)
    .every((word) => plain(text).includes(word));

/** The units whose own name, with what is above them, contains every typed word; those named so themselves come first. */
export const findUnits = (frame: Frame, typed: string): readonly UnitGroup[] => {
  const groups = new Map<string, Unit[]>();
  const has = (text: string): boolean => contains(text, typed);
  const found = frame.units
    .map((unit) => ({ unit, above: pathTo(frame, unit.key).slice(0, -1) }))
    .map(({ unit, above }) => ({ unit, path: (above.length > 1 ? above.slice(1) : above).map(({ name }) => name) }))
    .filter(({ unit, path }) => has([...path, unit.name].join(" ")))
    .toSorted((a, b) => Number(has(b.unit.name)) - Number(has(a.unit.name)));
  for (const { unit, path } of found) {
    const name = path.join(" › ");
    const group = groups.get(name);
    if (group) group.push(unit);
    else groups.set(name, [unit]);
  }
  return [...groups].map(([path, units]) => ({ path, units }));
};
