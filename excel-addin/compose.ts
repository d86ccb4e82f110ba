import type { Configuration } from "#shared/adapters/browser/config.ts";
import { browserClock } from "#shared/adapters/browser/clock.ts";
import { createBrowserCopyStore } from "#shared/adapters/browser/copy/browserCopyStore.ts";
import { browserIds } from "#shared/adapters/browser/ids.ts";
import { createBrowserLocks } from "#shared/adapters/browser/locks.ts";
import { createNetwork } from "#shared/adapters/browser/network.ts";
import { identifyOwner } from "#shared/adapters/browser/owner.ts";
import { createBrowserKeep } from "#shared/adapters/browser/keep.ts";
import { createGraphDirectory } from "#shared/adapters/graph/directory.ts";
import { createGraphOkrRepository } from "#shared/adapters/graph/repository/graphOkrRepository.ts";
import { connectToGraph } from "#shared/adapters/graph/request/connection.ts";
import { createPace } from "#shared/adapters/graph/request/pace.ts";
import { createGraphSnapshots } from "#shared/adapters/graph/snapshots/graphSnapshots.ts";
import { RETRY_LIMITS } from "#shared/adapters/graph/request/retry.ts";
import { createLocalCopy } from "#shared/application/copy/localCopy.ts";
import type { LiveFunctions } from "#shared/application/functions/liveFunctions.ts";
import { createSheetSession } from "#shared/application/sheet/sheetSession.ts";
import type { Grid } from "#shared/ports/grid.ts";
import type { SignIn } from "#shared/ports/signIn.ts";
import type { Spreadsheet } from "#shared/ports/spreadsheet.ts";
import { createFormat } from "#shared/ui/text/format.ts";
import type { Language } from "#shared/ui/text/load.ts";
import { composeFunctions, refreshWith } from "./functions.ts";
import type { ExcelServices } from "./screens/ExcelContext.ts";
import type { ExcelLanguage } from "./text/load.ts";
import { problemText } from "./text/problemText.ts";
import { resultText } from "./text/resultText.ts";

/** Our tables in the workbook that is open. */
export interface Spreadsheets {
  readonly okrs: Spreadsheet;
  readonly checkIns: Spreadsheet;
  readonly initiatives: Spreadsheet;
  /** Around the table of OKRs. */
  readonly grid: Grid;
}

export interface Composed extends ExcelServices {
  /** What formulas of the workbook ask. */
  readonly functions: LiveFunctions;
}

/** Joins the adapters of the pane to the use cases of the sheet. */
export const compose = (
  configuration: Configuration,
  hostSignIn: SignIn,
  { okrs: spreadsheet, checkIns, initiatives, grid }: Spreadsheets,
  { messages, locale }: Language,
  excel: ExcelLanguage,
): Composed => {
  const { signIn, owner, person } = identifyOwner(hostSignIn, configuration.tenantId);
  const pace = createPace(browserClock);
  const network = createNetwork(window);
  network.onOnline(pace.reachable);
  const send = connectToGraph({
    signIn,
    pace,
    clock: browserClock,
    random: Math.random,
    graphOrigin: configuration.graphOrigin,
    limits: RETRY_LIMITS,
  });
  const format = createFormat(locale);
  const site = { send, homeSite: configuration.homeSite };
  const locks = createBrowserLocks(navigator.locks);
  const copy = createLocalCopy({
    remote: createGraphOkrRepository({ ...site, snapshots: createGraphSnapshots(site) }),
    copyStore: createBrowserCopyStore(person),
    locks,
    clock: browserClock,
  });
  const deps = {
    okrRepository: copy,
    directory: createGraphDirectory(send),
    signIn,
    clock: browserClock,
    locks,
    ids: browserIds,
    keep: createBrowserKeep(() => window.localStorage, owner),
    spreadsheet,
    grid,
  };
  const session = createSheetSession({
    ...deps,
    hintsFor: async (input, plan) => {
      // Suggestions only: without a network the rest is said all the same.
      const fetched = await import("./tools/hints/rowHints.ts").catch(() => undefined);
      return fetched ? fetched.rowHints(locale, format)(input, plan) : new Map();
    },
    texts: {
      vocabulary: excel.vocabulary,
      problem: (problem) => problemText(problem, excel.texts.problem, format),
      result: (result) => resultText(result, excel.texts, messages),
    },
  });
  const functions = composeFunctions(copy, { ...deps, network, pressure: pace.pressure }, locale);
  refreshWith(session, functions);
  return { ...excel, session, signIn, checkIns, initiatives, functions, deps };
};
