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
  const services = await start({
    host: createOfficeHost(window),
    spreadsheet: createExcelSpreadsheet(),
    configuration,
    signIn: async (values) =>
      (offersNestedSignIn() ? await createNestedSignIn(values, origin) : undefined) ??
      (await createStandardSignIn(values, origin, loginHint)),
  });
  if (!services) return;
  const { session } = services;
  connectRibbon(async (action) => {
    const state = session.state.get();
    // Without a table the person has to choose first; the pane is open now and asks.
    if (state.kind !== "ready" || !state.sheet) return;
    // A push from the ribbon shows what it would do; the person sends it from the pane.
    await (action === "pull" ? session.pull(state.sheet.scope) : session.check());
  });
};

void main();
