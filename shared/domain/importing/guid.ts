/** Bytes of a text in UTF-8. */
const utf8 = (text: string): readonly number[] => {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x1_0000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  }
  return bytes;
};

const rotated = (word: number, by: number): number => (word << by) | (word >>> (32 - by));

/** The message with the bit 1, zeros, and its length in bits, as 32-bit words: RFC 3174, section 4. */
const padded = (bytes: readonly number[]): readonly number[] => {
  const words = Array.from({ length: (((bytes.length + 8) >> 6) + 1) * 16 }, () => 0);
  for (const [at, byte] of [...bytes, 0x80].entries())
    words[at >> 2] = (words[at >> 2] ?? 0) | (byte << (24 - (at % 4) * 8));
  words[words.length - 1] = bytes.length * 8;
  return words;
};

type Digest = readonly [number, number, number, number, number];

const mix = (round: number, b: number, c: number, d: number): number => {
  if (round < 20) return ((b & c) | (~b & d)) + 0x5a82_7999;
  if (round < 40) return (b ^ c ^ d) + 0x6ed9_eba1;
  return round < 60 ? ((b & c) | (b & d) | (c & d)) + 0x8f1b_bcdc : (b ^ c ^ d) + 0xca62_c1d6;
};

const digestBlock = (state: Digest, block: readonly number[]): Digest => {
  const words = [...block];
  for (let at = 16; at < 80; at += 1) {
    const back = (by: number): number => words[at - by] ?? 0;
    words.push(rotated(back(3) ^ back(8) ^ back(14) ^ back(16), 1));
  }
  let [a, b, c, d, e] = state;
  for (const [round, word] of words.entries()) {
    const next = (rotated(a, 5) + mix(round, b, c, d) + e + word) | 0;
    [a, b, c, d, e] = [next, a, rotated(b, 30), c, d];
  }
  const [h0, h1, h2, h3, h4] = state;
  return [(h0 + a) | 0, (h1 + b) | 0, (h2 + c) | 0, (h3 + d) | 0, (h4 + e) | 0];
};

/** SHA-1 (RFC 3174): here a way to spread names over identifiers, not a protection. */
const sha1 = (bytes: readonly number[]): Digest => {
  const words = padded(bytes);
  let state: Digest = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0];
  for (let at = 0; at < words.length; at += 16) state = digestBlock(state, words.slice(at, at + 16));
  return state;
};

const GUID = /^\{?([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})\}?$/iu;

/** The GUID in a text, in lower case without braces; undefined when it is none. */
export const guidIn = (text: string): string | undefined => GUID.exec(text.trim())?.[1]?.toLowerCase();

const bytesOfGuid = (guid: string): readonly number[] =>
  (guid.replaceAll("-", "").match(/../gu) ?? []).map((pair) => Number.parseInt(pair, 16));

/** The same name in the same namespace gives the same GUID on every machine: version 5 of RFC 9562, section 5.5. [IM2] */
export const nameGuid = (namespace: string, name: string): string => {
  const hex = sha1([...bytesOfGuid(namespace), ...utf8(name)])
    .map((word) => (word >>> 0).toString(16).padStart(8, "0"))
    .join("");
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
};
