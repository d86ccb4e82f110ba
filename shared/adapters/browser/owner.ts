import type { SignIn } from "#shared/ports/signIn.ts";

export interface KnownOwner {
  /** Whose things are kept on this device: the organisation's until it is known who is signed in. */
  readonly owner: () => string;
  /** The same once somebody is known, whom this may find out without showing anything; undefined while nobody is. */
  readonly person: () => Promise<string | undefined>;
  /** The same sign-in; every answer of it tells who it is. */
  readonly signIn: SignIn;
}

/** Nothing is shown before there is a token, so whoever types something is known by then. */
export const identifyOwner = (signIn: SignIn, organisation: string): KnownOwner => {
  let owner = organisation;
  let asked: Promise<unknown> | undefined;
  const noting = async (ask: ReturnType<SignIn["current"]>): ReturnType<SignIn["current"]> => {
    const person = await ask;
    if (person.ok) owner = `${organisation}/${person.value.id}`;
    return person;
  };
  return {
    owner: () => owner,
    person: async () => {
      if (owner === organisation) await (asked ??= noting(signIn.current()));
      return owner === organisation ? undefined : owner;
    },
    signIn: {
      ...signIn,
      current: () => noting(signIn.current()),
      interact: (scopes) => noting(signIn.interact(scopes)),
      token: async (scopes) => {
        const token = await signIn.token(scopes);
        if (token.ok && owner === organisation) await noting(signIn.current());
        return token;
      },
    },
  };
};
