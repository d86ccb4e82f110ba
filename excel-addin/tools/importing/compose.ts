import { openChannel } from "#shared/adapters/browser/channel.ts";
import { createForeignFiles } from "#shared/adapters/browser/foreignFiles/foreignFiles.ts";
import { createBrowserOutboxStore, importsOf } from "#shared/adapters/browser/outboxStore.ts";
import { createImportDesk, type ImportDesk } from "#shared/application/importing/importDesk.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { createExcelReportSheets } from "../../host/excelReportSheets.ts";
import { createExcelForeignSheets } from "../../host/excelForeignSheets.ts";
import type { ExcelServices } from "../../screens/ExcelContext.ts";

/** Joins the workbook and an outbox of its own to the import; what waits there is never sent by another window. */
export const composeImport = ({ deps }: ExcelServices, frame: () => Frame): ImportDesk => {
  const whose = async (): Promise<string | undefined> => {
    const person = await deps.signIn.current();
    return person.ok ? importsOf(person.value.id) : undefined;
  };
  const outboxStore = createBrowserOutboxStore({ whose, openChannel });
  const foreignSheets = createExcelForeignSheets();
  const foreignFiles = createForeignFiles();
  const reportSheets = createExcelReportSheets();
  return createImportDesk(
    { ...deps, outboxStore, foreignSheets, foreignFiles, reportSheets },
    frame,
    deps.spreadsheet.locale,
  );
};
