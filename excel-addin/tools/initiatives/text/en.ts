import { plural } from "#shared/ui/text/plural.ts";

const count = (n: number, one: string, other: string): string => plural("en", n, { one, other });
const initiatives = (n: number): string => count(n, `${n} initiative`, `${n} initiatives`);

/** What the tool for the sheet of initiatives says. The other languages have the same shape. */
export const initiativeToolEn = {
  title: "Initiative sheet",
  intro:
    "Choose whose initiatives you want to edit. They come into a table of their own: change, add and delete rows there, then push. Nothing is sent before.",
  status: (n: number, age: string) => `${initiatives(n)} · pulled ${age}`,
  next: (serves: string, change: string, word: string) =>
    `Type into the rows, or below the last one for a new initiative; “${serves}” names its key result or objective. To delete one, write “${word}” into “${change}”.`,
  push: "Push initiatives",
  pushSome: (n: number) => `Push ${initiatives(n)}`,
  renewed: "The sheet says something else than the preview did. Nothing was sent; look at what a push would do now.",
  columnsGone: (columns: string) =>
    `Deleted columns cannot be edited: ${columns}. Pull something else to get them back.`,
  done: (n: number) => (n === 0 ? "Nothing was stored." : `${initiatives(n)} stored.`),
  failed: (n: number) =>
    count(
      n,
      `${n} row is not stored yet; it stays as it is, with the reason beside it.`,
      `${n} rows are not stored yet; they stay as they are, with the reason beside each.`,
    ),
  deletingTitle: (n: number) => count(n, "Delete one initiative?", `Delete ${n} initiatives?`),
  problems: {
    servesMissing: "Say which key result or objective it serves; the list of the cell names them.",
    servesGone: "What it serves is not there any more. Choose another key result or objective, or pull again.",
    dueOutsidePeriod: (from: string, to: string) => `Outside the cycle, which runs from ${from} to ${to}.`,
    linkUnreadable: "A link begins with https:// or http://.",
    linkTooLong: (limit: number) => `A link has at most ${limit} characters.`,
  },
};

export type InitiativeToolTexts = typeof initiativeToolEn;
