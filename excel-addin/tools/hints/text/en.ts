import { plural } from "#shared/ui/text/plural.ts";

const count = (n: number, one: string, other: string): string => plural("en", n, { one, other });

export const hintsEn = {
  title: "Writing hints",
  noTable: "There is no OKR sheet in this workbook yet. Pull one first.",
  touched: "Only rows I added or changed",
  count: (hints: number, rows: number) =>
    `${count(hints, `${hints} hint`, `${hints} hints`)} in ${count(rows, `${rows} row`, `${rows} rows`)}`,
  untitled: "(no title)",
  show: (field: string, title: string) => `Show ${field} of “${title}” in the sheet`,
  hint: (text: string) => `Hint: ${text}`,
  more: (n: number) => `Show ${n} more`,
};

export type HintsTexts = typeof hintsEn;
