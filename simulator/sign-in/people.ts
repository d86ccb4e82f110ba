/** The people who can sign in, and how a request may name them. */
import type { PersonaKey, World, WorldUser } from "#simulator/world/types.ts";

export interface Persona {
  readonly key: PersonaKey;
  readonly label: string;
  readonly user: WorldUser;
}

const labels: Readonly<Record<PersonaKey, string>> = {
  sponsor: "Sponsor",
  facilitator: "Facilitator",
  lead: "Country OKR lead",
  member: "Team member",
  outsider: "Outsider",
  admin: "IT administrator",
};

export interface People {
  readonly personas: readonly Persona[];
  readonly byId: (id: string) => WorldUser | undefined;
  /** A persona key such as `lead`, an object id, a user principal name or a login hint made here. */
  readonly find: (name: string) => WorldUser | undefined;
  readonly isAdmin: (id: string) => boolean;
  readonly isPersonaKey: (name: string) => name is PersonaKey;
}

/** Entra's login_hint claim is opaque; so is this one, so that nobody starts to take it apart. */
export const loginHintOf = (user: WorldUser): string => `O.${Buffer.from(user.id, "utf8").toString("base64url")}`;

export const createPeople = (world: World): People => {
  const users = new Map(world.users.map((user) => [user.id, user]));
  const byName = new Map<string, WorldUser>();
  for (const user of world.users) {
    for (const name of [user.id, user.userPrincipalName, user.mail]) byName.set(name.toLowerCase(), user);
    byName.set(loginHintOf(user).toLowerCase(), user);
  }
  const isPersonaKey = (name: string): name is PersonaKey => Object.hasOwn(world.personas, name);
  const personas = (Object.keys(labels) as PersonaKey[]).flatMap((key) => {
    const user = users.get(world.personas[key]);
    return user ? [{ key, label: labels[key], user }] : [];
  });
  return {
    personas,
    byId: (id) => users.get(id),
    find: (name) => (isPersonaKey(name) ? users.get(world.personas[name]) : byName.get(name.trim().toLowerCase())),
    isAdmin: (id) => id === world.personas.admin,
    isPersonaKey,
  };
};
