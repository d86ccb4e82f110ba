/** Somebody signed out on purpose. */
export interface Leaving {
  readonly left: () => void;
  readonly returned: () => void;
  readonly hasLeft: () => boolean;
}

const MARK = "drumbeat.signedOut";

/**
 * The browser stays signed in to Microsoft 365 and would bring the person back unasked, so a mark keeps them out until they
 * sign in. It lives as long as the tokens do: with the window. Where storage is forbidden, it lasts until the page is left.
 */
export const createLeaving = (storage: () => Storage): Leaving => {
  let away = false;
  const attempt = <T>(use: (storage: Storage) => T, otherwise: T): T => {
    try {
      return use(storage());
    } catch {
      return otherwise;
    }
  };
  return {
    left: () => {
      away = true;
      attempt((store) => store.setItem(MARK, "yes"), undefined);
    },
    returned: () => {
      away = false;
      attempt((store) => store.removeItem(MARK), undefined);
    },
    hasLeft: () => away || attempt((store) => store.getItem(MARK) !== null, false),
  };
};
