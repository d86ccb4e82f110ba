/**
 * Reader of the written material. One block a theme, separated by empty lines:
 *
 *     # key | families                  a theme; `key@de` is the same effort in another language,
 *                                       `key:more` and `key:less` are contrary efforts
 *     = title                           ways to word the objective
 *     ? why                             why now
 *     + title | unit | from | to        key result that rises        (- falls)
 *     > title | unit | limit            stays above                  (< stays below)
 *     ~ title | unit | low .. high      stays between
 *     % title | target                  percentage done
 *     ! title | acceptance              milestone
 *     0 title | unit | reading          baseline still to be measured, and what will be found
 *
 * `88..91` is a range to draw from. `[Raise/Lift]` is a choice of words. `{from}`, `{to}`, `{limit}`, `{place}`, `{city}`,
 * `{category}` and `{channel}` are filled in. A line that does not fit throws: the material is part of the program.
 */

/** Lowest and highest value to draw from. */
export type Range = readonly [low: number, high: number];

export type MeasurePattern =
  | {
      readonly kind: "metric";
      readonly direction: "up" | "down";
      readonly unit: string;
      readonly from: Range;
      readonly to: Range;
    }
  | {
      readonly kind: "metric";
      readonly direction: "stayAbove" | "stayBelow";
      readonly unit: string;
      readonly limit: Range;
    }
  | { readonly kind: "metric"; readonly direction: "stayBetween"; readonly unit: string; readonly band: Range }
  | { readonly kind: "percentage"; readonly target: number }
  | { readonly kind: "milestone"; readonly acceptance: string }
  | { readonly kind: "baseline"; readonly unit: string; readonly reading: Range };

export interface KeyResultPattern {
  readonly title: string;
  readonly measure: MeasurePattern;
}

export interface Theme {
  /** Unique, for example `planogram-compliance@de`. */
  readonly key: string;
  /** What the effort is about; the same in all languages and for all wordings. */
  readonly effort: string;
  /** For efforts that exist in opposite directions (`stock-depth:more`, `stock-depth:less`): which one this is. */
  readonly side: string;
  /** `en`, or the language after `@` in the key. */
  readonly language: string;
  readonly families: readonly string[];
  readonly titles: readonly string[];
  readonly whys: readonly string[];
  readonly keyResults: readonly KeyResultPattern[];
}

const readRange = (text: string, line: string): Range => {
  const [low = "", high = low] = text.split("..").map((part) => part.trim());
  if (low === "" || !Number.isFinite(Number(low)) || !Number.isFinite(Number(high)))
    throw new Error(`Malformed range: ${line}`);
  return [Number(low), Number(high)];
};

/** How many parts a key result of each sign has, the title included. */
const PARTS: Readonly<Record<string, number>> = { "+": 4, "-": 4, ">": 3, "<": 3, "~": 3, "%": 2, "!": 2, "0": 3 };

const readMeasure = (
  sign: string,
  [first = "", second = "", third = ""]: readonly string[],
  line: string,
): MeasurePattern => {
  switch (sign) {
    case "+":
    case "-": {
      const direction = sign === "+" ? "up" : "down";
      return { kind: "metric", direction, unit: first, from: readRange(second, line), to: readRange(third, line) };
    }
    case ">":
    case "<":
      return {
        kind: "metric",
        direction: sign === ">" ? "stayAbove" : "stayBelow",
        unit: first,
        limit: readRange(second, line),
      };
    case "~":
      return { kind: "metric", direction: "stayBetween", unit: first, band: readRange(second, line) };
    case "%":
      return { kind: "percentage", target: Number(first) };
    case "!":
      return { kind: "milestone", acceptance: first };
    case "0":
      return { kind: "baseline", unit: first, reading: readRange(second, line) };
    default:
      throw new Error(`Unknown sign: ${line}`);
  }
};

const readKeyResult = (line: string): KeyResultPattern => {
  const [title = "", ...rest] = line
    .slice(2)
    .split("|")
    .map((part) => part.trim());
  const sign = line.charAt(0);
  if (rest.length + 1 !== PARTS[sign]) throw new Error(`Wrong number of parts: ${line}`);
  return { title, measure: readMeasure(sign, rest, line) };
};

const readTheme = (block: string): Theme => {
  const [head = "", ...lines] = block.split("\n");
  const [key = "", families = ""] = head
    .slice(2)
    .split("|")
    .map((part) => part.trim());
  const [subject = "", language = "en"] = key.split("@");
  const [effort = "", side = ""] = subject.split(":");
  const startingWith = (sign: string): readonly string[] =>
    lines.filter((line) => line.startsWith(`${sign} `)).map((line) => line.slice(2));
  const titles = startingWith("=");
  const keyResults = lines.filter((line) => !/^[=?] /.test(line)).map(readKeyResult);
  if (!head.startsWith("# ") || effort === "" || families === "" || titles.length === 0 || keyResults.length < 2) {
    throw new Error(`Malformed theme: ${head}`);
  }
  return { key, effort, side, language, families: families.split(" "), titles, whys: startingWith("?"), keyResults };
};

/** The themes of one piece of material. Throws on the first line that does not fit the notation. */
export const parseThemes = (material: string): readonly Theme[] =>
  material
    .trim()
    .split(/\n{2,}/)
    .map(readTheme);
