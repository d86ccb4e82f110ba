import type { EntryOutcome, Rect, Workbook, Worksheet } from "#simulator/excel-host/model/index.ts";
import {
  displayText,
  enterText,
  findSheet,
  parseAddress,
  subscribe,
  toWire,
  valueAt,
} from "#simulator/excel-host/model/index.ts";
import type { CustomFunctionDeclaration, Endpoint, FaultRule } from "#simulator/excel-host/protocol/index.ts";

/** What a test sees of the simulated Excel behind office.js. */
export interface SimulatedExcel {
  readonly workbook: Workbook;
  readonly endpoint: Endpoint;
  /** A person types into a cell: `type("OKRs!B2", "Ship it")`; remote = another author. */
  readonly type: (address: string, text: string, origin?: "user" | "remote") => EntryOutcome;
  /** Value of a cell as the API gives it. */
  readonly value: (address: string) => string | number | boolean;
  /** Text a cell shows. */
  readonly text: (address: string) => string;
  /** Faults for the add-in's next writing batches; none clears them. */
  readonly setFaults: (...rules: readonly FaultRule[]) => void;
  readonly setLatency: (milliseconds: number) => void;
  /** Functions that formulas may call, as a manifest would declare them. */
  readonly declareFunctions: (...functions: readonly CustomFunctionDeclaration[]) => void;
  /** Ends when the condition holds after some change of the workbook. */
  readonly until: (condition: () => boolean) => Promise<void>;
}

declare global {
  /** Present in tests that run in tests/support/office-environment.ts. */
  // oxlint-disable-next-line no-var -- a global of the environment
  var simulatedExcel: SimulatedExcel;
}

const place = (workbook: Workbook, address: string): { readonly sheet: Worksheet; readonly area: Rect } => {
  const parsed = parseAddress(address);
  const sheet = parsed?.sheet === undefined ? workbook.activeSheet : findSheet(workbook, parsed.sheet);
  if (!parsed || !sheet) throw new Error(`There is no cell ${address}`);
  return { sheet, area: parsed.area };
};

export const createSimulatedExcel = (
  workbook: Workbook,
  endpoint: Endpoint,
  functions: CustomFunctionDeclaration[],
): SimulatedExcel => ({
  workbook,
  endpoint,
  type: (address, text, origin = "user") => {
    const { sheet, area } = place(workbook, address);
    return enterText(sheet, area, text, { origin });
  },
  value: (address) => {
    const { sheet, area } = place(workbook, address);
    return toWire(valueAt(sheet, area.row, area.column));
  },
  text: (address) => {
    const { sheet, area } = place(workbook, address);
    return displayText(sheet, area.row, area.column);
  },
  setFaults: (...rules) => endpoint.setFaults(rules),
  setLatency: endpoint.setLatency,
  declareFunctions: (...added) => void functions.push(...added),
  until: (condition) =>
    new Promise((resolve) => {
      if (condition()) {
        resolve();
        return;
      }
      const stop = subscribe(workbook, () => {
        if (!condition()) return;
        stop();
        resolve();
      });
    }),
});
