import { plural } from "#shared/ui/text/plural.ts";

const count = (n: number, one: string, other: string): string => plural("en", n, { one, other });
const checkIns = (n: number): string => count(n, `${n} check-in`, `${n} check-ins`);

/** What the tool for the sheet of check-ins says. The other languages have the same shape. */
export const checkInsEn = {
  intro:
    "Choose whose key results you want to report on. They come into a table of their own: fill in the coloured columns, then push. Nothing is sent before.",
  title: "Check-in sheet",
  status: (n: number, age: string) => `${count(n, `${n} key result`, `${n} key results`)} · pulled ${age}`,
  next: (same: string) =>
    `Fill in the coloured columns “Value today”, “Confidence” (0 to 10) and “Note”; leave a row empty where there is nothing to report. “${same}” repeats the last value.`,
  push: "Push check-ins",
  pushSome: (n: number) => `Push ${checkIns(n)}`,
  ready: checkIns,
  problem: (n: number) => count(n, `${n} row with a problem`, `${n} rows with problems`),
  empty: (n: number) => `${n} left empty`,
  groups: { problem: "To correct first", ready: "Check-ins", empty: "Worth a look" },
  still: (value: string) => `still ${value}`,
  renewed: "The sheet says something else than the preview did. Nothing was sent; look at what a push would do now.",
  done: (n: number) => (n === 0 ? "Nothing was stored." : `${checkIns(n)} stored.`),
  failed: (n: number) =>
    count(
      n,
      `${n} row is not stored yet; it stays filled in, with the reason beside it.`,
      `${n} rows are not stored yet; they stay filled in, with the reason beside each.`,
    ),
  endangeredTitle: "Some filled rows would go",
  endangered: (n: number) =>
    `${count(n, `${n} filled row is`, `${n} filled rows are`)} not part of what you chose, and not pushed yet.`,
  columnsGone: (columns: string) =>
    `Deleted columns cannot be filled in: ${columns}. Pull something else to get them back.`,
  rowUnknown: "This row is no key result that was pulled here. Type it in the row of the key result, or pull again.",
  rowDoubled: "This key result stands in two filled rows. Empty one of them.",
  removedElsewhere: "It was removed or moved elsewhere meanwhile. What you typed stays here and is not sent.",
  nothingToRepeat: "There is no last value yet. Type the value.",
  onlyToRead: "This column is only for reading: what you typed is not sent, and the next pull writes over it.",
};

export type CheckInToolTexts = typeof checkInsEn;
