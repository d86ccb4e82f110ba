/**
 * People who edit the sheet in every order: nothing typed is lost, nothing is doubled, nothing changes by itself.
 * `DRUMBEAT_SESSIONS=1000 DRUMBEAT_ROUNDS=1 npm run search -- excel-addin/sessions` plays a thousand of them.
 * @jest-environment <rootDir>/tests/support/office-environment.ts
 */
import { beforeAll, describe, it, jest } from "@jest/globals";
import { fc } from "#tests/support/properties.ts";
import { playSession } from "#tests/support/sheetSessions/play.ts";
import { steps } from "#tests/support/sheetSessions/steps.ts";

const SESSIONS = Number(process.env["DRUMBEAT_SESSIONS"] ?? "4");

// A session takes half a second; a thousand of them take their time.
jest.setTimeout(20_000 + SESSIONS * 5_000);

beforeAll(async () => {
  await Office.onReady();
});

describe("sessions of editing", () => {
  it("[SE9] [SE16] [SE17] [SE18] [SE20] [SE30] [SE31] [SE33] end with sheet, memory and lists in agreement", () =>
    fc.assert(fc.asyncProperty(steps, playSession), { numRuns: SESSIONS, endOnFailure: true }));
});
