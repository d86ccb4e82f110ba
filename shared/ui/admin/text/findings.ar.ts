import { differences, isMatterOfRights, type FindingMessages } from "./findingText.ts";

const SET_UP = "أعدّ الموقع أو أصلحه؛ لا يضيع شيء مما فيه.";
const PROTECT = "اضبط الصلاحيات من جديد.";

const rights = { read: "القراءة", add: "الإضافة", change: "التغيير", remove: "الإزالة" } as const;

const deviation = ({
  who,
  has,
  wants,
}: {
  readonly who: string;
  readonly has: readonly string[];
  readonly wants?: string;
}) => `${who}: ${has.length === 0 ? "لا شيء" : has.join(" و")} بدلًا من ${wants ?? "لا شيء"}`;

const number = new Intl.NumberFormat("ar-u-nu-latn");

export const findingsAr: FindingMessages = {
  neverSetUp: ({ missing }) => ({
    what: `لم يُعدّ Drumbeat على هذا الموقع قط: «${missing}» غير موجود.`,
    means: "لا يستطيع أحد حفظ OKR هنا بعد.",
    how: "أعدّ الموقع.",
  }),
  olderSchema: ({ found, supported }) => ({
    what: `إصدار القوائم ${found}، وهذا التطبيق يُنشئ الإصدار ${supported}.`,
    means: "لا تعمل أجزاء من التطبيق حتى تُحدَّث القوائم.",
    how: "حدّث الموقع، ثم أعد تحميل التطبيقات القديمة المفتوحة.",
  }),
  newerSchema: ({ found, supported }) => ({
    what: `إصدار القوائم ${found}، وهذا التطبيق يعرف الإصدارات حتى ${supported}.`,
    means: "قد يُفسد هذا التطبيق ما يحفظه إصدار أحدث، لذلك لا يغيّر شيئًا.",
    how: "استخدم الإصدار الأحدث: أعد تحميل الصفحة أو دع المسؤول يحدّث التطبيق.",
  }),
  listMissing: ({ list }) => ({
    what: `القائمة «${list}» غير موجودة.`,
    means: "لا يمكن قراءة ما ينتمي إليها ولا حفظه.",
    how: `${SET_UP} إن حذفها أحد فابحث أولًا في سلة محذوفات الموقع.`,
  }),
  columnsMissing: ({ list, columns }) => ({
    what: `أعمدة ناقصة في «${list}»: ${columns.join("، ")}.`,
    means: "لا يمكن قراءة صفوف هذه القائمة أو حفظها كاملة.",
    how: SET_UP,
  }),
  columnsDiffer: ({ list, columns }) => ({
    what: `أعمدة في «${list}» ينقصها الفهرس أو التفرّد أو خيار: ${columns.join("، ")}.`,
    means: "بلا فهرس يرفض SharePoint تصفية القوائم الكبيرة، وبلا تفرّد قد يتكرر صف.",
    how: SET_UP,
  }),
  columnsUnusable: ({ list, columns }) => ({
    what: `أعمدة في «${list}» من نوع آخر غير الذي يحتاجه Drumbeat: ${columns.join("، ")}.`,
    means: "أنشأها أحد يدويًا، ولا يستطيع Drumbeat استخدامها ولا تغييرها.",
    how: "احذف هذه الأعمدة أو غيّر أسماءها في إعدادات القائمة، ثم أعدّ الموقع من جديد.",
  }),
  rightsUnknown: ({ error }) => ({
    what: "لم تُفحص الصلاحيات.",
    means: "لا يُعرف إن كان الأعضاء يستطيعون تغيير ما اتُّفق عليه.",
    how: isMatterOfRights(error)
      ? "لا يطّلع على الصلاحيات إلا مالكو الموقع. اطلب من أحدهم فتح هذه الصفحة والموافقة على ما يطلبه Drumbeat."
      : "حاول مرة أخرى.",
  }),
  leadsGroupMissing: () => ({
    what: "المجموعة «Drumbeat Leads» أو أحد مستويات صلاحياتها غير موجود.",
    means: "لم تُضبط الصلاحيات قط: يستطيع كل عضو في الموقع تغيير كل OKR.",
    how: PROTECT,
  }),
  nobodyLeads: () => ({
    what: "لا يوجد قائد OKR بعد.",
    means: "لا يستطيع النشر وفتح القفل إلا مالكو الموقع.",
    how: "عيّن قائدًا واحدًا على الأقل.",
  }),
  listOpen: ({ list }) => ({
    what: `للقائمة «${list}» صلاحيات الموقع نفسها.`,
    means: "من يستطيع تحرير الموقع يستطيع تغيير كل صف وإزالته، في التطبيق وفي Excel وفي المتصفح.",
    how: PROTECT,
  }),
  rightsDiffer: ({ list, deviations }) => ({
    what: `غُيّرت صلاحيات «${list}»: ${deviations.map(deviation).join("؛ ")}.`,
    means: "يستطيع بعضهم هناك أكثر أو أقل مما اتُّفق عليه.",
    how: PROTECT,
  }),
  anyRowMayBeChanged: ({ list }) => ({
    what: `لم يُضبط كما يجب أيّ الصفوف يمكن تغييرها في «${list}».`,
    means: "قد يغيّر الناس صفوف غيرهم، أو لا يستطيعون تغيير صفوفهم.",
    how: PROTECT,
  }),
  noVersions: ({ list }) => ({
    what: `لا تحفظ «${list}» إصدارات.`,
    means: "لا يستطيع السجل أن يخبر من غيّر ماذا هناك.",
    how: `${PROTECT} ويبقى ما تغيّر قبل ذلك مجهولًا.`,
  }),
  disproved: ({ person, role, list, may, ought }) => {
    const { tooMuch, tooLittle } = differences({ may, ought }, rights);
    return {
      what: [
        `يقول SharePoint عن ${person.name} (${role === "lead" ? "قائد OKR" : "عضو"}) في «${list}»:`,
        ...(tooMuch.length > 0 ? [`مسموح له ${tooMuch.join(" و")}، ولا ينبغي ذلك`] : []),
        ...(tooLittle.length > 0 ? [`غير مسموح له ${tooLittle.join(" و")}، وينبغي ذلك`] : []),
      ].join(" "),
      means: "القفل لا يسري على الجميع، أو يمنع الناس من عملهم.",
      how: `${PROTECT} إن بقي الأمر فللشخص صلاحيات من مجموعة أخرى.`,
    };
  },
  notProved: ({ role }) => ({
    what:
      role === "lead" ? "لم يُعثر على قائد يمكن سؤال SharePoint عنه." : "لم يُعثر على عضو عادي يمكن سؤال SharePoint عنه.",
    means: "الصلاحيات مضبوطة كما يجب، لكنها لم تُثبت بشخص حقيقي.",
    how:
      role === "lead"
        ? "عيّن شخصًا بعينه قائدًا؛ فلا يمكن السؤال عن المجموعات."
        : "افحص مرة أخرى حين يكون لأحد ممن ليسوا قادة ولا مالكين هدف.",
  }),
  listFull: ({ usage }) => ({
    what: `في «${usage.list}» عدد ${number.format(usage.items)} من الصفوف، والحد ${number.format(usage.limit)}.`,
    means: "يرفض SharePoint تصفيتها، ويبطؤ التطبيق.",
    how: "افتح الدورة التالية من هنا لتكون لها قوائمها، وأغلق الدورات المنتهية.",
  }),
  listFilling: ({ usage }) => ({
    what: `في «${usage.list}» عدد ${number.format(usage.items)} من ${number.format(usage.limit)} صف على الأكثر.`,
    means: "ستمتلئ قريبًا.",
    how: "افتح الدورة التالية من هنا لتكون لها قوائمها.",
  }),
  closedButOpen: ({ cycleKey, closed, partition }) => ({
    what: closed
      ? `الدورة ${cycleKey} مغلقة، لكن قوائمها «${partition}» ليست كذلك.`
      : `الدورة ${cycleKey} مفتوحة، لكن قوائمها «${partition}» معلَّمة مغلقة.`,
    means: "انقطع الإغلاق أو الفتح.",
    how: closed ? "أغلق الدورة مرة أخرى." : "افتح الدورة مرة أخرى.",
  }),
  appNotGranted: ({ appId }) => ({
    what: `لم يُسمح للتطبيق ${appId} بهذا الموقع.`,
    means: "مع الإذن Sites.Selected لا يستطيع أحد استخدامه هنا.",
    how: "يسمح به المسؤول مرة واحدة.",
  }),
  grantUnknown: ({ error }) => ({
    what: "لم يُفحص هل سُمح للتطبيق بهذا الموقع.",
    means: "يتطلب ذلك الإذن Sites.FullControl.All الذي لا يمنحه إلا المسؤول.",
    how: isMatterOfRights(error) ? "إن كان الناس يستخدمون التطبيق فلا حاجة إلى شيء." : "حاول مرة أخرى.",
  }),
  throttled: ({ level }) => ({
    what:
      level === "spent"
        ? "يرفض Microsoft 365 الطلبات الآن لكثرتها."
        : "أعلن Microsoft 365 أن القليل من الطلبات مرحّب به الآن.",
    means: "يقلل التطبيق طلباته بنفسه، ولا يضيع شيء.",
    how: "انتظر بضع دقائق. إن تكرر كل يوم فأخبر المسؤول.",
  }),
};
