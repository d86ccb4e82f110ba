const en = {
  title: "Formulas and keys",
  intro: "Type these in any cell. They fill by themselves when somebody checks in.",
  argument: "id: a cell with the key or the title of a key result or objective.",
  empty: "Nothing measured yet is an empty text, not zero; averages pass over it.",
  functions: {
    PROGRESS: { example: "=OKR.PROGRESS(id)", text: "Progress as a share from 0 to 1." },
    STATUS: {
      example: '=OKR.STATUS(id,"en")',
      text: "The status as a word; name a language if a formula compares it.",
    },
    VALUE: { example: "=OKR.VALUE(id)", text: "The latest value in its unit: 45 for 45 %, 1 for done." },
    LIST: { example: '=OKR.LIST("Unit",,TRUE)', text: "Everything of a unit; TRUE also what is below it." },
    HISTORY: { example: "=OKR.HISTORY(id)", text: "Every check-in, oldest first." },
  },
  keysTitle: "Keys",
  keysHint: "They work while the sheet has the focus. On a Mac: Command in place of Ctrl, Option in place of Alt.",
  keys: { O: "Show this pane", L: "Pull", K: "Check", U: "See what a push would do" },
};

type FormulaTexts = typeof en;

const de: FormulaTexts = {
  title: "Formeln und Tasten",
  intro: "In eine beliebige Zelle tippen. Sie füllen sich von selbst, wenn jemand eincheckt.",
  argument: "id: eine Zelle mit Schlüssel oder Titel eines Key Results oder Objectives.",
  empty: "Noch nicht Gemessenes ist ein leerer Text, nicht null; Mittelwerte übergehen es.",
  functions: {
    PROGRESS: { example: "=OKR.PROGRESS(id)", text: "Fortschritt als Anteil von 0 bis 1." },
    STATUS: {
      example: '=OKR.STATUS(id;"de")',
      text: "Der Stand als Wort; eine Sprache nennen, wenn eine Formel ihn vergleicht.",
    },
    VALUE: { example: "=OKR.VALUE(id)", text: "Der letzte Wert in seiner Einheit: 45 für 45 %, 1 für erledigt." },
    LIST: { example: '=OKR.LIST("Einheit";;WAHR)', text: "Alles einer Einheit; WAHR auch, was darunter liegt." },
    HISTORY: { example: "=OKR.HISTORY(id)", text: "Alle Check-ins, der älteste zuerst." },
  },
  keysTitle: "Tasten",
  keysHint: "Sie wirken, solange das Blatt den Fokus hat. Auf dem Mac: Command statt Strg, Option statt Alt.",
  keys: { O: "Diesen Bereich zeigen", L: "Abrufen", K: "Prüfen", U: "Sehen, was ein Übertragen täte" },
};

const ar: FormulaTexts = {
  title: "الصيغ والمفاتيح",
  intro: "اكتبها في أي خلية. تمتلئ تلقائيًا عندما يسجّل أحدهم تقدمًا.",
  argument: "id: خلية فيها مفتاح أو عنوان نتيجة رئيسية أو هدف.",
  empty: "ما لم يُقَس بعد نص فارغ وليس صفرًا؛ تتجاوزه المتوسطات.",
  functions: {
    PROGRESS: { example: "=OKR.PROGRESS(id)", text: "التقدم كنسبة من 0 إلى 1." },
    STATUS: { example: '=OKR.STATUS(id,"ar")', text: "الحالة بكلمة؛ سمِّ لغة إن كانت صيغة تقارنها." },
    VALUE: { example: "=OKR.VALUE(id)", text: "آخر قيمة بوحدتها: 45 تعني 45 %، و1 تعني تم." },
    LIST: { example: '=OKR.LIST("وحدة",,TRUE)', text: "كل ما لوحدة؛ ومع TRUE ما تحتها أيضًا." },
    HISTORY: { example: "=OKR.HISTORY(id)", text: "كل التسجيلات، الأقدم أولًا." },
  },
  keysTitle: "المفاتيح",
  keysHint: "تعمل عندما يكون التركيز في الورقة. على ماك: Command بدل Ctrl وOption بدل Alt.",
  keys: { O: "إظهار هذا الجزء", L: "جلب", K: "تحقق", U: "عرض ما سيفعله الإرسال" },
};

/** The words of the tool in the language of a BCP 47 locale. */
export const formulaTexts = (locale: string): FormulaTexts => {
  const language = locale.slice(0, 2).toLowerCase();
  if (language === "de") return de;
  return language === "ar" ? ar : en;
};
