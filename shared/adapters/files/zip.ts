/** Sizes in the directory at the end of a zip archive: PKWARE APPNOTE 6.3.10, sections 4.3.12 and 4.3.16. */

const END = 0x0605_4b50;
const ENTRY = 0x0201_4b50;
const END_SIZE = 22;
const ENTRY_SIZE = 46;
/** The end record may be followed by a comment of this length. */
const LONGEST_COMMENT = 65_535;

const endOffset = (view: DataView): number | undefined => {
  const first = Math.max(0, view.byteLength - END_SIZE - LONGEST_COMMENT);
  for (let at = view.byteLength - END_SIZE; at >= first; at -= 1) if (view.getUint32(at, true) === END) return at;
  return undefined;
};

/** Bytes the archive says it unpacks to; undefined when it is no zip archive. */
export const unpackedSize = (bytes: Uint8Array): number | undefined => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOffset(view);
  if (end === undefined) return undefined;
  const entries = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  let total = 0;
  for (let entry = 0; entry < entries; entry += 1) {
    if (at + ENTRY_SIZE > view.byteLength || view.getUint32(at, true) !== ENTRY) return undefined;
    total += view.getUint32(at + 24, true);
    at += ENTRY_SIZE + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return total;
};
