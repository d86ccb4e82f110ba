import { createContext, useContext } from "react";
import type { SheetSession } from "#shared/application/sheet/sheetSession.ts";
import type { SheetDeps } from "#shared/application/sheet/sheetState.ts";
import type { Spreadsheet } from "#shared/ports/spreadsheet.ts";
import type { SignIn } from "#shared/ports/signIn.ts";
import type { ExcelLanguage } from "../text/load.ts";

/** What the screens of the pane work with, joined by the entry. */
export interface ExcelServices extends ExcelLanguage {
  readonly session: SheetSession;
  readonly signIn: SignIn;
  /** The table of check-ins in the open workbook. */
  readonly checkIns: Spreadsheet;
  /** The table of initiatives there. */
  readonly initiatives: Spreadsheet;
  /** What the tools beside the table are made of. */
  readonly deps: Omit<SheetDeps, "texts">;
}

const ExcelContext = createContext<ExcelServices | undefined>(undefined);

export const ExcelProvider = ExcelContext.Provider;

export const useExcel = (): ExcelServices => {
  const services = useContext(ExcelContext);
  if (!services) throw new Error("No services for the pane");
  return services;
};
