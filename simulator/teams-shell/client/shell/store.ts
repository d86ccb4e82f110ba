/** State outside React: one value, replaced as a whole. */
export interface ReadonlyStore<S> {
  readonly get: () => S;
  readonly subscribe: (listener: () => void) => () => void;
}

export interface Store<S> extends ReadonlyStore<S> {
  readonly update: (change: (state: S) => S) => void;
}

export const createStore = <S>(initial: S): Store<S> => {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    update: (change) => {
      const next = change(state);
      if (Object.is(next, state)) return;
      state = next;
      for (const listener of listeners) listener();
    },
  };
};
