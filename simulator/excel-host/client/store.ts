import { useSyncExternalStore } from "react";

export interface ReadonlyStore<S> {
  readonly get: () => S;
  readonly subscribe: (listener: () => void) => () => void;
}

export interface Store<S> extends ReadonlyStore<S> {
  readonly set: (next: S) => void;
}

export const createStore = <S>(initial: S): Store<S> => {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set: (next) => {
      if (Object.is(next, state)) return;
      state = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};

export const useStore = <S, T>(store: ReadonlyStore<S>, select: (state: S) => T): T =>
  useSyncExternalStore(store.subscribe, () => select(store.get()));
