import { createContext, useContext } from "react";
import type { ImportDesk } from "#shared/application/importing/importDesk.ts";

const ImportContext = createContext<ImportDesk | undefined>(undefined);

export const ImportProvider = ImportContext.Provider;

export const useDesk = (): ImportDesk => {
  const desk = useContext(ImportContext);
  if (!desk) throw new Error("No desk for the import");
  return desk;
};
