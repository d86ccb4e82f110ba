/** What the simulator knows about the app it shows: its manifest, nothing else. */

export interface Product {
  readonly name: string;
  /** What the manifest says about the app, its first two sentences. */
  readonly sentences: readonly string[];
  /** `#rrggbb`; the brand colour the manifest names. */
  readonly accent: string;
  /** Where the app opens outside of any host. */
  readonly webAddress: string | undefined;
}

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

const text = (value: unknown): string | undefined =>
  typeof value === "string" && value.trim() !== "" ? value : undefined;

/** Knows that a full stop inside a number or an abbreviation does not end a sentence. */
const firstSentences = (words: string, count: number): readonly string[] =>
  [...new Intl.Segmenter("en", { granularity: "sentence" }).segment(words)]
    .map(({ segment }) => segment.trim())
    .filter(Boolean)
    .slice(0, count);

const firstTab = (manifest: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
  const tabs = manifest["staticTabs"];
  return record(Array.isArray(tabs) ? tabs.find((tab) => text(record(tab)["contentUrl"]) !== undefined) : undefined);
};

export const readProduct = (given: unknown): Product => {
  const manifest = record(given);
  const description = record(manifest["description"]);
  const tab = firstTab(manifest);
  const accent = text(manifest["accentColor"]) ?? "";
  return {
    name: text(record(manifest["name"])["short"]) ?? "The app",
    sentences: firstSentences(text(description["full"]) ?? text(description["short"]) ?? "", 2),
    accent: /^#[0-9a-f]{6}$/i.test(accent) ? accent : "#0f5ea8",
    webAddress: text(tab["websiteUrl"]) ?? text(tab["contentUrl"]),
  };
};
