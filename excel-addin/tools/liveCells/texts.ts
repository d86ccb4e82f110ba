const en = {
  title: "Live cells",
  intro:
    "A key result takes its value from a cell of this workbook, for example of a finance model. It goes out as a check-in with the next push of the OKR sheet, or when you send it here.",
  unit: "Team or unit",
  keyResult: "Key result",
  choose: "Type to find a key result",
  noKeyResults: "This unit has no key results in what runs now.",
  bind: "Bind the selected cell",
  bindHint: "Select the cell in the sheet first.",
  none: "No cell is bound yet.",
  send: (n: number) => (n === 1 ? "Send 1 check-in" : `Send ${n} check-ins`),
  again: "Look again",
  reading: "Reading the cells…",
  sending: "Sending…",
  stored: (n: number) => (n === 0 ? "Nothing was sent." : n === 1 ? "1 check-in stored." : `${n} check-ins stored.`),
  renewed: "A cell has changed since it was shown. Nothing was sent; look at what would go out now.",
  show: (address: string) => `Show ${address} in the sheet`,
  unbind: (title: string) => `Let the cell of “${title}” go`,
  unbindShort: "Unbind",
  now: "Cell now",
  reported: "Reported",
  sent: "Last sent",
  never: "never",
  sentFrom: (value: string, address: string, age: string) => `${value} from ${address}, ${age}`,
  noteFrom: (address: string) => `From ${address}`,
  states: {
    ready: (value: string) => `Would go out: ${value}`,
    same: "Nothing new to send.",
    overtaken: (reported: string) =>
      `Somebody reported ${reported} since it was sent. It goes out again when the cell changes.`,
    moved: (before: string, now: string) =>
      `The text beside the cell was “${before}”, now it is “${now}”. After sorting, another figure may stand here.`,
    accept: "It is the right cell",
    cellGone: "The cell or its name was deleted. Nothing is sent; bind another cell, or let it go.",
    keyResultGone: "The key result is not there any more, or you may not see it.",
    onItsWay: "On its way. It is sent again with the next sending, and stored once.",
  },
  problems: {
    cellError: (text: string) => `The cell shows ${text}. Nothing is sent until it shows a number.`,
    empty: "The cell is empty. Nothing is sent.",
    notANumber: (text: string) => `“${text}” is not a number. Nothing is sent.`,
    percentNotWanted: (unit: string) =>
      unit === ""
        ? "The cell shows per cent, the key result does not."
        : `The cell shows per cent, the key result is measured in ${unit}.`,
    percentDoubtful: (a: string, b: string) =>
      `This can mean ${a} % or ${b} %. Format the cell as per cent, or use ${a}.`,
    farOff: "Far away from start and target: is it the right cell?",
    fraction: "Less than one per cent: was the hundredfold meant?",
    outsidePercent: "Outside 0 to 100 per cent: is that right?",
    closed: (cycle: string) => `${cycle} is closed. Nothing is sent.`,
    other: "It cannot be stored like this.",
    refused: (message: string) => `It was not stored: ${message}`,
    forbidden: "It was not stored: you may not report on this key result.",
    gone: "It was not stored: the key result was removed meanwhile.",
  },
  beside: {
    goingOut: (n: number) =>
      n === 1 ? "1 live cell goes out with the next push" : `${n} live cells go out with the next push`,
    now: (n: number): string => (n === 1 ? "Send only this one" : "Send only these"),
    stored: (n: number) => (n === 1 ? "1 check-in from a live cell stored." : `${n} check-ins from live cells stored.`),
  },
  notOneCell: "Select one single cell in the sheet, then bind it.",
};

export type LiveTexts = typeof en;

const de: LiveTexts = {
  title: "Live-Zellen",
  intro:
    "Ein Key Result nimmt seinen Wert aus einer Zelle dieser Arbeitsmappe, zum Beispiel eines Finanzmodells. Er geht als Check-in mit dem nächsten Übertragen des OKR-Blatts hinaus, oder wenn Sie ihn hier senden.",
  unit: "Team oder Einheit",
  keyResult: "Key Result",
  choose: "Tippen, um ein Key Result zu finden",
  noKeyResults: "Diese Einheit hat in dem, was jetzt läuft, keine Key Results.",
  bind: "Markierte Zelle verbinden",
  bindHint: "Zuerst die Zelle im Blatt markieren.",
  none: "Noch ist keine Zelle verbunden.",
  send: (n) => (n === 1 ? "1 Check-in senden" : `${n} Check-ins senden`),
  again: "Neu nachsehen",
  reading: "Zellen werden gelesen…",
  sending: "Wird gesendet…",
  stored: (n) =>
    n === 0 ? "Nichts wurde gesendet." : n === 1 ? "1 Check-in gespeichert." : `${n} Check-ins gespeichert.`,
  renewed:
    "Eine Zelle hat sich geändert, seit sie gezeigt wurde. Nichts wurde gesendet; sehen Sie nach, was jetzt hinausginge.",
  show: (address) => `${address} im Blatt zeigen`,
  unbind: (title) => `Die Zelle von „${title}“ lösen`,
  unbindShort: "Lösen",
  now: "Zelle jetzt",
  reported: "Gemeldet",
  sent: "Zuletzt gesendet",
  never: "nie",
  sentFrom: (value, address, age) => `${value} aus ${address}, ${age}`,
  noteFrom: (address) => `Aus ${address}`,
  states: {
    ready: (value) => `Ginge hinaus: ${value}`,
    same: "Nichts Neues zu senden.",
    overtaken: (reported) =>
      `Seit dem Senden hat jemand ${reported} gemeldet. Die Zelle geht wieder hinaus, wenn sie sich ändert.`,
    moved: (before, now) =>
      `Neben der Zelle stand „${before}“, jetzt steht dort „${now}“. Nach dem Sortieren kann hier eine andere Zahl stehen.`,
    accept: "Es ist die richtige Zelle",
    cellGone:
      "Die Zelle oder ihr Name wurde gelöscht. Nichts wird gesendet; verbinden Sie eine andere oder lösen Sie sie.",
    keyResultGone: "Das Key Result gibt es nicht mehr, oder Sie dürfen es nicht sehen.",
    onItsWay: "Unterwegs. Es wird beim nächsten Senden wieder gesendet und einmal gespeichert.",
  },
  problems: {
    cellError: (text) => `Die Zelle zeigt ${text}. Nichts wird gesendet, bis dort eine Zahl steht.`,
    empty: "Die Zelle ist leer. Nichts wird gesendet.",
    notANumber: (text) => `„${text}“ ist keine Zahl. Nichts wird gesendet.`,
    percentNotWanted: (unit) =>
      unit === ""
        ? "Die Zelle zeigt Prozent, das Key Result nicht."
        : `Die Zelle zeigt Prozent, das Key Result wird in ${unit} gemessen.`,
    percentDoubtful: (a, b) =>
      `Das kann ${a} % oder ${b} % heißen. Die Zelle als Prozent formatieren oder ${a} nehmen.`,
    farOff: "Weit weg von Start und Ziel: Ist es die richtige Zelle?",
    fraction: "Weniger als ein Prozent: War das Hundertfache gemeint?",
    outsidePercent: "Außerhalb von 0 bis 100 Prozent: Stimmt das?",
    closed: (cycle) => `${cycle} ist geschlossen. Nichts wird gesendet.`,
    other: "So kann es nicht gespeichert werden.",
    refused: (message) => `Nicht gespeichert: ${message}`,
    forbidden: "Nicht gespeichert: Zu diesem Key Result dürfen Sie nichts melden.",
    gone: "Nicht gespeichert: Das Key Result wurde inzwischen entfernt.",
  },
  beside: {
    goingOut: (n) =>
      n === 1
        ? "1 Live-Zelle geht mit dem nächsten Übertragen hinaus"
        : `${n} Live-Zellen gehen mit dem nächsten Übertragen hinaus`,
    now: () => "Nur diese senden",
    stored: (n) =>
      n === 1 ? "1 Check-in aus einer Live-Zelle gespeichert." : `${n} Check-ins aus Live-Zellen gespeichert.`,
  },
  notOneCell: "Eine einzelne Zelle im Blatt markieren, dann verbinden.",
};

const ar: LiveTexts = {
  title: "خلايا حية",
  intro:
    "تأخذ النتيجة الرئيسية قيمتها من خلية في هذا المصنف، من نموذج مالي مثلًا. وتخرج كتسجيل تقدم مع الإرسال التالي لورقة الأهداف أو عندما ترسلها هنا.",
  unit: "الفريق أو الوحدة",
  keyResult: "النتيجة الرئيسية",
  choose: "اكتب للعثور على نتيجة رئيسية",
  noKeyResults: "لا نتائج رئيسية لهذه الوحدة فيما يجري الآن.",
  bind: "اربط الخلية المحددة",
  bindHint: "حدّد الخلية في الورقة أولًا.",
  none: "لا خلية مربوطة بعد.",
  send: (n) => `إرسال التسجيلات: ${n}`,
  again: "انظر من جديد",
  reading: "تُقرأ الخلايا…",
  sending: "جارٍ الإرسال…",
  stored: (n) => (n === 0 ? "لم يُرسل شيء." : `التسجيلات المحفوظة: ${n}.`),
  renewed: "تغيّرت خلية منذ عرضها. لم يُرسل شيء؛ انظر ما الذي سيخرج الآن.",
  show: (address) => `أظهر ${address} في الورقة`,
  unbind: (title) => `افصل خلية «${title}»`,
  unbindShort: "فصل",
  now: "الخلية الآن",
  reported: "المسجّل",
  sent: "آخر إرسال",
  never: "لم يُرسل",
  sentFrom: (value, address, age) => `${value} من ${address}، ${age}`,
  noteFrom: (address) => `من ${address}`,
  states: {
    ready: (value) => `سيخرج: ${value}`,
    same: "لا جديد للإرسال.",
    overtaken: (reported) => `سجّل أحدهم ${reported} بعد الإرسال. تخرج الخلية ثانية عندما تتغير.`,
    moved: (before, now) => `كان النص بجانب الخلية «${before}» وصار «${now}». بعد الفرز قد يكون هنا رقم آخر.`,
    accept: "إنها الخلية الصحيحة",
    cellGone: "حُذفت الخلية أو اسمها. لا يُرسل شيء؛ اربط خلية أخرى أو افصلها.",
    keyResultGone: "لم تعد النتيجة الرئيسية موجودة، أو لا يحق لك رؤيتها.",
    onItsWay: "في الطريق. تُرسل ثانية مع الإرسال التالي وتُحفظ مرة واحدة.",
  },
  problems: {
    cellError: (text) => `تُظهر الخلية ${text}. لا يُرسل شيء حتى يظهر رقم.`,
    empty: "الخلية فارغة. لا يُرسل شيء.",
    notANumber: (text) => `«${text}» ليس رقمًا. لا يُرسل شيء.`,
    percentNotWanted: (unit) =>
      unit === "" ? "تُظهر الخلية نسبة مئوية، والنتيجة ليست كذلك." : `تُظهر الخلية نسبة مئوية، والنتيجة تُقاس بـ ${unit}.`,
    percentDoubtful: (a, b) => `قد يعني هذا ${a} % أو ${b} %. نسّق الخلية كنسبة مئوية أو استخدم ${a}.`,
    farOff: "بعيد جدًا عن البداية والمستهدف: هل هي الخلية الصحيحة؟",
    fraction: "أقل من واحد في المئة: هل قُصد مئة ضعف؟",
    outsidePercent: "خارج 0 إلى 100 في المئة: هل هذا صحيح؟",
    closed: (cycle) => `${cycle} مغلقة. لا يُرسل شيء.`,
    other: "لا يمكن حفظه هكذا.",
    refused: (message) => `لم يُحفظ: ${message}`,
    forbidden: "لم يُحفظ: لا يحق لك التسجيل على هذه النتيجة.",
    gone: "لم يُحفظ: أُزيلت النتيجة الرئيسية في أثناء ذلك.",
  },
  beside: {
    goingOut: (n) => `خلايا حية تخرج مع الإرسال التالي: ${n}`,
    now: () => "إرسالها وحدها",
    stored: (n) => `تسجيلات محفوظة من خلايا حية: ${n}.`,
  },
  notOneCell: "حدّد خلية واحدة في الورقة ثم اربطها.",
};

/** The words of the tool in the language of a BCP 47 locale. */
export const liveTexts = (locale: string): LiveTexts => {
  const language = locale.slice(0, 2).toLowerCase();
  if (language === "de") return de;
  return language === "ar" ? ar : en;
};
