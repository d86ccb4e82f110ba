import type { Outcome } from "./outcome.ts";
import { done, refused } from "./outcome.ts";
import type { CustomXmlPart, Workbook } from "./types.ts";

const TAG =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/g;

interface Root {
  readonly name: string;
  readonly attributes: string;
}

interface Reading {
  readonly open: string[];
  root: Root | undefined;
  isBroken: boolean;
}

const readTag = (reading: Reading, [, closing, name, attributes = "", selfClosing]: RegExpMatchArray): void => {
  const { open } = reading;
  if (name === undefined) return;
  if (closing) {
    if (open.pop() !== name) reading.isBroken = true;
    return;
  }
  if (open.length === 0) {
    if (reading.root) reading.isBroken = true;
    reading.root = { name, attributes };
  }
  if (!selfClosing) open.push(name);
};

/** Text between tags may hold no "<", and outside the root nothing but space. */
const isTextAllowed = (text: string, isInside: boolean): boolean =>
  !text.includes("<") && (isInside || text.trim() === "");

/** Root element of well-formed XML: one root, tags balanced, no stray "<" between them; undefined otherwise. */
const rootOf = (xml: string): Root | undefined => {
  const reading: Reading = { open: [], root: undefined, isBroken: false };
  let at = 0;
  for (const match of xml.matchAll(TAG)) {
    if (!isTextAllowed(xml.slice(at, match.index), reading.open.length > 0)) return undefined;
    at = match.index + match[0].length;
    readTag(reading, match);
  }
  const isWhole = reading.open.length === 0 && isTextAllowed(xml.slice(at), false);
  return isWhole && !reading.isBroken ? reading.root : undefined;
};

const namespaceOf = ({ name, attributes }: Root): string => {
  const prefix = name.includes(":") ? `:${name.slice(0, name.indexOf(":"))}` : "";
  const pattern = new RegExp(String.raw`\sxmlns${prefix}\s*=\s*(?:"([^"]*)"|'([^']*)')`);
  const match = pattern.exec(attributes);
  return match?.[1] ?? match?.[2] ?? "";
};

const invalidXml = () => refused("InvalidArgument", "The XML is not well-formed.");

const uuid = (number: number): string => `{${String(number).padStart(8, "0")}-0000-4000-9000-000000000000}`;

export const addXmlPart = (workbook: Workbook, xml: string): Outcome<CustomXmlPart> => {
  const root = rootOf(xml);
  if (!root) return invalidXml();
  const part: CustomXmlPart = { id: uuid(workbook.nextId), namespaceUri: namespaceOf(root), xml };
  workbook.nextId += 1;
  workbook.journal.set(workbook, "customXmlParts", [...workbook.customXmlParts, part]);
  return done(part);
};

export const setXmlPart = (workbook: Workbook, id: string, xml: string): Outcome<undefined> => {
  const root = rootOf(xml);
  if (!root) return invalidXml();
  const next = workbook.customXmlParts.map((part) =>
    part.id === id ? { id, namespaceUri: namespaceOf(root), xml } : part,
  );
  workbook.journal.set(workbook, "customXmlParts", next);
  return done(undefined);
};

export const deleteXmlPart = (workbook: Workbook, id: string): void =>
  workbook.journal.set(
    workbook,
    "customXmlParts",
    workbook.customXmlParts.filter((part) => part.id !== id),
  );
