import { createVisibility } from "#shared/adapters/browser/visibility.ts";
import { browserClock } from "#shared/adapters/browser/clock.ts";
import type { LocalCopy } from "#shared/application/copy/localCopy.ts";
import { createLiveFunctions, type LiveFunctions } from "#shared/application/functions/liveFunctions.ts";
import type { KnownRecord } from "#shared/application/functions/places.ts";
import type { SheetSession } from "#shared/application/sheet/sheetSession.ts";
import { decodeBaseline } from "#shared/domain/sheet/baselineText.ts";
import { err } from "#shared/domain/result.ts";
import type { KeepDep } from "#shared/ports/keep.ts";
import type { NetworkDep } from "#shared/ports/network.ts";
import type { PressureDep } from "#shared/ports/pressure.ts";
import type { SpreadsheetDep } from "#shared/ports/spreadsheet.ts";
import type { FunctionService } from "./host/customFunctions.ts";
import type { ExcelMessages } from "./text/en.ts";
import { functionText, isNotAvailable } from "./text/functionText.ts";
import { functionWords } from "./text/functionWords.ts";

/** What the workbook's table of OKRs holds, by what it remembers of the last pull. */
const tableOf =
  ({ spreadsheet }: SpreadsheetDep) =>
  async (): Promise<readonly KnownRecord[]> => {
    const parts = await spreadsheet.readParts("baseline");
    const baseline = parts.ok ? decodeBaseline(parts.value) : undefined;
    return Array.from(baseline?.rows.values() ?? [], ({ record: { id, title, unitKey, cycleKey } }) => ({
      id,
      title,
      unitKey,
      cycleKey,
    }));
  };

/** Joins the functions of formulas to what the pane works with. */
export const composeFunctions = (
  copy: LocalCopy,
  deps: KeepDep & SpreadsheetDep & PressureDep & NetworkDep,
  locale: string,
): LiveFunctions =>
  createLiveFunctions({
    ...deps,
    copy,
    okrRepository: copy,
    clock: browserClock,
    visibility: createVisibility(document, browserClock.now),
    chance: Math.random,
    words: functionWords(locale),
    table: tableOf(deps),
  });

/** Cells show at once what a pull, a push or a sign-in in the pane brings to light. */
export const refreshWith = ({ state }: Pick<SheetSession, "state">, functions: LiveFunctions): (() => void) => {
  const moment = (): string => {
    const now = state.get();
    return now.kind === "ready" ? `${now.sheet?.pulledAt} ${JSON.stringify(now.report ?? "")}` : now.kind;
  };
  let before = moment();
  return state.subscribe(() => {
    const now = moment();
    if (now === before) return;
    before = now;
    if (now !== "starting") void functions.refresh();
  });
};

/** What formulas are answered with; where the add-in could not start, that it could not. */
export const functionService = (functions: LiveFunctions | undefined, texts: ExcelMessages): FunctionService => ({
  ask:
    functions?.ask ??
    ((_, tell) => {
      tell(err({ type: "NotStarted" }));
      return () => undefined;
    }),
  text: (problem) => functionText(problem, texts.functions),
  isNotAvailable,
});
