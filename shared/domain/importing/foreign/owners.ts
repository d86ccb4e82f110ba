import { plainCharacters } from "../../entry/characters.ts";

const ADDRESS = /[^\s@<>(),;]+@[^\s@<>(),;]+\.[^\s@<>(),;]+/u;

/** "Krüger, Lena": one person, the family name first. */
const isInverted = (text: string): boolean => {
  const parts = text.split(",").map((part) => part.trim());
  return (
    parts.length === 2 &&
    parts.every((part) => part !== "" && part.split(" ").length <= 2) &&
    (parts[0] ?? "").split(" ").length === 1
  );
};

const AND = /\s+(?:and|und|et|y|e|en|og|och|و)\s+/u;

/** The people a cell names, the accountable one first: one on each line, or separated by `;`, `/`, `&`, "and" or commas. [IF6] */
export const ownersNamed = (text: string): readonly string[] =>
  plainCharacters(text.replaceAll("\n", ";"))
    .split(/;|\s\/\s|\/(?=\p{Lu})|&|\+/u)
    .flatMap((part) => part.split(AND))
    .flatMap((part) => (isInverted(part) ? [part] : part.split(",")))
    .map((part) => part.replace(/^@/u, "").trim())
    .filter((part) => part !== "");

/** What the directory is asked for: the address where one is named, names in their usual order. */
export const directoryQuery = (owner: string): string => {
  const address = ADDRESS.exec(owner)?.[0];
  if (address !== undefined) return address.toLowerCase();
  const [family, given] = owner.split(",").map((part) => part.trim());
  return given === undefined ? owner : `${given} ${family ?? ""}`.trim();
};
