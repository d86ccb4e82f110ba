import type { KeepDep } from "#shared/ports/keep.ts";
import type { SignInDep } from "#shared/ports/signIn.ts";
import { parseTarget, targetOf, type Place } from "./place.ts";

/** Where a person was last on this device, so that they begin at their own unit and not at the top each time. */
export interface LastPlace {
  /** Empty when nothing is known, or it is not known who is asking. */
  readonly find: () => Promise<Partial<Place>>;
  /** Keeps the unit alone: next time its current objectives are wanted, not last quarter's. */
  readonly remember: (place: Place) => Promise<void>;
}

export const lastPlace = ({ keep, signIn }: KeepDep & SignInDep): LastPlace => {
  const keyOfPerson = async (): Promise<string | undefined> => {
    const person = await signIn.current();
    return person.ok ? `last-place/${person.value.id}` : undefined;
  };
  return {
    find: async () => {
      const key = await keyOfPerson();
      return parseTarget((key && keep.get(key)) ?? "");
    },
    remember: async ({ unitKey }) => {
      const key = await keyOfPerson();
      if (key) keep.set(key, targetOf({ unitKey }));
    },
  };
};
