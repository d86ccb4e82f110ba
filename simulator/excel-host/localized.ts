type Json = Readonly<Record<string, unknown>>;

const record = (value: unknown): Json => (typeof value === "object" && value !== null ? (value as Json) : {});

/** The language file for a locale: that of the whole tag, else of its language; none where the manifest itself is in it. */
const fileFor = (manifest: Json, locale: string): string | undefined => {
  const { additionalLanguages } = record(manifest["localizationInfo"]);
  const files = (Array.isArray(additionalLanguages) ? additionalLanguages : []).map(record);
  const [tag, language] = [locale.toLowerCase(), locale.split("-")[0]?.toLowerCase()];
  const found = [tag, language].map((wanted) => files.find(({ languageTag }) => languageTag === wanted)).find(Boolean);
  return typeof found?.["file"] === "string" ? found["file"] : undefined;
};

/** `extensions[0].ribbons[0].tabs[0]` as steps. */
const stepsOf = (path: string): readonly string[] => path.match(/[^.[\]]+/gu) ?? [];

const replaceAt = (root: unknown, path: string, text: unknown): void => {
  const steps = stepsOf(path);
  const last = steps.at(-1) ?? "";
  let target: unknown = root;
  for (const step of steps.slice(0, -1)) target = record(target)[step];
  if (!(last in record(target))) throw new Error(`The language file names ${path}, which the manifest has not.`);
  (target as Record<string, unknown>)[last] = text;
};

/**
 * The manifest in the words of a locale. The keys of a language file are paths into it. Learn: "Localize your app", "App
 * localization JSON schema". [XG26]
 */
export const localized = (manifest: unknown, locale: string, readFile: (name: string) => unknown): unknown => {
  const name = fileFor(record(manifest), locale);
  if (name === undefined) return manifest;
  const copy: unknown = structuredClone(manifest);
  for (const [path, text] of Object.entries(record(readFile(name))))
    if (path !== "$schema") replaceAt(copy, path, text);
  return copy;
};
