import { plainWords } from "../entry/characters.ts";

/** What a column of an imported table can mean. */
export type Column =
  | "cycle" | "id" | "parent" | "level" | "kind" | "text" | "why" | "team" | "owner" | "start" | "target" | "unit"
  | "current" | "direction" | "weight" | "priority" | "state" | "ambition" | "measure" | "confidence" | "note" | "score"
  | "startDate" | "endDate" | "due"; // prettier-ignore

/** Headers people use, compared without case, accents and punctuation. The first name is the one Drumbeat exports. */
const NAMES: Readonly<Record<Column, string>> = {
  cycle: "cycle|period|time period|quarter|zyklus|zeitraum|quartal|periode|cycle okr|période|trimestre|ciclo|periodo|período|kwartaal|周期|サイクル|الدورة",
  id: "id|okr id|key|number|no|nr|ref|reference|okr reference|row id|item id|nummer|kennung|identifiant|numéro|código|codigo|编号|المعرف",
  parent: "parent_id|parent|parent ids|parent okr|parent objective|aligned to|aligned to weight objective id|supports|übergeordnet|übergeordnete id|eltern|parent_id okr|objectif parent|padre|objetivo padre|pai|bovenliggend|上级|الأصل",
  level: "level|tier|ebene|stufe|niveau|nivel|nível|livello|层级|المستوى",
  kind: "kind|type|object type|okr type|art|typ|type okr|tipo|soort|类型|種類|النوع",
  text: "text|title|objective or key result|name|okr|description of okr|titel|bezeichnung|titre|intitulé|libellé|título|titulo|titolo|nombre|naam|标题|タイトル|العنوان",
  why: "why|rationale|reason|description|begründung|warum|beschreibung|pourquoi|justification|descripción|motivo|porqué|descrição|waarom|说明|السبب",
  team: "team|entity|department|organisation unit|organization unit|org unit|area|function|country|teams|abteilung|bereich|einheit|land|équipe|equipe|département|service|pays|equipo|departamento|área|país|paese|afdeling|团队|الفريق",
  owner: "owner|owners|owner email|accountable|responsible|assignee|lead|verantwortlich|verantwortliche|besitzer|inhaber|responsable|propriétaire|pilote|dueño|propietario|responsável|dono|proprietario|eigenaar|负责人|担当者|المسؤول",
  start: "start|baseline|start value|from|initial|initial value|startwert|ausgangswert|basis|valeur de départ|départ|valeur initiale|valor inicial|inicio|linha de base|beginwaarde|基线|القيمة الأولية",
  target: "target|goal|target value|to|zielwert|ziel|soll|cible|valeur cible|objetivo numérico|meta|valor objetivo|doel|streefwaarde|目标值|目標値|الهدف",
  unit: "unit|metric unit|unit of measure|uom|metric unit of measure|einheit der messung|masseinheit|maßeinheit|unité|unidad|unidade|unità|eenheid|单位|الوحدة",
  current: "current|current value|actual|actual progress|latest|value|progress|aktuell|aktueller wert|ist|stand|valeur actuelle|actuel|avancement|actual value|valor actual|valor atual|attuale|huidig|当前值|القيمة الحالية",
  direction: "direction|target type|trend|richtung|sens|dirección|sentido|direção|direzione|richting|方向|الاتجاه",
  weight: "weight|weighting|share|gewicht|gewichtung|anteil|poids|pondération|peso|gewicht %|权重|الوزن",
  priority: "priority|prio|priorität|priorité|prioridad|prioridade|priorità|prioriteit|优先级|الأولوية",
  state: "state|status|stage|zustand|état|statut|estado|stato|状态|الحالة",
  ambition: "ambition|goal type|commitment|anspruch|ambición|ambição",
  measure: "measure|measure type|measured as|kr type|messart|type de mesure|tipo de medida",
  confidence: "confidence|confidence level|zuversicht|confiance|confianza|confiança|vertrouwen|信心|الثقة",
  note: "note|notes|comment|last check-in note|check-in note|notiz|bemerkung|kommentar|commentaire|remarque|nota|comentario|comentário|opmerking|备注|ملاحظة",
  score: "score|grade|final score|bewertung|punktzahl|note finale|puntuación|pontuação|punteggio|评分",
  startDate: "start date|begin|begins|begin date|startdatum|beginn|date de début|fecha de inicio|data de início|data inizio|begindatum|开始日期|تاريخ البدء",
  endDate: "end date|end|ends|enddatum|ende|date de fin|fecha de fin|fecha final|data de término|data fim|data fine|einddatum|结束日期|تاريخ الانتهاء",
  due: "due|due date|deadline|fällig|fälligkeit|termin|échéance|vencimiento|fecha límite|prazo|scadenza|vervaldatum|截止日期",
}; // prettier-ignore

const COLUMN_OF: ReadonlyMap<string, Column> = new Map(
  (Object.entries(NAMES) as [Column, string][]).flatMap(([column, names]) =>
    names.split("|").map((name): [string, Column] => [plainWords(name), column]),
  ),
);

/** The meaning of a header that is one of the names known for it. */
export const columnNamed = (header: string): Column | undefined => COLUMN_OF.get(plainWords(header));

/** The meanings of all names that begin so. */
export const columnsBeginning = (words: string): readonly Column[] =>
  [...COLUMN_OF].flatMap(([name, column]) => (name.startsWith(words) ? [column] : []));

export interface ColumnMap {
  readonly at: ReadonlyMap<Column, number>;
  /** Headers nothing was made of, in order. */
  readonly unused: readonly string[];
}

/** The first column of each meaning. `start` and `end` without a target are days, not values. [IM1] */
export const mapColumns = (headers: readonly string[]): ColumnMap => {
  const at = new Map<Column, number>();
  const unused: string[] = [];
  for (const [index, header] of headers.entries()) {
    const column = columnNamed(header);
    if (column !== undefined && !at.has(column)) at.set(column, index);
    else if (header.trim() !== "") unused.push(header);
  }
  const start = at.get("start");
  if (start !== undefined && at.has("endDate") && !at.has("target") && !at.has("startDate")) {
    at.delete("start");
    at.set("startDate", start);
  }
  return { at, unused };
};
