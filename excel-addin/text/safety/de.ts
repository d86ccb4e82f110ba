import { plural } from "#shared/ui/text/plural.ts";
import type { SafetyTexts } from "./en.ts";

const count = (n: number, one: string, other: string): string => plural("de", n, { one, other });
const rows = (n: number): string => count(n, `${n} Zeile`, `${n} Zeilen`);

export const safety: SafetyTexts = {
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
