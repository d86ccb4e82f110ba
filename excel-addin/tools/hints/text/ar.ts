import { plural } from "#shared/ui/text/plural.ts";
import type { HintsTexts } from "./en.ts";

type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };
const count = (n: number, forms: Forms): string => plural("ar", n, forms);

export const hintsAr: HintsTexts = {
  title: "ملاحظات الصياغة",
  noTable: "لا توجد ورقة OKR في هذا المصنف بعد. اجلب واحدة أولًا.",
  touched: "الصفوف التي أضفتها أو غيّرتها فقط",
  count: (hints, rows) => {
    const found = count(hints, {
      one: "ملاحظة واحدة",
      two: "ملاحظتان",
      few: `${hints} ملاحظات`,
      many: `${hints} ملاحظة`,
      other: `${hints} ملاحظة`,
    });
    const places = count(rows, {
      one: "صف واحد",
      two: "صفين",
      few: `${rows} صفوف`,
      many: `${rows} صفًا`,
      other: `${rows} صف`,
    });
    return `${found} في ${places}`;
  },
  untitled: "(بلا عنوان)",
  show: (field, title) => `عرض ${field} لـ «${title}» في الورقة`,
  hint: (text) => `ملاحظة: ${text}`,
  more: (n) => `عرض ${n} أخرى`,
};
