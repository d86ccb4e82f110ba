import { plainCharacters } from "../../entry/characters.ts";
import type { Grid } from "./grid.ts";

/** "MT = Marta Tolle": two to four capitals, then the name. */
const PAIR = /(?:^|[,;\n(]\s*)(?<initials>\p{Lu}{2,4})\s*[=:–-]\s*(?<name>\p{Lu}[\p{L}.'’-]*(?: \p{L}[\p{L}.'’-]*)+)/gu;

/** The letters begin the words of the name: "MT" and "Marta Tolle". Otherwise it may be any abbreviation. */
const begin = (initials: string, name: string): boolean =>
  [...name.matchAll(/(?:^|[ -])(\p{L})/gu)]
    .map(([, letter = ""]) => letter.toUpperCase())
    .join("")
    .startsWith(initials);

/** The names that a sheet gives for the initials on it. [IF6] */
export const initialsIn = ({ rows }: Grid): ReadonlyMap<string, string> => {
  const names = new Map<string, string>();
  for (const cells of rows) {
    for (const { text } of cells) {
      for (const { groups = {} } of text.matchAll(PAIR)) {
        const { initials = "", name = "" } = groups;
        if (begin(initials, name)) names.set(initials, name);
      }
    }
  }
  return names;
};

/** A cell of owners with initials written out. */
export const writtenOut = (owner: string, names: ReadonlyMap<string, string>): string =>
  names.size === 0
    ? owner
    : plainCharacters(owner).replaceAll(/\p{Lu}{2,4}/gu, (initials) => names.get(initials) ?? initials);
