/** Bytes that Western and Arabic Windows write for letters beyond ASCII. */
const HIGH = 0x80;
/** Arabic words are runs of such bytes; in Western text they stand alone between ASCII letters. */
const RUN = 3;
const SAMPLE = 100_000;

/** Whether most bytes beyond ASCII stand in runs, as letters of a script of its own do. */
const isInRuns = (bytes: Uint8Array): boolean => {
  let [high, inRuns, run] = [0, 0, 0];
  for (const byte of bytes.subarray(0, SAMPLE)) {
    if (byte < HIGH) {
      run = 0;
      continue;
    }
    run += 1;
    high += 1;
    if (run === RUN) inRuns += RUN;
    if (run > RUN) inRuns += 1;
  }
  return high > 0 && inRuns / high > 0.5;
};

/** UTF-16 without its mark: every second byte of Western text is 0. */
const utf16Without = (bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined => {
  const zeros: [number, number] = [0, 0];
  const sample = bytes.subarray(0, Math.min(SAMPLE, bytes.length - (bytes.length % 2)));
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at % 2 === 0 ? 0 : 1] += 1;
  const [even, odd] = zeros.map((count) => count / Math.max(1, sample.length / 2));
  if ((odd ?? 0) > 0.4 && (even ?? 0) < 0.05) return "utf-16le";
  return (even ?? 0) > 0.4 && (odd ?? 0) < 0.05 ? "utf-16be" : undefined;
};

const encodingOf = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return utf16Without(bytes) ?? "utf-8";
};

/**
 * The text of a file. Spreadsheets write UTF-8 with or without a mark, UTF-16, or the old code page of the Windows they run on:
 * the Western and the Arabic one are told apart.
 */
export const decodeText = (bytes: Uint8Array): string => {
  const encoding = encodingOf(bytes);
  try {
    return new TextDecoder(encoding, { fatal: encoding === "utf-8" }).decode(bytes).replace(/^\uFEFF/u, "");
  } catch {
    return new TextDecoder(isInRuns(bytes) ? "windows-1256" : "windows-1252").decode(bytes);
  }
};
