/** Where a workbook was open once. The path is kept as a mark only: a workbook that is handed on tells nobody's folders. */
export interface KnownPlace {
  /** Excel names one and the same document by its address or by its path, depending on the device. */
  readonly kind: "web" | "file";
  readonly name: string;
  readonly mark: string;
}

/** FNV-1a, 32 bits: tells places apart, keeps no secret. */
const markOf = (text: string): string => {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(36);
};

const decoded = (text: string): string => {
  try {
    return decodeURI(text);
  } catch {
    return text;
  }
};

/** Undefined for a workbook that was never saved: it has no path yet. */
export const placeOf = (address: string): KnownPlace | undefined => {
  const isWeb = /^https?:/iu.test(address);
  const plain = isWeb ? address.replace(/[?#].*$/u, "") : address;
  const path = decoded(plain).replaceAll("\\", "/").toLowerCase();
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (!path.includes("/") || name === "") return undefined;
  return { kind: isWeb ? "web" : "file", name, mark: markOf(path) };
};

/** Whether the workbook was open there before, or may have been: under the same name, on a device that names places differently. */
export const isKnownPlace = (place: KnownPlace, known: readonly KnownPlace[]): boolean =>
  known.some(({ mark }) => mark === place.mark) ||
  (known.every(({ kind }) => kind !== place.kind) && known.some(({ name }) => name === place.name));
