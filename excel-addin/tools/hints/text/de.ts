import { plural } from "#shared/ui/text/plural.ts";
import type { HintsTexts } from "./en.ts";

const count = (n: number, one: string, other: string): string => plural("de", n, { one, other });

export const hintsDe: HintsTexts = {
  title: "Schreibhinweise",
  noTable: "In dieser Mappe gibt es noch keine OKR-Tabelle. Rufen Sie zuerst eine ab.",
  touched: "Nur Zeilen, die ich angelegt oder geändert habe",
  count: (hints, rows) =>
    `${count(hints, `${hints} Hinweis`, `${hints} Hinweise`)} in ${count(rows, `${rows} Zeile`, `${rows} Zeilen`)}`,
  untitled: "(ohne Titel)",
  show: (field, title) => `${field} von „${title}“ im Blatt zeigen`,
  hint: (text) => `Hinweis: ${text}`,
  more: (n) => `${n} weitere zeigen`,
};
