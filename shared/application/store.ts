export interface ReadonlyStore<S> {
  readonly get: () => S;
  /** Calls back after each change; the result ends it. */
  readonly subscribe: (listener: () => void) => () => void;
}

export interface Store<S> extends ReadonlyStore<S> {
  readonly set: (next: S) => void;
}

/** State outside React, so that use cases can be tested without a screen. */
export const createStore = <S>(initial: S): Store<S> => {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set: (next) => {
      if (Object.is(state, next)) return;
      state = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
};
