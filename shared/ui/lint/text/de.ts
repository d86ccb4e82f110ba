import { plural } from "../../text/plural.ts";
import type { LintTexts } from "./en.ts";

export const lintDe: LintTexts = {
  title: (n) => plural("de", n, { one: `${n} Schreibhinweis`, other: `${n} Schreibhinweise` }),
  intro: "Nur Vorschläge: nichts hindert am Speichern oder am Check-in.",
  levels: { error: "Gegen die Regeln", warn: "Besser ändern", info: "Einen Gedanken wert" },
  none: "Nichts vorzuschlagen. Gut geschrieben.",
  hints: {
    O1: {
      why: (who = "", n = "", most = "") =>
        `${who} verantwortet hier ${n} Objectives; vereinbart sind höchstens ${most}.`,
      how: "Wählen Sie, was am wichtigsten ist; anderes wartet oder bekommt andere Verantwortliche.",
    },
    O2: {
      why: (number = "") => `Ein Objective sagt ohne Zahlen, wohin es geht; hier steht „${number}“.`,
      how: "Verschieben Sie die Zahl in ein Key Result.",
    },
    O3: { why: () => "Niemand ist dafür verantwortlich.", how: "Nennen Sie eine Person." },
    O4long: {
      why: (length = "", most = "") => `${length} Zeichen merkt sich kaum jemand; ${most} genügen.`,
      how: "Behalten Sie Verb und Ziel, der Rest gehört in die Begründung.",
    },
    O4and: {
      why: () => "Es verbindet mehrere Ziele.",
      how: "Behalten Sie das wichtigste, oder machen Sie zwei Objectives daraus.",
    },
    O5: {
      why: (verb = "") => `„${verb}“ nennt, was geliefert wird, nicht was besser wird.`,
      how: "Fragen Sie, wozu es dient: „… um …“, und beginnen Sie damit.",
    },
    O6: {
      why: (verb = "") => `„${verb}“ beschreibt das Tagesgeschäft.`,
      how: "Sagen Sie, was anders wird, oder beobachten Sie es als Kennzahl.",
    },
    O7why: {
      why: () => "Es sagt nicht, warum es jetzt wichtig ist.",
      how: "Schreiben Sie einen Satz: warum das, warum jetzt.",
    },
    O7link: {
      why: () => "Es zahlt auf nichts darüber ein.",
      how: "Verknüpfen Sie es mit einem Objective darüber, oder begründen Sie, warum es für sich steht.",
    },
    O8: {
      why: () => "Seine Daten liegen außerhalb des Zyklus.",
      how: "Korrigieren Sie die Daten, oder wählen Sie einen anderen Zyklus.",
    },
    K1more: {
      why: (n = "", most = "") => `${n} Key Results sind mehr als die vereinbarten ${most}.`,
      how: "Behalten Sie die, ohne die das Objective nicht erreicht ist.",
    },
    K1fewer: {
      why: (n = "", least = "") => `Es hat ${n} von mindestens ${least} Key Results.`,
      how: "Ergänzen Sie, woran man noch sieht, dass das Objective erreicht ist.",
    },
    K2equal: {
      why: (value = "") => `Start- und Zielwert sind beide ${value}: nichts würde sich bewegen.`,
      how: "Setzen Sie einen anderen Zielwert, oder wählen Sie „Mindestens“ oder „Höchstens“.",
    },
    K2direction: {
      why: (from = "", to = "") => `Von ${from} auf ${to} ist die andere Richtung als die gewählte.`,
      how: "Korrigieren Sie die Messart oder die Zahlen.",
    },
    K2verb: {
      why: (verb = "", from = "", to = "") => `Der Titel sagt „${verb}“, die Zahlen gehen von ${from} auf ${to}.`,
      how: "Korrigieren Sie das Verb oder die Zahlen.",
    },
    K3: {
      why: () => "Der Startwert ist nicht bekannt.",
      how: "Tragen Sie ihn ein, oder machen Sie das Finden des Ausgangswerts zum Key Result.",
    },
    K4day: { why: () => "Ein Meilenstein ohne Tag kommt nie zu spät.", how: "Setzen Sie die Fälligkeit." },
    K4acceptance: {
      why: () => "Es sagt nicht, was als erledigt gilt.",
      how: "Schreiben Sie einen Satz, an dem es jede Person erkennt.",
    },
    K4alone: {
      why: () => "Alle Key Results sind Meilensteine: man kann alle abhaken und nichts bewirken.",
      how: "Ergänzen Sie eines, das die Wirkung misst.",
    },
    K4not: { why: () => "Meilensteine sind nicht vereinbart.", how: "Messen Sie, was der Meilenstein bewirken soll." },
    K5: {
      why: (verb = "") => `„${verb}“ nennt eine Tätigkeit, kein Ergebnis.`,
      how: "Fragen Sie, was danach anders ist, und messen Sie das.",
    },
    K6: {
      why: (part = "") => `„${part}“ sagt nicht, von wo bis wohin.`,
      how: "Wählen Sie eine Messart mit Start- und Zielwert.",
    },
    K7: {
      why: (from = "", to = "", start = "", target = "") =>
        `Der Titel sagt von ${from} auf ${to}, die Felder sagen von ${start} auf ${target}.`,
      how: "Gleichen Sie beides an, oder lassen Sie die Zahlen im Titel weg.",
    },
    K9: {
      why: (other = "") => `Es zählt dasselbe wie „${other}“; ein Erfolg zählt dann doppelt.`,
      how: "Behalten Sie eines, oder messen Sie eine andere Seite des Objectives.",
    },
    K11wrong: {
      why: () => "Die vorab vereinbarten Bewertungen widersprechen den Zahlen.",
      how: "Vereinbaren Sie die drei Stufen neu.",
    },
    K11none: {
      why: () => "Niemand hat gesagt, was 0,3, 0,7 und 1,0 bedeuten sollen.",
      how: "Vereinbaren Sie es, bevor der Zyklus beginnt.",
    },
    K12: {
      why: () => "Alle Messungen sind Prozente: ein Anteil kann steigen, während die Menge sinkt.",
      how: "Stellen Sie eine absolute Zahl daneben.",
    },
    S2: {
      why: () => "In den ersten zwei Dritteln kam keine Zahl: zum Handeln war es zu spät.",
      how: "Ergänzen Sie ein Key Result, das sich früh bewegt.",
    },
    S4: {
      why: (sum = "") => `Die Gewichte ergeben ${sum} %.`,
      how: "Korrigieren Sie sie, oder lassen Sie einige leer, die sich den Rest teilen.",
    },
    S5missing: { why: () => "Das Übergeordnete gibt es nicht mehr.", how: "Wählen Sie ein anderes." },
    S5loop: { why: () => "Es zahlt über andere auf sich selbst ein.", how: "Lösen Sie den Kreis an einer Stelle." },
    S5dates: {
      why: (parent = "") => `Seine Daten liegen außerhalb derer von „${parent}“, auf das es einzahlt.`,
      how: "Korrigieren Sie die Daten, oder wählen Sie ein anderes Übergeordnetes.",
    },
    S6: {
      why: (who = "", n = "", most = "") =>
        `${who} verantwortet in diesem Zyklus ${n} Key Results; vereinbart sind höchstens ${most}.`,
      how: "Fragen Sie, wer einige davon übernehmen könnte.",
    },
  },
};
