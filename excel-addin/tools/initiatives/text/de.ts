import { plural } from "#shared/ui/text/plural.ts";
import type { InitiativeToolTexts } from "./en.ts";

const count = (n: number, one: string, other: string): string => plural("de", n, { one, other });
const initiatives = (n: number): string => count(n, `${n} Initiative`, `${n} Initiativen`);

export const initiativeToolDe: InitiativeToolTexts = {
  title: "Initiativen-Blatt",
  intro:
    "Wählen Sie, wessen Initiativen Sie bearbeiten möchten. Sie kommen in eine eigene Tabelle: dort Zeilen ändern, hinzufügen und löschen, dann übertragen. Vorher wird nichts gesendet.",
  status: (n, age) => `${initiatives(n)} · abgerufen ${age}`,
  next: (serves, change, word) =>
    `Schreiben Sie in die Zeilen oder für eine neue Initiative unter die letzte; „${serves}“ nennt ihr Key Result oder Objective. Zum Löschen „${word}“ in „${change}“ schreiben.`,
  push: "Initiativen übertragen",
  pushSome: (n) => `${initiatives(n)} übertragen`,
  renewed:
    "Im Blatt steht etwas anderes als in der Vorschau. Es wurde nichts gesendet; sehen Sie nach, was jetzt gesendet würde.",
  columnsGone: (columns) =>
    `Gelöschte Spalten lassen sich nicht bearbeiten: ${columns}. Rufen Sie etwas anderes ab, dann sind sie wieder da.`,
  done: (n) => (n === 0 ? "Nichts wurde gespeichert." : `${initiatives(n)} gespeichert.`),
  failed: (n) =>
    count(
      n,
      `${n} Zeile ist noch nicht gespeichert; sie bleibt, wie sie ist, der Grund steht daneben.`,
      `${n} Zeilen sind noch nicht gespeichert; sie bleiben, wie sie sind, der Grund steht jeweils daneben.`,
    ),
  deletingTitle: (n) => count(n, "Eine Initiative löschen?", `${n} Initiativen löschen?`),
  problems: {
    servesMissing: "Sagen Sie, welchem Key Result oder Objective sie dient; die Liste der Zelle nennt sie.",
    servesGone:
      "Was sie voranbringen soll, gibt es nicht mehr. Wählen Sie ein anderes Key Result oder Objective, oder rufen Sie neu ab.",
    dueOutsidePeriod: (from, to) => `Außerhalb des Zyklus, der vom ${from} bis zum ${to} läuft.`,
    linkUnreadable: "Ein Link beginnt mit https:// oder http://.",
    linkTooLong: (limit) => `Ein Link hat höchstens ${limit} Zeichen.`,
  },
};
