import { loadConfiguration } from "#shared/adapters/browser/config.ts";
import { createNestedSignIn, createStandardSignIn } from "#shared/adapters/msal/signIn.ts";
import { createExcelSpreadsheet } from "./host/excelSpreadsheet.ts";
import { createOfficeHost, loginHint, offersNestedSignIn } from "./host/officeHost.ts";
import { connectRibbon } from "./host/ribbon.ts";
import { start } from "./start.tsx";

/** The task pane of the Excel add-in; the same page serves the ribbon, in one shared runtime. */
const main = async (): Promise<void> => {
  const [configuration] = await Promise.all([loadConfiguration(window.location), Office.onReady()]);
  const { origin } = window.location;
  const starting = start({
    host: createOfficeHost(window),
    spreadsheet: createExcelSpreadsheet(),
    configuration,
    signIn: async (values) =>
      (offersNestedSignIn() ? await createNestedSignIn(values, origin) : undefined) ??
      (await createStandardSignIn(values, origin, loginHint)),
  });
  // Before the pane is there: the press of a button may be what opened this page, and Excel waits for its answer.
  connectRibbon(async (command) => (await starting)?.session.command(command));
  await starting;
};

void main();
