import { err, ok, type Result } from "#shared/domain/result.ts";
import type { FileTrouble } from "#shared/ports/foreignFiles.ts";
import { unpackedSize } from "../../files/zip.ts";
import { FILE_LIMITS } from "./limits.ts";

export interface ZipPart {
  /** Without folders. */
  readonly name: string;
  readonly bytes: () => Promise<Uint8Array>;
}

/** More than any export has. */
const MOST_PARTS = 1_000;

/** The files of a zip archive, none of them unpacked yet. */
export const zipParts = async (bytes: Uint8Array): Promise<Result<readonly ZipPart[], FileTrouble>> => {
  const size = unpackedSize(bytes);
  if (size === undefined) return err("Damaged");
  if (size > FILE_LIMITS.unpackedBytes) return err("TooLarge");
  const { default: Zip } = await import("jszip");
  try {
    const { files } = await Zip.loadAsync(bytes);
    const parts = Object.values(files).filter(({ dir }) => !dir);
    if (parts.length > MOST_PARTS) return err("TooLarge");
    return ok(parts.map((part) => ({ name: part.name, bytes: () => part.async("uint8array") })));
  } catch {
    return err("Damaged");
  }
};
