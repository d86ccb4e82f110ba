import { plainWords } from "../../entry/characters.ts";
import { columnNamed, columnsBeginning, type Column } from "../columns.ts";

/**
 * What a column of a foreign sheet is for. A `text` column holds all levels; `objective`, `keyResult` and `initiative` hold one
 * level each, and there may be several. `reading` is the value of one month or week.
 */
export type Role = Column | "objective" | "keyResult" | "initiative" | "outline" | "progress" | "reading" | "ignore";

/** A role a header may stand for, and how sure that is, from 0 to 1. */
export interface Candidate {
  readonly role: Role;
  readonly sure: number;
}

/** Beside the headers of Drumbeat's own tables: words that stand for several things, the likelier first, and columns of one level. */
const MORE: Readonly<Partial<Record<Role, string>>> = {
  objective: "o|objective|objectives|objective name|objective title|company objective|team objective|goal|goals|big rock|strategic goal|ziel|ziele|objective ziel|unternehmensziel|teamziel|bereichsziel|objectif|objectifs|objetivo|objetivos|obiettivo|doel|doelstelling|mål|cel|目标|目的|목표|цель|الهدف|الأهداف",
  keyResult: "key result|key results|kr|krs|key result description|result|measurable result|schlüsselergebnis|schlüsselergebnisse|ergebnis|ergebnisse|résultat clé|résultats clés|rc|resultado clave|resultados clave|resultado-chave|resultados-chave|risultato chiave|kernresultaat|nyckelresultat|关键结果|主要な成果|핵심 결과|ключевой результат|النتيجة الرئيسية|النتائج الرئيسية",
  initiative: "initiative|initiatives|project|projects|task|tasks|action|actions|activity|activities|deliverable|next steps|how|maßnahme|maßnahmen|aufgabe|aufgaben|projekt|projet|projets|initiatives projets|tâche|actions clés|iniciativa|iniciativas|proyecto|tarea|projeto|tarefa|progetto|المبادرة|المبادرات",
  text: "what|objectives & key results|objectives and key results|objective key result|okrs|goal kr|was|ziele und schlüsselergebnisse|description|beschreibung|quoi|objectifs et résultats clés|qué|objetivos y resultados clave|o que",
  owner: "who|resp|dri|driver|champion|sponsor|assigned to|owned by|person|contact|wer|zuständig|zuständige person|ansprechpartner|ansprechpartnerin|owner in|qui|quién|encargado|quem|chi|wie|ansvarig|المالك|مسؤول",
  start: "base|current baseline|starting point|as is|von|ausgangspunkt|ausgang|ist baseline|from value|punto de partida|desde|valore iniziale|من|خط الأساس",
  target: "goal|goals|target kpi|metric target|measure|metric|kpi target|measured by|success criteria|to be|goal value|ziel|soll|sollwert|bis|messgröße|messgröße ziel|zielgröße|erfolgskriterium|indicateur|objectif|objectif chiffré|mesure|hasta|objetivo|métrica|indicador|meta|doel|المستهدف|القيمة المستهدفة|الهدف|إلى",
  current: "now|today|latest value|as of today|current status|result|achieved|heute|derzeit|istwert|erreicht|ergebnis|réalisé|hoy|real|hoje|oggi|الحالي",
  progress: "progress|% done|% complete|done %|completion|% progress|progress %|percent complete|fortschritt|fortschritt %|erfüllung|erfüllungsgrad|% erledigt|avancement|% avancement|progreso|avance|% avance|progresso|voortgang|进度|進捗|الإنجاز|نسبة الإنجاز|التقدم",
  state: "rag|rag status|traffic light|health|ampel|météo|semáforo|farol",
  note: "remarks|remark|comments|updates|update|last update|commentary|anmerkung|anmerkungen|bemerkungen|kommentare|commentaires|observaciones|observações|note di stato|ملاحظات",
  confidence: "conf|confidence 1 10|how sure|sicherheit|vertrauen|niveau de confiance|درجة الثقة",
  due: "by when|when|until|target date|timeline|bis wann|wann|frist|zieldatum|quand|date limite|date cible|cuándo|plazo|quando|الموعد النهائي|الموعد|تاريخ الاستحقاق",
  startDate: "from|start|beginn|anfang|début|inicio|início|البداية",
  endDate: "to|end|finish|ende|fin|fim|النهاية",
  outline: "#|no|nr|number|nummer|num|lfd nr|pos|position|n°|numéro|número|item|№|الرقم",
  team: "squad|tribe|division|group|business unit|bu|gruppe|sparte|standort|pôle|direction métier|sector|departement|القسم|الإدارة",
  reading: "jan|january|januar|janvier|enero|feb|february|februar|février|febrero|mar|march|märz|mars|marzo|apr|april|avril|abril|may|mai|mayo|jun|june|juni|juin|junio|jul|july|juli|juillet|julio|aug|august|août|agosto|sep|sept|september|septembre|septiembre|oct|okt|october|oktober|octobre|octubre|nov|november|novembre|noviembre|dec|dez|december|dezember|décembre|diciembre",
  unit: "einheit|measured in|gemessen in|unité de mesure|unidad de medida",
  kind: "o kr|okr type|objective or kr|art der zeile",
}; // prettier-ignore

/** Where one word stands for several things, the earlier role is tried first. */
const ROLES_OF: ReadonlyMap<string, readonly Role[]> = (() => {
  const roles = new Map<string, Role[]>();
  for (const [role, names] of Object.entries(MORE) as [Role, string][]) {
    for (const name of names.split("|").map(plainWords)) roles.set(name, [...(roles.get(name) ?? []), role]);
  }
  return roles;
})();

/** What every name that begins so stands for, the likelier meaning of each. */
const namesBeginning = (words: string): readonly Role[] => [
  ...[...ROLES_OF].flatMap(([name, [role]]) => (role !== undefined && name.startsWith(words) ? [role] : [])),
  ...columnsBeginning(words),
];

const LONGEST_HEADER = 60;

const exactly = (words: string): readonly Role[] => {
  const known = columnNamed(words);
  const more = ROLES_OF.get(words) ?? [];
  return known === undefined || more.includes(known) ? more : [...more, known];
};

/** "Key result 2", "KR 3:", "Objective #1". */
const withoutNumber = (words: string): string => words.replace(/ ?#? ?\d{1,2}$/u, "");
/** "Week 3", "KW 14", "W7". */
const WEEK = /^(?:week|woche|kw|w|cw|semaine|semana|wk) ?\d{1,2}(?: \d{4})?$/u;

/** Where one script ends and another begins: "Objective الهدف". */
const SCRIPTS =
  /(?<=\p{Script=Latin})\s+(?=[^\P{L}\p{Script=Latin}])|(?<=[^\P{L}\p{Script=Latin}])\s+(?=\p{Script=Latin})/u;

const partsOf = (header: string): readonly string[] =>
  header
    .split(/[/|\n()–—:]|\s-\s/u)
    .flatMap((part) => part.split(SCRIPTS))
    .map(plainWords)
    .filter((part) => part !== "");

const SHORTEST_ABBREVIATION = 3;

/** "Verantw." and "Gew.": one word cut short, where all names that begin so stand for the same. */
const abbreviated = (header: string): readonly Role[] => {
  const word = /^(?<word>\p{L}+)\.$/u.exec(header.trim())?.groups?.["word"] ?? "";
  if (word.length < SHORTEST_ABBREVIATION) return [];
  const begun = namesBeginning(plainWords(word));
  const [first] = begun;
  return first !== undefined && begun.every((role) => role === first) ? [first] : [];
};

const CERTAIN = 1;
const PARTLY = 0.9;
const CONTAINED = 0.6;
const AGREED = 0.05;

/** Roles that a longer header names in passing, the longest name first. */
const contained = (words: string): readonly Role[] => {
  const all = words.split(" ");
  for (let size = Math.min(3, all.length - 1); size >= 1; size -= 1) {
    for (let at = 0; at + size <= all.length; at += 1) {
      const phrase = all.slice(at, at + size).join(" ");
      if (phrase.length < 3) continue;
      const roles = exactly(phrase).filter((role) => role !== "reading");
      if (roles.length > 0) return roles;
    }
  }
  return [];
};

/** Roles whose names the header is made of; two languages that agree say more than one. */
const named = (header: string): ReadonlyMap<Role, number> => {
  const found = new Map<Role, number>();
  // "Who?"
  const words = plainWords(header.replace(/\s*[?？؟]\s*$/u, ""));
  if (words === "" || header.length > LONGEST_HEADER) return found;
  const add = (roles: readonly Role[], sure: number): void => {
    for (const role of roles) found.set(role, found.has(role) ? Math.min(CERTAIN, sure + AGREED) : sure);
  };
  add(exactly(words), CERTAIN);
  if (WEEK.test(words)) add(["reading"], CERTAIN);
  if (found.size === 0) add(exactly(withoutNumber(words)), PARTLY);
  if (found.size === 0) add(abbreviated(header), PARTLY);
  const parts = partsOf(header);
  if (found.size === 0 && parts.length > 1) for (const part of parts) add(exactly(withoutNumber(part)), PARTLY);
  return found;
};

/** The roles a cell names, the likeliest first; nothing that it merely mentions. */
export const rolesNamed = (header: string): readonly Role[] => [...named(header).keys()];

/** What a header may mean, the likeliest first. Languages side by side ("Ziel / Objective") each have their say. [IF2] */
export const meaningsOf = (header: string): readonly Candidate[] => {
  const found = [...named(header)].map(([role, sure]) => ({ role, sure }));
  if (found.length > 0 || header.length > LONGEST_HEADER) return found.toSorted((a, b) => b.sure - a.sure);
  return contained(plainWords(header)).map((role) => ({ role, sure: CONTAINED }));
};
