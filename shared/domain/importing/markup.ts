import { tidyLine } from "../entry/text.ts";

/** A text as its writer meant it, with what the markup around it said. */
export interface PlainText {
  readonly text: string;
  /** Struck out, that is given up. */
  readonly struck: boolean;
  /** `P0` to `P9`, as 0 to 9. */
  readonly priority?: number;
  /** Words in square brackets behind the text, for example `[DevRel]`: the teams it is meant for. */
  readonly tags: readonly string[];
}

const LINK = /\[ ?((?:[^[\]]|\[[^[\]]*\])+)\]\((?:#|https?:)[^)\s]*\)/gu;
const TAGS = /(?: *\[[^[\]]{1,40}\])+$/u;
const PRIORITY = /^[Pp]([0-9])$/u;

/** `P0`, `0`, `1 - high`: a rank, 0 first. Undefined for words. */
export const priorityIn = (text: string): number | undefined => {
  const digits = /^\s*[Pp]?([0-9])(?:\D|$)/u.exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits);
};

const emphasisRemoved = (text: string): string =>
  text
    .replaceAll(/\*\*(\S(?:[^*]*\S)?)\*\*/gu, "$1")
    .replaceAll(/(^|[\s(:])_(\S(?:[^_]*\S)?)_(?=$|[\s).,;:])/gu, "$1$2")
    .replaceAll(/`([^`]+)`/gu, "$1");

/** Takes Markdown for what it says: links to their text, emphasis off, strike-through and bracketed marks read. [IM7] */
export const readMarkup = (source: string): PlainText => {
  const line = tidyLine(source).replaceAll(LINK, "$1");
  const struck = /^~~.*~~$/u.test(line);
  let text = emphasisRemoved(line.replaceAll("~~", "")).trim();
  const leading = /^\[([Pp][0-9])\] */u.exec(text);
  if (leading) text = text.slice(leading[0].length);
  const trailing = TAGS.exec(text)?.[0] ?? "";
  const isTag = trailing.startsWith(" ") && trailing.length < text.length;
  const marks = isTag ? [...trailing.matchAll(/\[([^[\]]+)\]/gu)].map(([, mark]) => (mark ?? "").trim()) : [];
  if (isTag) text = text.slice(0, -trailing.length).trim();
  const rank = [leading?.[1] ?? "", ...marks]
    .map((mark) => PRIORITY.exec(mark)?.[1])
    .find((digit) => digit !== undefined);
  return {
    text,
    struck,
    tags: marks.filter((mark) => mark !== "" && !PRIORITY.test(mark)),
    ...(rank === undefined ? {} : { priority: Number(rank) }),
  };
};
