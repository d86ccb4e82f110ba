import { en, type ExcelMessages } from "./en.ts";

export const ar: ExcelMessages = en;
