import { createBulkDesk, type BulkDesk } from "#shared/application/bulk/bulkDesk.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { createExcelGrid } from "../../host/excelGrid.ts";
import type { ExcelServices } from "../../screens/ExcelContext.ts";

/** Joins the grid of Excel to what reads and changes the OKR sheet as a whole. */
export const composeDesk = ({ deps, vocabulary }: ExcelServices, frame: () => Frame): BulkDesk =>
  createBulkDesk({ ...deps, grid: createExcelGrid(), texts: { vocabulary } }, frame);
