import { loadConfiguration } from "#shared/adapters/browser/config.ts";
import { functionService } from "./functions.ts";
import { connectFunctions, type FunctionService } from "./host/customFunctions.ts";
import { createExcelGrid } from "./host/excelGrid.ts";
import { createExcelSpreadsheet } from "./host/excelSpreadsheet.ts";
import { CHECK_IN_TABLE, INITIATIVE_TABLE } from "./host/locate.ts";
import { createOfficeHost, loginHint, offersNestedSignIn } from "./host/officeHost.ts";
import { connectRibbon } from "./host/ribbon.ts";
import type { Composed } from "./compose.ts";
import { start } from "./start.tsx";
import { loadExcelLanguage } from "./text/load.ts";

type SignInAdapter = typeof import("#shared/adapters/msal/signIn.ts");

/** A quarter of all code, fetched while Office starts. Undefined when it cannot be. */
const fetchSignIn = (): Promise<SignInAdapter | undefined> =>
  import("#shared/adapters/msal/signIn.ts").catch(() => undefined);

const startPane = async (): Promise<Composed | undefined> => {
  const fetched = fetchSignIn();
  const [configuration] = await Promise.all([loadConfiguration(window.location), Office.onReady()]);
  const { origin } = window.location;
  return start({
    host: createOfficeHost(window),
    spreadsheets: {
      okrs: createExcelSpreadsheet(),
      checkIns: createExcelSpreadsheet(CHECK_IN_TABLE),
      initiatives: createExcelSpreadsheet(INITIATIVE_TABLE),
      grid: createExcelGrid(),
    },
    configuration,
    signIn: async (values) => {
      const adapter = await fetched;
      if (!adapter) return undefined;
      const nested = offersNestedSignIn() ? await adapter.createNestedSignIn(values, origin) : undefined;
      return nested ?? (await adapter.createStandardSignIn(values, origin, loginHint));
    },
  });
};

const serveFunctions = async (starting: Promise<Composed | undefined>): Promise<FunctionService> => {
  const services = await starting.catch(() => undefined);
  return functionService(services?.functions, services?.texts ?? (await loadExcelLanguage(navigator.language)).texts);
};

/** The task pane of the Excel add-in; the same page serves the ribbon, keys and functions, in one shared runtime. */
const main = async (): Promise<void> => {
  const starting = startPane();
  connectFunctions(serveFunctions(starting));
  await Office.onReady();
  // Before the pane is there: the press of a button may be what opened this page, and Excel waits for its answer.
  connectRibbon(async (command) => (await starting)?.session.command(command));
  await starting;
};

void main();
