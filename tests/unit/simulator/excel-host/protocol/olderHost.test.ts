/**
 * @jest-environment <rootDir>/tests/support/office-environment.ts
 * @jest-environment-options {"excelApi": "1.7"}
 */
import { expect, it } from "@jest/globals";

it("[EH4] offers only the requirement sets of the host that is simulated", async () => {
  await Office.onReady();
  expect(Office.context.requirements.isSetSupported("ExcelApi", "1.7")).toBe(true);
  expect(Office.context.requirements.isSetSupported("ExcelApi", "1.8")).toBe(false);
});

it("[EH4] lets the library refuse newer members when its own check is on", async () => {
  await Office.onReady();
  const common = (OfficeExtension as unknown as { CommonUtility: { _doApiNotSupportedCheck: boolean } }).CommonUtility;
  common._doApiNotSupportedCheck = true;
  const problem = await Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange("A1").dataValidation.clear();
    await context.sync();
  }).catch((error: unknown) => error);
  common._doApiNotSupportedCheck = false;
  expect(problem).toMatchObject({ code: "ApiNotFound" });
});
