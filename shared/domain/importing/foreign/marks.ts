import { plainCharacters, plainWords } from "../../entry/characters.ts";

export type LevelWord = "objective" | "keyResult" | "initiative";

/** What stands before a text to say where it belongs: `Objective 1:`, `KR 1.2 -`, `1.2.1`, `b)`. */
export interface Mark {
  readonly kind?: LevelWord;
  /** 1 for `1`, 3 for `1.2.1`. Absent where there is no number. */
  readonly depth?: number;
  /** The text without its mark. */
  readonly rest: string;
}

const WORDS: Readonly<Record<LevelWord, string>> = {
  objective: "objective|obj|goal|ziel|objectif|objetivo|obiettivo|doel|o|z|الهدف|هدف",
  keyResult: "key result|keyresult|kr|schlüsselergebnis|ergebnis|résultat clé|rc|resultado clave|resultado-chave|se|النتيجة الرئيسية|نتيجة رئيسية|نتيجة",
  initiative: "initiative|init|task|action|project|maßnahme|aufgabe|projekt|projet|action clé|iniciativa|proyecto|مبادرة",
}; // prettier-ignore

const WORD = new RegExp(
  String.raw`^[\s\-–•*·▪►>(]*(?:${(Object.entries(WORDS) as [LevelWord, string][])
    .map(
      ([kind, words]) =>
        `(?<${kind}>${words
          .split("|")
          .toSorted((a, b) => b.length - a.length)
          .join("|")})`,
    )
    .join(
      "|",
    )})(?<number>\s*[#n°]*\s*\d{1,2}(?:[.\-]?(?:kr|rc|o)?\s*\d{1,2}){0,3})?(?<end>\s*[:)\].–—]\s*|\s+-\s*|\s+)`,
  "iu",
);
const LONG_WORD = 2;

/** Short words without a colon, and single letters away from their number, may be anything: "O 24 shops". */
const isMark = (word: string, number: string | undefined, end: string): boolean => {
  if (number === undefined) return end.startsWith(":") || (end.trim() !== "" && word.length >= LONG_WORD);
  return end.trim() !== "" || word.length > 1 || !/^\s/u.test(number);
};

/** A word before the text; short ones and those without a colon only with a number. [IF4] */
export const wordMark = (text: string): Mark | undefined => {
  const found = WORD.exec(text);
  if (!found) return undefined;
  const { number, end = "", ...kinds } = found.groups ?? {};
  const kind = (Object.keys(WORDS) as LevelWord[]).find((one) => kinds[one] !== undefined);
  const rest = text.slice(found[0].length).trim();
  if (!kind || rest === "" || !isMark(kinds[kind] ?? "", number, end.trimStart())) return undefined;
  const groups = number?.match(/\d+/gu)?.length;
  return { kind, rest, ...(groups === undefined ? {} : { depth: groups }) };
};

const NUMBERED = /^[\s(]*(?<number>\d{1,2}(?:\.\d{1,2}){0,4})(?<end>[.):]?)\s+(?=\S)/u;
const LETTERED = /^[\s(]*[a-z][).]\s+(?=\S)/u;

/** `1.`, `1.2`, `1.2.1` or `b)` before the text; a number alone may be an amount. [IF4] */
export const numberMark = (text: string): Mark | undefined => {
  const plain = plainCharacters(text);
  const found = NUMBERED.exec(plain);
  if (found) {
    const { number = "", end = "" } = found.groups ?? {};
    const depth = number.split(".").length;
    return depth === 1 && end === "" ? undefined : { depth, rest: plain.slice(found[0].length).trim() };
  }
  const lettered = LETTERED.exec(plain);
  return lettered ? { depth: 2, rest: plain.slice(lettered[0].length).trim() } : undefined;
};

const OUTLINE =
  /^(?<letters>[a-z]{0,4})[ .\-#]*(?<numbers>\d{1,3}(?:[.\- ]*(?:kr|rc|o|i)?[.\- ]*\d{1,3}){0,4})[.)]?$/iu;

/** A cell that holds nothing but the place of its row: `1`, `1.2`, `O2`, `KR 1.2`, `O1.KR2`, `O1-2`. [IF4] */
export const outlineMark = (text: string): Mark | undefined => {
  const plain = plainCharacters(text);
  const found = OUTLINE.exec(plain)?.groups;
  if (!found) return undefined;
  const { letters = "", numbers = "" } = found;
  const lastLetters = (plain.match(/[a-z]+/giu)?.at(-1) ?? letters).toLowerCase();
  const kind = (Object.keys(WORDS) as LevelWord[]).find((one) => WORDS[one].split("|").includes(lastLetters));
  if (letters !== "" && kind === undefined) return undefined;
  return { rest: "", depth: numbers.match(/\d+/gu)?.length ?? 1, ...(kind === undefined ? {} : { kind }) };
};

const BULLET = /^\s*(?:[-–—•*·▪►>✓☐]+|\d{1,2}[.)]|[a-z][.)]|kr ?\d{0,2}(?:\.\d)?\s*[:.)-])\s*/iu;

/** Lines of a cell, without their bullets. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split("\n")
    .map((line) => line.replace(BULLET, "").trim())
    .filter((line) => line !== "");

/** Whether the lines of a cell are a list rather than one wrapped sentence. */
export const isList = (text: string): boolean => {
  const [, ...others] = text.split("\n").filter((line) => line.trim() !== "");
  return others.length > 0 && others.every((line) => BULLET.test(line));
};

const TOTAL =
  /^(?:ø|avg|average|mean|total|totals|grand total|subtotal|sub total|sum|summe|gesamt|gesamtsumme|zwischensumme|durchschnitt|mittelwert|moyenne|somme|sous total|promedio|media|suma|soma|média|totale|gemiddelde|totaal|المجموع|الإجمالي|المتوسط)(?: (?:of|for|over|der|aller|des|de|del))?(?: (?:all|the|progress|score|scores|fortschritt|okrs?|objectives?|key results?|krs?|ziele?|objectifs?|objetivos?|ø|%|\d+)(?: .*)?)*$/u;

/** A row that adds up others: its text says so and nothing else. [IF5] */
export const isTotal = (text: string): boolean => TOTAL.test(plainWords(text));
