import type { SignIn } from "#shared/ports/signIn.ts";

export interface KnownOwner {
  /** Whose things are kept on this device: the organisation's until it is known who is signed in. */
  readonly owner: () => string;
  /** The same once somebody is known, whom this may find out without showing anything; undefined while nobody is. */
  readonly person: () => Promise<string | undefined>;
  /** The same sign-in; every answer of it tells who it is. */
  readonly signIn: SignIn;
}

/**
 * Nothing is shown before there is a token, so whoever types something is known by then. Questions of one moment are asked once:
 * a new page is signed in through a hidden frame.
 */
export const identifyOwner = (signIn: SignIn, organisation: string): KnownOwner => {
  let owner = organisation;
  let asked: Promise<unknown> | undefined;
  let asking: ReturnType<SignIn["current"]> | undefined;
  const noting = async (ask: ReturnType<SignIn["current"]>): ReturnType<SignIn["current"]> => {
    const person = await ask;
    if (person.ok) owner = `${organisation}/${person.value.id}`;
    return person;
  };
  const current: SignIn["current"] = () => {
    const mine = (asking ??= noting(signIn.current()));
    const over = (): void => {
      if (asking === mine) asking = undefined;
    };
    void mine.then(over, over);
    return mine;
  };
  /** What was asked before somebody signed in or out is no answer afterwards. */
  const anew = async <T>(change: Promise<T>): Promise<T> => {
    const changed = await change;
    asking = undefined;
    return changed;
  };
  return {
    owner: () => owner,
    person: async () => {
      if (owner === organisation) await (asked ??= current());
      return owner === organisation ? undefined : owner;
    },
    signIn: {
      ...signIn,
      current,
      interact: (scopes) => anew(noting(signIn.interact(scopes))),
      signOut: () => anew(signIn.signOut()),
      token: async (scopes) => {
        const token = await signIn.token(scopes);
        if (token.ok && owner === organisation) await current();
        return token;
      },
    },
  };
};
