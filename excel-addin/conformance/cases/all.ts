import { cellCases } from "./cells.ts";
import { tableCases } from "./tables.ts";
import { workbookCases } from "./workbook.ts";

export const conformanceCases = [...cellCases, ...tableCases, ...workbookCases];
