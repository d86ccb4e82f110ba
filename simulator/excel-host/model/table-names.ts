import type { Workbook } from "./types.ts";

/** A name no table has yet: Name, Name2, Name3 … */
export const uniqueTableName = (workbook: Workbook, wanted: string): string => {
  const taken = new Set(workbook.sheets.flatMap((sheet) => sheet.tables.map((table) => table.name.toLowerCase())));
  let name = wanted;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${wanted}${number}`;
  return name;
};
