import type { Finding, FindingCode } from "#shared/application/health/findings.ts";
import type { AccessError } from "#shared/ports/access.ts";
import type { EffectiveRights } from "#shared/ports/protection.ts";

/** What is wrong, what it means for people, and how it is set right. */
export interface FindingText {
  readonly what: string;
  readonly means: string;
  readonly how: string;
}

type FindingOf<Code extends FindingCode> = Extract<Finding, { readonly code: Code }>;

export type FindingMessages = { readonly [Code in FindingCode]: (finding: FindingOf<Code>) => FindingText };

export const findingText = (finding: Finding, messages: FindingMessages): FindingText => {
  const say = messages[finding.code] as (of: Finding) => FindingText;
  return say(finding);
};

/** Names of what somebody may do, or may not do although it was declared. */
export const differences = (
  { may, ought }: { readonly may: EffectiveRights; readonly ought: EffectiveRights },
  names: Readonly<Record<keyof EffectiveRights, string>>,
): { readonly tooMuch: readonly string[]; readonly tooLittle: readonly string[] } => {
  const rights = ["read", "add", "change", "remove"] as const;
  return {
    tooMuch: rights.filter((right) => may[right] && !ought[right]).map((right) => names[right]),
    tooLittle: rights.filter((right) => !may[right] && ought[right]).map((right) => names[right]),
  };
};

/** Whether looking needs a right, or only another attempt. */
export const isMatterOfRights = ({ type }: AccessError): boolean => type === "Forbidden" || type === "SignInNeeded";
