import { hintsOfEdited } from "#shared/application/lint/editedHints.ts";
import type { SheetHint } from "#shared/application/lint/lintSheet.ts";
import type { HintsDep, RowHint } from "#shared/application/sheet/sheetState.ts";
import { lintEn, type LintTexts } from "#shared/ui/lint/text/en.ts";
import type { Format } from "#shared/ui/text/format.ts";
import { hintsEn, type HintsTexts } from "./text/en.ts";

interface Texts {
  readonly lint: LintTexts;
  readonly own: HintsTexts;
}

const LOADERS: Readonly<Record<string, () => Promise<Texts>>> = {
  de: async () => ({
    lint: (await import("#shared/ui/lint/text/de.ts")).lintDe,
    own: (await import("./text/de.ts")).hintsDe,
  }),
  ar: async () => ({
    lint: (await import("#shared/ui/lint/text/ar.ts")).lintAr,
    own: (await import("./text/ar.ts")).hintsAr,
  }),
};

const ENGLISH: Texts = { lint: lintEn, own: hintsEn };

/** English where the words of a language cannot be fetched now. */
const textsFor = (locale: string): Promise<Texts> =>
  LOADERS[locale.slice(0, 2).toLowerCase()]?.().catch(() => ENGLISH) ?? Promise.resolve(ENGLISH);

const said = ({ field, finding: { breach, values } }: SheetHint, { lint, own }: Texts, format: Format): RowHint => {
  const { why, how } = lint.hints[breach];
  const shown = values.map((value) => (typeof value === "number" ? format.number(value) : value));
  const reason = why(...shown);
  return { field, text: own.hint(`${reason} ${how}`), short: own.hint(reason) };
};

/** What the writing rules say about the rows that a push would store, in the language of the pane. [SE38] */
export const rowHints =
  (locale: string, format: Format): NonNullable<HintsDep["hintsFor"]> =>
  async (input, plan) => {
    const found = hintsOfEdited(input, plan);
    const byRow = new Map<number, RowHint[]>();
    if (found.length === 0) return byRow;
    const texts = await textsFor(locale);
    for (const hint of found) {
      const one = said(hint, texts, format);
      const row = byRow.get(hint.at);
      if (row) row.push(one);
      else byRow.set(hint.at, [one]);
    }
    return byRow;
  };
