import type { Country } from "../geography/countries.ts";
import { createRandom, guidOf } from "../random.ts";
import type { WorldUser } from "../types.ts";
import { drawName } from "./names.ts";
import type { PersonName } from "./names.ts";

interface Hire {
  /** Determines the object id; unique within the world. */
  readonly post: string;
  readonly jobTitle: string;
  readonly country: Country;
  /** For people whom the story needs by name; everybody else gets one by chance. */
  readonly cast?: PersonName & { readonly preferredLanguage: string };
}

/** Everybody with an account in the invented tenant. */
export interface Directory {
  readonly hire: (hire: Hire) => WorldUser;
  readonly invite: (guest: {
    readonly post: string;
    readonly name: PersonName;
    readonly jobTitle: string;
    readonly firm: string;
  }) => WorldUser;
  readonly users: () => readonly WorldUser[];
}

/** Grows as people are hired. Two people with the same name get numbered user principal names, as Entra would ask for. */
export const createDirectory = (seed: string, domain: string): Directory => {
  const users: WorldUser[] = [];
  const aliases = new Map<string, number>();
  const uniqueAlias = (alias: string): string => {
    const count = (aliases.get(alias) ?? 0) + 1;
    aliases.set(alias, count);
    return count === 1 ? alias : `${alias}${count}`;
  };
  const keep = (user: WorldUser): WorldUser => {
    users.push(user);
    return user;
  };
  return {
    hire: ({ post, jobTitle, country, cast }) => {
      const random = createRandom(`${seed}/hire/${post}`);
      const name = cast ?? drawName(random, random.pick(country.cultures));
      const mail = `${uniqueAlias(name.alias)}@${domain}`;
      return keep({
        id: guidOf(`${seed}/user/${post}`),
        displayName: name.displayName,
        givenName: name.givenName,
        surname: name.surname,
        userPrincipalName: mail,
        mail,
        jobTitle,
        country: country.code,
        preferredLanguage: cast?.preferredLanguage ?? random.pick(country.languages),
      });
    },
    invite: ({ post, name, jobTitle, firm }) =>
      keep({
        id: guidOf(`${seed}/user/${post}`),
        displayName: name.displayName,
        givenName: name.givenName,
        surname: name.surname,
        // The form Entra gives to guests: the address with "_" for "@", then #EXT# and the inviting tenant's domain.
        userPrincipalName: `${name.alias}_${firm}#EXT#@${domain}`,
        mail: `${name.alias}@${firm}`,
        jobTitle,
        country: "GB",
        preferredLanguage: "en-GB",
        userType: "Guest",
      }),
    users: () => users,
  };
};
