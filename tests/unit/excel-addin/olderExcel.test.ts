/**
 * The oldest Excel that the manifest lets in, in German: everything that guards a sheet works there too.
 * @jest-environment <rootDir>/tests/support/office-environment.ts
 * @jest-environment-options {"excelApi": "1.12", "locale": "de-DE"}
 */
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { travel } from "#tests/support/safetyJourney.ts";

/** Makes office.js itself refuse what this host does not have. */
const refuseNewer = (refuse: boolean): void => {
  const common = (OfficeExtension as unknown as { CommonUtility: { _doApiNotSupportedCheck: boolean } }).CommonUtility;
  common._doApiNotSupportedCheck = refuse;
};

beforeAll(async () => {
  await Office.onReady();
  refuseNewer(true);
});
afterAll(() => refuseNewer(false));

describe("an Excel with ExcelApi 1.12", () => {
  it("[SE8] [SE31] [SE32] [SE30] pushes, deletes and takes back, with figures as they are typed in German", async () => {
    expect(await travel("94,5")).toBe(7);
  });
});
