import { plainWords } from "../entry/characters.ts";
import type { Ambition, Stage } from "../okr/objective.ts";

const dictionary = <T extends string>(entries: Readonly<Record<T, string>>): ((text: string) => T | undefined) => {
  const meanings = new Map(
    (Object.entries(entries) as [T, string][]).flatMap(([meaning, words]) =>
      words.split("|").map((word): [string, T] => [plainWords(word), meaning]),
    ),
  );
  return (text) => meanings.get(plainWords(text));
};

export type Kind = "heading" | "objective" | "keyResult" | "initiative";

export const kindOf = dictionary<Kind>({
  heading: "heading|title|section|header|überschrift|abschnitt|titre|section titre|encabezado|sección|título de sección|kop|标题行",
  objective: "objective|objectives|o|obj|goal|big rock|ziel|objektiv|zielsetzung|objectif|objetivo|obiettivo|doelstelling|目标|目的|目標|هدف",
  keyResult: "key_result|key result|key results|kr|krs|keyresult|result|schlüsselergebnis|ergebnis|résultat clé|résultat|resultado clave|resultado-chave|resultado chave|risultato chiave|kernresultaat|关键结果|主要な成果|نتيجة رئيسية",
  initiative: "initiative|project|task|action|activity|deliverable|epic|projekt|aufgabe|maßnahme|initiative projet|projet|tâche|iniciativa|proyecto|tarea|projeto|tarefa|progetto|项目|مبادرة",
}); // prettier-ignore

export type DirectionWord = "up" | "down" | "stayAbove" | "stayBelow" | "stayBetween";

export const directionOf = dictionary<DirectionWord>({
  up: "up|increase|increase to|increase from|rise|grow|higher|reach|raise|steigend|steigern|erhöhen|rauf|hausse|augmenter|subir|aumentar|aumentare|stijgend|↑|增加|زيادة",
  down: "down|decrease|decrease to|decrease from|reduce|lower|fall|cut|sinkend|senken|verringern|runter|baisse|réduire|diminuer|bajar|reducir|disminuir|reduzir|ridurre|dalend|↓|减少|خفض",
  stayAbove: "stay above|stayabove|at least|above|keep above|min|minimum|>=|≥|mindestens|über|nicht unter|au moins|au-dessus|al menos|por encima|ao menos|almeno|minstens",
  stayBelow: "stay below|staybelow|at most|below|keep below|max|maximum|<=|≤|höchstens|unter|nicht über|au plus|en dessous|como máximo|por debajo|no máximo|al massimo|hoogstens",
  stayBetween: "stay between|staybetween|between|range|within|zwischen|entre|tra|tussen",
}); // prettier-ignore

export type MeasureWord = "metric" | "percentage" | "milestone" | "baseline";

export const measureWordOf = dictionary<MeasureWord>({
  metric: "metric|number|numeric|currency|metrik|zahl|métrique|nombre|métrica|número|kpi",
  percentage: "percentage|percent|percent complete|% complete|prozent|pourcentage|porcentaje|porcentagem",
  milestone: "milestone|yes/no|binary|boolean|done/not done|meilenstein|ja/nein|jalon|oui/non|hito|sí/no|marco|mijlpaal",
  baseline: "baseline|to be measured|measure first|basiswert ermitteln|à mesurer|por medir",
}); // prettier-ignore

export const ambitionOf = dictionary<Ambition>({
  committed: "committed|committed goal|commitment|roofshot|verbindlich|engagé|comprometido",
  aspirational: "aspirational|aspirational goal|stretch|moonshot|ambitioniert|ambitieux|aspiracional",
});

/** What the state of a row says: how far it is, or what people decided about it. */
export type StateWord = Stage | "done";

export const stateWordOf = dictionary<StateWord>({
  draft: "draft|proposed|proposal|idea|entwurf|vorschlag|brouillon|borrador|rascunho|bozza|concept",
  active: "active|open|in progress|ongoing|started|not started|on track|behind|at risk|todo|to do|wip|reopened|aktiv|offen|laufend|in arbeit|actif|ouvert|en cours|activo|abierto|en curso|ativo|aberto|em andamento|aperto|actief",
  closed: "closed|archived|geschlossen|abgeschlossen|clos|clôturé|fermé|cerrado|fechado|chiuso|gesloten",
  postponed: "postponed|deferred|dropped|cancelled|canceled|abandoned|moved|verschoben|vertagt|gestrichen|abgebrochen|reporté|annulé|abandonné|aplazado|cancelado|adiado|rinviato|uitgesteld",
  done: "done|complete|completed|achieved|finished|reached|erledigt|fertig|erreicht|fait|terminé|atteint|hecho|completado|logrado|feito|concluído|fatto|completato|klaar|gereed|✓|✔|✅|x",
}); // prettier-ignore
