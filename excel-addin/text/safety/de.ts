import { plural } from "#shared/ui/text/plural.ts";
import type { SafetyTexts } from "./en.ts";

const count = (n: number, one: string, other: string): string => plural("de", n, { one, other });
const rows = (n: number): string => count(n, `${n} Zeile`, `${n} Zeilen`);

export const safety: SafetyTexts = {
  endangered: {
    title: "Es gibt Änderungen, die nicht übertragen sind",
    text: (n) => `${rows(n)} der Tabelle noch nicht übertragen. Etwas anderes abzurufen ersetzt die Tabelle.`,
    unknown:
      "Die Tabelle lässt sich nicht mit dem Abgerufenen vergleichen; niemand kann sagen, was davon noch nicht übertragen wurde. Abrufen ersetzt sie.",
    keep: "Weiterarbeiten",
    discard: "Verwerfen und abrufen",
  },
  interrupted: {
    title: "Eine Übertragung wurde unterbrochen",
    text: (n) => `${rows(n)} vielleicht noch nicht gespeichert. Beim Fortsetzen wird jede genau einmal gespeichert.`,
    resume: "Fortsetzen",
  },
  conflict: {
    title: "Jemand anderes hat dieselben Felder geändert",
    by: (name) => `Seit Ihrem Abruf geändert von ${name}.`,
    before: "Vorher",
    mine: "Ihr Wert",
    theirs: "Anderer Wert",
    choose: (field, title) => `Welcher Wert gilt für ${field} von „${title}“?`,
    apply: "Diese Wahl speichern",
    look: "Beide Änderungen zusammen ergeben keine Messung, die sich speichern lässt. Berichtigen Sie die Zeile in der Tabelle und prüfen Sie erneut.",
  },
  copied: {
    title: "Ist diese Mappe eine Kopie?",
    text: (name) =>
      `Sie weiß, was in „${name}“ abgerufen und übertragen wurde. In einer Kopie wird nichts beendet oder zurückgenommen, was dort übertragen wurde.`,
    copy: "Sie ist eine Kopie",
    same: "Dieselbe, umbenannt oder verschoben",
  },
  standing: {
    readOnly:
      "Diese Mappe ist nur zum Lesen geöffnet. Sie sehen, was eine Übertragung täte; geschrieben und übertragen werden kann nichts.",
    old: (age) =>
      `Die Tabelle wurde ${age} abgerufen. Rufen Sie erneut ab, bevor Sie übertragen: Andere haben seitdem vielleicht etwas geändert.`,
  },
  deleting: {
    title: (n) => count(n, "Einen Datensatz löschen?", `${n} Datensätze löschen?`),
    named: (title) => `„${title}“`,
    more: (n) => `${n} weitere`,
    text: "Das gilt für alle. Bis zur nächsten Übertragung lässt es sich zurücknehmen.",
    confirm: "Löschen und übertragen",
    changed: (name) => `${name} hat es seit Ihrem Abruf geändert, und Sie wollen es löschen.`,
    keepIt: "Behalten",
    anyway: "Trotzdem löschen",
  },
  selecting: {
    title: "Ausgewählte Zeilen",
    push: "Nur ausgewählte Zeilen übertragen",
    mark: (word) => `Ausgewählte Zeilen: ${word}`,
    unmark: "Ausgewählte Zeilen nicht löschen",
    nothing: "In den ausgewählten Zeilen gibt es nichts zu übertragen.",
  },
  undoing: {
    some: "Auswählen …",
    title: "Was von der letzten Übertragung zurückgenommen wird",
    intro:
      "Was angekreuzt bleibt, wird zurückgenommen. Check-ins bleiben, und die Tabelle bleibt, wie Sie sie getippt haben.",
    choose: (title) => `„${title}“ zurücknehmen`,
    kinds: { remove: "Wird wieder entfernt.", remake: "Wird wieder angelegt." },
    keptField: (field, now) => `${field} bleibt „${now}“: Jemand hat es seitdem geändert.`,
    stays: {
      changed: "Bleibt: Jemand hat es seitdem geändert.",
      used: "Bleibt: Seitdem hängen Key Results darunter.",
      gone: "Wurde seitdem entfernt oder verschoben.",
      refused: "Microsoft 365 hat es nicht zurückgenommen.",
    },
    changedBy: (name) => `Bleibt: ${name} hat es seitdem geändert.`,
    take: (n) => `${rows(n)} zurücknehmen`,
    done: (n) =>
      n === 0 ? "Nichts wurde zurückgenommen" : count(n, "1 Zeile zurückgenommen", `${n} Zeilen zurückgenommen`),
    kept: (n) => count(n, "1 Zeile bleibt ganz oder zum Teil", `${n} Zeilen bleiben ganz oder zum Teil`),
    keptTitle: "Was bleibt, wie es ist",
  },
};
