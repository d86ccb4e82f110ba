import { plural } from "#shared/ui/text/plural.ts";
import type { SafetyTexts } from "./en.ts";

type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };
const count = (n: number, forms: Forms): string => plural("ar", n, forms);
const rows = (n: number): string =>
  count(n, { one: "صف واحد", two: "صفان", few: `${n} صفوف`, many: `${n} صفًا`, other: `${n} صف` });

export const safety: SafetyTexts = {
  endangered: {
    title: "توجد تغييرات لم تُرسل",
    text: (n) => `في الورقة ${rows(n)} لم يُرسل بعد. جلب شيء آخر يستبدل الجدول.`,
    unknown: "لا يمكن مقارنة الجدول بما جُلب، فلا يُعرف ما لم يُرسل منه بعد. الجلب يستبدله.",
    keep: "متابعة العمل",
    discard: "التخلي عنها والجلب",
  },
  interrupted: {
    title: "توقف إرسال قبل أن يكتمل",
    text: (n) => `قد لا يكون محفوظًا بعد: ${rows(n)}. المتابعة تحفظ كل صف مرة واحدة.`,
    resume: "متابعة",
  },
  conflict: {
    title: "غيّر شخص آخر الحقول نفسها",
    by: (name) => `غيّرها ${name} بعد أن جلبتها.`,
    before: "قبل",
    mine: "قيمتك",
    theirs: "القيمة الأخرى",
    choose: (field, title) => `أي قيمة لحقل ${field} في «${title}»؟`,
    apply: "حفظ هذا الاختيار",
    look: "التغييران معًا لا يكوّنان قياسًا يمكن حفظه. صحّح الصف في الورقة ثم تحقق من جديد.",
  },
  copied: {
    title: "هل هذا المصنف نسخة؟",
    text: (name) => `يتذكر المصنف ما جُلب وأُرسل في «${name}». في النسخة لا يُستكمل شيء أُرسل هناك ولا يُتراجع عنه.`,
    copy: "هو نسخة",
    same: "هو نفسه، أُعيدت تسميته أو نُقل",
  },
  standing: {
    readOnly: "هذا المصنف مفتوح للقراءة فقط. ترى ما سيفعله الإرسال، لكن لا يمكن كتابة شيء ولا إرساله.",
    old: (age) => `جُلب الجدول ${age}. اجلب من جديد قبل الإرسال: ربما غيّر الآخرون شيئًا منذ ذلك الحين.`,
  },
  deleting: {
    title: (n) => count(n, { one: "حذف سجل واحد؟", two: "حذف سجلين؟", few: `حذف ${n} سجلات؟`, other: `حذف ${n} سجل؟` }),
    named: (title) => `«${title}»`,
    more: (n) => `و${n} غيرها`,
    text: "يسري ذلك على الجميع، ويمكن التراجع عنه حتى الإرسال التالي.",
    confirm: "حذف وإرسال",
    changed: (name) => `غيّره ${name} بعد أن جلبته، وأنت تريد حذفه.`,
    keepIt: "الإبقاء عليه",
    anyway: "حذفه رغم ذلك",
  },
  selecting: {
    title: "الصفوف المحددة",
    push: "إرسال الصفوف المحددة",
    mark: (word) => `الصفوف المحددة: ${word}`,
    unmark: "عدم حذف الصفوف المحددة",
    nothing: "ليس في الصفوف المحددة ما يُرسل.",
  },
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
