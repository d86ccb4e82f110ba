import type { PartKind, Parts } from "#shared/ports/spreadsheet.ts";

/** @param table what the table puts before each kind */
const namespaceOf = (table: string, kind: PartKind): string => `urn:drumbeat:${table}${kind}:1`;

interface Part {
  readonly generation: number;
  readonly index: number;
  readonly of: number;
  readonly text: string;
}

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const toXml = (namespace: string, { generation, index, of, text }: Part): string =>
  `<part xmlns="${namespace}" generation="${generation}" index="${index}" of="${of}">${escaped(text)}</part>`;

const fromXml = (xml: string): Part | undefined => {
  const root = new DOMParser().parseFromString(xml, "application/xml").documentElement;
  const number = (name: string): number => Number(root.getAttribute(name) ?? Number.NaN);
  const part = { generation: number("generation"), index: number("index"), of: number("of"), text: root.textContent };
  return Object.values(part).some((value) => Number.isNaN(value)) ? undefined : part;
};

const listed = (context: Excel.RequestContext, namespace: string): Excel.CustomXmlPartScopedCollection => {
  const parts = context.workbook.customXmlParts.getByNamespace(namespace);
  parts.load("items/id");
  return parts;
};

/** Parts that this pane read or wrote last, by namespace: every write makes new ones. */
export type KnownParts = Map<string, string>;

const idsOf = (parts: readonly { readonly id: string }[]): string =>
  parts
    .map(({ id }) => id)
    .toSorted()
    .join(" ");

/** Whether somebody else has written parts of this kind since; false where this pane knows of none. */
export const askRewritten = (
  context: Excel.RequestContext,
  table: string,
  kind: PartKind,
  known: KnownParts,
): (() => boolean) => {
  const namespace = namespaceOf(table, kind);
  const found = listed(context, namespace);
  return () => {
    const before = known.get(namespace);
    return before !== undefined && before !== idsOf(found.items);
  };
};

/** Reads them one by one: together they may be larger than one answer of Excel on the web. */
const readAll = async (
  context: Excel.RequestContext,
  namespace: string,
  known: KnownParts,
): Promise<readonly Part[]> => {
  const read: Part[] = [];
  const found = listed(context, namespace);
  await context.sync();
  known.set(namespace, idsOf(found.items));
  for (const item of found.items) {
    const xml = item.getXml();
    await context.sync();
    const part = fromXml(xml.value);
    if (part) read.push(part);
  }
  return read;
};

/** The texts of the newest generation that is complete: a stop in the middle of writing leaves the one before it. */
export const readParts = async (
  context: Excel.RequestContext,
  table: string,
  kind: PartKind,
  known: KnownParts,
): Promise<readonly string[]> => {
  const all = await readAll(context, namespaceOf(table, kind), known);
  const generations = [...new Set(all.map(({ generation }) => generation))].toSorted((a, b) => b - a);
  for (const generation of generations) {
    const parts = all.filter((part) => part.generation === generation).toSorted((a, b) => a.index - b.index);
    if (parts.length === parts[0]?.of) return parts.map(({ text }) => text);
  }
  return [];
};

/** Later than any before it, also within one millisecond. */
let lastGeneration = 0;
const nextGeneration = (): number => {
  lastGeneration = Math.max(Date.now(), lastGeneration + 1);
  return lastGeneration;
};

/** Characters of one request; three bytes each, it stays below the 5 MB of Excel on the web. */
const CHARACTERS_PER_SYNC = 1_000_000;

/** Writes a new generation of each kind, then removes what was there before. */
export const writeParts = async (
  context: Excel.RequestContext,
  table: string,
  parts: Parts,
  known: KnownParts,
): Promise<void> => {
  const kinds = Object.entries(parts) as [PartKind, readonly string[]][];
  const old = kinds.map(([kind]) => listed(context, namespaceOf(table, kind)));
  await context.sync();
  const generation = nextGeneration();
  let waiting = 0;
  const added = new Map<PartKind, Excel.CustomXmlPart[]>();
  for (const [kind, texts] of kinds) {
    const ofKind: Excel.CustomXmlPart[] = [];
    added.set(kind, ofKind);
    for (const [index, text] of texts.entries()) {
      const xml = toXml(namespaceOf(table, kind), { generation, index, of: texts.length, text });
      if (waiting > 0 && waiting + xml.length > CHARACTERS_PER_SYNC) {
        await context.sync();
        waiting = 0;
      }
      const part = context.workbook.customXmlParts.add(xml);
      part.load("id");
      ofKind.push(part);
      waiting += xml.length;
    }
  }
  for (const { items } of old) for (const part of items) part.delete();
  await context.sync();
  for (const [kind, made] of added) known.set(namespaceOf(table, kind), idsOf(made));
};
