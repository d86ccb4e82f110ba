import type { Random } from "../random.ts";
import { europe } from "./namesEurope.ts";
import { world } from "./namesWorld.ts";

/** A name in Latin letters and, where the culture has one, in its own script. */
interface Name {
  readonly latin: string;
  readonly native: string;
}

interface Culture {
  readonly men: readonly Name[];
  readonly women: readonly Name[];
  /** Surnames as men and as women bear them. */
  readonly surnames: readonly { readonly man: Name; readonly woman: Name }[];
}

export interface PersonName {
  readonly displayName: string;
  readonly givenName: string;
  readonly surname: string;
  /** `given.surname` in lower-case ASCII. */
  readonly alias: string;
}

/** Cultures that write the family name first, with what stands between the two names. */
const FAMILY_FIRST: Readonly<Record<string, string>> = {
  chinese: "",
  japanese: " ",
  korean: "",
  vietnamese: " ",
  hungarian: " ",
};

/** Share of people whose directory entry is in their own script; the others wrote theirs in Latin letters. */
const OWN_SCRIPT_SHARE = 0.62;

const LETTERS: Readonly<Record<string, string>> = { ł: "l", ø: "o", ß: "ss", đ: "d", ı: "i", æ: "ae", ð: "d", þ: "th" };

/** Lower-case ASCII letters and digits only, as user principal names and mail nicknames need them. */
export const ascii = (text: string): string =>
  text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[łøßđıæðþ]/g, (letter) => LETTERS[letter] ?? "")
    .replace(/[^a-z0-9]/g, "");

const readNames = (line: string): readonly Name[] => {
  const [latin = "", native = latin] = line.split("=");
  const natives = native.split(",");
  return latin.split(",").map((name, index) => {
    const own = natives[index];
    if (own === undefined) throw new Error(`A name without its own script: ${line}`);
    return { latin: name, native: own };
  });
};

const form = (name: Name, which: 0 | 1): Name => {
  const choose = (text: string): string => text.split("/")[which] ?? text;
  return { latin: choose(name.latin), native: choose(name.native) };
};

const readCultures = (text: string): readonly (readonly [string, Culture])[] => {
  const lines = text.trim().split("\n");
  return lines.flatMap((key, index) => {
    const [men, women, surnames] = lines.slice(index + 1, index + 4);
    if (index % 4 !== 0 || !men || !women || !surnames) return [];
    const both = readNames(surnames).map((name) => ({ man: form(name, 0), woman: form(name, 1) }));
    return [[key, { men: readNames(men), women: readNames(women), surnames: both }]];
  });
};

const cultures: ReadonlyMap<string, Culture> = new Map([...readCultures(europe), ...readCultures(world)]);

/** A name of that culture. Throws for a culture without names. */
export const drawName = (random: Random, cultureKey: string): PersonName => {
  const culture = cultures.get(cultureKey);
  if (culture === undefined) throw new Error(`No names for ${cultureKey}`);
  const woman = random.chance(0.5);
  const given = random.pick(woman ? culture.women : culture.men);
  const { man, woman: hers } = random.pick(culture.surnames);
  const surname = woman ? hers : man;
  const ownScript = random.chance(OWN_SCRIPT_SHARE);
  const [first, last] = ownScript ? [given.native, surname.native] : [given.latin, surname.latin];
  const between = ownScript ? FAMILY_FIRST[cultureKey] : undefined;
  return {
    displayName: between === undefined ? `${first} ${last}` : `${last}${between}${first}`,
    givenName: first,
    surname: last,
    alias: `${ascii(given.latin)}.${ascii(surname.latin)}`,
  };
};
