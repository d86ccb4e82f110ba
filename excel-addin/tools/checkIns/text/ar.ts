import { plural } from "#shared/ui/text/plural.ts";
import type { CheckInToolTexts } from "./en.ts";

const checkIns = (n: number): string =>
  plural("ar", n, {
    zero: "لا تسجيلات",
    one: "تسجيل واحد",
    two: "تسجيلان",
    few: `${n} تسجيلات`,
    many: `${n} تسجيلًا`,
    other: `${n} تسجيل`,
  });
const rows = (n: number): string =>
  plural("ar", n, {
    zero: "لا صفوف",
    one: "صف واحد",
    two: "صفان",
    few: `${n} صفوف`,
    many: `${n} صفًا`,
    other: `${n} صف`,
  });

export const checkInsAr: CheckInToolTexts = {
  intro:
    "اختر النتائج الرئيسية التي تريد تسجيل تقدمها. ستظهر في جدول خاص بها: املأ الأعمدة الملوّنة ثم أرسل. لا يُرسل شيء قبل ذلك.",
  title: "ورقة تسجيل التقدم",
  status: (n, age) => `النتائج الرئيسية: ${n} · سُحبت ${age}`,
  next: (same) =>
    `املأ الأعمدة الملوّنة «قيمة اليوم» و«الثقة» (من 0 إلى 10) و«ملاحظة»، واترك الصف فارغًا إن لم يوجد ما يُسجَّل. كلمة «${same}» تكرر آخر قيمة.`,
  push: "إرسال التسجيلات",
  pushSome: (n) => `إرسال ${checkIns(n)}`,
  preview: "ما الذي سيُرسَل",
  counts: "الأعداد",
  ready: checkIns,
  problem: (n) => `صفوف فيها مشكلات: ${n}`,
  empty: (n) => `متروكة فارغة: ${n}`,
  groups: { problem: "للتصحيح أولًا", ready: "تسجيلات التقدم", empty: "تستحق نظرة" },
  still: (value) => `ما زالت ${value}`,
  renewed: "تختلف الورقة عما عرضته المعاينة. لم يُرسل شيء؛ انظر ما الذي سيُرسَل الآن.",
  done: (n) => (n === 0 ? "لم يُحفظ شيء." : `تم حفظ ${checkIns(n)}.`),
  failed: (n) => `لم تُحفظ بعد: ${rows(n)}. تبقى معبأة والسبب بجانبها.`,
  endangeredTitle: "ستُفقد صفوف معبأة",
  endangered: (n) => `خارج ما اخترته ولم تُرسل بعد: ${rows(n)}.`,
  columnsGone: (columns) => `لا يمكن ملء الأعمدة المحذوفة: ${columns}. اسحب شيئًا آخر لاستعادتها.`,
  rowUnknown: "هذا الصف ليس نتيجة رئيسية سُحبت إلى هنا. اكتب في صف النتيجة الرئيسية أو اسحب من جديد.",
  rowDoubled: "هذه النتيجة الرئيسية موجودة في صفين معبأين. أفرغ أحدهما.",
  removedElsewhere: "أُزيلت أو نُقلت إلى مكان آخر. ما كتبته يبقى هنا ولا يُرسل.",
  nothingToRepeat: "لا توجد قيمة سابقة بعد. اكتب القيمة.",
  onlyToRead: "هذا العمود للقراءة فقط: لا يُرسل ما كتبته، والسحب التالي يكتب فوقه.",
};
