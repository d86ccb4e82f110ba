import { mendOf, severityOf, type Finding, type Mend, type Severity } from "#shared/application/health/findings.ts";
import { findingText, type FindingMessages } from "./text/findingText.ts";

/** Findings that mean the same and are mended by the same step: a site without rights has one for each of its lists. */
export interface FindingGroup {
  readonly severity: Severity;
  /** What was found, each in a sentence; at least one. */
  readonly whats: readonly string[];
  readonly means: string;
  readonly how: string;
  readonly mend?: Mend;
  /** The first of them; what mends one of a group mends all of it. */
  readonly first: Finding;
}

/** In the order in which the first of each was found. */
export const groupFindings = (findings: readonly Finding[], messages: FindingMessages): readonly FindingGroup[] => {
  const groups = new Map<string, FindingGroup>();
  for (const finding of findings) {
    const { what, means, how } = findingText(finding, messages);
    const mend = mendOf(finding);
    // A cycle is closed by itself.
    const key = JSON.stringify([finding.code, means, how, mend === "close" ? what : ""]);
    const group = groups.get(key);
    groups.set(
      key,
      group
        ? { ...group, whats: [...group.whats, what] }
        : { severity: severityOf(finding), whats: [what], means, how, first: finding, ...(mend ? { mend } : {}) },
    );
  }
  return [...groups.values()];
};
