import { plural } from "#shared/ui/text/plural.ts";

const count = (n: number, one: string, other: string): string => plural("en", n, { one, other });
const rows = (n: number): string => count(n, `${n} row`, `${n} rows`);

/** What guards what people typed and stored: taking a push back. The other languages have the same shape. */
export const safety = {
  undoing: {
    some: "Choose…",
    title: "What to take back of the last push",
    intro: "What you keep ticked is taken back. Check-ins stay, and the sheet stays as you typed it.",
    choose: (title: string) => `Take back “${title}”`,
    kinds: { remove: "It is removed again.", remake: "It is made again." },
    keptField: (field: string, now: string) => `${field} stays “${now}”: somebody changed it since.`,
    stays: {
      changed: "It stays: somebody changed it since.",
      used: "It stays: key results were put below it since.",
      gone: "It was removed or moved elsewhere since.",
      refused: "Microsoft 365 did not take it back.",
    },
    changedBy: (name: string) => `It stays: ${name} changed it since.`,
    take: (n: number) => `Take back ${rows(n)}`,
    done: (n: number) => (n === 0 ? "Nothing was taken back" : count(n, "1 row taken back", `${n} rows taken back`)),
    kept: (n: number) => count(n, "1 row stays, wholly or in part", `${n} rows stay, wholly or in part`),
    keptTitle: "What stays as it is",
  },
};

export type SafetyTexts = typeof safety;
