import type { ForeignSheet } from "#shared/domain/importing/foreign/sheet.ts";
import { vivaSheet, type VivaPart } from "#shared/domain/importing/viva/exportSheet.ts";
import { err, ok, type Result } from "#shared/domain/result.ts";
import type { FileTrouble, ForeignFiles, PickedFile } from "#shared/ports/foreignFiles.ts";
import { decodeText } from "../../files/decode.ts";
import { FILE_LIMITS, type SheetsRead } from "./limits.ts";
import { zipParts, type ZipPart } from "./zipParts.ts";

const begins = (bytes: Uint8Array, ...magic: readonly number[]): boolean =>
  magic.every((byte, at) => bytes[at] === byte);

/** MS-CFB: workbooks before 2007, and those of today that need a password (MS-OFFCRYPTO 2.3.4.4). */
const isCompound = (bytes: Uint8Array): boolean => begins(bytes, 0xd0, 0xcf, 0x11, 0xe0);
const isZip = (bytes: Uint8Array): boolean => begins(bytes, 0x50, 0x4b);

/** The name of the stream that holds an encrypted workbook, in UTF-16 as the directory of the file writes it. */
const ENCRYPTED = "EncryptedPackage".split("").flatMap((letter) => [letter.charCodeAt(0), 0]);

const holds = (bytes: Uint8Array, wanted: readonly number[]): boolean => {
  for (let at = bytes.indexOf(wanted[0] ?? 0); at >= 0; at = bytes.indexOf(wanted[0] ?? 0, at + 1)) {
    if (wanted.every((byte, step) => bytes[at + step] === byte)) return true;
  }
  return false;
};

const baseName = (path: string): string => path.split("/").at(-1) ?? path;
const endsWith = (name: string, ending: string): boolean => name.toLowerCase().endsWith(ending);

interface JsonFile {
  readonly name: string;
  readonly bytes: () => Promise<Uint8Array>;
}

/** The JSON files of an export of Viva Goals, in a zip archive or chosen one by one. */
const readExport = async (files: readonly JsonFile[]): Promise<SheetsRead> => {
  const parts: VivaPart[] = [];
  for (const { name, bytes } of files) {
    try {
      parts.push({ name: baseName(name), content: JSON.parse(decodeText(await bytes())) as unknown });
    } catch {
      return err("Damaged");
    }
  }
  const sheet = vivaSheet(parts);
  return sheet ? ok([sheet]) : err("NoObjectives");
};

const readZip = async (bytes: Uint8Array): Promise<SheetsRead> => {
  const parts = await zipParts(bytes);
  if (!parts.ok) return parts;
  const has = (name: string): boolean => parts.value.some((part: ZipPart) => part.name === name);
  if (has("xl/workbook.xml")) return (await import("./xlsxSheets.ts")).readXlsxSheets(bytes);
  if (has("xl/workbook.bin")) return err("OldFormat");
  const json = parts.value.filter(({ name }) => endsWith(name, ".json"));
  return json.length > 0 ? readExport(json) : err("OtherKind");
};

const TEXT_ENDINGS = [".csv", ".tsv", ".txt", ".tab"] as const;

const readOne = async (file: PickedFile): Promise<SheetsRead> => {
  if (file.size > FILE_LIMITS.bytes) return err("TooLarge");
  if (endsWith(file.name, ".json")) return readExport([file]);
  const bytes = await file.bytes();
  if (isCompound(bytes)) return err(holds(bytes, ENCRYPTED) ? "Protected" : "OldFormat");
  if (isZip(bytes)) return readZip(bytes);
  if (endsWith(file.name, ".xlsx") || endsWith(file.name, ".zip")) {
    return err(bytes.length === 0 ? "NothingInIt" : "Damaged");
  }
  if (!TEXT_ENDINGS.some((ending) => endsWith(file.name, ending))) return err("OtherKind");
  return (await import("./csvSheet.ts")).readCsvSheet(nameOf(file.name), bytes);
};

/** Without the ending. */
const nameOf = (file: string): string => file.replace(/\.[^.]*$/u, "");

const readAll = async (files: readonly PickedFile[]): Promise<SheetsRead> => {
  const [first] = files;
  if (!first) return err("NothingInIt");
  if (files.length === 1) return readOne(first);
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  if (bytes > FILE_LIMITS.bytes) return err("TooLarge");
  return files.every(({ name }) => endsWith(name, ".json")) ? readExport(files) : err("OtherKind");
};

const unreadable = async (reading: Promise<SheetsRead>): Promise<Result<readonly ForeignSheet[], FileTrouble>> => {
  try {
    return await reading;
  } catch {
    // The file is gone, or the device refuses to read it.
    return err("Damaged");
  }
};

/** Files that somebody chose in a browser. What reads them is fetched with the first file that needs it. */
export const createForeignFiles = (): ForeignFiles => ({
  read: async (files) => {
    const name = files[0]?.name ?? "";
    const sheets = await unreadable(readAll(files));
    return sheets.ok
      ? ok({ name, sheets: sheets.value })
      : err({ type: "FileUnreadable", trouble: sheets.error, name });
  },
});
