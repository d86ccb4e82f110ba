import { SaxesParser } from "saxes";

export interface Element {
  /** As written, prefix included. */
  readonly name: string;
  /** Namespace. */
  readonly uri: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

interface Open {
  readonly name: string;
  readonly uri: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** Reads a document; throws with line and column when it is not well-formed, namespaces included. */
export const parseXml = (text: string): Element => {
  const parser = new SaxesParser({ xmlns: true });
  const document: Open = { name: "", uri: "", attributes: {}, children: [], text: "" };
  const open: Open[] = [document];
  parser.on("error", (problem) => {
    throw problem;
  });
  parser.on("opentag", ({ name, uri, attributes }) => {
    const values = Object.entries(attributes).map(([key, { value }]) => [key, value] as const);
    open.push({ name, uri, attributes: Object.fromEntries(values), children: [], text: "" });
  });
  parser.on("text", (piece) => {
    const current = open.at(-1);
    if (current) current.text += piece;
  });
  parser.on("closetag", () => {
    const closed = open.pop();
    if (closed) open.at(-1)?.children.push({ ...closed, text: closed.text.trim() });
  });
  parser.write(text).close();
  const [root] = document.children;
  if (!root) throw new Error("The document is empty.");
  return root;
};

export const descendants = (element: Element): readonly Element[] => [
  element,
  ...element.children.flatMap((child) => descendants(child)),
];

/** The first element at a path of names below another. */
export const at = (element: Element, ...names: readonly string[]): Element => {
  const [name, ...rest] = names;
  if (name === undefined) return element;
  const child = element.children.find((candidate) => candidate.name === name);
  if (!child) throw new Error(`<${element.name}> has no <${name}>.`);
  return at(child, ...rest);
};
