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
  /** Teams of a country = its relative number × this factor, rounded. */
  readonly teamFactor: number;
  readonly functions: readonly BusinessFunction[];
  readonly functionTeams: readonly FunctionTeam[];
  readonly rates: Readonly<Record<"region" | "country" | "function" | "team", ObjectiveRates>>;
  /** Planted on purpose; parallel efforts arise besides wherever two branches take up the same theme. */
  readonly planted: {
    readonly contrary: number;
    readonly parallel: number;
    readonly passThrough: number;
    readonly shared: number;
  };
  /** Mean number of check-ins a year-long key result should have when the year is over. */
  readonly annualCheckIns: number;
}

const tenant = {
  companyName: "Norvane Retail Services",
  domain: "norvane.example",
  sharePointHost: "norvane.sharepoint.example",
};

export const retailPlan: WorldPlan = {
  ...tenant,
  regions,
  countries,
  teamFactor: 1,
  functions: businessFunctions,
  functionTeams,
  rates: {
    region: { annual: 2.5, previous: 0, current: 0, next: 0 },
    function: { annual: 1.4, previous: 0.8, current: 1, next: 0.2 },
    country: { annual: 0.35, previous: 0.75, current: 1.05, next: 0.1 },
    team: { annual: 0, previous: 1, current: 1.3, next: 0.12 },
  },
  planted: { contrary: 8, parallel: 14, passThrough: 6, shared: 5 },
  annualCheckIns: 17,
};

const few = new Set(["AE", "DE", "BR"]);

export const smallPlan: WorldPlan = {
  ...tenant,
  regions: [],
  countries: countries.filter(({ code }) => few.has(code)),
  teamFactor: 0.5,
  functions: businessFunctions.slice(0, 1),
  functionTeams: [],
  rates: {
    region: { annual: 0, previous: 0, current: 0, next: 0 },
    function: { annual: 1, previous: 0, current: 1, next: 0 },
    country: { annual: 1, previous: 0, current: 1, next: 0 },
    team: { annual: 0, previous: 0.5, current: 1, next: 0.2 },
  },
  planted: { contrary: 1, parallel: 2, passThrough: 1, shared: 0 },
  annualCheckIns: 14,
};
