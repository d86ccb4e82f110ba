/** The wording for a number by the rules of the language (Unicode CLDR plural categories). */
export const plural = (
  language: string,
  n: number,
  forms: Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string },
): string => forms[new Intl.PluralRules(language).select(n)] ?? forms.other;
