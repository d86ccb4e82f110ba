import type { Country } from "../geography/countries.ts";
import type { WorldPlan } from "../plan.ts";
import type { Random } from "../random.ts";
import { ascii } from "../people/names.ts";
import type { WorldUnit } from "../types.ts";
import type { BusinessFunction, FunctionTeam } from "./functions.ts";
import { teamKinds } from "./teamKinds.ts";
import type { TeamKind } from "./teamKinds.ts";

/** A unit before it has people: what it does, where, and in which languages. */
export interface UnitSeed {
  readonly unit: WorldUnit;
  /** Families of themes it takes its objectives from. */
  readonly families: readonly string[];
  /** The place as it is named inside a sentence. */
  readonly place: string;
  readonly city?: string;
  readonly country?: Country;
  readonly kind:
    | { readonly type: "company" }
    | { readonly type: "region" }
    | { readonly type: "country" }
    | { readonly type: "function"; readonly details: BusinessFunction }
    | { readonly type: "functionTeam"; readonly details: FunctionTeam }
    | { readonly type: "countryTeam"; readonly details: TeamKind };
  readonly hasOkrs: boolean;
}

const COMPANY_KEY = "company";

const everyField = [
  "merch",
  "audit",
  "promo",
  "client",
  "sales",
  "staffing",
  "route",
  "esg",
  "loyalty",
  "ecom",
  "finance",
  "people",
  "training",
];
const regional = ["ops", "client", "sales", "finance", "people", "data", "esg", "staffing"];

/** "the United Kingdom", where English wants the article. */
const inSentence = (name: string): string => (/^(United|Netherlands|Philippines)/.test(name) ? `the ${name}` : name);

const companySeed = (plan: WorldPlan): UnitSeed => ({
  unit: { key: COMPANY_KEY, name: plan.companyName, level: "company" },
  families: ["company"],
  place: "the group",
  kind: { type: "company" },
  hasOkrs: true,
});

const regionSeeds = (plan: WorldPlan): readonly UnitSeed[] =>
  plan.regions.map(({ key, name }) => ({
    unit: { key, name, level: "region", parentKey: COMPANY_KEY },
    families: regional,
    place: key === "mena" || key === "americas" || key === "nordics-baltics" ? `the ${name}` : name,
    kind: { type: "region" },
    hasOkrs: true,
  }));

const functionSeeds = (plan: WorldPlan): readonly UnitSeed[] => [
  ...plan.functions.map((details): UnitSeed => ({
    unit: { key: details.key, name: details.name, level: "function", parentKey: COMPANY_KEY },
    families: details.families,
    place: "the group",
    kind: { type: "function", details },
    hasOkrs: true,
  })),
  ...plan.functionTeams.map((details): UnitSeed => ({
    unit: {
      key: `${details.functionKey}-${details.key}`,
      name: details.name,
      level: "team",
      parentKey: details.functionKey,
      country: details.hub,
    },
    families: details.families,
    place: "the group",
    kind: { type: "functionTeam", details },
    hasOkrs: true,
  })),
];

/** Where a city has several teams of a kind, by language; `en` also stands in for the others. */
const DISTRICTS: Readonly<Record<string, readonly string[]>> & { readonly en: readonly string[] } = {
  en: ["North", "South", "East", "West", "Centre"],
  de: ["Nord", "Süd", "Ost", "West", "Mitte"],
  fr: ["Nord", "Sud", "Est", "Ouest", "Centre"],
  es: ["Norte", "Sur", "Este", "Oeste", "Centro"],
  pt: ["Norte", "Sul", "Leste", "Oeste", "Centro"],
  it: ["Nord", "Sud", "Est", "Ovest", "Centro"],
  pl: ["Północ", "Południe", "Wschód", "Zachód", "Centrum"],
  tr: ["Kuzey", "Güney", "Doğu", "Batı", "Merkez"],
};

/** What a team does and where. Few teams of a country are drawn, many go through every kind in every city. */
const teamPost = (country: Country, count: number, index: number, random: Random) => {
  const inTurn = count > teamKinds.length || country.code === "AE" || country.code === "DE";
  const details = teamKinds[(index + (inTurn ? 0 : random.int(0, teamKinds.length - 1))) % teamKinds.length];
  const city = country.cities[(index + Math.floor(index / teamKinds.length)) % country.cities.length];
  const round = Math.floor(index / (teamKinds.length * country.cities.length));
  if (details === undefined || city === undefined || round > DISTRICTS.en.length)
    throw new Error(`No team ${index} for ${country.name}`);
  return { details, city, district: round - 1 };
};

const countryTeam = (country: Country, count: number, index: number, random: Random): UnitSeed => {
  const { details, city, district } = teamPost(country, count, index, random);
  const language = country.languages[0]?.slice(0, 2) ?? "en";
  // Half of the teams outside the English-speaking world are named in the language of the country.
  const isLocal = random.chance(0.5);
  const name = (isLocal ? details.names[language] : undefined) ?? details.names.en;
  const key = [country.code, details.key, ascii(city), DISTRICTS.en[district] ?? []].flat().join("-").toLowerCase();
  const local = (DISTRICTS[language] ?? DISTRICTS.en)[district];
  const place = local === undefined ? city : `${city} ${local}`;
  return {
    unit: {
      key,
      name: `${name} ${place}`,
      level: "team",
      parentKey: country.code.toLowerCase(),
      country: country.code,
    },
    families: details.families,
    place,
    city,
    country,
    kind: { type: "countryTeam", details },
    hasOkrs: true,
  };
};

const countryTeams = (country: Country, count: number, random: Random): readonly UnitSeed[] =>
  Array.from({ length: count }, (_, index) => countryTeam(country, count, index, random));

const countrySeeds = (plan: WorldPlan, random: Random): readonly UnitSeed[] => {
  const regionKeys = new Set(plan.regions.map(({ key }) => key));
  return plan.countries.flatMap((country) => {
    const key = country.code.toLowerCase();
    const parentKey = regionKeys.has(country.regionKey) ? country.regionKey : COMPANY_KEY;
    const seed: UnitSeed = {
      unit: { key, name: country.name, level: "country", parentKey, country: country.code },
      families: everyField,
      place: inSentence(country.name),
      country,
      kind: { type: "country" },
      hasOkrs: country.hasOkrs,
    };
    const teams = countryTeams(country, plan.teams.get(country.code) ?? 0, random.fork(key));
    return [seed, ...uniqueByKey(teams)];
  });
};

const uniqueByKey = (seeds: readonly UnitSeed[]): readonly UnitSeed[] => [
  ...new Map(seeds.map((seed) => [seed.unit.key, seed])).values(),
];

/** All units, parents before their children. */
export const createUnits = (plan: WorldPlan, random: Random): readonly UnitSeed[] => [
  companySeed(plan),
  ...regionSeeds(plan),
  ...functionSeeds(plan),
  ...countrySeeds(plan, random),
];
