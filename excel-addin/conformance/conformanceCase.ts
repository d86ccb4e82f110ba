/** What a case may find: plain data, so that runs in two places can be compared. */
export type Finding = string | number | boolean | null | readonly Finding[] | { readonly [name: string]: Finding };

/** A question to Excel whose answer the add-in relies on. */
export interface ConformanceCase {
  /** Stable over versions; runs are compared by it. */
  readonly id: string;
  /** Rule of `simulator/excel-host/SPEC.md` that says what the simulated Excel answers. */
  readonly rule: string;
  /** Name of the page of Microsoft's documentation, or "assumed" where none says it. */
  readonly source: string;
  /** Least requirement set of ExcelApi. */
  readonly needs: string;
  /** What documentation, or the assumption, leads one to expect. */
  readonly expected: Finding;
  /** Asks on a sheet of its own, which is empty and removed afterwards. */
  readonly ask: (context: Excel.RequestContext, sheet: Excel.Worksheet) => Promise<Finding>;
}
