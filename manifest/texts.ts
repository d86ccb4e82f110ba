/** The words both manifests show, by language. Limits: short name 30, short description 80, full description 4,000 characters. */
export interface ManifestTexts {
  readonly name: string;
  readonly fullName: string;
  readonly short: string;
  readonly full: string;
  readonly tab: string;
  readonly group: string;
  readonly open: ButtonText;
  readonly pull: ButtonText;
  readonly check: ButtonText;
  readonly push: ButtonText;
}

export interface ButtonText {
  readonly label: string;
  readonly tip: string;
}

export const texts: Readonly<Record<"en-us" | "de" | "ar", ManifestTexts>> = {
  "en-us": {
    name: "Drumbeat",
    fullName: "Drumbeat OKRs for Microsoft 365",
    short: "OKRs reviewed in meetings, edited in Excel, kept in your own SharePoint.",
    full:
      "Drumbeat brings objectives and key results to where people already work: review and check in within a tab, edit many " +
      "at once in Excel, share the status with the channels of your existing groups. All data stays in SharePoint lists of " +
      "your own tenant.",
    tab: "OKRs",
    group: "Drumbeat",
    open: { label: "OKRs", tip: "Opens the Drumbeat pane." },
    pull: { label: "Pull", tip: "Brings the OKRs of a unit or of the company into a table." },
    check: { label: "Check", tip: "Says what would change and what is wrong, without sending anything." },
    push: { label: "Push", tip: "Shows what has changed in the table and sends it." },
  },
  de: {
    name: "Drumbeat",
    fullName: "Drumbeat OKRs für Microsoft 365",
    short: "OKRs im Meeting besprechen, in Excel bearbeiten, im eigenen SharePoint ablegen.",
    full:
      "Drumbeat bringt Objectives und Key Results dorthin, wo schon gearbeitet wird: in einer Registerkarte besprechen und " +
      "einchecken, in Excel viele auf einmal bearbeiten, den Status in den Kanälen der bestehenden Gruppen teilen. Alle " +
      "Daten bleiben in SharePoint-Listen des eigenen Mandanten.",
    tab: "OKRs",
    group: "Drumbeat",
    open: { label: "OKRs", tip: "Öffnet den Drumbeat-Bereich." },
    pull: { label: "Abrufen", tip: "Holt die OKRs einer Einheit oder des Unternehmens in eine Tabelle." },
    check: { label: "Prüfen", tip: "Sagt, was sich ändern würde und was nicht stimmt, ohne etwas zu senden." },
    push: { label: "Übertragen", tip: "Zeigt, was sich in der Tabelle geändert hat, und überträgt es." },
  },
  ar: {
    name: "Drumbeat",
    fullName: "Drumbeat للأهداف والنتائج الرئيسية",
    short: "راجع الأهداف في الاجتماع، وعدّلها في Excel، واحفظها في SharePoint الخاص بك.",
    full:
      "يضع Drumbeat الأهداف والنتائج الرئيسية حيث يعمل الناس أصلًا: راجع وسجّل التحديثات في علامة تبويب، وعدّل الكثير دفعة " +
      "واحدة في Excel، وشارك الحالة مع قنوات مجموعاتك. تبقى جميع البيانات في قوائم SharePoint لدى مؤسستك.",
    tab: "الأهداف",
    group: "Drumbeat",
    open: { label: "الأهداف", tip: "يفتح جزء Drumbeat." },
    pull: { label: "جلب", tip: "يجلب أهداف وحدة أو الشركة إلى جدول." },
    check: { label: "تحقق", tip: "يبيّن ما الذي سيتغير وما الخطأ، دون إرسال شيء." },
    push: { label: "إرسال", tip: "يعرض ما تغيّر في الجدول ثم يرسله." },
  },
};
