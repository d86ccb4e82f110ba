import { causes } from "../material/causes.ts";
import { notesEnglish } from "../material/notesEnglish.ts";
import { notesLocal } from "../material/notesLocal.ts";

/** Sentences by heading. */
export type Bank = ReadonlyMap<string, readonly string[]>;

/** Reads `[heading]` lines followed by one sentence a line. */
const readBank = (material: string): Bank => {
  const bank = new Map<string, string[]>();
  let sentences: string[] = [];
  for (const line of material.trim().split("\n")) {
    if (line.startsWith("[") && line.endsWith("]")) {
      sentences = [];
      bank.set(line.slice(1, -1), sentences);
    } else {
      sentences.push(line);
    }
  }
  return bank;
};

export const causeBank: Bank = readBank(causes);

/** Notes by language; English has every heading, the others have those that matter most. */
export const noteBanks: ReadonlyMap<string, Bank> = new Map([
  ["en", readBank(notesEnglish)],
  ...Object.entries(notesLocal).map(([language, material]): [string, Bank] => [language, readBank(material)]),
]);
