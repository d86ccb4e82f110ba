import { createLiveCells, type LiveCells } from "#shared/application/liveCells/liveCells.ts";
import { createBoundCells } from "../../host/boundCells.ts";
import { createExcelSpreadsheet } from "../../host/excelSpreadsheet.ts";
import { OKR_TABLE } from "../../host/locate.ts";
import type { ExcelServices } from "../../screens/ExcelContext.ts";
import type { LiveTexts } from "./texts.ts";

/** Bindings lie beside the table's memory in the workbook, under a name of their own. */
const parts = createExcelSpreadsheet({ ...OKR_TABLE, parts: "live-" });

/** Joins the tool to the workbook. */
export const composeLiveCells = ({ deps }: Pick<ExcelServices, "deps">, { noteFrom }: LiveTexts): LiveCells =>
  createLiveCells({ ...deps, cells: createBoundCells(), parts, noteFrom });
