import type { Outbox } from "../../outbox/outbox.ts";
import type { SheetDeps } from "../sheetState.ts";
import type { Workbook } from "../workbook.ts";
import type { SheetMemory } from "./sheetMemory.ts";
import type { SheetView } from "./sheetView.ts";

/** What every step of a session works with. */
export interface SheetParts {
  readonly deps: SheetDeps;
  readonly workbook: Workbook;
  readonly memory: SheetMemory;
  readonly view: SheetView;
  readonly outbox: Outbox;
}
