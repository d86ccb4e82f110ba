/** Single-line text of SharePoint holds 255 UTF-16 units; an emoji counts two or more. */
export const TITLE_LIMIT = 255;
/** Multi-line text holds 63,999 characters. */
export const NOTE_LIMIT = 63_999;

/** Length as SharePoint counts it. [EN16] */
export const storedLength = (text: string): number => text.length;

/** A half of a surrogate pair cannot be stored or sent; it becomes the replacement character. */
const wellFormed = (text: string): string => text.replaceAll(/\p{Surrogate}/gu, "\ufffd");

/** Characters that XML, and so SharePoint, refuses; tab and line feed excepted. */
const FORBIDDEN = new RegExp(String.raw`[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]`, "gu");

const EDGES = /^[\s\u200b\ufeff]+|[\s\u200b\ufeff]+$/gu;

/**
 * One line as it is stored: line breaks and tabs become a space, the ends are trimmed. Nothing else is touched: `=`, `+`, `-`
 * or `@` at the start, emoji, marks of direction and double spaces are the writer's. [EN15]
 */
export const tidyLine = (text: string): string =>
  wellFormed(text)
    .replaceAll(/[ \t]*[\r\n\u2028\u2029]+[ \t]*|\t+/gu, " ")
    .replaceAll(FORBIDDEN, "")
    .replaceAll(EDGES, "");

/** Text of several lines as it is stored: line ends as line feeds, the ends trimmed. [EN15] */
export const tidyNote = (text: string): string =>
  wellFormed(text)
    .replaceAll(/\r\n?|\u2028|\u2029/gu, "\n")
    .replaceAll(FORBIDDEN, "")
    .replaceAll(EDGES, "");

const FIRST_STRONG_ISOLATE = "\u2068";
const POP_ISOLATE = "\u2069";
const POP_EMBEDDING = "\u202c";
const closerOf = (mark: string): string | undefined => {
  if (/[\u2066-\u2068]/u.test(mark)) return POP_ISOLATE;
  return /[\u202a\u202b\u202d\u202e]/u.test(mark) ? POP_EMBEDDING : undefined;
};

/**
 * The text so that it cannot turn its surroundings around: wrapped in a first-strong isolate, what it opens closed, and what it
 * closes without having opened it left out. For plain-text places; HTML has `bdi`. [EN17]
 */
export const isolated = (text: string): string => {
  const open: string[] = [];
  let shown = "";
  for (const mark of text) {
    const closer = closerOf(mark);
    if (closer !== undefined) open.push(closer);
    else if (mark === POP_ISOLATE || mark === POP_EMBEDDING) {
      if (open.at(-1) !== mark) continue;
      open.pop();
    }
    shown += mark;
  }
  return `${FIRST_STRONG_ISOLATE}${shown}${open.toReversed().join("")}${POP_ISOLATE}`;
};
