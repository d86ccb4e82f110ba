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

/** Half of the teams outside the English-speaking world are named in the language of the country. */
const teamName = (kind: TeamKind, country: Country, city: string, local: boolean): string => {
  const language = country.languages[0]?.slice(0, 2) ?? "en";
  return `${(local ? kind.names[language] : undefined) ?? kind.names.en} ${city}`;
};

const countryTeams = (country: Country, count: number, random: Random): readonly UnitSeed[] =>
  Array.from({ length: count }, (_, index): UnitSeed => {
    const details =
      teamKinds[
        (index + (country.code === "AE" || country.code === "DE" ? 0 : random.int(0, teamKinds.length - 1))) %
          teamKinds.length
      ];
    const city = country.cities[(index + Math.floor(index / teamKinds.length)) % country.cities.length];
    if (details === undefined || city === undefined) throw new Error(`No team for ${country.name}`);
    const round = Math.floor(index / (teamKinds.length * country.cities.length));
    const number = round === 0 ? "" : ` ${round + 1}`;
    return {
      unit: {
        key: `${country.code.toLowerCase()}-${details.key}-${ascii(city)}${round === 0 ? "" : `-${round + 1}`}`,
        name: `${teamName(details, country, city, random.chance(0.5))}${number}`,
        level: "team",
        parentKey: country.code.toLowerCase(),
        country: country.code,
      },
      families: details.families,
      place: city,
      city,
      country,
      kind: { type: "countryTeam", details },
      hasOkrs: true,
    };
  });

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
    const teams = countryTeams(country, Math.round(country.teams * plan.teamFactor), random.fork(key));
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
