/**
 * A hand-written organisation small enough to know by heart: eight people, three groups, no OKRs.
 * Invented; used by tests that need a tenant but not the demo world.
 */
import type { World, WorldGroup, WorldUser } from "#simulator/world/types.ts";

const domain = "tinycart.example";

/** A GUID that ends in the given number, so that tests can be read without a table. */
const guid = (kind: "a" | "b" | "c", n: number): string =>
  `${kind}0000000-0000-4000-8000-${String(n).padStart(12, "0")}`;

const user = (
  n: number,
  givenName: string,
  surname: string,
  jobTitle: string,
  country: string,
  preferredLanguage: string,
): WorldUser => {
  const local = `${givenName}.${surname}`
    .toLowerCase()
    .normalize("NFD")
    .replaceAll(/[^a-z.]/g, "");
  return {
    id: guid("a", n),
    displayName: `${givenName} ${surname}`,
    givenName,
    surname,
    userPrincipalName: `${local}@${domain}`,
    mail: `${local}@${domain}`,
    jobTitle,
    country,
    preferredLanguage,
  };
};

const users: readonly WorldUser[] = [
  user(1, "Sanne", "Visser", "Chief Operating Officer", "NL", "nl-NL"),
  user(2, "Farid", "Haddad", "OKR Programme Lead", "FR", "fr-FR"),
  user(3, "Lena", "Krüger", "Country Manager Germany", "DE", "de-DE"),
  user(4, "Milo", "Brandt", "Category Analyst", "DE", "de-DE"),
  user(5, "Otto", "Nilsen", "Contractor", "NO", "nb-NO"),
  user(6, "Ada", "Quist", "IT Administrator", "SE", "sv-SE"),
  user(7, "Yael", "Ben-Ami", "Supply Planner", "IL", "he-IL"),
  user(8, "Tomás", "O'Hara", "Store Operations", "IE", "en-IE"),
];

const ids = (...numbers: readonly number[]): readonly string[] => numbers.map((n) => guid("a", n));

const groups: readonly WorldGroup[] = [
  {
    id: guid("b", 1),
    displayName: "OKR Home",
    description: "Objectives and key results of the whole company",
    mailNickname: "okr-home",
    visibility: "Public",
    ownerIds: ids(2, 6),
    memberIds: ids(1, 2, 3, 4, 6, 7, 8),
    channels: [{ id: "19:okr-home-general@thread.tacv2", displayName: "General" }],
  },
  {
    id: guid("b", 2),
    displayName: "Germany",
    description: "Stores and supply in Germany",
    mailNickname: "germany",
    visibility: "Private",
    ownerIds: ids(3),
    memberIds: ids(1, 3, 4),
    channels: [
      { id: "19:germany-general@thread.tacv2", displayName: "General" },
      { id: "19:germany-okr@thread.tacv2", displayName: "OKR status" },
    ],
  },
  {
    id: guid("b", 3),
    displayName: "Supply Chain",
    description: "Planning, stock and transport",
    mailNickname: "supply-chain",
    visibility: "Private",
    ownerIds: ids(7),
    memberIds: ids(7, 8),
    channels: [{ id: "19:supply-general@thread.tacv2", displayName: "General" }],
  },
];

/** The same organisation on every call. */
export const tinyWorld = (): World => ({
  name: "tiny",
  seed: 1,
  today: "2026-03-16",
  tenant: {
    id: guid("c", 1),
    displayName: "Tinycart",
    domain,
    sharePointHost: "tinycart.sharepoint.example",
  },
  personas: {
    sponsor: guid("a", 1),
    facilitator: guid("a", 2),
    lead: guid("a", 3),
    member: guid("a", 4),
    outsider: guid("a", 5),
    admin: guid("a", 6),
  },
  users,
  groups,
  homeGroup: "okr-home",
  outsiderIds: ids(5),
  okrLeadIds: ids(2, 3),
  okrs: { cycles: [], units: [], objectives: [], keyResults: [], checkIns: [], initiatives: [], duplicates: [] },
});
