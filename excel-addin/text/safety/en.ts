import { plural } from "#shared/ui/text/plural.ts";

const count = (n: number, one: string, other: string): string => plural("en", n, { one, other });
const rows = (n: number): string => count(n, `${n} row`, `${n} rows`);

/** What guards what people typed and stored: unsent changes, conflicts, deleting, sending some rows, taking a push back. The other languages have the same shape. */
export const safety = {
  endangered: {
    title: "There are unsent changes",
    text: (n: number) => `${rows(n)} in the sheet were not pushed yet. Pulling something else replaces the table.`,
    unknown:
      "The table cannot be compared with what was pulled, so nobody can tell what of it was not pushed yet. Pulling replaces it.",
    keep: "Keep working",
    discard: "Throw them away and pull",
  },
  interrupted: {
    title: "A push was interrupted",
    text: (n: number) => `${rows(n)} may not be stored yet. Going on stores each of them once.`,
    resume: "Go on",
  },
  conflict: {
    title: "Somebody else changed the same fields",
    by: (name: string) => `Changed by ${name} since you pulled.`,
    before: "Before",
    mine: "Yours",
    theirs: "Theirs",
    choose: (field: string, title: string) => `Which ${field} for “${title}”?`,
    apply: "Store this choice",
    look: "Both changes together do not make a measure that can be stored. Correct the row in the sheet, then check again.",
  },
  copied: {
    title: "Is this workbook a copy?",
    text: (name: string) =>
      `It remembers what was pulled and pushed in “${name}”. In a copy, nothing that was pushed there is finished or undone.`,
    copy: "It is a copy",
    same: "The same, renamed or moved",
  },
  standing: {
    readOnly: "This workbook is open for reading only. You see what a push would do; nothing can be written or pushed.",
    old: (age: string) =>
      `The table was pulled ${age}. Pull again before you push: others may have changed something since.`,
  },
  deleting: {
    title: (n: number) => count(n, "Delete one record?", `Delete ${n} records?`),
    named: (title: string) => `“${title}”`,
    more: (n: number) => `${n} more`,
    text: "It goes for everybody. Until the next push it can be taken back.",
    confirm: "Delete and push",
    changed: (name: string) => `${name} changed it since you pulled, and you want to delete it.`,
    keepIt: "Keep it",
    anyway: "Delete it all the same",
  },
  selecting: {
    title: "Selected rows",
    push: "Push selected rows",
    mark: (word: string) => `Mark selected rows: ${word}`,
    unmark: "Do not delete selected rows",
    nothing: "None of the selected rows has something to push.",
  },
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
