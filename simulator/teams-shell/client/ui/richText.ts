import DOMPurify from "dompurify";
import MarkdownIt from "markdown-it";

/** Markdown of cards: HTML inside it stays text, links of unknown kinds are dropped by the library. [TS28] */
const markdown = new MarkdownIt({ html: false, linkify: false, breaks: true });

export const markdownToHtml = (text: string): string => markdown.render(text);

const allowedTags = [
  "a",
  "at",
  "b",
  "blockquote",
  "br",
  "code",
  "del",
  "div",
  "em",
  "h1",
  "h2",
  "h3",
  "hr",
  "i",
  "img",
  "li",
  "ol",
  "p",
  "pre",
  "s",
  "span",
  "strong",
  "sub",
  "sup",
  "table",
  "tbody",
  "td",
  "th",
  "thead",
  "tr",
  "u",
  "ul",
];

/** The HTML of a message as Graph stores it, without anything that could run or load by itself. */
export const safeHtml = (html: string): string =>
  DOMPurify.sanitize(html, {
    ALLOWED_TAGS: allowedTags,
    ALLOWED_ATTR: ["href", "src", "alt", "title", "dir", "start"],
  });
