import { plural } from "#shared/ui/text/plural.ts";
import type { SafetyTexts } from "./en.ts";

type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };
const count = (n: number, forms: Forms): string => plural("ar", n, forms);
const rows = (n: number): string =>
  count(n, { one: "صف واحد", two: "صفان", few: `${n} صفوف`, many: `${n} صفًا`, other: `${n} صف` });

export const safety: SafetyTexts = {
  undoing: {
    some: "اختيار…",
    title: "ما الذي يُتراجع عنه من آخر إرسال",
    intro: "كل ما يبقى محدَّداً يُتراجع عنه. تبقى تسجيلات التقدم، ويبقى الجدول كما كتبته.",
    choose: (title) => `التراجع عن «${title}»`,
    kinds: { remove: "يُحذف من جديد.", remake: "يُنشأ من جديد." },
    keptField: (field, now) => `يبقى «${field}» على «${now}»: غيّره شخص آخر بعد ذلك.`,
    stays: {
      changed: "يبقى كما هو: غيّره شخص آخر بعد ذلك.",
      used: "يبقى كما هو: أُضيفت تحته نتائج رئيسية بعد ذلك.",
      gone: "حُذف أو نُقل إلى مكان آخر بعد ذلك.",
      refused: "لم يقبل Microsoft 365 التراجع عنه.",
    },
    changedBy: (name) => `يبقى كما هو: غيّره ${name} بعد ذلك.`,
    take: (n) => `التراجع عن ${rows(n)}`,
    done: (n) => (n === 0 ? "لم يُتراجع عن شيء" : `تم التراجع عن ${rows(n)}`),
    kept: (n) => `بقي كلياً أو جزئياً: ${rows(n)}`,
    keptTitle: "ما بقي كما هو",
  },
};
