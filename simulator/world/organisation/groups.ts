import { createRandom, guidOf } from "../random.ts";
import type { WorldChannel, WorldGroup } from "../types.ts";
import type { Unit } from "./staff.ts";

/** Names of channels beside General, by language. */
const CHANNELS: Readonly<Record<string, readonly string[]>> & { readonly en: readonly string[] } = {
  en: ["Weekly check-in", "Store photos", "Rota and cover", "Wins of the week", "Client questions", "Numbers"],
  de: ["Wochenrunde", "Filialfotos", "Einsatzplan", "Erfolge", "Kundenfragen", "Zahlen"],
  fr: ["Point hebdo", "Photos magasins", "Plannings", "Réussites", "Questions clients"],
  es: ["Reunión semanal", "Fotos de tienda", "Turnos", "Logros", "Dudas de clientes"],
  pt: ["Reunião semanal", "Fotos de loja", "Escalas", "Conquistas", "Dúvidas de clientes"],
  it: ["Punto settimanale", "Foto negozi", "Turni", "Successi"],
  pl: ["Spotkanie tygodniowe", "Zdjęcia ze sklepów", "Grafik", "Sukcesy"],
  tr: ["Haftalık toplantı", "Mağaza fotoğrafları", "Vardiyalar", "Başarılar"],
  ar: ["المتابعة الأسبوعية", "صور المتاجر", "جدول المناوبات", "إنجازات الأسبوع", "أسئلة العملاء"],
  zh: ["每周例会", "门店照片", "排班", "本周亮点", "客户问题"],
  ja: ["週次ミーティング", "店舗写真", "シフト", "今週の成果"],
  ko: ["주간 회의", "매장 사진", "근무표", "이번 주 성과"],
  th: ["ประชุมประจำสัปดาห์", "รูปถ่ายร้านค้า", "ตารางงาน", "ความสำเร็จ"],
  el: ["Εβδομαδιαία συνάντηση", "Φωτογραφίες καταστημάτων", "Βάρδιες", "Επιτυχίες"],
  hi: ["साप्ताहिक बैठक", "दुकान की तस्वीरें", "पाली सूची", "सप्ताह की उपलब्धियाँ"],
  uk: ["Щотижнева зустріч", "Фото магазинів", "Графік змін", "Успіхи"],
  ru: ["Еженедельная встреча", "Фото магазинов", "График смен", "Успехи"],
  kk: ["Апталық кездесу", "Дүкен суреттері", "Кесте", "Жетістіктер"],
};

const DESCRIPTIONS: Readonly<Record<Unit["unit"]["level"], string>> = {
  company: "The executive committee and the people who prepare its decisions.",
  region: "Regional management and the country managers of the region.",
  country: "Country management, business partners and the leads of the teams.",
  function: "The function's people at group level.",
  team: "Day-to-day work of the team: plans, stores, questions.",
};

const channelId = (seed: string, group: string, name: string): string =>
  `19:${guidOf(`${seed}/channel/${group}/${name}`).replaceAll("-", "")}@thread.tacv2`;

const channelsOf = (seed: string, unit: Unit): readonly WorldChannel[] => {
  const random = createRandom(`${seed}/channels/${unit.unit.key}`);
  const language = unit.country?.languages[0]?.slice(0, 2) ?? "en";
  const local = unit.kind.type === "countryTeam" || unit.kind.type === "country" ? CHANNELS[language] : undefined;
  const names = ["General", ...random.sample(local ?? CHANNELS.en, random.int(2, 4))];
  return names.map((displayName) => ({ id: channelId(seed, unit.unit.key, displayName), displayName }));
};

export const groupIdOf = (seed: string, unitKey: string): string => guidOf(`${seed}/group/${unitKey}`);

const unique = (ids: readonly string[]): readonly string[] => [...new Set(ids)];

/** The Microsoft 365 group of a unit. */
export const groupOf = (seed: string, unit: Unit): WorldGroup => ({
  id: groupIdOf(seed, unit.unit.key),
  displayName: unit.kind.type === "company" ? `${unit.unit.name} Executive Committee` : unit.unit.name,
  description: DESCRIPTIONS[unit.unit.level],
  mailNickname: unit.kind.type === "company" ? "executive-committee" : unit.unit.key,
  visibility: unit.unit.level === "team" || unit.unit.level === "company" ? "Private" : "Public",
  ownerIds: unit.staff.slice(0, 2).map(({ id }) => id),
  memberIds: unique(unit.members.map(({ id }) => id)),
  channels: channelsOf(seed, unit),
});

/** The group whose site holds the OKRs of everybody: the programme, the sponsor, the administrator and all leads. */
export const homeGroupOf = (seed: string, owners: readonly string[], units: readonly Unit[]): WorldGroup => {
  const key = "okr-home";
  const names = ["General", "Cycle calendar", "Questions about OKRs", "Company set"];
  return {
    id: groupIdOf(seed, key),
    displayName: "Objectives and Key Results",
    description: "Where the OKRs of the group are kept, and where the people who look after them meet.",
    mailNickname: key,
    visibility: "Private",
    ownerIds: owners,
    memberIds: unique([
      ...owners,
      ...units.flatMap(({ staff, hasOkrs }) => (hasOkrs ? staff.slice(0, 2) : [])).map(({ id }) => id),
    ]),
    channels: names.map((displayName) => ({ id: channelId(seed, key, displayName), displayName })),
  };
};
