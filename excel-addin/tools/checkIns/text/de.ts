import { plural } from "#shared/ui/text/plural.ts";
import type { CheckInToolTexts } from "./en.ts";

const count = (n: number, one: string, other: string): string => plural("de", n, { one, other });
const checkIns = (n: number): string => count(n, `${n} Check-in`, `${n} Check-ins`);

export const checkInsDe: CheckInToolTexts = {
  intro:
    "Wählen Sie, über wessen Key Results Sie berichten möchten. Sie kommen in eine eigene Tabelle: farbige Spalten ausfüllen, dann senden. Vorher wird nichts gesendet.",
  title: "Check-in-Blatt",
  status: (n, age) => `${count(n, `${n} Key Result`, `${n} Key Results`)} · geholt ${age}`,
  next: (same) =>
    `Fülle die farbigen Spalten „Wert heute“, „Zuversicht“ (0 bis 10) und „Notiz“ aus; lass eine Zeile leer, wenn es nichts zu berichten gibt. „${same}“ wiederholt den letzten Wert.`,
  push: "Check-ins senden",
  pushSome: (n) => `${checkIns(n)} senden`,
  ready: checkIns,
  problem: (n) => count(n, `${n} Zeile mit einem Problem`, `${n} Zeilen mit Problemen`),
  empty: (n) => `${n} leer gelassen`,
  groups: { problem: "Zuerst korrigieren", ready: "Check-ins", empty: "Einen Blick wert" },
  still: (value) => `weiterhin ${value}`,
  renewed:
    "Im Blatt steht etwas anderes als in der Vorschau. Es wurde nichts gesendet; sehen Sie nach, was jetzt gesendet würde.",
  done: (n) => (n === 0 ? "Es wurde nichts gespeichert." : `${checkIns(n)} gespeichert.`),
  failed: (n) =>
    count(
      n,
      `${n} Zeile ist noch nicht gespeichert; sie bleibt ausgefüllt, der Grund steht daneben.`,
      `${n} Zeilen sind noch nicht gespeichert; sie bleiben ausgefüllt, der Grund steht jeweils daneben.`,
    ),
  endangeredTitle: "Ausgefüllte Zeilen gingen verloren",
  endangered: (n) =>
    `${count(n, `${n} ausgefüllte Zeile gehört`, `${n} ausgefüllte Zeilen gehören`)} nicht zu dem, was Sie gewählt haben, und wurde noch nicht gesendet.`,
  columnsGone: (columns) =>
    `Gelöschte Spalten lassen sich nicht ausfüllen: ${columns}. Hol etwas anderes, um sie zurückzubekommen.`,
  rowUnknown:
    "Diese Zeile ist kein Key Result, das hierher geholt wurde. Trag es in der Zeile des Key Results ein, oder hol neu.",
  rowDoubled: "Dieses Key Result steht in zwei ausgefüllten Zeilen. Leere eine davon.",
  removedElsewhere:
    "Es wurde inzwischen anderswo entfernt oder verschoben. Was Sie eingetragen haben, bleibt hier und wird nicht gesendet.",
  nothingToRepeat: "Es gibt noch keinen letzten Wert. Trag den Wert ein.",
  onlyToRead:
    "Diese Spalte ist nur zum Lesen: Was Sie eingetragen haben, wird nicht gesendet und beim nächsten Abrufen überschrieben.",
};
