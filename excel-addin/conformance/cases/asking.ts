import type { Finding } from "../conformanceCase.ts";

/** Values as Excel hands them over: plain data. */
export const found = (values: unknown): Finding => values as Finding;

/** What cells hold once everything asked so far was done. */
export const valuesOf = async (context: Excel.RequestContext, range: Excel.Range): Promise<Finding> => {
  range.load("values");
  await context.sync();
  return found(range.values);
};
