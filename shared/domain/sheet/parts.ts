/** Characters of one part. Three bytes each and quoted twice on its way, it stays well below the 5 MB of Excel on the web. */
const CHARACTERS = 400_000;

/** A list as JSON texts of some of its things each, none too long for one request unless a single thing is. */
export const inParts = (things: readonly unknown[]): readonly string[] => {
  const parts: string[][] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const thing of things) {
    const text = JSON.stringify(thing);
    if (length + text.length > CHARACTERS) {
      parts.push([]);
      length = 0;
    }
    parts.at(-1)?.push(text);
    length += text.length + 1;
  }
  return parts.map((texts) => `[${texts.join(",")}]`);
};
