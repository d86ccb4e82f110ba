import type { PublishTexts } from "./en.ts";

export const publishAr: PublishTexts = {
  draft: "مسودة",
  draftHint: "ما زال قيد الكتابة. بعد نشره لا يغيّره إلا قادة OKR، وتبقى التحديثات مفتوحة للجميع.",
  locked: "منشور",
  lockedHint: "متفق عليه: لا يغيّره إلا قادة OKR. تبقى التحديثات مفتوحة للجميع.",
  publish: "نشر وإقفال",
  publishing: "جارٍ النشر…",
  unlock: "فتح القفل",
  unlocking: "جارٍ فتح القفل…",
  unlockTitle: "لماذا يُفتح القفل؟",
  unlockHint: "يستطيع الجميع قراءة السبب في سجل التغييرات.",
  reason: "السبب",
  reasonNeeded: "اكتب السبب.",
  cancel: "إلغاء",
  published: "نُشر وأُقفل.",
  unlocked: "فُتح القفل، وعاد مسودة.",
  onlyLeads: (names) => `هذا متاح لقادة OKR فقط: ${names}. اسأل أحدهم.`,
  onlyLeadsUnnamed: "هذا متاح لقادة OKR فقط. اسأل مالك موقع OKR من هم.",
  changedMeanwhile: (by) => `غيّره ${by} في هذه الأثناء. اقرأه مرة أخرى ثم قرر.`,
  gone: "لم يعد موجودًا. أزاله شخص ما أو نقله.",
  refused: (why) => `لم يقبله Microsoft 365: ${why}`,
};
