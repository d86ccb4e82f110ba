import type { Outcome } from "../../model/index.ts";
import type { ExcelSession } from "../session.ts";

/** Tells the person when Excel would not do what was asked. True when it was done. */
export const isDone = (session: ExcelSession, outcome: Outcome<unknown>): boolean => {
  if (outcome.ok) return true;
  session.ui.patch({ dialog: { type: "message", title: "Excel could not do this", message: outcome.message } });
  return false;
};

export const report = (session: ExcelSession, outcome: Outcome<unknown>): void => {
  isDone(session, outcome);
};
