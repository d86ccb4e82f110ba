/** What a world consists of, in numbers: the same generator makes a company of eight teams or of two thousand. */
import { countries, regions } from "./geography/countries.ts";
import type { Country, Region } from "./geography/countries.ts";
import { businessFunctions, functionTeams } from "./organisation/functions.ts";
import type { BusinessFunction, FunctionTeam } from "./organisation/functions.ts";

/** Mean number of objectives per unit, by the part the cycle plays; 1.4 means one, and a second one in four of ten units. */
interface ObjectiveRates {
  readonly annual: number;
  readonly previous: number;
  readonly current: number;
  readonly next: number;
}

export interface WorldPlan {
  readonly companyName: string;
  readonly domain: string;
  readonly sharePointHost: string;
  readonly regions: readonly Region[];
  readonly countries: readonly Country[];
  /** Number of teams in a country, by its code. */
  readonly teams: ReadonlyMap<string, number>;
  readonly functions: readonly BusinessFunction[];
  readonly functionTeams: readonly FunctionTeam[];
  readonly rates: Readonly<Record<"region" | "country" | "function" | "team", ObjectiveRates>>;
  /** Fewest objectives that the team of the persona `member` sets for the next quarter. */
  readonly nextOfMember: number;
  /** Planted on purpose; parallel efforts arise besides wherever two branches take up the same theme. */
  readonly planted: {
    readonly contrary: number;
    readonly parallel: number;
    readonly passThrough: number;
    readonly shared: number;
  };
  /** How often a theme in another language than English may be used: there are few of them. */
  readonly localUses: number;
  /** Mean number of check-ins a year-long key result should have when the year is over. */
  readonly annualCheckIns: number;
  /** What the rates come to is cut down to these numbers; and people report as often as it takes, up to every working day. */
  readonly totals?: { readonly objectives: number; readonly keyResults: number; readonly checkIns: number };
}

const teamsTimes = (factor: number, among: readonly Country[]): ReadonlyMap<string, number> =>
  new Map(among.map(({ code, teams }) => [code, Math.round(teams * factor)]));

/** Shares a number of teams out in proportion to the weights; what rounding leaves goes to the largest remainders. */
const teamsInAll = (
  total: number,
  among: readonly Country[],
  weightOf: (country: Country) => number,
): ReadonlyMap<string, number> => {
  const sum = among.reduce((weights, country) => weights + weightOf(country), 0);
  const parts = among.map((country) => ({ code: country.code, exact: (total * weightOf(country)) / sum }));
  const left = total - parts.reduce((whole, { exact }) => whole + Math.floor(exact), 0);
  const lucky = new Set(
    parts
      .toSorted((one, other) => (other.exact % 1) - (one.exact % 1))
      .slice(0, left)
      .map(({ code }) => code),
  );
  return new Map(parts.map(({ code, exact }) => [code, Math.floor(exact) + Number(lucky.has(code))]));
};

const tenant = {
  companyName: "Norvane Retail Services",
  domain: "norvane.example",
  sharePointHost: "norvane.sharepoint.example",
};

export const retailPlan: WorldPlan = {
  ...tenant,
  regions,
  countries,
  teams: teamsTimes(1, countries),
  functions: businessFunctions,
  functionTeams,
  rates: {
    region: { annual: 2.5, previous: 0, current: 0, next: 0 },
    function: { annual: 1.4, previous: 0.8, current: 1, next: 0.2 },
    country: { annual: 0.35, previous: 0.75, current: 1.05, next: 0.1 },
    team: { annual: 0, previous: 1, current: 1.3, next: 0.12 },
  },
  nextOfMember: 0,
  planted: { contrary: 8, parallel: 14, passThrough: 6, shared: 5 },
  localUses: 1,
  annualCheckIns: 17,
};

const few = new Set(["AE", "DE", "BR"]);
const fewCountries = countries.filter(({ code }) => few.has(code));

export const smallPlan: WorldPlan = {
  ...tenant,
  regions: [],
  countries: fewCountries,
  teams: teamsTimes(0.5, fewCountries),
  functions: businessFunctions.slice(0, 1),
  functionTeams: [],
  rates: {
    region: { annual: 0, previous: 0, current: 0, next: 0 },
    function: { annual: 1, previous: 0, current: 1, next: 0 },
    country: { annual: 1, previous: 0, current: 1, next: 0 },
    team: { annual: 0, previous: 0.5, current: 1, next: 0.2 },
  },
  nextOfMember: 0,
  planted: { contrary: 1, parallel: 2, passThrough: 1, shared: 0 },
  localUses: 1,
  annualCheckIns: 14,
};

const everywhere = countries.map((country) => ({ ...country, hasOkrs: true }));
const TEAMS = 2000;

/** The same company at its full size. */
export const enterprisePlan: WorldPlan = {
  ...tenant,
  regions,
  countries: everywhere,
  teams: teamsInAll(TEAMS - functionTeams.length, everywhere, ({ teams }) => 2 + teams),
  functions: businessFunctions,
  functionTeams,
  rates: {
    region: { annual: 3, previous: 0, current: 0, next: 0 },
    function: { annual: 2, previous: 1.5, current: 2, next: 0.4 },
    country: { annual: 1.5, previous: 1.4, current: 2, next: 0.3 },
    team: { annual: 0.2, previous: 1.95, current: 2.45, next: 0.25 },
  },
  nextOfMember: 1,
  planted: { contrary: 12, parallel: 120, passThrough: 150, shared: 7 },
  localUses: Number.POSITIVE_INFINITY,
  annualCheckIns: 30,
  totals: { objectives: 10_000, keyResults: 40_000, checkIns: 500_000 },
};
