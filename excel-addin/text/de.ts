import { en, type ExcelMessages } from "./en.ts";

export const de: ExcelMessages = en;
