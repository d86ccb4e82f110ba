/** Server-rendered pages: every value is escaped unless it was made by `html` itself. */

/** A piece of markup that is safe to put into a page. */
export interface Html {
  readonly markup: string;
}

export type HtmlValue = string | number | Html | readonly HtmlValue[] | false | undefined;

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? "");

const render = (value: HtmlValue): string => {
  if (value === undefined || value === false) return "";
  if (typeof value === "string") return escapeHtml(value);
  if (typeof value === "number") return String(value);
  return "markup" in value ? value.markup : value.map((part) => render(part)).join("");
};

export const html = (strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html => ({
  markup: strings.map((text, index) => text + render(values[index])).join(""),
});

const firstLetter = (word: string): string =>
  new Intl.Segmenter().segment(word)[Symbol.iterator]().next().value?.segment ?? "";

/** Two letters for a face without a picture; taken from the first and the last word of the name. */
export const initialsOf = (name: string): string => {
  const words = name.trim().split(/\s+/);
  const last = words.length > 1 ? firstLetter(words.at(-1) ?? "") : "";
  return (firstLetter(words[0] ?? "") + last).toUpperCase();
};

/** One of `count` colours, always the same for the same text. */
export const hueOf = (text: string, count: number): number => {
  let sum = 0;
  for (const character of text) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  return sum % count;
};
