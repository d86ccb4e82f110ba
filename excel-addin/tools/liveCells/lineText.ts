import type { CheckInProblem } from "#shared/domain/problems/checkInProblems.ts";
import type { CellProblem } from "#shared/domain/liveCells/liveCell.ts";
import type { LiveLine } from "#shared/application/liveCells/liveState.ts";
import type { EntryRefusal } from "#shared/ports/outboxStore.ts";
import type { Format } from "#shared/ui/text/format.ts";
import type { LiveTexts } from "./texts.ts";

const cellProblem = (problem: CellProblem, { problems }: LiveTexts, { number }: Pick<Format, "number">): string => {
  switch (problem.type) {
    case "CellError":
      return problems.cellError(problem.text);
    case "CellEmpty":
      return problems.empty;
    case "NotANumber":
      return problems.notANumber(problem.text);
    case "PercentNotWanted":
      return problems.percentNotWanted(problem.unit);
    case "PercentDoubtful":
      return problems.percentDoubtful(number(problem.readings[0]), number(problem.readings[1]));
  }
};

export const remarkText = (remark: CheckInProblem, { problems }: LiveTexts): string => {
  if (remark.code === "valueFarOff") return problems.farOff;
  if (remark.code === "percentLooksLikeFraction") return problems.fraction;
  if (remark.code === "valueOutsidePercent") return problems.outsidePercent;
  return remark.code === "cycleClosed" ? problems.closed(remark.name) : problems.other;
};

export const refusalText = (reason: EntryRefusal, { problems }: LiveTexts): string => {
  if (reason.type === "Invalid") return problems.refused(reason.message);
  return reason.type === "Gone" ? problems.gone : problems.forbidden;
};

/** What is to be said about a binding, and how loud. */
export const lineText = (
  { state, onItsWay }: LiveLine,
  texts: LiveTexts,
  format: Pick<Format, "number">,
): { readonly intent: "success" | "info" | "warning" | "error"; readonly text: string } => {
  const { states } = texts;
  if (onItsWay) return { intent: "info", text: states.onItsWay };
  switch (state.type) {
    case "ready":
      return { intent: "success", text: states.ready(format.number(state.value)) };
    case "same":
      return { intent: "info", text: states.same };
    case "overtaken":
      return { intent: "warning", text: states.overtaken(format.number(state.reported)) };
    case "moved":
      return { intent: "warning", text: states.moved(state.before, state.now) };
    case "cellGone":
      return { intent: "error", text: states.cellGone };
    case "keyResultGone":
      return { intent: "error", text: states.keyResultGone };
    case "problem":
      return { intent: "error", text: cellProblem(state.problem, texts, format) };
  }
};
