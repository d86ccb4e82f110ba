import { plural } from "#shared/ui/text/plural.ts";
import type { InitiativeToolTexts } from "./en.ts";

const initiatives = (n: number): string =>
  plural("ar", n, {
    one: "مبادرة واحدة",
    two: "مبادرتان",
    few: `${n} مبادرات`,
    many: `${n} مبادرة`,
    other: `${n} مبادرة`,
  });

export const initiativeToolAr: InitiativeToolTexts = {
  title: "ورقة المبادرات",
  intro:
    "اختر مبادرات من تريد تحريرها. تأتي في جدول خاص بها: غيّر الصفوف وأضفها واحذفها هناك ثم أرسلها. لا يُرسَل شيء قبل ذلك.",
  status: (n, age) => `${initiatives(n)} · جُلبت ${age}`,
  next: (serves, change, word) =>
    `اكتب في الصفوف، أو تحت الأخير لمبادرة جديدة؛ يسمّي عمود «${serves}» نتيجتها الرئيسية أو هدفها. لحذف مبادرة اكتب «${word}» في «${change}».`,
  push: "إرسال المبادرات",
  pushSome: (n) => `إرسال ${initiatives(n)}`,
  renewed: "في الورقة غير ما عرضته المعاينة. لم يُرسَل شيء؛ انظر ما الذي سيُرسَل الآن.",
  columnsGone: (columns) => `لا يمكن تحرير أعمدة محذوفة: ${columns}. اجلب شيئًا آخر لتعود.`,
  done: (n) => (n === 0 ? "لم يُحفظ شيء." : `حُفظ: ${initiatives(n)}.`),
  failed: (n) =>
    plural("ar", n, {
      one: "صف واحد لم يُحفظ بعد؛ يبقى كما هو والسبب بجانبه.",
      two: "صفان لم يُحفظا بعد؛ يبقيان كما هما والسبب بجانب كل منهما.",
      few: `${n} صفوف لم تُحفظ بعد؛ تبقى كما هي والسبب بجانب كل منها.`,
      many: `${n} صفًا لم تُحفظ بعد؛ تبقى كما هي والسبب بجانب كل منها.`,
      other: `${n} صف لم تُحفظ بعد؛ تبقى كما هي والسبب بجانب كل منها.`,
    }),
  deletingTitle: (n) =>
    plural("ar", n, {
      one: "حذف مبادرة واحدة؟",
      two: "حذف مبادرتين؟",
      few: `حذف ${n} مبادرات؟`,
      many: `حذف ${n} مبادرة؟`,
      other: `حذف ${n} مبادرة؟`,
    }),
  problems: {
    servesMissing: "حدّد النتيجة الرئيسية أو الهدف الذي تخدمه؛ قائمة الخلية تذكرها.",
    servesGone: "ما تخدمه لم يعد موجودًا. اختر نتيجة رئيسية أو هدفًا آخر، أو اجلب من جديد.",
    dueOutsidePeriod: (from, to) => `خارج الدورة التي تمتد من ${from} إلى ${to}.`,
    linkUnreadable: "يبدأ الرابط بـ https:// أو http://.",
    linkTooLong: (limit) => `لا يزيد الرابط على ${limit} حرفًا.`,
  },
};
