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

type PartsReader = (parts: readonly string[], line: string) => MeasurePattern;

const movement =
  (direction: "up" | "down"): PartsReader =>
  ([unit = "", from = "", to = ""], line) => ({
    kind: "metric",
    direction,
    unit,
    from: readRange(from, line),
    to: readRange(to, line),
  });

const limit =
  (direction: "stayAbove" | "stayBelow"): PartsReader =>
  ([unit = "", range = ""], line) => ({ kind: "metric", direction, unit, limit: readRange(range, line) });

/** By sign: how many parts follow the title, and what they mean. */
const SIGNS: Readonly<Record<string, { readonly parts: number; readonly read: PartsReader }>> = {
  "+": { parts: 3, read: movement("up") },
  "-": { parts: 3, read: movement("down") },
  ">": { parts: 2, read: limit("stayAbove") },
  "<": { parts: 2, read: limit("stayBelow") },
  "~": {
    parts: 2,
    read: ([unit = "", band = ""], line) => ({
      kind: "metric",
      direction: "stayBetween",
      unit,
      band: readRange(band, line),
    }),
  },
  "%": { parts: 1, read: ([target = ""]) => ({ kind: "percentage", target: Number(target) }) },
  "!": { parts: 1, read: ([acceptance = ""]) => ({ kind: "milestone", acceptance }) },
  "0": {
    parts: 2,
    read: ([unit = "", reading = ""], line) => ({ kind: "baseline", unit, reading: readRange(reading, line) }),
  },
};

const split = (text: string): readonly string[] => text.split("|").map((part) => part.trim());

const readKeyResult = (line: string): KeyResultPattern => {
  const [title = "", ...parts] = split(line.slice(2));
  const sign = SIGNS[line.charAt(0)];
  if (sign === undefined) throw new Error(`Unknown sign: ${line}`);
  if (parts.length !== sign.parts || title === "") throw new Error(`Wrong number of parts: ${line}`);
  return { title, measure: sign.read(parts, line) };
};

/** Key and families of a block's first line. */
const readHead = (head: string): Pick<Theme, "key" | "effort" | "side" | "language" | "families"> => {
  const [key = "", families = ""] = split(head.slice(2));
  const [subject = "", language = "en"] = key.split("@");
  const [effort = "", side = ""] = subject.split(":");
  if (!head.startsWith("# ") || effort === "" || families === "") throw new Error(`Malformed theme: ${head}`);
  return { key, effort, side, language, families: families.split(" ") };
};

const readTheme = (block: string): Theme => {
  const [head = "", ...lines] = block.split("\n");
  const startingWith = (sign: string): readonly string[] =>
    lines.filter((line) => line.startsWith(`${sign} `)).map((line) => line.slice(2));
  const titles = startingWith("=");
  const keyResults = lines.filter((line) => !/^[=?] /.test(line)).map(readKeyResult);
  if (titles.length === 0 || keyResults.length < 2) throw new Error(`A theme without titles or key results: ${head}`);
  return { ...readHead(head), titles, whys: startingWith("?"), keyResults };
};

/** The themes of one piece of material. Throws on the first line that does not fit the notation. */
export const parseThemes = (material: string): readonly Theme[] =>
  material
    .trim()
    .split(/\n{2,}/)
    .map(readTheme);
