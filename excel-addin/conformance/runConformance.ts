/** Asks Excel every question and writes down what it answers, in a form that two runs can be compared in. */
import type { ConformanceCase, Finding } from "./conformanceCase.ts";

export type Outcome =
  | { readonly type: "AsExpected" }
  | { readonly type: "Different"; readonly found: Finding }
  /** Excel or the case failed in a way that is no answer. */
  | { readonly type: "Failed"; readonly message: string }
  /** This Excel lacks the requirement set. */
  | { readonly type: "NotOffered" };

export interface CaseResult {
  readonly id: string;
  readonly rule: string;
  readonly source: string;
  readonly needs: string;
  readonly expected: Finding;
  readonly outcome: Outcome;
}

export interface ConformanceReport {
  readonly format: 1;
  readonly host: string;
  readonly platform: string;
  readonly version: string;
  readonly locale: string;
  /** Newest set of ExcelApi. */
  readonly excelApi: string;
  readonly results: readonly CaseResult[];
}

const isSupported = (version: string): boolean => Office.context.requirements.isSetSupported("ExcelApi", version);

/** Objects say the same in whatever order their properties come. */
const inOrder = (finding: Finding): unknown => {
  if (Array.isArray(finding)) return finding.map((one: Finding) => inOrder(one));
  if (typeof finding !== "object" || finding === null) return finding;
  return Object.entries(finding)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => [name, inOrder(value)]);
};

const isSame = (one: Finding, other: Finding): boolean =>
  JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));

/** On a sheet of its own, which goes again whatever happens. */
const ask = (question: ConformanceCase, number: number): Promise<Finding> =>
  Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add(`Conformance ${number}`);
    await context.sync();
    try {
      return await question.ask(context, sheet);
    } finally {
      await Excel.run(async (after) => {
        after.workbook.worksheets.getItemOrNullObject(`Conformance ${number}`).delete();
        await after.sync();
      });
    }
  });

const outcomeOf = async (question: ConformanceCase, number: number): Promise<Outcome> => {
  if (!isSupported(question.needs)) return { type: "NotOffered" };
  try {
    const found = await ask(question, number);
    return isSame(found, question.expected) ? { type: "AsExpected" } : { type: "Different", found };
  } catch (failure) {
    return { type: "Failed", message: failure instanceof Error ? failure.message : String(failure) };
  }
};

const newestSet = (): string => {
  let newest = 0;
  while (isSupported(`1.${newest + 1}`)) newest += 1;
  return `1.${newest}`;
};

/** @param onResult called after each case, in their order */
export const runConformance = async (
  cases: readonly ConformanceCase[],
  onResult: (result: CaseResult) => void = () => undefined,
): Promise<ConformanceReport> => {
  const results: CaseResult[] = [];
  for (const [at, question] of cases.entries()) {
    const { id, rule, source, needs, expected } = question;
    const result = { id, rule, source, needs, expected, outcome: await outcomeOf(question, at + 1) };
    results.push(result);
    onResult(result);
  }
  const { host, platform, version } = Office.context.diagnostics;
  return {
    format: 1,
    host: String(host),
    platform: String(platform),
    version,
    locale: Office.context.displayLanguage,
    excelApi: newestSet(),
    results,
  };
};
