import type { Country } from "../geography/countries.ts";
import type { WorldPlan } from "../plan.ts";
import type { Directory } from "../people/directory.ts";
import { createRandom } from "../random.ts";
import type { Random } from "../random.ts";
import type { PersonaKey, WorldUser } from "../types.ts";
import type { UnitSeed } from "./units.ts";

/** A unit with its people. */
export interface Unit extends UnitSeed {
  readonly lead: WorldUser;
  /** People whose main place is this unit, the lead first. */
  readonly staff: readonly WorldUser[];
  /** Everybody in the unit's group: the staff and the leads of the units below. */
  readonly members: readonly WorldUser[];
  /** One of the personas, where one works here: owns more than chance would give. */
  readonly persona?: WorldUser;
}

/** A post of a unit that one of the personas holds: `unit key#index in the staff`. */
const castOf = (homeCountry: Country, firstTeam: string | undefined): ReadonlyMap<string, Casting> => {
  const key = homeCountry.code.toLowerCase();
  return new Map<string, Casting>([
    [
      "company#0",
      {
        persona: "sponsor",
        givenName: "Astrid",
        surname: "Holmgren",
        jobTitle: "Group Chief Operating Officer",
        preferredLanguage: "en-GB",
      },
    ],
    [
      "company#1",
      {
        persona: "facilitator",
        givenName: "Priya",
        surname: "Deshpande",
        jobTitle: "OKR Programme Lead",
        preferredLanguage: "en-GB",
      },
    ],
    [
      `${key}#1`,
      {
        persona: "lead",
        givenName: "Mariam",
        surname: "Al Mansoori",
        jobTitle: "Country OKR Lead",
        preferredLanguage: "en-GB",
      },
    ],
    [
      `${firstTeam ?? ""}#1`,
      {
        persona: "member",
        givenName: "Rohan",
        surname: "Kulkarni",
        jobTitle: "Senior Merchandiser",
        preferredLanguage: "en-GB",
      },
    ],
  ]);
};

interface Casting {
  readonly persona: PersonaKey;
  readonly givenName: string;
  readonly surname: string;
  readonly jobTitle: string;
  readonly preferredLanguage: string;
}

const COMPANY_POSTS = [
  "Group Chief Operating Officer",
  "OKR Programme Lead",
  "Group Chief Executive Officer",
  "Group Chief of Staff",
  "Head of Strategy",
];
const REGION_POSTS = [
  "Regional Managing Director",
  "Regional Operations Director",
  "Regional Client Director",
  "Regional Finance Partner",
  "Regional People Partner",
];
const COUNTRY_POSTS = [
  "Country Manager",
  "Country OKR Lead",
  "Finance Business Partner",
  "People Business Partner",
  "Client Service Manager",
];

/** Job titles of the staff, the lead's first. */
const postsOf = (seed: UnitSeed, random: Random): readonly string[] => {
  const several = (titles: readonly string[], low: number, high: number): readonly string[] =>
    Array.from({ length: random.int(low, high) }, () => random.pick(titles));
  switch (seed.kind.type) {
    case "company":
      return COMPANY_POSTS;
    case "region":
      return REGION_POSTS;
    case "country":
      return seed.hasOkrs ? COUNTRY_POSTS : COUNTRY_POSTS.slice(0, 1);
    case "function":
      return [seed.kind.details.headTitle, ...several(seed.kind.details.titles, 5, 7)];
    case "functionTeam":
    case "countryTeam":
      return [seed.kind.details.leadTitle, ...several(seed.kind.details.titles, 4, 7)];
  }
};

/** Where a person of that unit lives. */
const homeOf = (seed: UnitSeed, plan: WorldPlan, random: Random): Country => {
  if (seed.country !== undefined) return seed.country;
  const among = (codes: readonly string[]): readonly Country[] =>
    plan.countries.filter(({ code }) => codes.includes(code));
  const hubs = (): readonly Country[] => {
    switch (seed.kind.type) {
      case "region":
        return plan.countries.filter(({ regionKey }) => regionKey === seed.unit.key);
      case "function":
        return among(seed.kind.details.hubs);
      case "functionTeam":
        return among([seed.kind.details.hub]);
      case "company":
      case "country":
      case "countryTeam":
        return among(["GB", "AE", "SE", "US"]);
    }
  };
  const places = hubs();
  return random.pick(places.length > 0 ? places : plan.countries);
};

export interface Staffing {
  readonly units: readonly Unit[];
  /** Of the company, its regions, countries and functions; teams have none. */
  readonly okrLeads: readonly WorldUser[];
  readonly personas: Readonly<Record<PersonaKey, string>>;
}

const hireUnit = (
  seed: UnitSeed,
  plan: WorldPlan,
  worldSeed: string,
  directory: Directory,
  cast: ReadonlyMap<string, Casting>,
) => {
  const random = createRandom(`${worldSeed}/staff/${seed.unit.key}`);
  return postsOf(seed, random).map((jobTitle, index) => {
    const post = `${seed.unit.key}#${index}`;
    const casting = cast.get(post);
    const country = homeOf(seed, plan, random);
    if (casting === undefined) return directory.hire({ post, jobTitle, country });
    const name = {
      displayName: `${casting.givenName} ${casting.surname}`,
      givenName: casting.givenName,
      surname: casting.surname,
    };
    const alias = `${casting.givenName}.${casting.surname}`.toLowerCase().replaceAll(" ", "");
    return directory.hire({
      post,
      jobTitle: casting.jobTitle,
      country,
      cast: { ...name, alias, preferredLanguage: casting.preferredLanguage },
    });
  });
};

const unitOf = (
  seed: UnitSeed,
  staff: readonly WorldUser[],
  leadsBelow: readonly WorldUser[],
  persona: WorldUser | undefined,
): Unit => {
  const [lead] = staff;
  if (lead === undefined) throw new Error(`${seed.unit.key} has no lead`);
  return { ...seed, lead, staff, members: [...staff, ...leadsBelow], ...(persona === undefined ? {} : { persona }) };
};

/** Countries and the company have somebody for it; elsewhere it is whoever leads. */
const okrLeadsOf = ({ unit, hasOkrs, lead, staff }: Unit): readonly WorldUser[] => {
  if (!hasOkrs || unit.level === "team") return [];
  return unit.level === "company" ? staff.slice(0, 2) : [staff.find(({ jobTitle }) => /OKR/.test(jobTitle)) ?? lead];
};

/** Hires the people of all units, and those the story needs besides. */
export const staffUnits = (
  seeds: readonly UnitSeed[],
  plan: WorldPlan,
  worldSeed: string,
  directory: Directory,
): Staffing => {
  const [homeCountry] = plan.countries;
  if (homeCountry === undefined) throw new Error("A world needs a country");
  const firstTeam = seeds.find(({ kind, country }) => kind.type === "countryTeam" && country === homeCountry);
  const cast = castOf(homeCountry, firstTeam?.unit.key);
  const staffed = seeds.map((seed) => ({ seed, staff: hireUnit(seed, plan, worldSeed, directory, cast) }));
  const units = staffed.map(({ seed, staff }) => {
    const below = staffed.filter((other) => other.seed.unit.parentKey === seed.unit.key);
    const leadsBelow = below.flatMap((other) => other.staff.slice(0, 1));
    return unitOf(
      seed,
      staff,
      leadsBelow,
      staff.find((_, index) => cast.has(`${seed.unit.key}#${index}`)),
    );
  });
  const admin = directory.hire({
    post: "admin",
    jobTitle: "Microsoft 365 Administrator",
    country: homeCountry,
    cast: {
      displayName: "Tomasz Zieliński",
      givenName: "Tomasz",
      surname: "Zieliński",
      alias: "tomasz.zielinski",
      preferredLanguage: "en-GB",
    },
  });
  const outsider = directory.invite({
    post: "outsider",
    name: { displayName: "Gareth Pemberton", givenName: "Gareth", surname: "Pemberton", alias: "gareth.pemberton" },
    jobTitle: "Category Manager",
    firm: "brightmart.example",
  });
  const holder = (persona: PersonaKey): string => {
    const [post] = [...cast].find(([, casting]) => casting.persona === persona) ?? [""];
    const [unitKey, index] = post.split("#");
    const user = units.find(({ unit }) => unit.key === unitKey)?.staff[Number(index)];
    if (user === undefined) throw new Error(`Nobody plays the ${persona}`);
    return user.id;
  };
  const personas = {
    sponsor: holder("sponsor"),
    facilitator: holder("facilitator"),
    lead: holder("lead"),
    member: holder("member"),
    outsider: outsider.id,
    admin: admin.id,
  };
  return { units, okrLeads: units.flatMap(okrLeadsOf), personas };
};
