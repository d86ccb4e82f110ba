import { differences, isMatterOfRights, type FindingMessages } from "./findingText.ts";

const SET_UP = "Website einrichten oder reparieren; nichts Vorhandenes geht verloren.";
const PROTECT = "Rechte neu setzen.";

const rights = { read: "lesen", add: "hinzufügen", change: "ändern", remove: "entfernen" } as const;

const deviation = ({
  who,
  has,
  wants,
}: {
  readonly who: string;
  readonly has: readonly string[];
  readonly wants?: string;
}) => `${who} hat ${has.length === 0 ? "nichts" : has.join(" und ")} statt ${wants ?? "nichts"}`;

const number = new Intl.NumberFormat("de");

export const findingsDe: FindingMessages = {
  neverSetUp: ({ missing }) => ({
    what: `Drumbeat wurde auf dieser Website nie eingerichtet: „${missing}“ fehlt.`,
    means: "Hier kann noch niemand OKRs führen.",
    how: "Website einrichten.",
  }),
  olderSchema: ({ found, supported }) => ({
    what: `Die Listen haben Version ${found}, diese App macht Version ${supported}.`,
    means: "Teile der App gehen erst, wenn die Listen auf dem Stand sind.",
    how: "Website aktualisieren. Ältere Apps, die noch offen sind, danach neu laden.",
  }),
  newerSchema: ({ found, supported }) => ({
    what: `Die Listen haben Version ${found}, diese App kennt Versionen bis ${supported}.`,
    means: "Diese App könnte beschädigen, was eine neuere dort führt; sie ändert deshalb nichts.",
    how: "Die neuere App verwenden: Seite neu laden, oder die App vom Administrator aktualisieren lassen.",
  }),
  listMissing: ({ list }) => ({
    what: `Die Liste „${list}“ fehlt.`,
    means: "Was dorthin gehört, kann weder gelesen noch gespeichert werden.",
    how: `${SET_UP} Hat jemand die Liste gelöscht, zuerst im Papierkorb der Website nachsehen.`,
  }),
  columnsMissing: ({ list, columns }) => ({
    what: `In „${list}“ fehlen Spalten: ${columns.join(", ")}.`,
    means: "Zeilen dieser Liste können nicht vollständig gelesen oder gespeichert werden.",
    how: SET_UP,
  }),
  columnsDiffer: ({ list, columns }) => ({
    what: `Spalten in „${list}“ fehlt der Index, die Eindeutigkeit oder eine Auswahl: ${columns.join(", ")}.`,
    means: "Ohne Index filtert SharePoint große Listen nicht; ohne Eindeutigkeit könnte eine Zeile doppelt entstehen.",
    how: SET_UP,
  }),
  columnsUnusable: ({ list, columns }) => ({
    what: `Spalten in „${list}“ sind von anderer Art, als Drumbeat sie braucht: ${columns.join(", ")}.`,
    means: "Jemand hat sie von Hand angelegt. Drumbeat kann sie weder benutzen noch ändern.",
    how: "Diese Spalten in den Listeneinstellungen löschen oder umbenennen, dann die Website neu einrichten.",
  }),
  rightsUnknown: ({ error }) => ({
    what: "Wer was darf, wurde nicht geprüft.",
    means: "Ob Mitglieder Vereinbartes ändern können, ist unbekannt.",
    how: isMatterOfRights(error)
      ? "Nur Besitzer der Website dürfen Rechte ansehen. Bitte eine Besitzerin oder einen Besitzer, diese Seite zu öffnen und die Frage von Drumbeat zu bestätigen."
      : "Noch einmal versuchen.",
  }),
  leadsGroupMissing: () => ({
    what: "Die Gruppe „Drumbeat Leads“ oder eine ihrer Berechtigungsstufen fehlt.",
    means: "Rechte wurden nie gesetzt: Jedes Mitglied der Website kann jedes OKR ändern.",
    how: PROTECT,
  }),
  nobodyLeads: () => ({
    what: "Noch ist niemand OKR-Lead.",
    means: "Nur Besitzer der Website können veröffentlichen und entsperren.",
    how: "Mindestens einen Lead benennen.",
  }),
  listOpen: ({ list }) => ({
    what: `„${list}“ hat die Rechte der Website.`,
    means:
      "Wer die Website bearbeiten darf, darf jede Zeile ändern und entfernen: in der App, in Excel und im Browser.",
    how: PROTECT,
  }),
  rightsDiffer: ({ list, deviations }) => ({
    what: `Rechte auf „${list}“ wurden geändert: ${deviations.map(deviation).join("; ")}.`,
    means: "Jemand darf dort mehr oder weniger als vereinbart.",
    how: PROTECT,
  }),
  anyRowMayBeChanged: ({ list }) => ({
    what: `Wessen Zeilen in „${list}“ geändert werden dürfen, ist nicht richtig eingestellt.`,
    means: "Leute können Zeilen anderer ändern, oder die eigenen nicht.",
    how: PROTECT,
  }),
  noVersions: ({ list }) => ({
    what: `„${list}“ führt keine Versionen.`,
    means: "Der Verlauf kann dort nicht sagen, wer was geändert hat.",
    how: `${PROTECT} Was sich bis dahin geändert hat, bleibt unbekannt.`,
  }),
  disproved: ({ person, role, list, may, ought }) => {
    const { tooMuch, tooLittle } = differences({ may, ought }, rights);
    return {
      what: [
        `SharePoint sagt über ${person.name} (${role === "lead" ? "OKR-Lead" : "Mitglied"}) in „${list}“:`,
        ...(tooMuch.length > 0 ? [`darf ${tooMuch.join(" und ")}, sollte aber nicht`] : []),
        ...(tooLittle.length > 0 ? [`darf nicht ${tooLittle.join(" und ")}, sollte aber`] : []),
      ].join(" "),
      means: "Die Sperre gilt nicht für alle, oder sie hält Leute von der Arbeit ab.",
      how: `${PROTECT} Bleibt es so, hat die Person Rechte über eine andere Gruppe.`,
    };
  },
  notProved: ({ role }) => ({
    what:
      role === "lead"
        ? "Es fand sich kein Lead, nach dem SharePoint gefragt werden könnte."
        : "Es fand sich kein einfaches Mitglied, nach dem SharePoint gefragt werden könnte.",
    means: "Die Rechte sind richtig gesetzt, aber nicht an einem Menschen nachgewiesen.",
    how:
      role === "lead"
        ? "Eine einzelne Person als Lead benennen; nach Gruppen lässt sich nicht fragen."
        : "Noch einmal nachsehen, sobald jemand ein Ziel verantwortet, der weder Lead noch Besitzer ist.",
  }),
  listFull: ({ usage }) => ({
    what: `„${usage.list}“ hat ${number.format(usage.items)} Zeilen; die Grenze sind ${number.format(usage.limit)}.`,
    means: "SharePoint filtert sie nicht mehr, und die App wird langsam.",
    how: "Den nächsten Zyklus hier öffnen, damit er eigene Listen bekommt, und vergangene Zyklen schließen.",
  }),
  listFilling: ({ usage }) => ({
    what: `„${usage.list}“ hat ${number.format(usage.items)} von höchstens ${number.format(usage.limit)} Zeilen.`,
    means: "Sie wird bald voll sein.",
    how: "Den nächsten Zyklus hier öffnen, damit er eigene Listen bekommt.",
  }),
  closedButOpen: ({ cycleKey, closed, partition }) => ({
    what: closed
      ? `Der Zyklus ${cycleKey} ist geschlossen, seine Listen „${partition}“ sind es nicht.`
      : `Der Zyklus ${cycleKey} ist offen, seine Listen „${partition}“ gelten als geschlossen.`,
    means: "Das Schließen oder Öffnen wurde unterbrochen.",
    how: closed ? "Den Zyklus noch einmal schließen." : "Den Zyklus noch einmal öffnen.",
  }),
  appNotGranted: ({ appId }) => ({
    what: `Die App ${appId} ist auf dieser Website nicht zugelassen.`,
    means: "Mit der Berechtigung Sites.Selected kann sie hier niemand benutzen.",
    how: "Ein Administrator lässt sie einmal zu.",
  }),
  grantUnknown: ({ error }) => ({
    what: "Ob die App auf dieser Website zugelassen ist, wurde nicht geprüft.",
    means: "Dafür braucht es Sites.FullControl.All, was nur ein Administrator geben kann.",
    how: isMatterOfRights(error) ? "Können alle die App benutzen, ist nichts zu tun." : "Noch einmal versuchen.",
  }),
  throttled: ({ level }) => ({
    what:
      level === "spent"
        ? "Microsoft 365 weist gerade Anfragen ab, weil es zu viele waren."
        : "Microsoft 365 hat angekündigt, dass gerade nur noch wenige Anfragen willkommen sind.",
    means: "Die App fragt von selbst seltener; es geht nichts verloren.",
    how: "Ein paar Minuten warten. Kommt es täglich vor, dem Administrator Bescheid geben.",
  }),
};
