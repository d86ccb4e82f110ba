import { plainWords } from "../entry/characters.ts";
import { unitKey, type UnitKey } from "../okr/ids.ts";
import type { Frame } from "../okr/okrSet.ts";
import type { Unit } from "../okr/unit.ts";
import { nameGuid } from "./guid.ts";

/** Units known so far, and those the import has to make. */
export interface UnitBook {
  /** Where rows go that name no unit. */
  readonly root: Unit;
  /** A unit of that name, made below the root when there is none. */
  readonly named: (name: string) => Unit;
  readonly made: () => readonly Unit[];
}

const FALLBACK_LEVEL = "company";
const LONGEST_KEY = 60;

const slug = (name: string): string =>
  plainWords(name)
    .replaceAll(/[^a-z0-9]+/gu, "-")
    .replaceAll(/^-+|-+$/gu, "")
    .slice(0, LONGEST_KEY);

const rootOf = ({ units, levels, organisation }: Frame, wanted: UnitKey | undefined): Unit => {
  const found = units.find(({ key }) => key === wanted) ?? units.find(({ parentKey }) => parentKey === undefined);
  return found ?? { key: unitKey("company"), name: organisation, levelKey: levels[0]?.key ?? FALLBACK_LEVEL };
};

/** New units are of the lowest level: a table that only names them says nothing about their rank. [IM3] */
export const unitBook = (frame: Frame, wanted: UnitKey | undefined, namespace: string): UnitBook => {
  const root = rootOf(frame, wanted);
  const made: Unit[] = frame.units.includes(root) ? [] : [root];
  const byName = new Map<string, Unit>();
  for (const unit of [root, ...frame.units].toReversed()) {
    byName.set(plainWords(unit.key), unit);
    byName.set(plainWords(unit.name), unit);
  }
  const keys = new Set([root.key, ...frame.units.map(({ key }) => key)]);
  const make = (name: string): Unit => {
    const wish = unitKey(slug(name));
    const key =
      wish === "" || keys.has(wish) ? unitKey(`unit-${nameGuid(namespace, plainWords(name)).slice(0, 8)}`) : wish;
    const unit: Unit = { key, name, levelKey: frame.levels.at(-1)?.key ?? FALLBACK_LEVEL, parentKey: root.key };
    keys.add(key);
    byName.set(plainWords(name), unit);
    made.push(unit);
    return unit;
  };
  return { root, named: (name) => byName.get(plainWords(name)) ?? make(name), made: () => made };
};
