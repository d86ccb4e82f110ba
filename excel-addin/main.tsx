import { loadConfiguration } from "#shared/adapters/browser/config.ts";
import { createExcelSpreadsheet } from "./host/excelSpreadsheet.ts";
import { CHECK_IN_TABLE } from "./host/locate.ts";
import { createOfficeHost, loginHint, offersNestedSignIn } from "./host/officeHost.ts";
import { connectRibbon } from "./host/ribbon.ts";
import { start } from "./start.tsx";

type SignInAdapter = typeof import("#shared/adapters/msal/signIn.ts");

/** A quarter of all code, fetched while Office starts. Undefined when it cannot be. */
const fetchSignIn = (): Promise<SignInAdapter | undefined> =>
  import("#shared/adapters/msal/signIn.ts").catch(() => undefined);

/** The task pane of the Excel add-in; the same page serves the ribbon, in one shared runtime. */
const main = async (): Promise<void> => {
  const fetched = fetchSignIn();
  const [configuration] = await Promise.all([loadConfiguration(window.location), Office.onReady()]);
  const { origin } = window.location;
  const starting = start({
    host: createOfficeHost(window),
    spreadsheets: { okrs: createExcelSpreadsheet(), checkIns: createExcelSpreadsheet(CHECK_IN_TABLE) },
    configuration,
    signIn: async (values) => {
      const adapter = await fetched;
      if (!adapter) return undefined;
      const nested = offersNestedSignIn() ? await adapter.createNestedSignIn(values, origin) : undefined;
      return nested ?? (await adapter.createStandardSignIn(values, origin, loginHint));
    },
  });
  // Before the pane is there: the press of a button may be what opened this page, and Excel waits for its answer.
  connectRibbon(async (command) => (await starting)?.session.command(command));
  await starting;
};

void main();
