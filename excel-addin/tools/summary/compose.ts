import { writeSummary, type SummaryDeps, type SummaryRequest } from "#shared/application/summary/writeSummary.ts";
import type { Frame } from "#shared/domain/okr/okrSet.ts";
import { createSummaryBook } from "../../host/summaryBook.ts";

export type MakeSummary = (frame: Frame, request: SummaryRequest) => ReturnType<typeof writeSummary>;

/** Joins the summary to the workbook that is open. */
export const composeSummary = (deps: Omit<SummaryDeps, "summaryBook">): MakeSummary => {
  const summaryBook = createSummaryBook();
  return (frame, request) => writeSummary({ ...deps, summaryBook }, frame, request);
};
